"""Puts the parts' pages one after the other into one file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from printkit.bindery.resources import below, canvases
from printkit.book import Insert, Part


@dataclass(frozen=True)
class Gathering:
    """A printed part, and what the bound file has of it.

    Attributes:
        part: what was printed.
        sheets: its pages.
        tree: its StructTreeRoot; None if it is not tagged.
        places: its named places, a flat name tree; None if there are none.
        intent: its output intent; None if it is no archive.
    """

    part: Part
    sheets: tuple[Object, ...]
    tree: Object | None
    places: Object | None
    intent: Object | None

    @property
    def resources(self) -> Iterator[Object]:
        """Every resource dictionary of its pages, and of the forms drawn on them, once."""
        return below(sheet.Resources for sheet in self.sheets)

    @property
    def annotations(self) -> Iterator[Object]:
        """The annotations of all its pages."""
        return annotations(self.sheets)


def annotations(sheets: Sequence[Object]) -> Iterator[Object]:
    """The annotations of some pages, in their order."""
    for sheet in sheets:
        yield from sheet.get(Name.Annots, ())


def gather(pdf: Pdf, parts: Sequence[Part | Insert]) -> list[Gathering]:
    """Append all pages to the file.

    Args:
        pdf: the file that is bound.
        parts: in their order.

    Returns:
        The printed parts. Inserts are bound in, and need no more.
    """
    gatherings = []
    for part in parts:
        if isinstance(part, Insert):
            _insert(pdf, part)
            continue
        gatherings.append(_gathered(pdf, part))
    return gatherings


def _gathered(pdf: Pdf, part: Part) -> Gathering:
    """Append a part's pages, and copy what belongs to all of them; its own file is let go."""
    with read(part.pages.pdf) as source:
        first = len(pdf.pages)
        for page in source.pages:
            pdf.pages.append(page)
        names = source.Root.get(Name.Names, Dictionary())
        intents = source.Root.get(Name.OutputIntents, Array())
        belongings = (
            source.Root.get(Name.StructTreeRoot),
            names.get(Name.Dests),
            intents[0] if len(intents) else None,
        )
        copied = (
            None if one is None else pdf.copy_foreign(source.make_indirect(one))
            for one in belongings
        )
        return Gathering(part, tuple(page.obj for page in pdf.pages[first:]), *copied)


def read(printed: bytes) -> Pdf:
    """A file of the press's own; one that is damaged is not mended."""
    return pikepdf.open(BytesIO(printed), attempt_recovery=False)


def _insert(pdf: Pdf, insert: Insert) -> None:
    """Bind in a foreign file; its structure tree stays behind, and what points into it."""
    first = len(pdf.pages)
    pdf.add_pages_from(pikepdf.open(BytesIO(insert.pdf)))
    sheets = [page.obj for page in pdf.pages[first:]]
    drawn = (
        canvas
        for resources in below(sheet.get(Name.Resources, Dictionary()) for sheet in sheets)
        for canvas in canvases(resources)
    )
    for marked in (*sheets, *annotations(sheets), *drawn):
        for key in (Name.StructParents, Name.StructParent):
            if key in marked:
                del marked[key]
