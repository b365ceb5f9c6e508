"""Rows of captions and pictures: the parts of a row go in, the picture of each caption comes out.

The pattern of the whole row tells on which side of its picture a caption stands.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from printkit.copyedit.tree import Node

_CLOSE = 3  # captions and credits of one picture above the picture, at most


class Word(NamedTuple):
    """A part of the body in reading order.

    Attributes:
        kind: `picture`, `caption`, `credit`, `words`, or `other` for a thing that is no picture.
        element: the picture, caption or credit; for words, the element around them.
    """

    kind: str
    element: Node


class CaptionRow(NamedTuple):
    """The captions and pictures in one box.

    Attributes:
        sequence: all parts of the body in reading order.
        places: the places of the captions, the credits and the pictures of the row.
    """

    sequence: list[Word]
    places: list[int]


def pair_row(row: CaptionRow) -> dict[int, Node] | None:
    """Return the pictures of captions by the places of the captions, if captions begin the row.

    Returns:
        Captions in an unclear pattern are left out; None if a picture begins the row.
    """
    if row.sequence[row.places[0]].kind == "picture":
        return None
    paired: dict[int, Node] = {}
    for run in _pieces_of_row(row):
        groups, pictures = _caption_groups(row.sequence, run)
        cuts = _cuts([[row.sequence[at].kind for at in group] for group in groups])
        for number, img in enumerate(pictures if cuts else []):
            above = groups[number][cuts[number] :]
            below = groups[number + 1][: cuts[number + 1]]
            paired |= dict.fromkeys([*above, *below], img)
    return paired


def _pieces_of_row(row: CaptionRow) -> Iterator[list[int]]:
    """Yield the parts of a row with a picture between which there are no other words.

    The captions behind a film or a table are no part of a run.
    """
    parts: list[list[int]] = [[]]
    of_other = False
    for before, at in pairwise([-1, *row.places]):
        between = [one.kind for one in row.sequence[before + 1 : at]]
        if "words" in between or "other" in between:
            parts.append([])
            of_other = between[-1] == "other"
        of_other = of_other and row.sequence[at].kind != "picture"
        if not of_other:
            parts[-1].append(at)
    for run in parts:
        if any(row.sequence[at].kind == "picture" for at in run):
            yield run


def _caption_groups(sequence: list[Word], run: list[int]) -> tuple[list[list[int]], list[Node]]:
    """Return the places of captions before each picture and behind the last, and the pictures."""
    groups: list[list[int]] = [[]]
    pictures: list[Node] = []
    for at in run:
        if sequence[at].kind == "picture":
            pictures.append(sequence[at].element)
            groups.append([])
        else:
            groups[-1].append(at)
    return groups, pictures


def _cuts(groups: list[list[str]]) -> list[int]:
    """Return how many captions of each group stand below the picture before the group.

    Args:
        groups: the kinds of the captions before each picture, and behind the last picture.

    Returns:
        An empty list if the pattern is unclear.
    """
    first, *between, last = groups
    if len(first) > _CLOSE:
        return []
    if not between:
        # A caption below a picture is usual: another caption above belongs to something else.
        doubled = not set(first).isdisjoint(last)
        return [len(first) if doubled else 0, len(last)]
    if not first:
        return [len(group) for group in groups] if last else []
    if not last:
        return [0] * len(groups) if all(between) else []
    if any(group != last + first for group in between):
        return []
    return [0, *(len(last) for _ in between), len(last)]
