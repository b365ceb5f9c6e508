"""SVG in a body: source with `svg` goes in, and comes out with the words and pictures of each.

nh3 drops every `svg`. An `x-svg` takes its place, with a `span` for each text of the drawing, with
the pictures and links in the drawing, and with its size and its description as attributes.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from lxml import etree

from printkit.copyedit.svg_sizes import size_of_drawing
from printkit.copyedit.svg_texts import as_link, drawn_words, target_of
from printkit.text.patterns import regex

# A browser ends an `svg` where one of these begins, unless an element of `_HOSTS` is around.
_ENDS = "p|div|h[1-6]|ul|ol|dl|li|table|blockquote|img|br|hr|pre|span|b|i|em|strong|center|body"
_HOSTS = ("foreignobject", "desc", "title")
_TAG = regex(
    rf"<(?P<end>/?)(?P<name>svg|{'|'.join(_HOSTS)}|{_ENDS})(?=[\s/>])(?P<given>[^<>]*)>",
    re.IGNORECASE,
)
_SHOWN = regex(r"<(?:text|foreignobject|image|title|desc|a)(?=[\s/>])", re.IGNORECASE)
# The `svg` is a part of the value of an attribute: the address of a picture, or an icon.
_STANDS_IN_ATTRIBUTE = regex(r"(data:image/svg\+xml[^,\"'<>]{0,40},|=\s{0,3}[\"'])\s{0,3}\Z", re.I)
# Programs that draw leave their names in the description.
_MAKER = regex(r"(created|generated|made|exported|produced) (with|by|using|from|in)\b", re.I)
_SHAPES = regex(r"<(?:path|rect|circle|ellipse|line|polyline|polygon|use)(?=[\s/>])", re.IGNORECASE)
# Elements that draw nothing themselves: a `use` may draw the elements in them.
_UNDRAWN = frozenset(
    ("defs", "symbol", "style", "script", "metadata", "clippath", "mask", "pattern", "marker")
)
_CONCEALED = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class _SourceDrawing(NamedTuple):
    """A drawing in a source: the attributes of its `svg`, its contents, and its place."""

    given: str
    inside: str
    start: int
    end: int


def replace_drawings(source: str) -> str:
    """Replace each `svg` in a source by an `x-svg` with its words, its links and its pictures."""
    pieces, at = [], 0
    for one in _drawings(source):
        pieces += [source[at : one.start], _written(one.given, one.inside)]
        at = one.end
    return "".join(pieces) + source[at:]


def texts_in(drawing: str) -> list[str]:
    """Return the texts that a drawing shows, one by one.

    Args:
        drawing: a whole `svg`, such as a picture whose address holds the picture itself.
    """
    return [words for one in _drawings(drawing) for words in _Drawing(one.inside).texts]


def _drawings(source: str) -> Iterator[_SourceDrawing]:
    """Yield each outermost `svg` of a source."""
    at = 0
    while start := _next_opening(source, at):
        until, at = _ending(source, start)
        yield _SourceDrawing(start["given"], source[start.end() : until], start.start(), at)


def _next_opening(source: str, at: int) -> re.Match[str] | None:
    for tag in _TAG.finditer(source, at):
        before = max(0, tag.start() - 60)
        is_opening = tag["name"].lower() == "svg" and not tag["end"]
        if is_opening and not _STANDS_IN_ATTRIBUTE.search(source, before, tag.start()):
            return tag
    return None


def _ending(source: str, opening: re.Match[str]) -> tuple[int, int]:
    """Return where the contents of an `svg` end, and where the `svg` itself ends."""
    if opening["given"].rstrip().endswith("/"):
        return opening.end(), opening.end()
    depth, hosts = 1, 0
    for tag in _TAG.finditer(source, opening.end()):
        name = tag["name"].lower()
        step = -1 if tag["end"] else int(not tag["given"].rstrip().endswith("/"))
        if name in _HOSTS:
            hosts = max(0, hosts + step)
        elif name == "svg":
            depth += step
            if not depth:
                return tag.start(), tag.end()
        elif not hosts and not tag["end"]:
            return tag.start(), tag.start()
    return len(source), len(source)


def _written(given: str, inside: str) -> str:
    """Return the `x-svg` for a drawing with these attributes and these contents."""
    told: dict[str, str] = {}
    across, up = size_of_drawing(given)
    if across and up:
        told |= {"data-across": str(across), "data-up": str(up)}
    if _SHAPES.search(inside):
        told["data-shapes"] = "yes"
    shown: list[str] = []
    if _SHOWN.search(inside):
        drawing = _Drawing(inside)
        shown = drawing.shown
        told |= {"data-described": " · ".join(filter(None, drawing.described))}
        told |= {"data-tips": " · ".join(filter(None, drawing.tips))}
    # Of two attributes with one name, the first counts.
    ours = "".join(f' {name}="{escape(value)}"' for name, value in told.items() if value)
    own = given.strip().removesuffix("/")
    return f"<x-svg{ours}{' ' * bool(own)}{own}>{' '.join(shown)}</x-svg>"


class _Drawing:
    """The words, the links and the pictures of one drawing, in their order.

    Attributes:
        texts: the words of each text.
        shown: an inline element of HTML for each text and each picture: a block would end the
            paragraph around the drawing.
        described: the title and the description of the drawing.
        tips: titles and descriptions of its parts, which a browser shows under the pointer, and
            the name of the program that made the drawing.
    """

    def __init__(self, inside: str) -> None:
        parser = etree.HTMLParser(
            remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8"
        )
        root = etree.fromstring(f"<div>{inside}</div>".encode("utf-8", "replace"), parser)
        self.texts: list[str] = []
        self.shown: list[str] = []
        self.described: list[str] = []
        self.tips: list[str] = []
        self._wanted = _used_parts(root)
        self._wanted.update(one[0] for one in map(_drawable, root.iter("switch")) if one)
        self._links: list[etree._Element] = []
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, part in walker:
            if part.tag == "a" and target_of(part):
                self._links[:] = [*self._links, part] if event == "start" else self._links[:-1]
            if event == "start" and not self._goes_on(part):
                walker.skip_subtree()

    def _goes_on(self, part: etree._Element) -> bool:
        """Read one part of the drawing; tell whether the parts in this part are to be read, too."""
        tag = str(part.tag)
        if self._is_undrawn(part):
            return False
        if tag in ("title", "desc"):
            around = part.getparent()
            words = drawn_words(part)
            is_whole = around is not None and around.tag in ("div", "body")
            named = is_whole and not _MAKER.match(words)
            (self.described if named else self.tips).append(words)
        elif tag == "image" and (address := target_of(part)):
            self.shown.append(f'<img src="{escape(address)}"{_sides_given(part)}>')
        elif tag in ("text", "foreignobject"):
            self._write(part)
        elif tag == "a" and not any(True for _ in part.iter("text", "foreignobject", "image")):
            self.shown.append(as_link(part, ""))
        return tag not in ("text", "image", *_HOSTS)

    def _is_undrawn(self, part: etree._Element) -> bool:
        around = part.getparent()
        if part.tag in _UNDRAWN or (around is not None and around.tag == "switch"):
            return part not in self._wanted
        concealed = _CONCEALED.search(part.get("style") or "") or part.get("display") == "none"
        return bool(concealed) or part.get("visibility") == "hidden"

    def _write(self, part: etree._Element) -> None:
        """Write the words of a text with their links, and the pictures within words of HTML."""
        words = drawn_words(part)
        if self._links and words:
            self.shown.append(f"<span>{as_link(self._links[-1], escape(words))}</span>")
        elif words:
            self.shown.append(f"<span>{drawn_words(part, is_html=True)}</span>")
        self.texts += [words] if words else []
        self.tips += [drawn_words(one) for one in part.iter("title", "desc")]
        for picture in part.iter("img"):
            if address := picture.get("src"):
                alt = escape(picture.get("alt") or "")
                size = _sides_given(picture)
                self.shown.append(f'<img src="{escape(address)}" alt="{alt}"{size}>')


def _used_parts(root: etree._Element) -> set[etree._Element]:
    """Return the parts that a `use` draws, and the parts around these."""
    names = {target_of(one).lstrip("#") for one in root.iter("use")}
    wanted: set[etree._Element] = set()
    for part in root.iter() if names else ():
        around = part if part.get("id") in names else None
        while around is not None and around not in wanted:
            wanted.add(around)
            around = around.getparent()
    return wanted


def _drawable(switch: etree._Element) -> list[etree._Element]:
    """Return the parts of a `switch` that a browser can draw; the browser draws the first."""
    return [one for one in switch if one.get("systemlanguage") is None] or list(switch)


def _sides_given(picture: etree._Element) -> str:
    """Return the size of a picture as attributes, if both sides are numbers of pixels."""
    sides = [(picture.get(name) or "").removesuffix("px") for name in ("width", "height")]
    if not all(side.isascii() and side.isdigit() and len(side) < 7 for side in sides):
        return ""
    return f' width="{sides[0]}" height="{sides[1]}"'
