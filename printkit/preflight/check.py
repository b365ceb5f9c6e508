"""A finished PDF → findings: is everything on paper that was given, and fit to be printed?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from printkit.pages import Position, PrintedText
from printkit.preflight.faults import faults, opening
from printkit.preflight.proofreading import Proof, Slip, proofread
from printkit.remarks import Remark

if TYPE_CHECKING:
    from printkit.preflight.readback import PageReading

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
        printed: the texts that must be on paper, the body as its blocks in reading order. A
            field must stand there once more than the body says the same.
        record: names the record in every remark.
        missing: characters that no font has; they are left out of the comparison.
        starts: where each article begins, if the file has several; names the article in
            the remarks on pages.

    Returns:
        Remarks PK601 to PK605: those on lost texts first, then those on pages, page by page.

    Raises:
        InspectionError: this is no PDF, or a page of it is broken.
    """
    from printkit.preflight import readback

    pages = readback.read(pdf)
    slips = proofread(_proof(pages, missing), printed)
    if slips:
        # Letter by letter is slower and does better where the file lacks the text of glyphs.
        slips = proofread(_proof(readback.read(pdf, by_letter=True), missing), printed)
    return (*_wording(slips, printed, record), *faults(pages, record, starts))


def _proof(pages: "Sequence[PageReading]", missing: str) -> Proof:
    unread = sum(page.unread for page in pages)
    glyphs = unread + sum(len(piece) for page in pages for piece in page.text)
    return Proof([page.text for page in pages], ignored=missing, unread=unread / max(glyphs, 1))


def _wording(
    slips: Sequence[Slip], printed: Sequence[PrintedText], record: str
) -> Iterator[Remark]:
    """Remark with PK601 on every lost field, and on what each article's body lost."""
    for slip in slips:
        field, words, article = slip.copy
        if field != "body":
            near = f"; it begins on page {slip.page}" if slip.page else ""
            said = f"“{opening(words)}” is not in the printed text{near}"
            yield Remark("PK601", said, record, field, slip.page, article)
    blocks = Counter(one.article for one in printed if one.field == "body")
    for article, count in blocks.items():
        of_body = [one for one in slips if one.copy.field == "body" and one.copy.article == article]
        for displaced, fault in ((False, "not in the printed text"), (True, "not in their place")):
            if some := [one for one in of_body if one.displaced == displaced]:
                page, words = some[0].page, opening(some[0].copy.words)
                first = f"the first, about page {page}: “{words}”"
                said = f"{len(some)} of {count} paragraphs are {fault}; {first}"
                yield Remark("PK601", said, record, "body", page, article)
