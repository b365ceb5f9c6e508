"""A date whose text says two things, or another thing, is printed with a remark."""

from datetime import date

from printkit.readers.date_doubts import date_doubts, is_change
from printkit.readers.record import article_from

DAY = date(2024, 11, 22)


def test_a_wrong_weekday_and_a_second_date_are_told() -> None:
    """The first date is taken, with its figures."""
    assert list(date_doubts("Monday, November 22, 2024", DAY, "")) == [
        "names Monday, which is not the day of 2024-11-22; the date was taken"
    ]
    assert list(date_doubts(["2024-11-22", "2024-11-23", "22.11.2024"], DAY, "")) == [
        "has several dates; 2024-11-22 was taken; left out: '2024-11-23'"
    ]
    assert list(date_doubts("Friday, November 22, 2024", DAY, "")) == []


def test_the_day_of_a_change_is_no_day_of_publication() -> None:
    """`Updated` before a date is printed as the date of the last change."""
    record = {"headline": "A", "body": "B", "date": "Updated Nov 22, 2024"}
    article, remarks = article_from(record, "a")
    assert (article.date_published, article.date_modified) == (None, DAY)
    assert [one.message for one in remarks] == [
        "date 'Updated Nov 22, 2024' is the day of a change; taken as date_modified"
    ]
    assert is_change("last modified: May 3")
    assert not is_change("Published May 3")
