"""A finished PDF and the texts that must be on it → remarks on lost texts and visible faults."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from printkit.pages import Position, PrintedText
from printkit.preflight.faults import beginning, faults
from printkit.preflight.proofreading import Mismatch, proofread
from printkit.preflight.proofreading.page_text import PageText
from printkit.remarks import Remark

if TYPE_CHECKING:
    from printkit.preflight.readback import PageContent

_NO_STARTS: Mapping[str, Position] = {}


def check(
    pdf: bytes,
    printed: Sequence[PrintedText],
    *,
    record: str = "",
    missing: str = "",
    starts: Mapping[str, Position] = _NO_STARTS,
) -> tuple[Remark, ...]:
    """Compare a finished PDF with the texts that must be on it, and look for visible faults.

    Args:
        pdf: the whole file.
        printed: the texts that must be on paper, the body as its blocks in reading order. If the
            body also has the words of another field, the words must be on paper once more.
        record: the name of the record, for every remark.
        missing: characters that no font has; comparisons leave these characters out.
        starts: the place where each article begins, if the file has several; remarks on pages
            name their article by it.

    Returns:
        Remarks PK601 to PK605: on lost texts first, then page by page.

    Raises:
        InspectionError: the bytes are no PDF, or a page of the PDF is broken.
    """
    from printkit.preflight import readback

    pages = readback.read(pdf)
    found = proofread(_page_text(pages, missing), printed)
    if found:
        # Read again letter by letter: that takes longer, but finds texts with glyphs for which the
        # file gives no text.
        by_letter = readback.read(pdf, by_letter=True)
        found = proofread(_page_text(by_letter, missing), printed)
    return (*_lost_texts(found, printed, record), *faults(pages, record, starts))


def _page_text(pages: "Sequence[PageContent]", missing: str) -> PageText:
    unread = sum(page.unread for page in pages)
    glyphs = unread + sum(len(line) for page in pages for line in page.text)
    share = unread / max(glyphs, 1)
    return PageText([page.text for page in pages], ignored=missing, unread=share)


def _lost_texts(
    found: Sequence[Mismatch], printed: Sequence[PrintedText], record: str
) -> Iterator[Remark]:
    """Remark with PK601 on every lost field, and on lost or displaced blocks of each body."""
    for one in found:
        field, words, article = one.text
        if field != "body":
            near = "; only its beginning is" if one.page else ""
            said = f"“{beginning(words)}” is not in the printed text{near}"
            yield Remark("PK601", said, record, field, one.page, article)
    blocks = Counter(text.article for text in printed if text.field == "body")
    for article, count in blocks.items():
        own = [one for one in found if one.text.field == "body" and one.text.article == article]
        for displaced, fault in ((False, "not in the printed text"), (True, "not in their place")):
            if some := [one for one in own if one.displaced == displaced]:
                page, words = some[0].page, beginning(some[0].text.words)
                said = f"{len(some)} of {count} paragraphs are {fault}; the first: “{words}”"
                yield Remark("PK601", said, record, "body", page, article)
