"""Which places of texts follow one another."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from printkit.preflight.proofreading.row import Span


class _Link(NamedTuple):
    """A place taken for a text, how much is placed up to here, and what came before it."""

    weight: int
    text: int
    place: Span | None
    before: "_Link | None"


def chain(options: Sequence[Sequence[Span]], weights: Sequence[int]) -> list[Span | None]:
    """Choose one of its places for each text, so that they follow one another.

    Args:
        options: the places of each text, the texts in order.
        weights: what each text counts for.

    Returns:
        The places of the texts that weigh most together; None for a text left out.
    """
    ends, best = [-1], [_Link(0, -1, None, None)]
    for text, places in enumerate(options):
        links = [(_after(place, ends, best), place) for place in places]
        for before, place in links:
            link = _Link(before.weight + weights[text], text, place, before)
            _enter(link, place.end, ends, best)
    chosen: list[Span | None] = [None] * len(options)
    last: _Link | None = best[-1]
    while last and last.place:
        chosen[last.text] = last.place
        last = last.before
    return chosen


def _after(place: Span, ends: list[int], best: list[_Link]) -> _Link:
    return best[bisect_right(ends, place.start) - 1]


def _enter(link: _Link, end: int, ends: list[int], best: list[_Link]) -> None:
    """Keep a link if it weighs more than all that end no later, and none that it outdoes."""
    at = bisect_right(ends, end)
    if best[at - 1].weight >= link.weight:
        return
    outdone = at
    while outdone < len(best) and best[outdone].weight <= link.weight:
        outdone += 1
    ends[at:outdone] = [end]
    best[at:outdone] = [link]
