"""Moments of publication: a value names a moment, a year to come, or nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest

from printkit.readers.publication_moments import is_ahead, is_over, moment_of
from printkit.readers.record import article_from
from tests.support.sample_records import PLAIN


def test_a_day_is_ahead_from_the_day_after_tomorrow() -> None:
    """Somewhere, tomorrow has begun."""
    today = datetime.now(UTC)
    assert not is_ahead(today + timedelta(hours=20))
    assert is_ahead(today + timedelta(hours=28))
    assert moment_of(date(2024, 1, 1)) == datetime(2024, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "over"),
    [
        ("2001-01-01", True),
        ("2099-01-01", False),
        ("2099", False),
        ("December 2001", True),
        ("0000-00-00", False),
        ("1970-01-01", False),
        (None, False),
        ("soon", False),
    ],
)
def test_an_expiry_is_over_by_its_moment_or_its_year(value: object, over: bool) -> None:
    """A text with figures that is no date may be over, and in doubt is."""
    assert is_over(value) == over


@pytest.mark.parametrize("value", ["2099", "December 2099", "99999-01-01", 2099])
def test_a_year_to_come_is_understood(value: object) -> None:
    """No day is known: the article does not expire now, and is not to be published now."""
    expires, _ = article_from({**PLAIN, "expiryDate": value}, "a")
    assert (expires.status, expires.embargoed_until) == ("usable", None)
    later, _ = article_from({**PLAIN, "publishDate": value}, "a")
    assert later.status == "withheld"


def test_a_clear_date_of_expiry_needs_no_remark() -> None:
    """The date is kept in `extra`, and the article is printed."""
    article, remarks = article_from({**PLAIN, "expiryDate": "2099-01-01"}, "a")
    assert (article.extra["expiryDate"], remarks) == ("2099-01-01", ())
