"""The values of date fields, of any kind."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from printkit.readers.date_fields import date_line, read_date_field

MOMENT = datetime(2024, 11, 22, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        MOMENT,
        "2024-11-22T18:30:00Z",
        "2024-11-22 18:30:00 +0000",
        1732300200,
        "1732300200",
        1732300200.0,
        1732300200000,
        {"$date": "2024-11-22T18:30:00Z"},
        {"@type": "Date", "@value": "2024-11-22T18:30:00Z"},
        {"date": "2024-11-22 13:30:00.000000", "timezone_type": 3, "timezone": "America/New_York"},
        ["2024-11-22T18:30:00Z"],
        "Fri, 22 Nov 2024 20:30:00 +02:00",
        "Fri, 22 Nov 2024 18:30:00 GMT",
        "2024-11-22T19:30:00+01:00[Europe/Berlin]",
        "2024-11-22T18:30Z[Etc/UTC]",
        "/Date(1732300200000)/",
        "/Date(1732300200000+0100)/",
    ],
    ids=str,
)
def test_one_moment_in_many_forms(value: Any) -> None:
    """Unix, databases, PHP and mail (with a colon in the zone) write moments in their own ways."""
    found = read_date_field(value)
    assert isinstance(found, datetime)
    assert found - MOMENT == timedelta()


def test_a_day_stays_a_day() -> None:
    """No time is added to a date."""
    assert read_date_field("20241122") == date(2024, 11, 22)
    assert read_date_field(20241122) == date(2024, 11, 22)
    assert not isinstance(read_date_field("2024-11-22"), datetime)


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("1987", "1987"),
        (1987, "1987"),
        ("2021-11", "2021-11"),
        ("Summer  1987", "Summer 1987"),
        ("03/04/2019", "03/04/2019"),
        ("3/4/19", "3/4/19"),
        ("١٩٨٧", "١٩٨٧"),
        ("2024-02-30", "2024-02-30"),
        ("2024-W47", "2024-W47"),
        ("99999-01-01", "99999-01-01"),
        ("0000-00-00", ""),
        ("0000-00-00 00:00:00", ""),
        ("2 days ago", ""),
        ("vor 2 Tagen", ""),
        ("soon", ""),
        (True, ""),
        (float("nan"), ""),
        ([2024, 11, 22], ""),
        (10**400, ""),
        ("9" * 200, ""),
    ],
    ids=lambda value: str(value)[:20] if not isinstance(value, int) or value < 10**9 else "huge",
)
def test_a_text_that_names_no_day_is_a_line_or_nothing(value: Any, line: str) -> None:
    """A year, and a day in two possible orders, are printed as written."""
    assert read_date_field(value) is None
    assert date_line(value) == line


def test_a_date_in_html_is_read() -> None:
    """The moment for programs comes first; a line to print has no tags."""
    assert read_date_field("Published <time datetime='2026-11-20'>Nov 20</time>") == date(
        2026, 11, 20
    )
    assert read_date_field("<span>20 November 2026</span>", "en") == date(2026, 11, 20)
    assert date_line("<b>Spring</b> 2026") == "Spring 2026"
