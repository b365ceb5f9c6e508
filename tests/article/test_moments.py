"""Dates and moments."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import TypeAdapter, ValidationError

from printkit.article.moments import EndOfEmbargo, Moment

read_moment = TypeAdapter[date](Moment).validate_python
read_embargo = TypeAdapter[datetime | None](EndOfEmbargo).validate_python


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2019-09-13", date(2019, 9, 13)),
        ("2019-09-13T08:30:00Z", datetime(2019, 9, 13, 8, 30, tzinfo=UTC)),
        ("2019-09-13T00:00:00Z", datetime(2019, 9, 13, tzinfo=UTC)),
        ("2019-09-13 08:30:00 +0000", datetime(2019, 9, 13, 8, 30, tzinfo=UTC)),
        ("Fri, 13 Sep 2019 08:30:00 GMT", datetime(2019, 9, 13, 8, 30, tzinfo=UTC)),
        ("2019-09-13T08:30:00", datetime(2019, 9, 13, 8, 30)),
    ],
)
def test_a_date_stays_a_date_and_a_moment_a_moment(text: str, moment: date) -> None:
    """The reader adds neither midnight nor a time zone."""
    made = read_moment(text)
    assert type(made) is type(moment)
    assert made == moment


@given(some.text())
def test_any_text_for_a_date_is_read_or_told(text: str) -> None:
    """A strange date gives a ValidationError and no other error."""
    try:
        made = read_moment(text)
    except ValidationError as error:
        made = None
        told = str(error)
    assert isinstance(made, date) or "date" in told


def test_what_is_no_date_is_told() -> None:
    """The message shows how a date is written."""
    with pytest.raises(ValidationError, match="is no date; write the date as"):
        read_moment("yesterday")


def test_an_embargo_ends_at_a_moment_of_a_zone() -> None:
    """People do not agree on the moment when a day ends."""
    end = datetime(2019, 9, 13, 8, 30, tzinfo=UTC)
    assert read_embargo("2019-09-13T10:30:00+02:00") == end
    assert read_embargo(False) is None
    for text in ("2019-09-13T08:30:00", "2019-09-13"):
        with pytest.raises(ValidationError, match="without time or time zone"):
            read_embargo(text)
