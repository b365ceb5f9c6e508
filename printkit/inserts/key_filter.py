"""Remove every key that is not on the allow-list, from all objects that a page reaches.

In: somebody else's PDF, its annotations already reduced to links. Out: the same PDF, in which
pages and structure tree reach nothing but the allowed keys. So scripts, actions, media and
embedded files are removed here. Owns pikepdf, together with the bindery.
"""

from collections.abc import Iterable
from typing import Final

from pikepdf import Array, Dictionary, Object, Pdf, Stream

from printkit.edition.limits import Limits
from printkit.inserts.allowed_keys import ANCHORS, CONTENT, NAMED, PAGE, STRUCTURE
from printkit.inserts.stream_limits import StreamLimits
from printkit.inserts.untrusted_values import is_plain

_REACHING: Final = ("/Contents", "/Resources", "/Group")
_NOT_PLAIN: Final = frozenset((*_REACHING, "/Parent", "/Annots"))
_TO_PAGES: Final = frozenset(("/Pg", "/Obj", "/Stm"))
_DRAWN: Final = ("/Form", "/Image")


class KeyFilter:
    """Filters the objects of one file, each once.

    Args:
        pdf: the file, its annotations reduced to links.
        limits: how large the streams of the file may be.
        tagged: whether the keys that lead from pages to the structure tree are to stay.
    """

    def __init__(self, pdf: Pdf, limits: Limits, *, tagged: bool) -> None:
        self._pdf = pdf
        self._anchors = ANCHORS if tagged else frozenset()
        self._limits = StreamLimits(pdf, limits)
        self._seen: set[tuple[int, int]] = set()

    def filter_pages(self) -> None:
        """Keep only the keys that make up the look of pages and of all they draw.

        Raises:
            InsertError: a stream is broken or over a limit.
        """
        # All pages are noted first: an object of one page may lead to another page, which must
        # be filtered as a page and not as content.
        for page in self._pdf.pages:
            self._seen.add(page.obj.objgen)
            self._filter_page(page.obj)
        for page in self._pdf.pages:
            reached = [page.obj[key] for key in _REACHING if key in page.obj]
            self._filter_objects(reached, CONTENT | self._anchors)

    def filter_structure(self, tree: Object) -> None:
        """Keep the keys of the structure tree that screen readers need, and that lead to pages."""
        self._filter_objects([tree], STRUCTURE)

    def _filter_page(self, page: Object) -> None:
        _keep_keys(page, PAGE | self._anchors)
        for key in sorted(page.keys() - _NOT_PLAIN):
            if not is_plain(page[key]):
                del page[key]
        for link in page.get("/Annots", Array()):
            self._note(link)
            if not self._anchors:
                _keep_keys(link, frozenset(link.keys()) - ANCHORS)

    def _filter_objects(self, start: Iterable[Object], allowed: frozenset[str]) -> None:
        """Filter all dictionaries and streams that can be reached from some objects.

        The keys of dictionaries such as /Font are names that the file's author gave. Such names
        stay, and each waiting object is marked with whether its keys are such names.
        """
        waiting = [(one, False) for one in start]
        while waiting:
            one, has_given_names = waiting.pop()
            if not isinstance(one, Dictionary | Array | Stream) or not self._note(one):
                continue
            if isinstance(one, Array):
                waiting += [(value, False) for value in one]
                continue
            if isinstance(one, Stream):
                self._limits.check(one)
                self._keep_allowed(one, allowed)
            elif not has_given_names:
                self._keep_allowed(one, allowed)
            waiting += [
                (one[key], key in NAMED and not has_given_names) for key in sorted(one.keys())
            ]

    def _keep_allowed(self, one: Object, allowed: frozenset[str]) -> None:
        _keep_keys(one, allowed)
        # An object that no page reached was not filtered, and may hold scripts: drop the key to it.
        for key in _TO_PAGES & one.keys():
            if one[key].objgen not in self._seen:
                del one[key]
        drawn = one.get("/XObject")
        if isinstance(drawn, Dictionary):
            known = {key for key, value in drawn.items() if _is_form_or_image(value)}
            _keep_keys(drawn, frozenset(known))

    def _note(self, one: Object) -> bool:
        """Note an object as seen; return whether it is new, as a direct object always is."""
        if not one.is_indirect:
            return True
        is_new = one.objgen not in self._seen
        self._seen.add(one.objgen)
        return is_new


def _keep_keys(one: Object, keys: frozenset[str]) -> None:
    for key in sorted(one.keys() - keys):
        del one[key]


def _is_form_or_image(value: object) -> bool:
    return isinstance(value, Stream) and str(value.get("/Subtype")) in _DRAWN
