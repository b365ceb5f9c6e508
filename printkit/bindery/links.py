"""Set the destinations of links: in another part of the book, or in the link's own part.

In: the appended parts and the book's internal links. Out: explicit destinations in the link
annotations, and the named destinations in the file's name tree.
"""

from collections.abc import Mapping, Sequence

from pikepdf import Array, Name, NameTree, Object, Pdf, String

from printkit.bindery.appended_pages import AppendedPart
from printkit.bindery.book import TOP, InternalLink
from printkit.bindery.name_tree import name_tree
from printkit.pages import Position

_Destinations = dict[bytes, tuple[Object, Object]]


def destination(pages: Sequence[Object], place: Position) -> Array:
    """Return a destination: a position on a page, or a whole page.

    Args:
        pages: all pages of the file.
        place: the position, on a page that counts from 0 in `pages`. A height of TOP or more
            stands for the whole page.
    """
    page = pages[place.page]
    if place.y >= TOP:
        return Array([page, Name.Fit])
    return Array([page, Name.XYZ, place.x, place.y, 0])


def set_destinations(
    pdf: Pdf,
    parts: Sequence[AppendedPart],
    internal_links: Mapping[str, InternalLink],
    pages: Sequence[Object],
) -> None:
    """Set the destination of every link in the printed parts, and name the destinations.

    A link to a name leads into its own part. If several parts have a destination of the same
    name, the name tree of the file keeps the first. Destinations of inserts come before all others.

    Args:
        pdf: the file that is bound.
        parts: the printed parts.
        internal_links: links to other parts of the book, by the address in their annotation.
        pages: all pages of the file.
    """
    known = _inserts_destinations(pdf)
    for part in parts:
        own = _part_destinations(part)
        for annotation in part.annotations:
            if isinstance(annotation.get(Name.Dest), String):
                annotation.Dest = own[bytes(annotation.Dest)][1]
            elif link := internal_links.get(_address(annotation)):
                # A link annotation has either an action or a destination: ISO 32000-1, 12.5.6.5.
                del annotation.A
                annotation.Dest = destination(pages, link.place)
                annotation.Contents = String(link.words)
        known = own | known
    if known:
        pdf.Root.Names.Dests = pdf.make_indirect(name_tree(known.values()))


def _inserts_destinations(pdf: Pdf) -> _Destinations:
    """Return the named destinations that came with the pages of inserts."""
    if Name.Dests not in pdf.Root.Names:
        return {}
    entries = ((String(name), place) for name, place in NameTree(pdf.Root.Names.Dests).items())
    return {bytes(name): (name, place) for name, place in entries}


def _part_destinations(part: AppendedPart) -> _Destinations:
    """Return the named destinations of one part."""
    if part.destinations is None:
        return {}
    entries = part.destinations.Names.as_list()
    return {
        bytes(name): (name, place) for name, place in zip(entries[::2], entries[1::2], strict=True)
    }


def _address(annotation: Object) -> str:
    action = annotation.get(Name.A)
    return str(action.URI) if action is not None and Name.URI in action else ""
