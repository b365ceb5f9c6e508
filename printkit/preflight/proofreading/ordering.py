"""The places where each of several texts stands → one place for each, in the order of the texts."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from printkit.preflight.proofreading.letter_string import Span


class _Choice(NamedTuple):
    """A place that is chosen for a text.

    Attributes:
        weight: the weights of this text and of all chosen texts before it, added up.
        text: the number of the text.
        place: the chosen place; None for the start, which stands before the first text.
        before: the choice for the last chosen text before this text.
    """

    weight: int
    text: int
    place: Span | None
    before: "_Choice | None"


def choose_in_order(options: Sequence[Sequence[Span]], weights: Sequence[int]) -> list[Span | None]:
    """Choose one place for each text, so that the places follow one another.

    Args:
        options: the places of each text, the texts in order.
        weights: how much each text counts.

    Returns:
        The places of the texts that weigh most together; None for every other text.
    """
    # `ends` has rising positions; `best` has for each of them the heaviest choice that ends there.
    ends, best = [-1], [_Choice(0, -1, None, None)]
    for text, places in enumerate(options):
        before = [(best[bisect_right(ends, place.start) - 1], place) for place in places]
        for last, place in before:
            choice = _Choice(last.weight + weights[text], text, place, last)
            _enter(choice, place.end, ends, best)
    chosen: list[Span | None] = [None] * len(options)
    link: _Choice | None = best[-1]
    while link and link.place:
        chosen[link.text] = link.place
        link = link.before
    return chosen


def _enter(choice: _Choice, end: int, ends: list[int], best: list[_Choice]) -> None:
    """Enter a choice, unless a choice that ends at the same position or earlier weighs as much.

    Choices that end later and do not weigh more are dropped.
    """
    at = bisect_right(ends, end)
    if best[at - 1].weight >= choice.weight:
        return
    lighter = at
    while lighter < len(best) and best[lighter].weight <= choice.weight:
        lighter += 1
    ends[at:lighter] = [end]
    best[at:lighter] = [choice]
