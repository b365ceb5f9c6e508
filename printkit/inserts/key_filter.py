"""Takes out of all that a page reaches what is no part of its look."""

from collections.abc import Iterable
from typing import Final

from pikepdf import Array, Dictionary, Object, Pdf, Stream

from printkit.inserts.allowed_keys import ANCHORS, CONTENT, NAMED, PAGE, STRUCTURE
from printkit.inserts.links import is_plain
from printkit.inserts.stream_limits import Scales

_REACHING: Final = ("/Contents", "/Resources", "/Group")
_NOT_PLAIN: Final = frozenset((*_REACHING, "/Parent", "/Annots"))
_TO_PAGES: Final = frozenset(("/Pg", "/Obj", "/Stm"))
_DRAWN: Final = ("/Form", "/Image")


class Censor:
    """Knows what it has looked through, and looks through nothing twice.

    Args:
        pdf: the file, its annotations reduced to links.
        tagged: whether pages are to be found from the structure tree.
    """

    def __init__(self, pdf: Pdf, *, tagged: bool) -> None:
        self._pdf = pdf
        self._anchors = ANCHORS if tagged else frozenset()
        self._scales = Scales(pdf)
        self._seen: set[tuple[int, int]] = set()

    def clear_pages(self) -> None:
        """Leave of each page, and of all it draws with, only what makes its look.

        Raises:
            InsertError: a stream is broken or over a limit.
        """
        for page in self._pdf.pages:
            self._seen.add(page.obj.objgen)
            self._clear_page(page.obj)
        for page in self._pdf.pages:
            reached = [page.obj[key] for key in _REACHING if key in page.obj]
            self._clear(reached, CONTENT | self._anchors)

    def clear_structure(self, tree: Object) -> None:
        """Leave of the structure tree what readers aloud need, and what leads to cleared pages."""
        self._clear([tree], STRUCTURE)

    def _clear_page(self, page: Object) -> None:
        _keep(page, PAGE | self._anchors)
        for key in sorted(page.keys() - _NOT_PLAIN):
            if not is_plain(page[key]):
                del page[key]
        for link in page.get("/Annots", Array()):
            self._is_new(link)
            if not self._anchors:
                _keep(link, frozenset(link.keys()) - ANCHORS)

    def _clear(self, start: Iterable[Object], vocabulary: frozenset[str]) -> None:
        ahead = [(one, False) for one in start]
        while ahead:
            one, named = ahead.pop()
            if not isinstance(one, Dictionary | Array | Stream) or not self._is_new(one):
                continue
            if isinstance(one, Array):
                ahead += [(value, False) for value in one]
                continue
            if isinstance(one, Stream):
                self._scales.weigh(one)
            if isinstance(one, Stream) or not named:
                self._keep_known(one, vocabulary)
            ahead += [(one[key], key in NAMED and not named) for key in sorted(one.keys())]

    def _keep_known(self, one: Object, vocabulary: frozenset[str]) -> None:
        _keep(one, vocabulary)
        for key in _TO_PAGES & one.keys():
            if one[key].objgen not in self._seen:
                del one[key]
        pictures = one.get("/XObject")
        if isinstance(pictures, Dictionary):
            drawn = {key for key, value in pictures.items() if _is_drawn(value)}
            _keep(pictures, frozenset(drawn))

    def _is_new(self, one: Object) -> bool:
        if not one.is_indirect:
            return True
        new = one.objgen not in self._seen
        self._seen.add(one.objgen)
        return new


def _keep(one: Object, keys: frozenset[str]) -> None:
    for key in sorted(one.keys() - keys):
        del one[key]


def _is_drawn(value: object) -> bool:
    return isinstance(value, Stream) and str(value.get("/Subtype")) in _DRAWN
