"""Places of pictures: an `img` goes in, a placeholder on, behind or within its line comes out."""

import re
from collections.abc import Container
from itertools import islice

from printkit.copyedit import pictures, tree
from printkit.copyedit.room import leave_room
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, INLINE, names
from printkit.text.patterns import regex

_LARGE = 100  # pixels; a picture that is as wide, or as high, is too large for a line of text
_SIGN_MOST = 64  # pixels of the shorter side of a sign, if both sides are known
# Elements; a row of more elements without words is no line of text.
_NEAR_MOST = 50
_PHOTOGRAPH = regex(r"\.(jpe?g|webp|heic|avif)([?#]|$)", re.IGNORECASE)
_EMOJI = regex(r"emoji|smil(ey|ie)|icon|mwe-math|latex|tex$", re.I)
_CELLS = names("td th")
_NO_FIGURE = HEADINGS | names("h1 dt caption pre summary")


def put_placeholder(img: Node, number: int, *, captioned: bool = False) -> Node:
    """Put a placeholder in the place of a picture.

    Args:
        img: the picture.
        number: the number of the placeholder.
        captioned: whether the picture has a caption or a credit: a line has no room for these.

    Returns:
        A `figure` for a picture on a line of its own; a `figure` of class `after` for a picture
        that is printed behind its line; an `img` for a picture within its line.
    """
    mark = tree.make("img")
    mark.set("data-figure", str(number))
    if captioned or not _stands_in_line(img):
        mark.tag = "figure"
        before, after = words_beside(img)
        if (before and after) or any(one.tag in _NO_FIGURE for one in img.iterancestors()):
            mark.set("class", "after")
    tree.replace(img, mark)
    if mark.get("class") == "after":
        # The picture leaves the line: 7 and 8 beside the picture must not become 78.
        leave_room(mark)
    return mark


def part_captioned(root: Node, captioned: Container[int]) -> None:
    """Put the pictures that have got a caption or a credit from the record behind their lines.

    Args:
        root: the body with placeholders; changed in place.
        captioned: the numbers of these pictures.
    """
    for mark in root.iter("img"):
        number = mark.get("data-figure")
        if number is not None and int(number) in captioned:
            mark.tag = "figure"
            mark.set("class", "after")
            leave_room(mark)


def _stands_in_line(img: Node) -> bool:
    if pictures.is_formula(img):
        return True
    before, after = words_beside(img)
    if pictures.is_sign(img) or _EMOJI.search(img.get("class", "")):
        around = {one.tag for one in tree.ancestors(img)}
        return before or after or not around.isdisjoint(_NO_FIGURE | _CELLS)
    return before and after and not _is_large(img)


def _is_large(img: Node) -> bool:
    """Tell whether a picture is too large for a line; one without a size is, if a photograph."""
    sides = [side for side in pictures.read_size(img) if side]
    if len(sides) == 2:
        return min(sides) > _SIGN_MOST
    return sides[0] > _LARGE if sides else _PHOTOGRAPH.search(img.get("src") or "") is not None


def words_beside(img: Node) -> tuple[bool, bool]:
    """Tell whether there are words before a picture, and after it, on its line.

    Args:
        img: the picture, or another element that stands in a line.
    """
    return _has_words(img, back=True), _has_words(img, back=False)


def _has_words(img: Node, *, back: bool) -> bool:
    at = img
    while True:
        if not back and not tree.is_blank(at.tail):
            return True
        for sibling in islice(at.itersiblings(preceding=back), _NEAR_MOST):
            if sibling.tag == "br" or sibling.tag not in (*INLINE, "picture", "source"):
                return back and not tree.is_blank(sibling.tail)
            if not tree.is_blank(tree.text(sibling)) or not tree.is_blank(sibling.tail):
                return True
        around = at.getparent()
        if around is None:
            return False
        if back and not tree.is_blank(around.text):
            return True
        if around.tag not in (*INLINE, "picture"):
            return False
        at = around
