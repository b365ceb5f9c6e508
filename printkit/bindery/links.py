"""Where links lead: to another part of the book, or to a place in their own."""

from collections.abc import Mapping, Sequence

from pikepdf import Array, Name, NameTree, Object, Pdf, String

from printkit.bindery.appended_pages import Gathering
from printkit.bindery.book import TOP, Jump
from printkit.bindery.name_tree import name_tree
from printkit.pages import Position

Places = dict[bytes, tuple[Object, Object]]


def destination(sheets: Sequence[Object], place: Position) -> Array:
    """A destination in the file.

    Args:
        sheets: all pages of the file.
        place: its page counted from 0 in them; one above the page is the whole of it.
    """
    sheet = sheets[place.page]
    if place.y >= TOP:
        return Array([sheet, Name.Fit])
    return Array([sheet, Name.XYZ, place.x, place.y, 0])


def lead(
    pdf: Pdf, gatherings: Sequence[Gathering], jumps: Mapping[str, Jump], sheets: Sequence[Object]
) -> None:
    """Lead every link of the printed parts, and make their named places known to the file.

    Args:
        pdf: the file that is bound.
        gatherings: the printed parts. A link to a name leads into its own part; in the file,
            a name that comes twice stands for the first, and that of an insert before all.
        jumps: links that stay within the book, by the address they bear.
        sheets: all pages of the file.
    """
    known = _known(pdf)
    for gathering in gatherings:
        own = _places(gathering)
        for annotation in gathering.annotations:
            if isinstance(annotation.get(Name.Dest), String):
                annotation.Dest = own[bytes(annotation.Dest)][1]
            elif found := jumps.get(_address(annotation)):
                del annotation.A
                annotation.Dest = destination(sheets, found.place)
                annotation.Contents = String(found.words)
        known = own | known
    if known:
        pdf.Root.Names.Dests = pdf.make_indirect(name_tree(known.values()))


def _known(pdf: Pdf) -> Places:
    """The named places that came with inserts."""
    if Name.Dests not in pdf.Root.Names:
        return {}
    entries = ((String(name), place) for name, place in NameTree(pdf.Root.Names.Dests).items())
    return {bytes(name): (name, place) for name, place in entries}


def _places(gathering: Gathering) -> Places:
    """The named places of a part."""
    if gathering.places is None:
        return {}
    entries = gathering.places.Names.as_list()
    return {
        bytes(name): (name, place) for name, place in zip(entries[::2], entries[1::2], strict=True)
    }


def _address(annotation: Object) -> str:
    action = annotation.get(Name.A)
    return str(action.URI) if action is not None and Name.URI in action else ""
