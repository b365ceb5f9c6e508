"""A raw body in HTML → the items that a browser shows, in their order.

This reader shares no code with copy-editing, so it sees all that copy-editing loses.
"""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from lxml import etree

from printkit.preflight.inventory.html_trees import parse_tree
from printkit.preflight.inventory.item_addresses import (
    PLAYED,
    embed_address,
    link_address,
    make_absolute,
    picture_addresses,
)
from printkit.preflight.inventory.tokens import TOUCH
from printkit.text.patterns import regex


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_SEEN_BY_NOBODY = _names(
    """script style template head title desc metadata meta link base datalist rp meter progress
    param col colgroup noframes noembed defs symbol marker pattern mask clippath"""
)
_BLOCKS = _names(
    """address article aside blockquote body br button canvas caption center dd details dialog dir
    div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li
    main menu nav object ol optgroup option p pre search section select summary svg table tbody td
    text textarea tfoot th thead tr ul"""
)
# A browser may show the words on both sides of the edge of one of these without a gap.
_WITHIN_WORDS = _names(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb rt ruby
    s samp script small span strike strong style sub sup template time tt u var wbr"""
)
# The parser puts all that follows one of these into the element.
_OPEN_ENDED = ("embed", "frame", "bgsound")
_SPOKEN = _names("sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only")
_WRITTEN_IN = _names("button submit reset image text search email tel url number")
_HIDDEN = regex(r"display:none|visibility:hidden")
_BLOCK_STYLE = regex(r"display\s*:\s*(block|flex|grid|table|list)")
_CODE = frozenset(("pre", "code"))
# The places of signs in these mean something.
_BUILT = ("mfrac", "msup", "msub", "msubsup", "mroot", "msqrt", "mmultiscripts")
_PLACE_DEPTH = 4

ItemKind = Literal["words", "control", "picture", "link", "embed", "formula", "built formula"]


class Item(NamedTuple):
    """Something that a browser shows of a raw body.

    Attributes:
        kind: `control` is the text of a button or a field, or a text in an attribute; `embed` is
            a film, a frame and the like; of a `built formula` the places of the signs count, as
            in a fraction.
        words: as a reader sees them; of a formula also its TeX or its description, a line each.
        addresses: of a picture every address that it may be loaded from, of a link or an embed
            its only one; absolute where the body has a base.
        place: the names of the innermost elements around the item, the outermost first.
    """

    kind: ItemKind
    words: str
    place: str
    addresses: tuple[str, ...] = ()


ReadText = Callable[[str], list[Item | str]]


def read_html(source: str, base: str, read_text: ReadText | None = None) -> list[Item]:
    """Read the items of a body.

    Args:
        source: HTML in any state.
        base: the article's address, for relative addresses; may be empty.
        read_text: finds items within a text that is no code, such as the Markdown within HTML.
    """
    reader = _Reader(base, read_text)
    reader.read(parse_tree(source))
    return reader.items


class _Reader:
    def __init__(self, base: str, read_text: ReadText | None) -> None:
        self.items: list[Item] = []
        self._base = base
        self._read_text = read_text
        self._path: list[str] = []
        self._run: list[str] = []
        self._run_place = ""

    def read(self, root: etree._Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = _tag(element)
            if event == "start":
                self._path.append(tag)
                if not _is_seen(element, tag) or not self._open(element, tag):
                    walker.skip_subtree()
            else:
                self._close(element, tag)
        self._end_run()

    def _open(self, element: etree._Element, tag: str) -> bool:
        """Take the items of an element itself; tell whether its contents are shown, too."""
        if _is_block(element, tag):
            self._end_run()
        if tag == "noscript":
            for fallback in element.iter("img"):
                self._add("picture", "", picture_addresses(fallback, "img", self._base))
            return False
        if found := picture_addresses(element, tag, self._base):
            self._add("picture", element.get("alt") or "", found)
        if tag == "math":
            self._add("built formula" if _is_built(element) else "formula", _formula(element))
            return False
        if tag in ("script", "amp-mathml"):
            self._add("formula", element.get("data-formula") or element.text or "")
            return False
        address = embed_address(element, tag, self._base)
        if tag in PLAYED or tag in _OPEN_ENDED or address:
            self._add("embed", "" if address else tag, (address,) if address else ())
        if tag in PLAYED:
            self.items += read_html(element.get("srcdoc") or "", self._base)
            return False
        self._take_attributes(element, tag)
        self._say(element.text, tag)
        return True

    def _close(self, element: etree._Element, tag: str) -> None:
        if _is_block(element, tag):
            self._end_run()
        self._path.pop()
        self._say(element.tail, tag)

    def _take_attributes(self, element: etree._Element, tag: str) -> None:
        if href := link_address(element, tag):
            self._add("link", "", (make_absolute(self._base, href),))
        for name in ("caption", "credit") if "-" in tag else ():
            self._add("control", element.get(name) or "")
        if tag == "input" and (element.get("type") or "text").lower() in _WRITTEN_IN:
            self._add("control", element.get("value") or element.get("placeholder") or "")
        if tag == "optgroup":
            self._add("control", element.get("label") or "")

    def _say(self, text: str | None, tag: str) -> None:
        """Take the text that begins where an element begins or ends.

        Words on both sides of the place count as two: a browser may set the element apart.
        """
        self._run.append(TOUCH if tag in _WITHIN_WORDS or "-" in tag else " ")
        if not text:
            return
        readable = self._read_text and _CODE.isdisjoint(self._path)
        for part in self._read_text(text) if self._read_text and readable else (text,):
            if isinstance(part, Item):
                self._add(part.kind, part.words, part.addresses)
            else:
                self._run.append(part)
                self._run_place = self._run_place or self._place

    def _end_run(self) -> None:
        words = "".join(self._run)
        if words.strip():
            self.items.append(Item("words", words, self._run_place))
        self._run.clear()
        self._run_place = ""

    def _add(self, kind: ItemKind, words: str, addresses: tuple[str, ...] = ()) -> None:
        if words.strip() or addresses:
            self.items.append(Item(kind, words, self._place, addresses))

    @property
    def _place(self) -> str:
        return " ".join(self._path[-_PLACE_DEPTH:])


def _is_block(element: etree._Element, tag: str) -> bool:
    """Tell whether an element stands on lines of its own, or in a place of its own in a drawing."""
    if tag == "tspan":
        return any(element.get(name) is not None for name in ("x", "y", "dy"))
    return tag in _BLOCKS or bool(_BLOCK_STYLE.search(element.get("style") or ""))


def _tag(element: etree._Element) -> str:
    """Return the name of an element without the prefix of its namespace."""
    return str(element.tag).rpartition(":")[2].rpartition("}")[2].lower()


def _is_seen(element: etree._Element, tag: str) -> bool:
    """Tell whether a reader of the web page sees an element, or sees the formula of a script."""
    if tag in _SEEN_BY_NOBODY and element.get("shadowrootmode") is None:
        return tag == "script" and "math/tex" in (element.get("type") or "")
    if element.get("fallback") is not None or not _is_drawn(element):
        return False
    style = (element.get("style") or "").replace(" ", "").lower()
    closed = tag == "dialog" and element.get("open") is None
    field = tag == "input" and (element.get("type") or "").lower() == "hidden"
    if closed or field or element.get("hidden") is not None or _HIDDEN.search(style):
        return False
    if not _SPOKEN.isdisjoint((element.get("class") or "").split()):
        return False
    return element.get("aria-hidden") != "true" or not _is_ornament(element)


def _is_drawn(element: etree._Element) -> bool:
    """Tell whether a browser draws a part of a drawing: of a `switch`, the first that it can."""
    around = element.getparent()
    if around is None or around.tag != "switch":
        return True
    before = element.itersiblings(preceding=True)
    return element.get("systemlanguage") is None and not any(
        one.get("systemlanguage") is None for one in before
    )


def _is_ornament(element: etree._Element) -> bool:
    """Tell whether an element that is hidden from screen readers says nothing of its own."""
    parent = element.getparent()
    repeats_formula = parent is not None and next(parent.iter("math"), None) is not None
    return repeats_formula or not re.search(r"\w\w", "".join(map(str, element.itertext())))


def _is_built(formula: etree._Element) -> bool:
    return any(
        (tag := _tag(one)) in _BUILT or (tag == "menclose" and "radical" in one.get("notation", ""))
        for one in formula.iter()
    )


def _formula(element: etree._Element) -> str:
    """Return the words of a formula, its description, and its TeX, a line each."""
    notes = [one for one in element.iter() if _tag(one).startswith("annotation")]
    tex = [one.text or "" for one in notes if "tex" in (one.get("encoding") or "")]
    hidden = {part for one in notes for part in one.iter()}
    flat = " ".join(one.text or "" for one in element.iter() if one not in hidden)
    return "\n".join((" ".join(flat.split()), element.get("alttext") or "", *tex)).strip()
