"""The dates on the pages of an issue are told in the zone of the issue."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from printkit import digest
from printkit.article import Article, Correction, Source
from printkit.issue.issue_zone import in_zone
from printkit.readers import Reading
from tests.support.paths import CASES
from tests.support.printed_articles import read_pages

NIGHT = datetime(2024, 11, 25, 2, 30, tzinfo=UTC)


def test_every_printed_moment_is_told_in_the_zone() -> None:
    """The moment stays the same; so do a day, and a moment without a zone."""
    article = Article(
        headline="A",
        body="B",
        date_published=NIGHT,
        date_modified=date(2024, 11, 26),
        date_posted=datetime(2024, 11, 25, 2, 30),
        source=Source(name="The Quay", date=NIGHT),
        corrections=(Correction(text="No.", date=NIGHT), Correction(text="Not so.")),
        embargoed_until=NIGHT,
    )
    told = in_zone(Reading("a", article, None, ()), "America/New_York").article
    assert told == article
    assert str(told.date_published) == "2024-11-24 21:30:00-05:00"
    assert str(told.date_modified) == "2024-11-26"
    assert str(told.date_posted) == "2024-11-25 02:30:00"
    assert told.source is not None
    assert str(told.source.date) == str(told.corrections[0].date) == "2024-11-24 21:30:00-05:00"
    assert str(told.embargoed_until) == "2024-11-25 02:30:00+00:00"


def test_the_first_and_the_last_moment_stay() -> None:
    """Python has no moment before the first and after the last."""
    last = datetime.max.replace(tzinfo=ZoneInfo("UTC"))
    article = Article(headline="A", body="B", date_published=last)
    told = in_zone(Reading("a", article, None, ()), "Asia/Tokyo").article.date_published
    assert isinstance(told, datetime)
    assert told - last == timedelta()


def test_an_article_that_is_chosen_as_sunday_is_dated_sunday() -> None:
    """The page and the list of sources say the 24th, and so does the week."""
    case: Path = CASES / "A11-issue-zone.json"
    made = digest(case, week="2024-W47", timezone="America/New_York", cache=False)
    text = " ".join(" ".join(read_pages(made.pdf)).split())
    assert "Sunday, November 24, 2024" in text
    assert "November 25" not in text
