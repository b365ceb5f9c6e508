"""Dated values: a moment, and each doubt about it."""

from datetime import date

from printkit.readers.dated_values import read_dated


def test_each_doubt_is_told_once() -> None:
    """The zone first, then the weekday."""
    moment, doubts = read_dated("Monday, November 22, 2024 10:00 PM IST", "en", ())
    assert moment
    assert [one.split()[0] + " " + one.split()[1].strip(",") for one in doubts] == [
        "names IST",
        "names Monday",
    ]


def test_a_day_has_no_zone() -> None:
    """A value that is no date has no doubts."""
    assert read_dated("November 22, 2024", "en", ("IN",)) == (date(2024, 11, 22), ())
    assert read_dated("soon", "en", ()) == (None, ())
