"""Captions: a body with its pictures goes in, the caption of each picture comes out.

This pass comes before `compose`, which would separate a caption from its picture.
"""

from printkit.copyedit import credits, tree
from printkit.copyedit.boxed_credits import credit_after, credit_behind
from printkit.copyedit.caption_signs import CaptionSigns
from printkit.copyedit.captions_above import find_rows
from printkit.copyedit.group_captions import group_captions
from printkit.copyedit.loose_captions import take_loose_caption
from printkit.copyedit.marked_captions import is_label, pair_marked
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node

_WORDPRESS_FIGURE = "wp-caption"  # the class of a `div` that is a figure
_STRUCTURE = ("table", "ul", "ol", "dl", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote")
# In characters. Longer words are no caption of a figure.
_LONG = 1_200


def bind_captions(root: Node, removals: Removals) -> dict[Node, Node]:
    """Find each picture's caption and take it out of the body.

    The caption of a group of pictures with captions of their own stays, as a paragraph.

    Returns:
        The caption of each `img` that has a caption, as a detached `div`.
    """
    bound: dict[Node, Node] = {}
    pairs = pair_marked(root)
    of_groups = group_captions(pairs)
    for words, img in pairs:
        if words in of_groups:
            words.tag = "p"
            words.set("class", "caption")
        else:
            _attach(img, words, bound)
    for img in list(bound):
        if (credit := credit_behind(img, root)) is not None:
            credit.set("class", "credit")
            _attach(img, credit, bound)
    for figure in tree.each(root, "figure", "div"):
        if figure.tag == "figure" or _WORDPRESS_FIGURE in tree.classes(figure):
            _bind_figure(figure, bound, removals)
    _bind_loose(root, bound)
    for img in list(bound):
        if (credit := credit_after(img, bound[img], root)) is not None:
            credit.set("class", "credit")
            _attach(img, credit, bound)
    return bound


def _bind_loose(root: Node, bound: dict[Node, Node]) -> None:
    """Take captions that no markup names; rows of captions above pictures come first."""
    signs = CaptionSigns(root)
    bare = [img for img in tree.each(root, "img") if img not in bound]
    in_rows: set[Node] = set()
    for row in find_rows(bare, root, signs):
        in_rows.update(row.pictures)
        for words, img in row.pairs:
            _attach(img, words, bound)
    for img in tree.each(root, "img"):
        given = bound.get(img)
        named = given is not None and not all(map(credits.is_marked_alone, given))
        if named or img in in_rows or (caption := take_loose_caption(img, root, signs)) is None:
            continue
        if given is not None:  # the credit of the picture stood behind the caption
            tree.add_text(caption, "\n")
            tree.move(given, caption)
        bound[img] = caption


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
        if not len(label) and is_label(label):
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
