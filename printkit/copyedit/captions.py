"""Captions: a body with its pictures goes in, the caption of each picture comes out.

This pass comes before `compose`, which would separate a caption from its picture.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from printkit.copyedit import credits, tree
from printkit.copyedit.caption_signs import CaptionSigns
from printkit.copyedit.loose_captions import take_loose_caption
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node

_MARKED = re.compile(
    r"(^|[-_])((img|image|photo|media|fig|figure|thumb|text)?[-_]?captions?([-_]?text)?"
    r"|thumbcaption|msocaption|cutline|legende?|legenda|leyenda|pie-?(de-?)?foto|didascalia|onderschrift"
    r"|bild-?unterschrift|bild-?text|bildetekst|billedtekst|kuvateksti)$"
)
_LABELS = frozenset(("image", "photo", "photograph", "picture", "photos", "images"))
_WORDPRESS_FIGURE = "wp-caption"  # the class of a `div` that is a figure
_NO_CAPTION = frozenset(("a", "caption", "img", "table", "figure"))
_STRUCTURE = ("table", "ul", "ol", "dl", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote")
_CLOSE = 4  # captions and credits before their picture, at most
# In characters. Longer words are no caption, even if the markup calls them a caption.
_LONG = 1_200


class Word(NamedTuple):
    """A part of the body in reading order.

    Attributes:
        kind: `picture`, `caption` or `words`.
        element: the picture or the caption; for words, the element around them.
    """

    kind: str
    element: Node


def bind_captions(root: Node, removals: Removals) -> dict[Node, Node]:
    """Find each picture's caption and take it out of the body.

    Returns:
        The caption of each `img` that has a caption, as a detached `div`.
    """
    bound: dict[Node, Node] = {}
    _bind_marked(root, bound)
    for figure in tree.each(root, "figure", "div"):
        if figure.tag == "figure" or _WORDPRESS_FIGURE in tree.classes(figure):
            _bind_figure(figure, bound, removals)
    signs = CaptionSigns(root)
    for img in tree.each(root, "img"):
        if img not in bound and (caption := take_loose_caption(img, root, signs)) is not None:
            bound[img] = caption
    return bound


def _bind_marked(root: Node, bound: dict[Node, Node]) -> None:
    sequence = list(_in_reading_order(root))
    for at, (kind, caption) in enumerate(sequence):
        if kind != "caption" or caption.getparent() is None:
            continue
        img = _picture_of(sequence, at)
        if img is not None:
            _attach(img, caption, bound)


def _in_reading_order(element: Node) -> Iterator[Word]:
    """Yield the parts of a body in order; a caption is one part, after the pictures in it."""
    if element.tag == "figcaption" or _is_caption(element):
        yield from (Word("picture", img) for img in element.iter("img"))
        yield Word("caption", element)
        return
    if element.tag == "img":
        yield Word("picture", element)
    if not tree.is_unseen(element.text):
        yield Word("words", element)
    for child in element:
        yield from _in_reading_order(child)
        if not tree.is_unseen(child.tail):
            yield Word("words", element)


def _is_caption(element: Node) -> bool:
    marked = any(_MARKED.search(name) for name in tree.classes(element))
    if not (marked or credits.is_marked_alone(element)) or element.tag in _NO_CAPTION:
        return False
    if len(tree.text(element)) > _LONG or _has_picture(element):
        return False
    return not tree.holds_nothing(element)


def _picture_of(sequence: list[Word], at: int) -> Node | None:
    """Return the picture of a caption: directly before it, or directly behind it in its box."""
    before = _picture_before(sequence, at)
    near = sequence[at + 1 : at + _CLOSE]
    after = next((one for one in near if one.kind != "caption"), None)
    if after is None or after.kind != "picture":
        return before
    box = _box_of(sequence[at].element, after.element)
    if box is None or (before is not None and box in tree.ancestors(before)):
        return before
    return after.element


def _box_of(caption: Node, img: Node) -> Node | None:
    """Return the innermost element around both; None if only the body is around both."""
    around = set(tree.ancestors(img))
    box = next((one for one in tree.ancestors(caption) if one in around), None)
    return None if box is None or box.getparent() is None else box


def _picture_before(sequence: list[Word], at: int) -> Node | None:
    """Return the picture directly before a caption, else the first picture of its figure."""
    around = (one for one in tree.ancestors(sequence[at].element) if one.tag == "figure")
    figure = next((one for one in around if _has_picture(one)), None)
    for kind, element in reversed(sequence[:at]):
        inside = figure is not None and figure in tree.ancestors(element)
        if figure is not None and not inside:
            break
        if kind == "picture":
            return element
        if kind == "words" and not inside and tree.words(element).lower() not in _LABELS:
            break
    return None if figure is None else next(iter(figure.iter("img")))


def _has_picture(element: Node) -> bool:
    return any(True for _ in element.iter("img"))


def _attach(img: Node, words: Node, bound: dict[Node, Node]) -> None:
    """Move an element into a picture's caption; pictures in the element stay in the body."""
    for inner in tree.each(words, "img"):
        tree.drop(inner)
        words.addprevious(inner)
    caption = bound.setdefault(img, tree.make("div"))
    if not tree.holds_nothing(caption):
        tree.add_text(caption, "\n")
    tree.drop(words)
    caption.append(words)


def _bind_figure(figure: Node, bound: dict[Node, Node], removals: Removals) -> None:
    """Make the other words of a figure its caption, if they are few and no caption is marked."""
    pictures = tree.each(figure, "img")
    if not pictures or any(True for _ in figure.iter(*_STRUCTURE)):
        return
    for label in tree.each(figure, "span", "div", "p"):
        if not len(label) and tree.words(label).lower() in _LABELS:
            removals.take(label, "label")
    if any(img in bound for img in pictures) or len(tree.words(figure)) > _LONG:
        return
    holder = figure
    while len(holder) == 1 and holder[0].tag not in ("a", "img", "picture"):
        holder = holder[0]
    rest = tree.make("div")
    for part in tree.take_apart(holder):
        shows = not isinstance(part, str) and (part.tag == "img" or _has_picture(part))
        tree.put(holder if shows else rest, part)
    if not tree.holds_nothing(rest):
        bound[pictures[-1]] = rest
