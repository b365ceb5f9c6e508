"""Find the newest of several versions of an article."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from printkit.article import Article
from printkit.issue.period import instant
from printkit.text.patterns import regex

_LAST_OF_A_DAY = timedelta(days=1) - timedelta.resolution
# No real system writes numbers of more than 18 digits, but a hostile record may.
_VERSION = regex(r"v?([0-9]{1,18}(?:\.[0-9]{1,18}){0,9})")


def newest_of(group: Sequence[int], articles: Sequence[Article], zone: str) -> int:
    """Return the place of the newest article of a group.

    The newest article has the highest version, if all articles have a version; else the latest
    date of change, then of publication; else the longest text. Of equal articles the first counts.
    A notice that withdraws an article is newer if the notice has no date or the same date.

    Args:
        group: the places of the articles in the sequence.
        articles: all articles.
        zone: the IANA name of the time zone of dates that have none.
    """
    versions = {one: _version(articles[one]) for one in group}
    if not all(versions.values()):
        versions = dict.fromkeys(group, ())  # versions count only if every article has one
    return max(group, key=lambda one: (versions[one], *_age(articles[one], zone), -one))


def _version(article: Article) -> tuple[int, ...]:
    match = _VERSION.fullmatch((article.version or "").lower())
    return tuple(map(int, match[1].split("."))) if match else ()


def _age(article: Article, zone: str) -> tuple[timedelta, timedelta, bool, int, str]:
    """Return a key that sorts older articles before newer ones; their texts decide last."""
    published = article.date_published or article.date_posted
    changed = article.date_modified or published
    withdraws = article.status != "usable"

    def age(moment: date | None) -> timedelta:
        if moment is None:
            return timedelta.max if withdraws else timedelta.min
        # A day without a time may be any moment of the day; for a notice, it is the last.
        late = _LAST_OF_A_DAY if withdraws and not isinstance(moment, datetime) else timedelta()
        return instant(moment, zone) + late

    return (
        age(changed),
        age(published),
        withdraws,
        len(article.body),
        article.model_dump_json(),
    )
