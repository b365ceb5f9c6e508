"""Years of other calendars are years of the common era on paper."""

from datetime import date

import pytest

from printkit.readers.date_fields import date_line, read_date_field
from printkit.readers.other_calendars import in_common_era, read_other_calendar

DAY = date(2024, 11, 22)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1403/09/02", "fa"),
        ("1403-9-2", "fa-IR"),
        ("۱۴۰۳/۰۹/۰۲", "fa"),
        ("۲ آذر ۱۴۰۳", "fa"),
        ("2 آذر ماه 1403", "fa"),
        ("2567-11-22", "th"),
        ("22/11/2567", ""),
        ("令和6年11月22日", "ja"),
        ("民國113年11月22日", "zh-Hant"),
        ("中華民國 113年 11月22日", ""),
    ],
)
def test_one_day_in_many_calendars(text: str, language: str) -> None:
    """Iran, Thailand, Japan and Taiwan count years in their own ways."""
    assert read_date_field(text, language) == DAY


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1357/11/22", date(1979, 2, 11)),
        ("1400/01/01", date(2021, 3, 21)),
        ("1403/12/30", date(2025, 3, 20)),
        ("1404/01/01", date(2025, 3, 21)),
        ("1402/12/30", None),
        ("1403/13/01", None),
        ("1446/05/20", None),
    ],
)
def test_the_solar_year_begins_in_march(text: str, wanted: date | None) -> None:
    """The calendar has leap years; 1446 is a year of the moon."""
    assert read_other_calendar(text, "fa") == wanted


@pytest.mark.parametrize("text", ["1403/09/02", "1446-05-20", "1403-09-02", "2 September 1403"])
def test_a_year_before_the_first_press_is_printed_as_written(text: str) -> None:
    """The record does not name the calendar of the year."""
    assert read_date_field(text, "en") is None
    assert date_line(text) == text
    assert in_common_era(1403, 9, 2) is None


def test_the_first_year_of_a_reign_has_a_sign() -> None:
    """Japanese papers print this sign."""
    assert read_other_calendar("平成元年1月8日", "") == date(1989, 1, 8)
