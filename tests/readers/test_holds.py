"""Holds: an unreadable record that may be embargoed or withheld never reaches paper."""

from typing import Any

import pytest

from printkit.readers.holds import is_held, text_is_held


@pytest.mark.parametrize(
    ("record", "held"),
    [
        ({"status": "withheld"}, True),
        ({"status": "pub:withheld"}, True),
        ({"pubStatus": "canceled"}, True),
        ({"status": "usable"}, False),
        ({"embargoed_until": "2999-01-01T00:00:00Z"}, True),
        ({"embargoed_until": "2999-01-01"}, True),
        ({"embargo_date": "soon"}, True),
        ({"embargoed_until": "2001-01-01T00:00:00Z"}, False),
        ({"extra": [{"embargo": "2999-01-01"}]}, True),
        ({"draft": True}, True),
        ({"draft": False}, False),
        ({"published": False}, True),
        ({"headline": "On the embargo", "body": "status: quo"}, False),
    ],
)
def test_in_doubt_a_record_is_held(record: dict[str, Any], held: bool) -> None:
    """A record that is clearly usable, or whose embargo is clearly over, is not held."""
    assert is_held(record) is held


def test_a_record_that_holds_itself_is_looked_through_once() -> None:
    """A program may pass a mapping that contains itself."""
    record: dict[str, Any] = {"headline": "A"}
    record["extra"] = record
    assert not is_held(record)


def test_a_broken_text_shows_its_keys() -> None:
    """A broken text can still say that the article must not be printed."""
    assert text_is_held('{"headline": "A", "embargoed_until": "2999-01-01"')
    assert text_is_held("status: withheld\nheadline: [")
    assert not text_is_held('{"headline": "A", "status": "usable"')


@pytest.mark.parametrize(
    "prose",
    [
        '{"headline": "A", "body": "Her marital status: single. The oil embargo: what next?", ',
        '{"headline": "A", "body": "HTTP status: 404; the draft: on page 3", ',
        '{"headline": "A", "body": "The embargo until Monday was lifted", ',
        '{"headline": "A", "body": "<img data-status=\\"loaded\\">", ',
    ],
)
def test_prose_holds_nothing(prose: str) -> None:
    """Only words in the place of keys, or in capitals, hold a record."""
    assert not text_is_held(prose)
    assert text_is_held(prose + '"status": "withheld"')
    assert text_is_held(prose.replace('"body": "', '"body": "EMBARGOED UNTIL MONDAY: '))
