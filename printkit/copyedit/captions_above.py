"""Loose captions above pictures: a body goes in, rows of words and pictures come out as pairs.

No markup calls such words a caption. Where such words begin a row of several pictures, each
caption may stand above its picture: the words behind a picture are then those of the next picture.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from printkit.copyedit import tree
from printkit.copyedit.caption_rows import CaptionRow, Word, pair_row
from printkit.copyedit.caption_signs import CaptionSigns, WordsBehind, begins_with_cue
from printkit.copyedit.loose_captions import may_be_caption
from printkit.copyedit.tree import Node


class LooseRow(NamedTuple):
    """A row of several pictures that loose words begin.

    Attributes:
        pictures: the pictures. The words behind a picture may belong to the next picture.
        pairs: each caption with its picture, in reading order; empty if the pattern is unclear.
    """

    pictures: list[Node]
    pairs: list[tuple[Node, Node]]


def find_rows(images: list[Node], root: Node, signs: CaptionSigns) -> list[LooseRow]:
    """Return the rows of pictures that loose words begin.

    Args:
        images: the pictures without a caption, in reading order.
        root: the body.
        signs: tell which words are a caption.
    """
    boxes: defaultdict[Node, dict[Node, Node]] = defaultdict(dict)
    for img in images:
        shown = tree.around_picture(img, root)
        if (box := shown.getparent()) is not None:
            boxes[box][shown] = img
    rows = []
    for box, pictures in boxes.items():
        if len(pictures) > 1:
            rows += [
                _loose_row(run, box)
                for run in _loose_runs(list(_parts_of_row(box, pictures, signs)), box, signs)
            ]
    return [row for row in rows if row is not None]


def _parts_of_row(box: Node, shown: dict[Node, Node], signs: CaptionSigns) -> Iterator[Word]:
    """Yield pictures, words that may be captions, and other words, in reading order.

    Words outside an element have the box as their element.
    """
    yield from _words_outside(box.text, box, shown, signs)
    for child in box:
        if child in shown:
            yield Word("picture", shown[child])
        elif child.tag == "hr" or (child.tag == "br" and _is_blank_line(child)):
            yield Word("words", child)
        elif not tree.holds_nothing(child):
            cue = begins_with_cue(tree.words(child))
            yield Word(
                ("credit" if cue else "caption") if may_be_caption(child) else "words", child
            )
        yield from _words_outside(child.tail, box, shown, signs)


def _words_outside(
    said: str | None, box: Node, shown: dict[Node, Node], signs: CaptionSigns
) -> Iterator[Word]:
    if said and not tree.is_unseen(said):
        words = WordsBehind(tree.fold_space(said), None, True, True, box, False)
        yield Word("caption" if signs.are_in(words, next(iter(shown.values()))) else "words", box)


def _is_blank_line(line_break: Node) -> bool:
    following = line_break.getnext()
    breaks = following is not None and following.tag == "br"
    return breaks and tree.is_unseen(line_break.tail)


def _loose_runs(parts: list[Word], box: Node, signs: CaptionSigns) -> Iterator[list[Word]]:
    """Yield the parts between which there are no other words."""
    behind: Node | None = None
    run: list[Word] = []
    nexts = _next_pictures(parts)
    for part, following in zip(parts, nexts, strict=True):
        near = [img for img in (following, behind) if img is not None]
        if part.kind == "picture":
            behind = part.element
        elif part.kind == "words" or not _looks_like_caption(part.element, box, near, signs):
            yield run
            run, behind = [], None
            continue
        run.append(part)
    yield run


def _next_pictures(parts: list[Word]) -> list[Node | None]:
    """Return the next picture behind each part."""
    found: list[Node | None] = []
    img: Node | None = None
    for part in reversed(parts):
        found.append(img)
        img = part.element if part.kind == "picture" else img
    return found[::-1]


def _looks_like_caption(element: Node, box: Node, near: list[Node], signs: CaptionSigns) -> bool:
    if element is box:
        return True
    words = WordsBehind(tree.words(element), element, False, True, box, False)
    return any(signs.are_in(words, img) for img in near)


def _loose_row(run: list[Word], box: Node) -> LooseRow | None:
    """Return a row, unless a picture begins the row, or no words stand between its pictures."""
    images = [at for at, part in enumerate(run) if part.kind == "picture"]
    if len(images) < 2 or images[0] == 0 or images[-1] - images[0] == len(images) - 1:
        return None
    paired = pair_row(CaptionRow(run, list(range(len(run))))) or {}
    if any(part.element is box for part in run):
        paired = {}
    pairs = [(run[at].element, paired[at]) for at in sorted(paired)]
    return LooseRow([run[at].element for at in images], pairs)
