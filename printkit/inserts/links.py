"""Reduce links to a destination in the file or to a web address; refuse all other targets."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Integer, Name, Object, Pdf, String

from printkit.inserts.allowed_keys import ANCHORS, LINK
from printkit.inserts.untrusted_values import is_plain, name_tree_entries

_ADDRESS = re.compile(rb"(?:https?://|mailto:|tel:)[^\x00-\x20\x7f]+", re.IGNORECASE)
_LONGEST_ADDRESS = 4_000
_STYLE = ("/Type", "/W", "/S", "/D")


class LinkReducer:
    """Reduces the links of one file.

    Args:
        pdf: the file, whose pages have the attributes that they inherit.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pages = [page.obj for page in pdf.pages]
        self._page_ids = {page.objgen for page in self._pages}
        self._named = dict(_named_destinations(pdf.Root))

    def reduce(self, annotation: Object) -> bool:
        """Reduce a link to its area, style and target; return False if no target is allowed."""
        if not isinstance(annotation, Dictionary) or annotation.get("/Subtype") != Name.Link:
            return False
        target, area = self.target(annotation), annotation.get("/Rect")
        if target is None or not isinstance(area, Array) or not is_plain(area):
            return False
        _remove_other_keys(annotation)
        key, value = target
        annotation[key] = value
        return True

    def target(self, link: Dictionary) -> tuple[str, Object] | None:
        """Return the key and the value of the target of a link or bookmark; None if not allowed.

        The target is a destination in this file (/Dest), or a web address (/A).
        """
        action = link.get("/A")
        if not isinstance(action, Dictionary):
            return self._destination(link.get("/Dest"))
        if action.get("/S") == Name.GoTo:
            return self._destination(action.get("/D"))
        address = action.get("/URI")
        if action.get("/S") != Name.URI or not isinstance(address, String):
            return None
        if len(bytes(address)) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(bytes(address)):
            return None
        return "/A", Dictionary(Type=Name.Action, S=Name.URI, URI=address)

    def _destination(self, place: object) -> tuple[str, Array] | None:
        """Return a destination that refers to its page; None if this file has no such page.

        Named destinations are resolved: the name tree does not come along.
        """
        if isinstance(place, String | Name):
            place = self._named.get(_name_key(place))
        if isinstance(place, Dictionary):
            place = place.get("/D")
        if not isinstance(place, Array) or not len(place):
            return None
        page, *view = place
        # Page numbers are for links to other files, but some programs use them within a file, too.
        if isinstance(page, Integer) and 0 <= int(page) < len(self._pages):
            page = self._pages[int(page)]
        if not isinstance(page, Dictionary) or page.objgen not in self._page_ids:
            return None
        return ("/Dest", Array([page, *view])) if all(map(is_plain, view)) else None


def _remove_other_keys(link: Dictionary) -> None:
    for key in sorted(link.keys() - (LINK | ANCHORS) | {"/A", "/Dest"}):
        if key in link:
            del link[key]
    style = link.get("/BS")
    if isinstance(style, Dictionary):
        link["/BS"] = Dictionary({key: style[key] for key in _STYLE if key in style})
    for key in sorted(link.keys() - {"/BS"}):
        if not is_plain(link[key]):
            del link[key]


def _name_key(name: Object) -> bytes:
    """Return a key for a destination: different for a name object and a string of the same text."""
    return str(name).encode() if isinstance(name, Name) else b"(" + bytes(name)


def _named_destinations(root: Object) -> Iterator[tuple[bytes, Object]]:
    """Yield the named destinations of PDF 1.1, in /Dests, and of PDF 1.2, in a name tree."""
    old = root.get("/Dests")
    if isinstance(old, Dictionary):
        yield from ((key.encode(), value) for key, value in old.items())
    names = root.get("/Names")
    if isinstance(names, Dictionary):
        for name, place in name_tree_entries(names.get("/Dests")):
            yield _name_key(name), place
