"""The zone of an issue: a reading goes in, the same reading with its moments in the zone comes out.

An article that is in the issue as Sunday's is dated Sunday on its pages.
"""

from datetime import datetime, timedelta, timezone
from typing import TypeVar

from printkit.article import Article, Value
from printkit.issue.period import zone_named
from printkit.readers import Reading

_Moments = TypeVar("_Moments", bound=Value)
_WITH_DATES = ("source", "info_sources", "corrections")


def in_zone(reading: Reading, zone: str) -> Reading:
    """Return a reading whose printed moments are told in a zone; a day without a time stays."""
    return reading._replace(article=_article_in_zone(reading.article, zone))


def _article_in_zone(article: Article, zone: str) -> Article:
    changed: dict[str, object] = {}
    for name in _WITH_DATES:
        value = getattr(article, name)
        if isinstance(value, Value):
            changed[name] = _moved(value, zone)
        elif value:
            changed[name] = tuple(_moved(one, zone) for one in value)
    return _moved(article, zone, changed)


def _moved(value: _Moments, zone: str, changed: dict[str, object] | None = None) -> _Moments:
    """Return a value with its own moments in the zone, and with the fields that changed."""
    changes = dict(changed or {})
    for name in type(value).model_fields:
        moment = getattr(value, name)
        if isinstance(moment, datetime) and moment.tzinfo and name != "embargoed_until":
            changes[name] = _told(moment, zone)
    return value.model_copy(update=changes) if changes else value


def _told(moment: datetime, zone: str) -> datetime:
    try:
        there = moment.astimezone(zone_named(zone))
    except OverflowError:
        return moment  # within hours of the first or the last moment of Python
    # The offset alone: a record in JSON, and the key of a page in the cache, have no more.
    return there.replace(tzinfo=timezone(there.utcoffset() or timedelta()))
