"""Compute the period of an issue, whole days in one time zone, and the day of any moment."""

import difflib
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from printkit.article import Article
from printkit.errors import EditionError
from printkit.text.patterns import regex

_WEEK = regex(r"([0-9]{4})-?W([0-9]{2})", re.IGNORECASE)
_LAST_WHOLE_YEAR = 9998  # the last week of 9999 would end after the last date of Python
# These names mean another zone on every machine.
_NOWHERE = {"Factory", "localtime"}


@dataclass(frozen=True)
class Period:
    """Whole days in one time zone.

    Attributes:
        first, last: the first and the last day, both within the period.
        zone: the IANA name of the time zone.
    """

    first: date
    last: date
    zone: str

    @property
    def week(self) -> str | None:
        """Return the ISO 8601 name of the week, `2019-W37`; None if the period is no week."""
        year, week, weekday = self.first.isocalendar()
        whole = weekday == 1 and self.last - self.first == timedelta(days=6)
        return f"{year:04}-W{week:02}" if whole else None

    def holds(self, moment: date) -> bool:
        """Return whether a day or a moment is within the period."""
        return self.first <= day_of(moment, self.zone) <= self.last


def week_of(text: str, zone: str, now: datetime) -> Period:
    """Return the week that a text names: `2019-W37`, or `last` for the last complete week.

    Args:
        text: the name of the week.
        zone: the IANA name of the time zone.
        now: the present moment with its zone.

    Raises:
        EditionError: there is no such week, or no such zone.
    """
    if text.casefold() == "last":
        return last_complete_week(zone, now)
    return _week_from(monday_of(text), zone)


def last_complete_week(zone: str, now: datetime) -> Period:
    """Return the week before the present week of the zone."""
    today = day_of(now, zone)
    return _week_from(today - timedelta(days=today.weekday() + 7), zone)


def monday_of(week: str) -> date:
    """Return the first day of an ISO week, `2019-W37`.

    Raises:
        EditionError: the text is written in another form, or the year has no such week.
    """
    match = _WEEK.fullmatch(week.strip())
    if not match:
        raise EditionError(f"week is {week!r}; write week as 2019-W37, or last")
    year, number = int(match[1]), int(match[2])
    if not 1 <= year <= _LAST_WHOLE_YEAR:
        raise EditionError(f"week is {week}; a year can be 0001 to {_LAST_WHOLE_YEAR}")
    # By ISO 8601, the 28th of December is always in the last week of its year.
    weeks = date(year, 12, 28).isocalendar().week
    if not 1 <= number <= weeks:
        raise EditionError(f"week is {week}; {year} has weeks 1 to {weeks}")
    return date.fromisocalendar(year, number, 1)


def _week_from(monday: date, zone: str) -> Period:
    return Period(monday, monday + timedelta(days=6), zone_named(zone).key)


def date_of(article: Article) -> date | None:
    """Return the date that decides in which issue an article is; None if no date is known."""
    return article.date_published or article.date_posted or article.date_modified


def day_of(moment: date, zone: str) -> date:
    """Return the day in the zone. A date, and a moment without a zone, keep their own day."""
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo is None:
        return moment.date()
    try:
        return moment.astimezone(zone_named(zone)).date()
    except OverflowError:
        return moment.date()  # within hours of the first or the last moment of Python


def instant(moment: date, zone: str) -> timedelta:
    """Return the time since the start of the year 1, UTC, as a key that sorts dates and moments.

    A date stands for its first moment. A moment without a zone is in the given zone.
    """
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time.min)
    offset = moment.utcoffset()
    if offset is None:
        offset = moment.replace(tzinfo=zone_named(zone)).utcoffset() or timedelta()
    # Not `astimezone`: near the first and the last year of Python, it raises OverflowError.
    return moment.replace(tzinfo=None) - datetime.min - offset


def zone_named(name: str) -> ZoneInfo:
    """Return the time zone of an IANA name, in any case.

    Raises:
        EditionError: there is no such zone; the error names the most similar zone.
    """
    zones = _zones()
    wanted = name.strip().casefold().replace(" ", "_")
    if wanted in zones:
        return ZoneInfo(zones[wanted])
    if not zones:
        raise EditionError("this machine knows no time zones; install the package tzdata")
    # Many people write the city alone: "Madrid".
    cities = {one.rpartition("/")[2]: full for one, full in sorted(zones.items(), reverse=True)}
    near = difflib.get_close_matches(wanted, [*zones, *cities], n=1)
    hint = (
        f"did you mean {zones.get(near[0]) or cities[near[0]]}?" if near else "write Europe/Madrid"
    )
    raise EditionError(f"timezone is {name!r}, which does not exist; {hint}")


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    """Return the name of every zone by its name without case."""
    return {name.casefold(): name for name in sorted(available_timezones() - _NOWHERE)}
