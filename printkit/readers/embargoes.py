"""Embargoes: a record goes in, the same record with one moment or with a hold comes out.

An embargo ends at a moment with a zone. A day, or a time without a zone, ends when it has ended in
every place. A value that names no moment holds the article back.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from printkit.article import Article
from printkit.readers.date_fields import read_date_field
from printkit.readers.problems import quoted

FIELD = "embargoed_until"
# The last place where a day ends is twelve hours behind UTC.
_LAST_PLACE = timedelta(hours=12)
_NO = {"", "false", "no", "off", "0", "0.0", "none", "null", "never", "n"}
_UNSET = ("0000-", "0001-")
_LONGEST_KEY = 60


class Embargo(NamedTuple):
    """The end of an embargo as a record gives it.

    Attributes:
        key: the key of the record.
        value: the value of the key.
        until: the moment of the end; None if the value names no moment.
        doubt: the end of a sentence that says how an unclear moment was understood; else empty.
    """

    key: str
    value: object
    until: datetime | None
    doubt: str


def embargoes_in(record: Mapping[str, object]) -> Iterator[Embargo]:
    """Yield the embargoes of a record, without the keys whose value says that there is none."""
    for key, value in record.items():
        if isinstance(key, str) and is_embargo(key) and not says_none(value):
            yield Embargo(key, value, *end_of(value))


def is_embargo(key: str) -> bool:
    """Tell whether a key names an embargo: `embargo`, `embargoedUntil`, `embargo_date`."""
    short = len(key) <= _LONGEST_KEY
    return Article.field_for(key) == FIELD or (short and "embargo" in key.casefold())


def end_of(value: object) -> tuple[datetime | None, str]:
    """Return the moment when an embargo ends, and what is unclear about its value."""
    found = read_date_field(value)
    if found is None:
        return None, ""
    if not isinstance(found, datetime):
        return _everywhere(datetime.combine(found, time.max)), (
            f"{quoted(value)} has no time and no time zone; the embargo ends when this day has"
            " ended in every place"
        )
    if found.tzinfo is None:
        return _everywhere(found), (
            f"{quoted(value)} has no time zone; the embargo ends when this time is over in every"
            " place"
        )
    return found, ""


def _everywhere(moment: datetime) -> datetime:
    """Return the moment in UTC at which a local time is over in every place."""
    last = datetime.max - _LAST_PLACE
    return (min(moment, last) + _LAST_PLACE).replace(tzinfo=UTC)


def says_none(value: object) -> bool:
    """Tell whether a value says that there is no embargo."""
    if isinstance(value, date):
        return False
    if isinstance(value, str | int | float):
        word = str(value).strip().casefold()
        return word in _NO or word.startswith(_UNSET)
    return not value
