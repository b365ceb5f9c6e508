"""Credits in the box of a picture: a picture with a caption goes in, its credit comes out.

A credit without a class of its own stands behind the caption. In a box of one picture, such as the
item of a gallery, the credit can belong to no other picture.
"""

from printkit.copyedit import credits, tree
from printkit.copyedit.caption_signs import begins_with_cue
from printkit.copyedit.film_captions import is_of_film
from printkit.copyedit.tree import Node

_CREDIT_BLOCKS = ("p", "div", "small", "cite", "em", "i", "span", "center")
_MOST = 150  # characters of a box that may be a credit
_NO_CREDIT = ("table", "ul", "ol", "dl", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")


def credit_behind(img: Node, root: Node) -> Node | None:
    """Return the last element of a picture's box, if the element is nothing but a credit.

    Args:
        img: the picture; its caption is taken out of the body already.
        root: the body.
    """
    shown = tree.around_picture(img, root)
    box = shown.getparent()
    if box is None or box is root or sum(1 for _ in box.iter("img")) != 1:
        return None
    behind = [one for one in shown.itersiblings() if not tree.holds_nothing(one)]
    loose = (shown.tail, *(one.tail for one in shown.itersiblings()))
    if len(behind) != 1 or not all(map(tree.is_unseen, loose)):
        return None
    return behind[0] if is_credit_alone(behind[0]) else None


def credit_after(img: Node, caption: Node, root: Node) -> Node | None:
    """Return the block behind a picture, if it is the labelled credit that its caption lacks.

    Args:
        img: the picture; its caption is taken out of the body already.
        caption: the caption.
        root: the body.
    """
    at: Node | None = tree.around_picture(img, root)
    while at is not None and tree.is_unseen(at.tail):
        at = at.getnext()
        if at is not None and not tree.holds_nothing(at):
            break
    if at is None or at.tag not in _CREDIT_BLOCKS or not begins_with_cue(tree.words(at)):
        return None
    return at if is_credit_alone(at) and not _has_credit(caption) else None


def _has_credit(caption: Node) -> bool:
    words = tree.twin(caption, "div")
    return bool(credits.split_marked(words)) or credits.split_textual(words) is not None


def is_credit_alone(element: Node) -> bool:
    """Tell whether an element holds the credit of a picture, and no other words."""
    if element.tag in _NO_CREDIT or is_of_film(element) or len(tree.words(element)) > _MOST:
        return False
    words = tree.twin(element, "div")
    return credits.is_marked(element) or (
        credits.split_textual(words) is not None and tree.holds_nothing(words)
    )
