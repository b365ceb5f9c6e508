"""Append the pages of a book's parts and inserts to the bound file.

In: the file and the parts in their order. Out: for each part, its pages in the bound file and
the objects of its document that the bindery merges later, such as its structure tree.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from printkit.bindery.book import Insert, Part
from printkit.bindery.resources import all_resources, drawn_streams


@dataclass(frozen=True)
class _AppendedPages:
    """Pages in the bound file.

    Attributes:
        pages: the page dictionaries, in their order.
        tree: the StructTreeRoot that came with the pages; None if no tree came.
    """

    pages: tuple[Object, ...]
    tree: Object | None

    @property
    def resources(self) -> Iterator[Object]:
        """Yield every resource dictionary of the pages and of the forms drawn on them, once."""
        return all_resources(page.get(Name.Resources, Dictionary()) for page in self.pages)

    @property
    def annotations(self) -> Iterator[Object]:
        """Yield the annotations of all pages, in their order."""
        for page in self.pages:
            yield from page.get(Name.Annots, ())

    @property
    def parent_tree_objects(self) -> Iterator[Object]:
        """Yield each object that may bear a key of the ParentTree, once.

        Such objects are pages, annotations, and the streams drawn on pages: ISO 32000-1, 14.7.4.4.
        """
        seen: set[tuple[int, int]] = set()
        drawn = (one for resources in self.resources for one in drawn_streams(resources))
        for one in chain(self.pages, self.annotations, drawn):
            if one.objgen not in seen:
                seen.add(one.objgen)
                yield one


@dataclass(frozen=True)
class AppendedPart(_AppendedPages):
    """A printed part and its pages in the bound file.

    Attributes:
        part: the printed part.
        destinations: its named destinations, a name tree of one node; None if there are none.
        intent: its output intent, with a colour profile; None if the part is no PDF/A.
    """

    part: Part
    destinations: Object | None
    intent: Object | None


@dataclass(frozen=True)
class AppendedInsert(_AppendedPages):
    """An insert and its pages in the bound file. The insert's structure tree may hold anything.

    Attributes:
        insert: somebody else's pages.
        language: the language that the insert's file states; may be empty.
    """

    insert: Insert
    language: str


def append_pages(pdf: Pdf, parts: Sequence[Part | Insert]) -> list[AppendedPart | AppendedInsert]:
    """Append all pages to the file.

    Args:
        pdf: the file that is bound.
        parts: the parts and inserts in their order.

    Returns:
        The appended pages of each part or insert, in the same order.
    """
    return [
        _append_insert(pdf, one) if isinstance(one, Insert) else _append_part(pdf, one)
        for one in parts
    ]


def open_printed(printed: bytes) -> Pdf:
    """Open a file that the press made.

    A damaged file is a fault of ours: qpdf must raise an error instead of mending the file.
    """
    return pikepdf.open(BytesIO(printed), attempt_recovery=False)


def _append_part(pdf: Pdf, part: Part) -> AppendedPart:
    """Append a part's pages, and copy the objects that belong to all of its pages."""
    with open_printed(part.pages.pdf) as source:
        first = len(pdf.pages)
        for page in source.pages:
            pdf.pages.append(page)
        names = source.Root.get(Name.Names, Dictionary())
        intents = source.Root.get(Name.OutputIntents, Array())
        shared = (
            source.Root.get(Name.StructTreeRoot),
            names.get(Name.Dests),
            intents[0] if len(intents) else None,
        )
        tree, destinations, intent = (
            None if one is None else _copied(pdf, source, one) for one in shared
        )
        return AppendedPart(
            pages=tuple(page.obj for page in pdf.pages[first:]),
            tree=tree,
            part=part,
            destinations=destinations,
            intent=intent,
        )


def _append_insert(pdf: Pdf, insert: Insert) -> AppendedInsert:
    """Append an insert's pages, and copy its structure tree if the insert counts as tagged."""
    with open_printed(insert.pdf) as source:
        first = len(pdf.pages)
        # Not pages.append, which leaves out named destinations: links to them would lead nowhere.
        pdf.add_pages_from(source)
        language = source.Root.get(Name.Lang)
        tree = source.Root.get(Name.StructTreeRoot) if insert.tagged else None
        return AppendedInsert(
            pages=tuple(page.obj for page in pdf.pages[first:]),
            tree=_copied(pdf, source, tree) if isinstance(tree, Dictionary) else None,
            insert=insert,
            language=str(language) if isinstance(language, String) else "",
        )


def _copied(pdf: Pdf, source: Pdf, one: Object) -> Object:
    """Return a copy in the bound file of an object of another file."""
    # copy_foreign takes indirect objects only, and copies each object once: a copied tree points to
    # the appended pages and not to a second copy of them.
    return pdf.copy_foreign(source.make_indirect(one))
