"""Captions of groups: captions with their pictures go in, the captions of whole groups come out.

A group is a figure with several pictures, or a box that holds nothing but pictures and captions.
If its pictures have captions of their own, the caption of the group is printed as a line before
or behind the group: below one of the pictures, the line would seem to tell of this picture alone.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from printkit.copyedit import credits, tree
from printkit.copyedit.tree import Node


def group_captions(pairs: Sequence[tuple[Node, Node]]) -> set[Node]:
    """Return the captions of groups whose pictures have captions of their own.

    Args:
        pairs: each caption with its picture.
    """
    pairs = [pair for pair in pairs if not credits.is_marked_alone(pair[0])]
    boxes = {words: _shared_box(words, img) for words, img in pairs}
    own: defaultdict[Node, list[Node]] = defaultdict(list)
    for words, img in pairs:
        own[img].append(words)
    outer = Counter(boxes.values())
    return {
        words
        for words, box in boxes.items()
        if outer[box] == 1
        and _has_worded_pictures(box, own, boxes)
        and (box.tag == "figure" or _holds_captions_alone(box, own))
    }


def _shared_box(words: Node, img: Node) -> Node:
    """Return the innermost element around a caption and its picture."""
    around = set(tree.ancestors(img))
    return next(one for one in tree.ancestors(words) if one in around)


def _has_worded_pictures(box: Node, own: dict[Node, list[Node]], boxes: dict[Node, Node]) -> bool:
    """Tell whether a box has several pictures, one of which has a caption in an inner box."""
    pictures = list(box.iter("img"))
    inner = (words for img in pictures for words in own.get(img, ()) if boxes[words] is not box)
    return len(pictures) > 1 and any(True for _ in inner)


def _holds_captions_alone(box: Node, own: dict[Node, list[Node]]) -> bool:
    said = sum(_length(words) for img in box.iter("img") for words in own.get(img, ()))
    return box.getparent() is not None and _length(box) <= said


def _length(element: Node) -> int:
    return sum(map(len, tree.text(element).split()))
