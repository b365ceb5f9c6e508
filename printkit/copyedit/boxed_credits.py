"""Credits in the box of a picture: a picture with a caption goes in, its credit comes out.

A credit without a class of its own stands behind the caption. In a box of one picture, such as the
item of a gallery, the credit can belong to no other picture.
"""

from printkit.copyedit import credits, tree
from printkit.copyedit.film_captions import is_of_film
from printkit.copyedit.tree import Node

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
    return behind[0] if _is_credit_alone(behind[0]) else None


def _is_credit_alone(element: Node) -> bool:
    if element.tag in _NO_CREDIT or is_of_film(element) or len(tree.words(element)) > _MOST:
        return False
    words = tree.twin(element, "div")
    return credits.is_marked(element) or (
        credits.split_textual(words) is not None and tree.holds_nothing(words)
    )
