"""A byline and its date are parted."""

from datetime import date, datetime

import pytest

from printkit.readers.byline_dates import part_byline
from tests.support.time_limits import ends_soon

DAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("By Ana Lima, 3 May 2024", "By Ana Lima", "3 May 2024"),
        ("By Nathan Roe May 3, 2024", "By Nathan Roe", "May 3, 2024"),
        ("Li May 3, 2024", "Li", "May 3, 2024"),
        ("Ana Lima | Friday, 3 May 2024", "Ana Lima", "Friday, 3 May 2024"),
        ("Ana Lima on May 3, 2024", "Ana Lima", "on May 3, 2024"),
        ("Ana Lima (AFP), 2024-05-03", "Ana Lima (AFP)", "2024-05-03"),
        ("Ana Lima (2024-05-03)", "Ana Lima", "2024-05-03"),
        ("Ana Lima, Editor, Published: 3 May 2024", "Ana Lima, Editor", "Published: 3 May 2024"),
        ("3 May 2024 | Li Wei", "Li Wei", "3 May 2024"),
        ("May 3, 2024 by Ana Lima", "by Ana Lima", "May 3, 2024"),
        ("アナ・リマ 2024年5月3日", "アナ・リマ", "2024年5月3日"),
        ("Ana Lima — May 3, 2024, 6:30 p.m. ET", "Ana Lima", "May 3, 2024, 6:30 p.m. ET"),
    ],
)
def test_a_date_behind_or_before_the_names_is_found(text: str, line: str, words: str) -> None:
    """Any sign may part date and names; a short name is no part of the date."""
    parted = part_byline(text, "en")
    assert (parted.line, parted.words) == (line, words)
    assert parted.is_day_of([None, "x", DAY])
    assert parted.is_day_of([datetime(2024, 5, 3, 23, 30)])
    assert not parted.is_day_of([date(2024, 5, 4)])


@pytest.mark.parametrize(
    ("text", "language"),
    [("Von Ana Lima, 3. Mai 2024", "de"), ("Por Ana Lima, 3 de mayo de 2024", "es")],
)
def test_months_are_read_in_the_language_of_the_record(text: str, language: str) -> None:
    """Date fields name months in the same language."""
    assert part_byline(text, language).day == DAY


@pytest.mark.parametrize(
    "text", ["Ana Lima", "3 May 2024", "Ana Lima, 1987", "Ana Lima, 3 May", ""]
)
def test_a_byline_without_a_whole_date_stays(text: str) -> None:
    """A year alone may be the age of a photograph."""
    assert part_byline(text) == (text, None, "")
    assert not part_byline(text).is_day_of([DAY])


def test_long_bylines_end_fast() -> None:
    """The byline has thousands of separators and figures."""
    with ends_soon():
        for text in ("1," * 500_000, "1, " * 99, "- " * 149 + "1", "(" * 299 + "1"):
            part_byline(text, "en")
