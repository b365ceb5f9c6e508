"""The period of an issue: whole days in one time zone, and which moments lie in them."""

import difflib
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from printkit.errors import EditionError

_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})", re.IGNORECASE)
_LAST_WHOLE_YEAR = 9998  # the last week of 9999 ends after the last date there is
# What these stand for is another on each machine.
_NOWHERE = {"Factory", "localtime"}


@dataclass(frozen=True)
class Period:
    """From a day's first moment up to, and not including, the first after another's last.

    Attributes:
        first, last: days, both within.
        zone: the IANA name of the time zone whose days they are.
    """

    first: date
    last: date
    zone: str

    @property
    def week(self) -> str | None:
        """The ISO 8601 name of the week that the period is, `2019-W37`; None if it is none."""
        year, week, weekday = self.first.isocalendar()
        whole = weekday == 1 and self.last - self.first == timedelta(days=6)
        return f"{year:04}-W{week:02}" if whole else None

    def holds(self, moment: date) -> bool:
        """Whether a day, or a moment of a day in the period's zone, lies within."""
        return self.first <= day_of(moment, self.zone) <= self.last


def week_of(text: str, zone: str, now: datetime) -> Period:
    """The week that is meant: `2019-W37`, or `last` for the last complete one.

    Args:
        now: with its zone.

    Raises:
        EditionError: there is no such week, or no such zone.
    """
    if text.casefold() == "last":
        return last_complete_week(zone, now)
    return _week_from(monday_of(text), zone)


def last_complete_week(zone: str, now: datetime) -> Period:
    """The week before the one that is running in the zone."""
    today = day_of(now, zone)
    return _week_from(today - timedelta(days=today.weekday() + 7), zone)


def monday_of(week: str) -> date:
    """The first day of an ISO week, `2019-W37`.

    Raises:
        EditionError: it is written otherwise, or the year has no such week.
    """
    match = _WEEK.fullmatch(week.strip())
    if not match:
        raise EditionError(f"week is {week!r}; write it as 2019-W37, or last")
    year, number = int(match[1]), int(match[2])
    if not 1 <= year <= _LAST_WHOLE_YEAR:
        raise EditionError(f"week is {week}; a year can be 0001 to {_LAST_WHOLE_YEAR}")
    # The 28th of December is always in the last week of its own year.
    weeks = date(year, 12, 28).isocalendar().week
    if not 1 <= number <= weeks:
        raise EditionError(f"week is {week}; {year} has weeks 1 to {weeks}")
    return date.fromisocalendar(year, number, 1)


def _week_from(monday: date, zone: str) -> Period:
    return Period(monday, monday + timedelta(days=6), zone_named(zone).key)


def day_of(moment: date, zone: str) -> date:
    """The day on the zone's calendar; a date, and a moment without a zone, keep their own."""
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo is None:
        return moment.date()
    try:
        return moment.astimezone(zone_named(zone)).date()
    except OverflowError:
        return moment.date()  # within hours of the first or the last moment there is


def instant(moment: date, zone: str) -> timedelta:
    """How long after the start of the year 1, UTC: what moments of all kinds are ordered by.

    A date stands for its first moment, and what has no zone is in this one.
    """
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time.min)
    offset = moment.utcoffset()
    if offset is None:
        offset = moment.replace(tzinfo=zone_named(zone)).utcoffset() or timedelta()
    return moment.replace(tzinfo=None) - datetime.min - offset


def zone_named(name: str) -> ZoneInfo:
    """A time zone by its IANA name, whatever its case.

    Raises:
        EditionError: there is none; says the nearest.
    """
    zones = _zones()
    wanted = name.strip().casefold().replace(" ", "_")
    if wanted in zones:
        return ZoneInfo(zones[wanted])
    if not zones:
        raise EditionError("this machine knows no time zones; install the package tzdata")
    cities = {one.rpartition("/")[2]: full for one, full in sorted(zones.items(), reverse=True)}
    near = difflib.get_close_matches(wanted, [*zones, *cities], n=1)
    told = (
        f"did you mean {zones.get(near[0]) or cities[near[0]]}?" if near else "write Europe/Madrid"
    )
    raise EditionError(f"timezone is {name!r}, which is none; {told}")


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    """Every zone's name by its casefolded one."""
    return {name.casefold(): name for name in sorted(available_timezones() - _NOWHERE)}
