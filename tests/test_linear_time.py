"""No text of a record costs time that grows with the square of its length."""

import time

import pytest

from printkit.edition import edition_from
from printkit.edition.ticket import JobTicket
from printkit.errors import PrintkitError
from printkit.markup.article import article_page
from printkit.prepare import prepare
from printkit.readers.inputs import read_one
from tests.support.long_texts import KINDS, PLACES, Record, long_text
from tests.support.time_limits import TooLongError, stop_after

_MOST = 25
"""The greatest ratio of the times for a text and for a tenth of the text."""
_LEAST = 0.1
"""Seconds: a shorter time is mostly that of the words around the text."""

_EVERY = 13
"""Of all pairs of a place and a kind, one in so many is tried: all pairs take an hour."""


def _seconds(record: Record) -> float:
    """Return the processor time from the bytes of a record to its page, which is not printed."""
    ticket = JobTicket(edition_from({}))
    began = time.process_time()
    try:
        prepared = prepare(read_one(record, "record"), ticket)
        article_page(prepared, ticket.edition)
    except PrintkitError:
        pass  # a refusal ends the work, too
    return time.process_time() - began


def _is_linear(place: str, kind: str, length: int) -> bool:
    """Tell whether ten times the text costs less than 25 times the time."""
    _seconds(PLACES[place]("Ships"))
    few = max(_LEAST, _seconds(PLACES[place](long_text(kind, length))))
    try:
        with stop_after(_MOST * few):
            _seconds(PLACES[place](long_text(kind, 10 * length)))
    except TooLongError:
        return False
    return True


def _check(place: str, kind: str, length: int) -> None:
    # The machine may have been busy: a case that fails is tried once more.
    assert _is_linear(place, kind, length) or _is_linear(place, kind, length)


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("captions", "spaces"),
        ("captions", "newlines"),
        ("blocks", "no-break spaces"),
        ("details", "spaces"),
        ("file of text", "spaces"),
        ("labels of text", "tabs"),
        ("Markdown", "links"),
    ],
)
def test_long_runs_of_white_space_take_linear_time(place: str, kind: str) -> None:
    """These texts held up a run for minutes."""
    _check(place, kind, 6_000)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("place", "kind"),
    [
        (place, kind)
        for row, place in enumerate(PLACES)
        for column, kind in enumerate(KINDS)
        if (row + column) % _EVERY == 0
    ],
)
def test_every_text_takes_linear_time(place: str, kind: str) -> None:
    """Each field and each place of a body gets some kinds of text, and each kind some places."""
    _check(place, kind, 4_000)
