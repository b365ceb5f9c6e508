"""A weekday that is not the day of its date is found, in each language."""

from datetime import date

import pytest

from printkit.readers.weekdays import other_weekday

FRIDAY = date(2024, 11, 22)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Monday, November 22, 2024", "Monday"),
        ("Thu, 22 Nov 2024 18:30:00 +0200", "Thu"),
        ("Lunes 22 de noviembre de 2024", "Lunes"),
        ("quinta-feira, 22 de novembro de 2024", "quinta-feira"),
        ("22 Kasım 2024 Pazar", "Pazar"),
        ("2024年11月22日 星期四", "星期四"),
        ("2024년 11월 22일 목요일", "목요일"),
    ],
)
def test_another_weekday_is_named(text: str, weekday: str) -> None:
    """The weekday is named as the text writes the weekday."""
    assert other_weekday(text, FRIDAY) == weekday


@pytest.mark.parametrize(
    "text",
    [
        "Friday, November 22, 2024",
        "Fri Nov 22 18:30:00 2024",
        "sexta-feira, 22 de novembro",
        "perjantaina 22. marraskuuta 2024",
        "2024年11月22日 星期五",
        "mar 22 nov 2024",
        "22 November 2024",
        "2024-11-22",
    ],
)
def test_the_right_weekday_and_none_are_no_fault(text: str) -> None:
    """A text may have no weekday, and `mar` may be a month."""
    assert other_weekday(text, FRIDAY) == ""
