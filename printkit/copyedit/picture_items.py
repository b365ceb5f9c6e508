"""Pictures in lists of terms and in captions of tables: each picture moves to where a figure fits.

A list of terms (`dl`) whose terms are pictures is a gallery, and its descriptions are captions:
the list becomes blocks. A term or the caption of a table is one line, so a picture beside words
moves behind the term, or before the table.
"""

from printkit.copyedit import pictures, tree
from printkit.copyedit.tree import Node

_CAPTION_MOST = 300  # characters; a longer description of a picture is text


def free_pictures(root: Node) -> None:
    """Move the pictures of a body out of terms and of captions of tables; no word is lost.

    Args:
        root: the body; changed in place.
    """
    for terms in tree.each(root, "dl"):
        if _is_gallery(terms):
            _make_blocks(terms)
    for term in tree.each(root, "dt"):
        for img in _figures_in(term):
            _put_before(tree.around_picture(img, term), _description_of(term))
        if tree.holds_nothing(term):
            tree.drop(term)
    for table in tree.each(root, "table"):
        for caption in [one for one in table if one.tag == "caption"]:
            for img in _figures_in(caption):
                home = tree.make("div")
                table.addprevious(home)
                tree.move(tree.around_picture(img, caption), home)


def _figures_in(element: Node) -> list[Node]:
    """Return the pictures in an element, but for signs and formulas: these stay in their line."""
    found = element.iter("img")
    return [one for one in found if not (pictures.is_sign(one) or pictures.is_formula(one))]


def _is_gallery(terms: Node) -> bool:
    """Tell whether each term of a list shows a picture and says nothing."""
    heads = list(terms.iter("dt"))
    return bool(heads) and all(_figures_in(one) and tree.is_blank(tree.text(one)) for one in heads)


def _make_blocks(terms: Node) -> None:
    for part in list(terms.iter("dt", "dd")):
        if part.tag == "dd" and not len(part) and len(tree.words(part)) <= _CAPTION_MOST:
            part.set("class", f"{part.get('class') or ''} caption".strip())
        part.tag = "div"
    terms.tag = "div"


def _description_of(term: Node) -> Node:
    """Return the description of a term; make a description if there is none."""
    following = term.getnext()
    if following is not None and following.tag == "dd":
        return following
    description = tree.make("dd")
    tree.add_after(term, description)
    return description


def _put_before(shown: Node, description: Node) -> None:
    """Move a picture to the beginning of a description, into a block of its own."""
    block = tree.make("div")
    tree.move(shown, block)
    tree.move_to_start(block, description)
