"""Dates of ISO 8601: each date names a day, and only the day that the text names."""

from datetime import UTC, date, datetime

import pytest

from printkit.text.iso_dates import read_iso

DAY = date(2024, 11, 22)


@pytest.mark.parametrize(
    "text", ["2024-11-22", "20241122", "2024-W47-5", "2024W475", "2024-327", "2024-w47-5"]
)
def test_one_day_in_each_form(text: str) -> None:
    """ISO 8601 counts days by month, by week, and by the day of the year."""
    assert read_iso(text) == DAY


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-11-22T24:00:00Z", datetime(2024, 11, 23, tzinfo=UTC)),
        ("2024-11-22T24:00", datetime(2024, 11, 23)),
        ("2024-12-31 24:00:00 +0000", datetime(2025, 1, 1, tzinfo=UTC)),
        ("2024-W47-5T18:30", datetime(2024, 11, 22, 18, 30)),
        ("2024-11-22 18:30:00 Z", datetime(2024, 11, 22, 18, 30, tzinfo=UTC)),
    ],
)
def test_the_end_of_a_day_is_the_beginning_of_the_next(text: str, moment: datetime) -> None:
    """ISO 8601 writes midnight as 24:00, too."""
    assert read_iso(text) == moment


@pytest.mark.parametrize(
    "text",
    ["2024-W47", "2024W47", "2024-11", "99999-01-01", "12024-11-22", "2024-366T", "2023-366",
     "2024-000", "2024-02-30", "2024-11-22T24:30", "2024-11-22T25:00", "9999-12-31T24:00:00",
     "2024-11-22T", "9" * 100_000, "2024-11-22T" + " " * 100_000 + "Z"],
    ids=lambda text: text[:20],
)  # fmt: skip
def test_a_text_that_names_no_day_is_no_date(text: str) -> None:
    """A week, a month, a long year, a missing day and a long text name no day."""
    assert read_iso(text) is None
