"""Loose captions: a picture goes in, its caption comes out of the words right behind the picture.

No markup calls such words a caption: `caption_signs` tells which words are one. Words that are
taken wrongly are still printed, in their place, as the caption.
"""

from collections.abc import Iterator
from itertools import takewhile

from printkit.copyedit import pictures, tree
from printkit.copyedit.caption_signs import CaptionSigns, WordsBehind, begins_with_cue
from printkit.copyedit.film_captions import is_of_film
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names

_IN_LINE = (INLINE - {"img"}) | {"font", "big", "label"}
_CAPTION_BLOCKS = names("p div center section ul ol small em i span font")
_STRUCTURE = ("table", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "img",
              "figure", "video", "x-iframe", "hr", "x-formula")  # fmt: skip


def take_loose_caption(img: Node, root: Node, signs: CaptionSigns) -> Node | None:
    """Take the words behind a picture out of a body, if they are the caption of the picture.

    Args:
        img: the picture.
        root: the body.
        signs: tell which words are a caption.

    Returns:
        A detached `div`; None if there is no caption.
    """
    if pictures.is_sign(img) or pictures.is_formula(img):
        return None
    caption = _take(img, root, signs)
    shown = tree.around_picture(img, root)
    credit = _block_behind(shown) if caption is not None else None
    if caption is not None and credit is not None and begins_with_cue(tree.words(credit)):
        tree.add_text(caption, "\n")
        tree.move(credit, caption)
    return caption


def _take(img: Node, root: Node, signs: CaptionSigns) -> Node | None:
    shown = tree.around_picture(img, root)
    box = shown.getparent()
    if box is None or _stands_behind_words(shown):
        return None
    parts = list(_line_behind(shown))
    said = tree.fold_space("".join([shown.tail or "", *map(_text_with_tail, parts)]))
    if said:
        behind = _words_on_line(said, shown, parts, box)
        return _cut_line(shown, parts) if behind and signs.are_in(behind, img) else None
    block = _block_behind(shown)
    if block is None:
        return None
    credit = _block_behind(block)
    last = block if credit is None or not begins_with_cue(tree.words(credit)) else credit
    alone = _only_blanks(last) and _only_blanks(shown, back=True)
    behind = WordsBehind(tree.words(block), block, False, True, box, alone)
    if not signs.are_in(behind, img):
        return None
    caption = tree.make("div")
    tree.move(block, caption)
    for one in tree.each(caption, "ul", "ol", "li"):
        one.tag = "div"
    return caption


def _stands_behind_words(shown: Node) -> bool:
    """Tell whether there are words before a picture on its line."""
    if shown.tag not in (*INLINE, "picture", "font"):
        return False
    before = shown.getprevious()
    around = shown.getparent()
    while before is not None and before.tag in _IN_LINE - {"br"}:
        if not tree.is_unseen(_text_with_tail(before)):
            return True
        before = before.getprevious()
    loose = before.tail if before is not None else around.text if around is not None else ""
    return not tree.is_unseen(loose)


def _line_behind(shown: Node) -> Iterator[Node]:
    """Yield the inline elements behind a picture, with line breaks before the words.

    The line ends before the next picture, the next block, and the break behind the words.
    """
    started = not tree.is_unseen(shown.tail)
    for one in shown.itersiblings():
        if one.tag not in _IN_LINE or _shows_any(one) or (one.tag == "br" and started):
            return
        yield one
        started = started or not tree.is_unseen(_text_with_tail(one))


def _words_on_line(said: str, shown: Node, parts: list[Node], box: Node) -> WordsBehind | None:
    """Return the words on a line; None if the text goes on in the next line."""
    following = parts[-1].getnext() if parts else shown.getnext()
    if following is not None and following.tag == "br" and not _ends_with(following):
        return None
    breaks = sum(1 for _ in takewhile(lambda one: one.tag == "br", parts))
    if breaks > 1 and tree.is_unseen(shown.tail):
        return None
    filled = [one for one in parts if not tree.is_unseen(tree.text(one))]
    loose = (shown.tail, *(one.tail for one in parts))
    whole = filled[0] if len(filled) == 1 and all(map(tree.is_unseen, loose)) else None
    next_line = breaks == 1 or shown.tag not in (*INLINE, "picture", "font")
    alone = following is None and _only_blanks(shown, back=True)
    return WordsBehind(said, whole, True, next_line, box, alone)


def _ends_with(line_break: Node) -> bool:
    """Tell whether a break ends a paragraph: another break, a picture or nothing follows."""
    following = line_break.getnext()
    if not tree.is_unseen(line_break.tail):
        return False
    ends = following is None or following.tag not in _IN_LINE - {"br"}
    return ends or _shows_any(following)


def _cut_line(shown: Node, parts: list[Node]) -> Node:
    """Move the words of a line into a `div`."""
    caption = tree.make("div", shown.tail or "")
    shown.tail = None
    caption.extend(parts)
    return caption


def _block_behind(shown: Node) -> Node | None:
    """Return the next block behind a picture, if the block may be a caption."""
    at = shown
    while (following := at.getnext()) is not None and tree.is_unseen(at.tail):
        if following.tag == "hr" or not tree.holds_nothing(following):
            return following if may_be_caption(following) else None
        at = following
    return None


def may_be_caption(block: Node) -> bool:
    """Tell whether an element may be a caption: one block of words, without other things."""
    is_list = block.tag in ("ul", "ol")
    if block.tag not in _CAPTION_BLOCKS or (is_list and len(block) != 1) or is_of_film(block):
        return False
    inner = (one for one in block.iter("ul", "ol") if one is not block)
    return not any(True for _ in block.iter(*_STRUCTURE)) and not any(len(one) > 1 for one in inner)


def _only_blanks(at: Node, *, back: bool = False) -> bool:
    """Tell whether nothing stands behind an element in its parent, or before the element."""
    around = at.getparent()
    if not tree.is_unseen((around.text if around is not None else "") if back else at.tail):
        return False
    siblings = at.itersiblings(preceding=back)
    return all(tree.is_unseen(one.tail) and tree.holds_nothing(one) for one in siblings)


def _shows_any(element: Node | None) -> bool:
    return element is not None and any(True for _ in element.iter("img", "figure"))


def _text_with_tail(element: Node) -> str:
    return tree.text(element) + (element.tail or "")
