"""A finished PDF and the texts that must be on it → remarks on lost texts and visible faults."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from printkit.pages import Position, PrintedText
from printkit.preflight.faults import beginning, faults
from printkit.preflight.inventory.covering import uncovered
from printkit.preflight.inventory.printed_letters import PrintedLetters
from printkit.preflight.proofreading import Mismatch, proofread
from printkit.preflight.proofreading.moved_cells import unmoved
from printkit.preflight.proofreading.page_text import PageText
from printkit.remarks import Remark, Removed
from printkit.text.comparing import letters

if TYPE_CHECKING:
    from printkit.preflight.readback import PageContent, ReadPdf

_NO_STARTS: Mapping[str, Position] = {}


def check_texts(
    pdf: "ReadPdf",
    printed: Sequence[PrintedText],
    *,
    record: str = "",
    missing: str = "",
    starts: Mapping[str, Position] = _NO_STARTS,
    moved: Sequence[str] = (),
) -> tuple[Remark, ...]:
    """Compare a finished PDF with the texts that must be on it, and look for visible faults.

    Args:
        pdf: the file, read back.
        printed: the texts that must be on paper, the body as its blocks in reading order. If the
            body also has the words of another field, the words must be on paper once more.
        record: the name of the record, for every remark.
        missing: characters that no font has; comparisons leave these characters out.
        starts: the place where each article begins, if the file has several; remarks on pages
            name their article by it.
        moved: the words of cells that need not be in the order of the record.

    Returns:
        Remarks PK601 to PK605: on lost texts first, then page by page.

    Raises:
        InspectionError: the bytes are no PDF, or a page of the PDF is broken.
    """
    found = proofread(_page_text(pdf.pages, missing), printed)
    if found:
        # Read again letter by letter: that takes longer, but leaves out and counts the glyphs for
        # which the file gives no text.
        found = proofread(_page_text(pdf.pages_by_letter, missing), printed)
    lost = _lost_words(pdf, printed, missing) if found else {}
    found = [one for one in found if one.text in lost] + unmoved(
        [one for one in found if one.text not in lost], moved
    )
    return (
        *_lost_texts(found, lost, printed, record),
        *(_unread(pdf.pages_by_letter, record) if found else ()),
        *faults(pdf.pages, record, starts),
    )


def _page_text(pages: "Sequence[PageContent]", missing: str) -> PageText:
    return PageText([page.text for page in pages], ignored=missing)


def _unread(pages: "Sequence[PageContent]", record: str) -> Iterator[Remark]:
    """Remark with PK601 on each page with glyphs for which the file gives no text."""
    for page in pages:
        if page.unread:
            glyphs = "1 glyph has" if page.unread == 1 else f"{page.unread} glyphs have"
            said = f"{glyphs} no text that can be copied or read out"
            yield Remark("PK601", said, record, page=page.number)


def _lost_words(
    pdf: "ReadPdf", printed: Sequence[PrintedText], missing: str
) -> dict[PrintedText, str]:
    """Return the words of each text that are nowhere on paper; the whole text if most are not."""
    lines = [line for page in pdf.pages_by_letter for line in page.text]
    texts = [text.words for text in printed]
    lost = uncovered(texts, [False] * len(texts), PrintedLetters(lines, missing))
    return {
        text: text.words if 2 * len(letters(words)) > len(letters(text.words)) else words
        for text, words in zip(printed, lost, strict=True)
        if words
    }


def _lost_texts(
    found: Sequence[Mismatch],
    lost: Mapping[PrintedText, str],
    printed: Sequence[PrintedText],
    record: str,
) -> Iterator[Remark]:
    """Remark with PK601 on every lost field, and on lost or displaced blocks of each body."""
    for one in found:
        if one.text.field != "body" and one.text in lost:
            yield _lost_field(one, lost[one.text], record)
    blocks = Counter(text.article for text in printed if text.field == "body")
    for article, count in blocks.items():
        own = [one for one in found if one.text.field == "body" and one.text.article == article]
        if gone := [one for one in own if one.text in lost]:
            words = [lost[one.text] for one in gone]
            said = f"words of {len(gone)} of {count} paragraphs are not in the printed text"
            said += f"; the first: “{beginning(words[0])}”"
            removed = tuple(Removed("words", one) for one in words)
            yield Remark("PK601", said, record, "body", gone[0].page, article, removed=removed)
        # Words of which all are on paper, but in another order, are displaced.
        if displaced := [one for one in own if one.text not in lost]:
            said = f"{len(displaced)} of {count} paragraphs are not in their place"
            said += f"; the first: “{beginning(displaced[0].text.words)}”"
            yield Remark("PK601", said, record, "body", displaced[0].page, article)


def _lost_field(one: Mismatch, lost: str, record: str) -> Remark:
    near = "; only its beginning is" if one.page else ""
    said = f"“{beginning(lost)}” is not in the printed text{near}"
    removed = (Removed(one.text.field, lost),)
    return Remark(
        "PK601", said, record, one.text.field, one.page, one.text.article, removed=removed
    )
