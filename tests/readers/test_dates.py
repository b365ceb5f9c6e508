"""Dates as people write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from printkit.readers.dates import read_date

DAY = date(2019, 9, 13)


@pytest.mark.parametrize(
    "text",
    [
        "2019-09-13",
        "2019/9/13",
        "13.09.2019",
        "13. 9. 2019",
        "13/09/2019",
        "09/13/2019",
        "September 13, 2019",
        "Sept. 13th 2019",
        "13 September 2019",
        "the 13th of September 2019".removeprefix("the "),
        "Friday, 13 September 2019",
        "FRI, 13 SEP 2019",
        "Freitag, 13. September 2019",
        "Fr., 13. Sept. 2019",
        "vendredi 13 septembre 2019",
        "viernes, 13 de septiembre de 2019",
        "sexta-feira, 13 de setembro de 2019",
        "venerdì 13 settembre 2019",
        "2019年9月13日",
    ],
)
def test_one_day_in_many_forms(text: str) -> None:
    """ISO, dotted, and in words in six languages are the same day."""
    assert read_date(text) == DAY
    assert not isinstance(read_date(text), datetime)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("13 September 2019, 08:30", datetime(2019, 9, 13, 8, 30)),
        ("September 13, 2019 at 8:30 pm", datetime(2019, 9, 13, 20, 30)),
        ("September 13, 2019 12:05 a.m.", datetime(2019, 9, 13, 0, 5)),
        ("13.09.2019 08:30 Uhr", datetime(2019, 9, 13, 8, 30)),
        ("13 Sep 2019 08:30 GMT", datetime(2019, 9, 13, 8, 30, tzinfo=UTC)),
        (
            "2019-09-13 08:30:00 +0200",
            datetime(2019, 9, 13, 8, 30, tzinfo=timezone(timedelta(hours=2))),
        ),
    ],
)
def test_a_time_is_kept_and_a_zone_is_not_invented(text: str, moment: datetime) -> None:
    """A moment is aware only if the text names a zone."""
    found = read_date(text)
    assert found == moment
    assert isinstance(found, datetime)
    assert found.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2019",
        "September 2019",
        "31 February 2019",
        "jui 3, 2019",
        "13 Septembrium 2019",
        "September 13, 2019 at 13:30 pm",
        "2019-09-13T99:00",
        "in the year 2019",
        "13 September 2019 was a Friday",
        "²³ May 2019",
        "9" * 200,
        "",
    ],
)
def test_what_can_be_read_in_two_ways_or_none_is_no_date(text: str) -> None:
    """An unclear order of day and month is not guessed; a missing day stays missing."""
    assert read_date(text) is None
