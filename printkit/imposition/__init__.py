"""Impose the pages of a PDF: several on each side of a sheet, to fold a booklet or save paper.

In: any PDF, and the choices of a user. Out: an `Imposed` PDF for printing alone, without tags,
links, outline and attachments, and without a claim to any standard. Owns pikepdf, together with
the bindery.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from printkit.edition import Edition
from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import EditionError
from printkit.files.addresses import Destination
from printkit.files.publishing import find_pdf_destination, publish_alone
from printkit.imposition.fitting import GRIDS, POINT, PageSize
from printkit.imposition.scheme import Booklet, NUp
from printkit.inserts import without_font
from printkit.remarks import Remark
from printkit.workers.tasks import Workers

if TYPE_CHECKING:
    from printkit.imposition.source import SourcePdf

_PRELOADED = "printkit.imposition.source"


@dataclass(frozen=True)
class Imposed:
    """Imposed pages, ready to be printed.

    Attributes:
        pdf: the file's bytes. Each page of the file is one side of a sheet.
        page_count: how many pages were imposed.
        side_count: the number of sides that the pages take.
        remarks: what the file lost, because paper cannot show it.
        place: the written file, a path or an address of a store; None if no file was written.
    """

    pdf: bytes = field(repr=False)
    page_count: int
    side_count: int
    remarks: tuple[Remark, ...]
    place: Destination | None = None

    @property
    def path(self) -> Path | None:
        """The file that was written; None if no file was asked for, or if a store has the file."""
        return self.place if isinstance(self.place, Path) else None


def impose(
    pdf: bytes | Path | str,
    output: Destination | str | None = None,
    *,
    booklet: bool = False,
    nup: int | None = None,
    signature: int | None = None,
    back_cover: bool = False,
    rtl: bool = False,
    paper: str | None = None,
    trusted: bool = False,
    limits: Limits = DEFAULTS,
) -> Imposed:
    """Lay several pages of a PDF out on each side of a sheet.

    A worker process draws the sheets. Pages are cut at their trim boxes, scaled to their cells and
    centred in them. A landscape page among upright pages is turned to the left. Form fields and
    stamps are drawn as a printer would draw them. Links and notes are left out.

    Args:
        pdf: the file's bytes, or its path.
        output: the PDF to write, a path or an address of a store; None leaves the bytes in the
            result.
        booklet: two pages a side, to be printed on both sides, folded and stitched.
        nup: 2, 4, 6, 8, 9 or 16 pages a side, in reading order. Give either nup or booklet.
        signature: for a booklet, how many pages are folded into one another: a multiple of 4.
            Without a number, all pages are folded into one another.
        back_cover: the last page is the booklet's back cover, and blank pages stand before it.
        rtl: bind on the right and lay out from the right. A file may also ask for this itself.
        paper: the sheet, as in Edition. Without a paper, a booklet's sheet is as large as two
            pages, and with nup the sheet is as large as one page.
        trusted: draw in this process, where nothing can stop a hostile file.
        limits: how much work the file may cost.

    Raises:
        EditionError: a choice is wrong, or two choices contradict each other.
        InspectionError: the file needs a password, must not be printed, is broken, or over a limit.
        PressError: the file took more time or memory than a limit, or its process died.
        OutputError: the file could not be written.
    """
    scheme = _scheme(booklet, nup, signature, back_cover)
    place = find_pdf_destination(output)
    given = Path(pdf) if isinstance(pdf, str) else pdf
    made = _imposed_in_worker(given, scheme, _size_of(paper), rtl, limits, trusted)
    return made if place is None else _published(made, place)


def _scheme(
    booklet: bool, nup: int | None, signature: int | None, back_cover: bool
) -> Booklet | NUp:
    """Return the imposition scheme that a user chose; refuse wrong choices."""
    problems = []
    if booklet == (nup is not None):
        problems.append("give either booklet or nup")
    if nup is not None and nup not in GRIDS:
        problems.append(f"nup is {nup!r}; nup can be {', '.join(map(str, GRIDS))}")
    if signature is not None and not (signature > 0 and signature % 4 == 0):
        problems.append(f"signature is {signature!r}; signature must be a multiple of 4")
    if not booklet and (signature is not None or back_cover):
        problems.append("signature and back_cover are for a booklet only")
    if problems:
        raise EditionError(*problems)
    return Booklet(signature, back_cover) if nup is None else NUp(nup)


def _imposed_in_worker(
    pdf: bytes | Path,
    scheme: Booklet | NUp,
    paper: PageSize | None,
    rtl: bool,
    limits: Limits,
    trusted: bool,
) -> Imposed:
    from printkit.inspect.opening import bytes_of_pdf, name_file_in_errors  # pypdf loads slowly

    with (
        name_file_in_errors(pdf),
        Workers(preload=_PRELOADED, limits=limits, trusted=trusted) as workers,
    ):
        data = pdf if isinstance(pdf, bytes) else bytes_of_pdf(pdf, limits)
        return workers.do(_imposed, data, scheme, paper, rtl, limits)


def _imposed(
    pdf: bytes, scheme: Booklet | NUp, paper: PageSize | None, rtl: bool, limits: Limits
) -> Imposed:
    # The engines are heavy, and only a worker needs them.
    from printkit.imposition import drawing
    from printkit.imposition.source import open_source

    with open_source(pdf, limits) as source:
        pages = drawing.page_forms(source.pdf)
        layout = scheme.layout(drawing.most_common_size(pages), paper)
        sides = scheme.sides(len(pages), layout, rtl=rtl or source.rtl)
        sheets = drawing.draw_sheets(source.pdf, pages, layout, sides)
        data = drawing.save(sheets, source.title, scheme.description, scheme.duplex(layout))
        told = (_for_printing_alone(source.links, source.notes), *_lost_words(source))
    return Imposed(data, len(pages), len(sides), told)


def _size_of(paper: str | None) -> PageSize | None:
    if paper is None:
        return None
    width, height = Edition(paper=paper).sheet
    return PageSize(width / POINT, height / POINT)


def _for_printing_alone(links: int, notes: int) -> Remark:
    lost = [f"{links} link{'s' * (links > 1)}"] if links else []
    lost += [f"{notes} other annotation{'s' * (notes > 1)}"] if notes else []
    left_out = f"; left out: {', '.join(lost)}" if lost else ""
    message = "the sheets are for printing alone, without tags, outline and attachments"
    return Remark("PK801", f"{message}{left_out}")


def _lost_words(source: "SourcePdf") -> Iterator[Remark]:
    for words in source.unprinted:
        yield Remark("PK714", f"the words of an annotation are not on paper: {words}")
    for words in source.without_font:
        yield Remark("PK714", without_font(words))


def _published(made: Imposed, place: Destination) -> Imposed:
    return replace(made, place=publish_alone(made.pdf, place))
