"""A finished PDF → findings: is everything on paper that was given, and fit to be printed?"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from printkit.preflight.proofreading import Proof, Slip, proofread
from printkit.remarks import Remark

if TYPE_CHECKING:
    from printkit.preflight.readback import PageReading

COARSE = 90  # dpi: newsprint, at arm’s length; a lead is never enlarged to less
_ICON = 12.0  # mm; a picture that is smaller both ways may be coarse


def check(
    pdf: bytes, printed: Sequence[tuple[str, str]], *, record: str = "", missing: str = ""
) -> tuple[Remark, ...]:
    """Compare a finished PDF with what it should say, and look for faults a reader would see.

    Args:
        pdf: the whole file.
        printed: field names and texts as they should stand on paper; the body as its blocks,
            each under the name `body`, in reading order. A field must stand there once more
            than the body says the same.
        record: names the record in every remark.
        missing: characters that no font has; they are left out of the comparison.

    Returns:
        Findings PK601 to PK605, those on the words first, then page by page.

    Raises:
        InspectionError: this is no PDF, or a page of it is broken.
    """
    from printkit.preflight import readback

    pages = readback.read(pdf)
    slips = proofread(_proof(pages, missing), printed)
    if slips:
        # Letter by letter is slower and does better where the file lacks the text of glyphs.
        slips = proofread(_proof(readback.read(pdf, by_letter=True), missing), printed)
    return (*_wording(slips, printed, record), *faults(pages, record))


def _proof(pages: "Sequence[PageReading]", missing: str) -> Proof:
    unread = sum(page.unread for page in pages)
    glyphs = unread + sum(len(piece) for page in pages for piece in page.text)
    return Proof([page.text for page in pages], ignored=missing, unread=unread / max(glyphs, 1))


def _wording(
    slips: Sequence[Slip], printed: Sequence[tuple[str, str]], record: str
) -> Iterator[Remark]:
    """PK601: a remark for every field, and one each for the body's lost and displaced blocks."""
    for slip in slips:
        if slip.field != "body":
            near = f"; it begins on page {slip.page}" if slip.page else ""
            said = f"“{_opening(slip.text)}” is not in the printed text{near}"
            yield Remark("PK601", said, record, slip.field, slip.page or 0)
    blocks = sum(field == "body" for field, _ in printed)
    for displaced, fault in ((False, "not in the printed text"), (True, "not in their place")):
        some = [one for one in slips if one.field == "body" and one.displaced == displaced]
        if some:
            first = f"the first, about page {some[0].page}: “{_opening(some[0].text)}”"
            said = f"{len(some)} of {blocks} paragraphs are {fault}; {first}"
            yield Remark("PK601", said, record, "body", some[0].page or 0)


def faults(pages: "Sequence[PageReading]", record: str = "") -> Iterator[Remark]:
    """PK602 to PK605: what is wrong with the sheets, whatever they should say."""
    for index, page in enumerate(pages):
        number = page.number
        yield from (Remark("PK602", said, record, page=number) for said in _coarse(page))
        yield from (Remark("PK603", said, record, page=number) for said in _cut(page))
        if page.undescribed:
            said = f"{_count(page.undescribed, 'figure has', 'figures have')} no alternative text"
            yield Remark("PK604", said, record, page=number)
        if page.blank and not _opens_a_recto(pages, index):
            yield Remark("PK605", "nothing is printed on this page", record, page=number)


def _coarse(page: "PageReading") -> Iterator[str]:
    for one in page.rasters:
        wide, high = one.printed_width, one.printed_height
        if one.dpi < COARSE and max(wide, high) >= _ICON:
            size = f"{one.width} × {one.height} pixels on {wide:.0f} × {high:.0f} mm"
            yield f"a picture has {one.dpi} dpi, which is under {COARSE}: {size}"


def _cut(page: "PageReading") -> Iterator[str]:
    for text in page.cut[:1]:
        more = f", and {len(page.cut) - 1} more" if len(page.cut) > 1 else ""
        yield f"text is cut off or stands outside the page: “{_opening(text)}”{more}"


def _opens_a_recto(pages: "Sequence[PageReading]", index: int) -> bool:
    """A verso may be left blank so that what follows begins on a right-hand page."""
    return pages[index].number % 2 == 0 and index + 1 < len(pages) and not pages[index + 1].blank


def _opening(text: str) -> str:
    """The first 60 characters, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
