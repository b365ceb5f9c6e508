"""Captions of films: a body goes in, and comes out with a mark at the captions of films.

A film, a sound, a chart or a form has a caption, and is not printed itself. Later passes find the
picture of each caption, and must not take the picture that stands before a film.
"""

import re

from printkit.copyedit import credits, tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_MARK = "data-of-film"
_FILMS = (
    "video", "audio", "canvas", "form", "object", "embed", "x-iframe", "x-frame", "x-fencedframe",
    "x-portal", "x-oembed", "x-bgsound", "x-applet",
)  # fmt: skip
_BOXES = ("div", "span", "section", "blockquote", "x-custom")
# A script fills an empty box with such a name.
_NAMED = regex(
    r"(^|[-_ ])(embed(ded)?|player|video|audio|podcast|charts?|graph|map|infogram|datawrapper"
    r"|flourish|widget|youtube|vimeo|instagram|twitter|tweet|tiktok|fb|facebook)(\d*[-_ ]|\d*$)",
    re.IGNORECASE,
)
_OF_ONE_PICTURE = "wp-caption"  # the class of a `div` that is a figure
_DEPTH = 4  # boxes around a film that hold nothing else


def mark_captions(root: Node) -> None:
    """Mark the words behind each film, and the captions of figures without a picture.

    Args:
        root: the body, with all of its films; changed in place.
    """
    for figure in tree.each(root, "figure"):
        if not _has_picture_in(figure):
            for caption in figure.iter("figcaption"):
                caption.set(_MARK, "")
    for element in tree.each(root, *_FILMS, *_BOXES):
        if _is_film(element) and not _has_picture_in(element) and not _goes_with_picture(element):
            _mark_behind(element)


def is_of_film(element: Node) -> bool:
    """Tell whether an element holds the caption of a film, or stands in such a caption."""
    inside = (one.get(_MARK) is not None for one in element.iter())
    return any(inside) or any(one.get(_MARK) is not None for one in tree.ancestors(element))


def _is_film(element: Node) -> bool:
    if element.tag in _FILMS:
        return True
    named = " ".join(filter(None, map(element.get, ("class", "id", "data-name"))))
    return _NAMED.search(named) is not None and tree.holds_nothing(element)


def _goes_with_picture(element: Node) -> bool:
    """Tell whether words belong to a picture in the figure of a film, or to the film's still."""
    before = element.getprevious()
    if before is not None and before.get("data-still") is not None:
        return True
    return any(
        (one.tag == "figure" or _OF_ONE_PICTURE in tree.classes(one)) and _has_picture_in(one)
        for one in tree.ancestors(element)
    )


def _mark_behind(film: Node) -> None:
    """Mark the block behind a film, and the credit behind the block."""
    behind = _block_after(film)
    if behind is None or _has_picture_in(behind):
        return
    behind.set(_MARK, "")
    credit = _block_after(behind)
    if credit is not None and not _has_picture_in(credit) and credits.is_marked_alone(credit):
        credit.set(_MARK, "")


def _block_after(element: Node) -> Node | None:
    """Return the next block behind an element, or behind the boxes that hold only the element.

    There is none behind an element that another film follows: the words are of the later film.
    """
    at = element
    for _ in range(_DEPTH):
        while tree.is_unseen(at.tail) and (following := at.getnext()) is not None:
            if not tree.holds_nothing(following):
                return following
            if any(map(_is_film, following.iter(*_FILMS, *_BOXES))):
                return None
            at = following
        box = at.getparent()
        if not tree.is_unseen(at.tail) or box is None or box.getparent() is None:
            return None
        if _has_picture_in(box) or tree.words(box) != tree.words(element):
            return None
        at = box
    return None


def _has_picture_in(element: Node) -> bool:
    return any(True for _ in element.iter("img"))
