"""Links to places in the file and to addresses: the only annotations that stay alive."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Integer, Name, Object, Pdf, Stream, String

from printkit.inserts.allowed_keys import ANCHORS, LINK
from printkit.inserts.arrays import items_of

_ADDRESS = re.compile(rb"(?:https?://|mailto:|tel:)[^\x00-\x20\x7f]+", re.IGNORECASE)
_LONGEST_ADDRESS = 4_000
_STYLE = ("/Type", "/W", "/S", "/D")


class Concourse:
    """Knows where in a file a link may lead.

    Args:
        pdf: the file, its pages settled.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pages = [page.obj for page in pdf.pages]
        self._here = {page.objgen for page in self._pages}
        self._named = dict(_named_places(pdf.Root))

    def mend(self, annotation: Object) -> bool:
        """Reduce a link to what is harmless; False if nothing is left of it."""
        if not isinstance(annotation, Dictionary) or annotation.get("/Subtype") != Name.Link:
            return False
        target, area = self._target(annotation), annotation.get("/Rect")
        if target is None or not isinstance(area, Array) or not is_plain(area):
            return False
        _strip(annotation)
        key, value = target
        annotation[key] = value
        return True

    def _target(self, link: Dictionary) -> tuple[str, Object] | None:
        """Its one key and value: a destination here, or an address to go to."""
        action = link.get("/A")
        if not isinstance(action, Dictionary):
            place = self._place(link.get("/Dest"))
            return None if place is None else ("/Dest", place)
        if action.get("/S") == Name.GoTo:
            place = self._place(action.get("/D"))
            return None if place is None else ("/Dest", place)
        address = action.get("/URI")
        if action.get("/S") != Name.URI or not isinstance(address, String):
            return None
        if len(bytes(address)) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(bytes(address)):
            return None
        return "/A", Dictionary(Type=Name.Action, S=Name.URI, URI=address)

    def _place(self, place: object) -> Array | None:
        """A destination that names its page by itself and not by a word of the whole file."""
        if isinstance(place, String | Name):
            place = self._named.get(_word(place))
        if isinstance(place, Dictionary):
            place = place.get("/D")
        if not isinstance(place, Array) or not len(place):
            return None
        page, *view = place
        if isinstance(page, Integer) and 0 <= int(page) < len(self._pages):
            page = self._pages[int(page)]
        if not isinstance(page, Dictionary) or page.objgen not in self._here:
            return None
        return Array([page, *view]) if all(map(is_plain, view)) else None


def is_plain(value: object) -> bool:
    """Whether the value is made of numbers and words alone."""
    if isinstance(value, Array):
        return all(not isinstance(one, Array) and is_plain(one) for one in value)
    return not isinstance(value, Dictionary | Stream)


def _strip(link: Dictionary) -> None:
    for key in sorted(link.keys() - (LINK | ANCHORS) | {"/A", "/Dest"}):
        if key in link:
            del link[key]
    style = link.get("/BS")
    if isinstance(style, Dictionary):
        link["/BS"] = Dictionary({key: style[key] for key in _STYLE if key in style})
    for key in sorted(link.keys() - {"/BS"}):
        if not is_plain(link[key]):
            del link[key]


def _word(word: Object) -> bytes:
    """Names and strings are two kinds of words; neither is taken for the other."""
    return str(word).encode() if isinstance(word, Name) else b"(" + bytes(word)


def _named_places(root: Object) -> Iterator[tuple[bytes, Object]]:
    """The destinations that have names, in the old way and the new."""
    old = root.get("/Dests")
    if isinstance(old, Dictionary):
        yield from ((key.encode(), value) for key, value in old.items())
    names = root.get("/Names")
    ahead = [names.get("/Dests")] if isinstance(names, Dictionary) else []
    seen = set()
    while ahead:
        node = ahead.pop()
        if not isinstance(node, Dictionary) or node.objgen in seen:
            continue
        if node.is_indirect:
            seen.add(node.objgen)
        ahead += items_of(node.get("/Kids"))
        words = items_of(node.get("/Names"))
        for word, place in zip(words[::2], words[1::2], strict=False):
            if isinstance(word, String):
                yield _word(word), place
