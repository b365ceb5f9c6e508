"""Puts the parts' pages one after the other into one file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from printkit.bindery.book import Insert, Part
from printkit.bindery.resources import below, canvases


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


@dataclass(frozen=True)
class Inlay:
    """Somebody else's pages, and what the bound file has of them.

    Attributes:
        insert: what was bound in.
        sheets: its pages.
        tree: its StructTreeRoot, which may be anything; None if it is not tagged.
        language: as its file says; may be empty.
    """

    insert: Insert
    sheets: tuple[Object, ...]
    tree: Object | None
    language: str

    @property
    def resources(self) -> Iterator[Object]:
        """Every resource dictionary of its pages, and of the forms drawn on them, once."""
        return below(sheet.get(Name.Resources, Dictionary()) for sheet in self.sheets)

    @property
    def annotations(self) -> Iterator[Object]:
        """The annotations of all its pages."""
        return annotations(self.sheets)


def annotations(sheets: Sequence[Object]) -> Iterator[Object]:
    """The annotations of some pages, in their order."""
    for sheet in sheets:
        yield from sheet.get(Name.Annots, ())


def bearers(pages: Gathering | Inlay) -> Iterator[Object]:
    """All that may bear a key of the ParentTree: pages, annotations, drawings; each once."""
    seen: set[tuple[int, int]] = set()
    drawn = (canvas for resources in pages.resources for canvas in canvases(resources))
    for one in chain(pages.sheets, pages.annotations, drawn):
        if one.objgen not in seen:
            seen.add(one.objgen)
            yield one


def gather(pdf: Pdf, parts: Sequence[Part | Insert]) -> list[Gathering | Inlay]:
    """Append all pages to the file.

    Args:
        pdf: the file that is bound.
        parts: in their order.

    Returns:
        What the file has of each, in the same order.
    """
    return [
        _inlaid(pdf, part) if isinstance(part, Insert) else _gathered(pdf, part) for part in parts
    ]


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


def _inlaid(pdf: Pdf, insert: Insert) -> Inlay:
    """Append a foreign file's pages, and copy its structure tree if it has one."""
    with read(insert.pdf) as source:
        first = len(pdf.pages)
        pdf.add_pages_from(source)
        language = source.Root.get(Name.Lang)
        tree = source.Root.get(Name.StructTreeRoot) if insert.tagged else None
        return Inlay(
            insert,
            tuple(page.obj for page in pdf.pages[first:]),
            pdf.copy_foreign(source.make_indirect(tree)) if isinstance(tree, Dictionary) else None,
            str(language) if isinstance(language, String) else "",
        )
