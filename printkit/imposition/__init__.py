"""Imposition: many pages on each side of a sheet, to fold a booklet or to save paper.

What comes out is for printing alone: without tags, links, outline, attachments or a claim
to any standard.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

from printkit.edition import Edition
from printkit.errors import EditionError
from printkit.imposition import folding
from printkit.imposition.fitting import GRIDS, POINT, Layout, PageSize, booklet_layout, n_up_layout
from printkit.remarks import Remark


@dataclass(frozen=True)
class Imposed:
    """Pages on sheets, ready to be printed.

    Attributes:
        pdf: the file's bytes; each of its pages is one side of a sheet.
        page_count: how many pages were imposed.
        side_count: on how many sides.
        remarks: what paper does not keep.
        path: where the file was written; None if it was not.
    """

    pdf: bytes = field(repr=False)
    page_count: int
    side_count: int
    remarks: tuple[Remark, ...]
    path: Path | None = None


def impose(
    pdf: bytes | Path | str,
    output: Path | str | None = None,
    *,
    booklet: bool = False,
    nup: int | None = None,
    signature: int | None = None,
    back_cover: bool = False,
    rtl: bool = False,
    paper: str | None = None,
) -> Imposed:
    """Lay the pages of a PDF out on larger sheets, or several on one.

    Pages are cut at their trim boxes, scaled to their cells and centred in them. Form fields
    and stamps are drawn as they look; links and notes are left out.

    Args:
        pdf: the file's bytes, or its path.
        output: the PDF to write; None leaves its bytes in the result.
        booklet: two pages a side, to be printed on both sides, folded and stitched.
        nup: 2, 4, 6, 8, 9 or 16 pages a side, in reading order. Give this or booklet.
        signature: of a booklet, how many pages are folded into one another: a multiple of 4.
            Without it all of them are.
        back_cover: the booklet's last page is its back cover; blanks stand before it.
        rtl: bound on the right and laid out from the right, as is a file that says so itself.
        paper: the sheet, as in Edition. Without it, a booklet's is twice the page, and that
            of several pages a side is as large as the page.

    Raises:
        EditionError: a choice is wrong, or two contradict each other.
        InspectionError: the file is encrypted, broken, or over a limit.
        OutputError: the file could not be written.
    """
    _refuse_contradictions(booklet, nup, signature, back_cover)
    sheet = _size_of(paper)
    # The engines are heavy, and only imposing needs them.
    from printkit.imposition import drawing
    from printkit.imposition.source import opened

    with opened(Path(pdf) if isinstance(pdf, str) else pdf) as source:
        rtl = rtl or source.rtl
        pages = drawing.drawings(source.pdf)
        usual = drawing.usual_size(pages)
        if nup:
            layout = n_up_layout(usual, sheet, nup)
            sides = folding.n_up(len(pages), layout.columns, layout.rows, rtl=rtl)
        else:
            layout = booklet_layout(usual, sheet)
            sides = folding.booklet(len(pages), signature=signature, rtl=rtl, back_cover=back_cover)
        drawn = drawing.draw(source.pdf, pages, layout, sides)
        duplex = "" if nup else _duplex(layout)
        data = drawing.finish(drawn, source.title, _told(nup, signature), duplex)
        remarks = (_for_print_alone(source.links, source.notes),)
    made = Imposed(data, len(pages), len(sides), remarks)
    return made if output is None else _published(made, Path(output))


def _refuse_contradictions(
    booklet: bool, nup: int | None, signature: int | None, back_cover: bool
) -> None:
    problems = []
    if booklet == (nup is not None):
        problems.append("give either booklet or nup")
    if nup is not None and nup not in GRIDS:
        problems.append(f"nup is {nup!r}; it can be {', '.join(map(str, GRIDS))}")
    if signature is not None and not (signature > 0 and signature % 4 == 0):
        problems.append(f"signature is {signature!r}; it is a multiple of 4")
    if not booklet and (signature is not None or back_cover):
        problems.append("signature and back_cover are of a booklet alone")
    if problems:
        raise EditionError(*problems)


def _size_of(paper: str | None) -> PageSize | None:
    if paper is None:
        return None
    wide, high = Edition(paper=paper).sheet
    return PageSize(wide / POINT, high / POINT)


def _duplex(layout: Layout) -> str:
    """The sheet is turned over sideways, as a page of the booklet is."""
    return "DuplexFlipShortEdge" if layout.width >= layout.height else "DuplexFlipLongEdge"


def _told(nup: int | None, signature: int | None) -> str:
    if nup:
        return f"Imposed for printing: {nup} pages on a side."
    folded = f"in signatures of {signature} pages" if signature else "as one booklet"
    return f"Imposed for printing on both sides and folding {folded}."


def _for_print_alone(links: int, notes: int) -> Remark:
    lost = [f"{links} link{'s' * (links > 1)}"] if links else []
    lost += [f"{notes} other annotation{'s' * (notes > 1)}"] if notes else []
    left = f"; left out: {', '.join(lost)}" if lost else ""
    said = "the sheets are for printing alone, without tags, outline and attachments"
    return Remark("PK801", f"{said}{left}")


def _published(made: Imposed, path: Path) -> Imposed:
    from printkit.files.publishing import publish

    publish(made.pdf, path)
    return replace(made, path=path)
