"""Periods: every moment is in exactly one week of a time zone."""

import datetime
from datetime import UTC, date, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as some

from printkit.errors import EditionError
from printkit.issue.period import (
    Period,
    day_of,
    instant,
    last_complete_week,
    monday_of,
    week_of,
    zone_named,
)

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
NOW = datetime.datetime(2019, 9, 18, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)

# Half a year more than all the clocks have ever been set, and the calendar's 53rd weeks.
moments = some.datetimes(
    datetime.datetime(1880, 1, 1),
    datetime.datetime(2100, 1, 1),
    timezones=some.just(UTC) | some.sampled_from(ZONES).map(ZoneInfo),
)


def moment(text: str) -> datetime.datetime:
    """Return the moment that a text names."""
    return datetime.datetime.fromisoformat(text)


def holding(when: datetime.datetime, zone: str) -> list[str | None]:
    """Return the weeks around a moment that hold the moment, as Python's zoneinfo reckons."""
    local = datetime.datetime.fromtimestamp(when.timestamp(), ZoneInfo(zone)).date()
    around = [local + timedelta(days=7 * n) for n in (-1, 0, 1)]
    names = [f"{year:04}-W{week:02}" for year, week, _ in map(date.isocalendar, around)]
    return [name for name in names if week_of(name, zone, NOW).holds(when)]


@given(moments, some.sampled_from(ZONES))
def test_a_moment_is_in_exactly_one_week(when: datetime.datetime, zone: str) -> None:
    """Every moment is in a week, and only one week has the moment."""
    assert len(holding(when, zone)) == 1


@pytest.mark.parametrize("year", [1995, 2012, 2021])
def test_no_zone_loses_or_repeats_a_moment_of_its_new_year(year: int) -> None:
    """Kiritimati and Samoa skip a day at such a New Year; the year 2021 follows a week 53."""
    for zone in ZONES:
        start = datetime.datetime(year - 1, 12, 28, tzinfo=UTC)
        hours = [start + timedelta(hours=n) for n in range(0, 24 * 12, 8)]
        weeks = [holding(hour, zone) for hour in hours]
        assert all(len(found) == 1 for found in weeks)
        assert weeks == sorted(weeks)


@given(some.dates(date(2, 1, 1), date(9990, 1, 1)), some.sampled_from(ZONES))
def test_weeks_lie_edge_to_edge(day: date, zone: str) -> None:
    """A week ends the day before the next begins, and its name gives the same week."""
    year, number, _ = day.isocalendar()
    week = week_of(f"{year:04}-W{number:02}", zone, NOW)
    following = (week.last + timedelta(days=1)).isocalendar()
    next_week = week_of(f"{following.year:04}-W{following.week:02}", zone, NOW)
    assert next_week.first - week.last == timedelta(days=1)
    assert week.holds(day)
    assert not next_week.holds(day)
    assert week.week == f"{year:04}-W{number:02}"


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2021-01-03", "2020-W53"),  # a Sunday of the old year's 53rd week
        ("2021-01-04", "2021-W01"),
        ("2018-12-31", "2019-W01"),  # this week begins in December
        ("2027-01-01", "2026-W53"),  # strftime's %Y-W%V says 2027-W53
        ("2016-02-29", "2016-W09"),
    ],
)
def test_weeks_at_the_turn_of_a_year(day: str, week: str) -> None:
    """The year is the year of the ISO week, not of the day."""
    found = week_of(week, "UTC", NOW)
    assert found.holds(date.fromisoformat(day))
    assert found.week == week


def test_a_repeated_hour_is_within_once() -> None:
    """Madrid's clocks go back on the Sunday that ends a week; both hours belong to this week."""
    week = week_of("2019-W43", "Europe/Madrid", NOW)
    before = moment("2019-10-27T02:30:00+02:00")
    again = before + timedelta(hours=1)
    assert before.astimezone(ZoneInfo("Europe/Madrid")).hour == 2
    assert again.astimezone(ZoneInfo("Europe/Madrid")).hour == 2
    assert week.holds(before)
    assert week.holds(again)
    assert week.holds(moment("2019-10-27T22:59:59+00:00"))
    assert not week.holds(moment("2019-10-27T23:00:00+00:00"))


def test_a_day_whose_midnight_is_skipped_begins_later() -> None:
    """Gaza's clocks leapt from midnight to one on Saturday, 28 March 2020."""
    day = Period(date(2020, 3, 28), date(2020, 3, 28), "Asia/Gaza")
    leap = next(
        at
        for at in (moment("2020-03-27T20:00:00+00:00") + timedelta(minutes=n) for n in range(360))
        if day.holds(at)
    )
    assert leap.astimezone(ZoneInfo("Asia/Gaza")).strftime("%H:%M") == "01:00"
    assert not day.holds(leap - SECOND)


def test_a_day_that_begins_twice_is_the_day_its_clocks_show() -> None:
    """Newfoundland went back to Saturday a minute into Sunday, 7 November 2010."""
    saturday = Period(date(2010, 11, 6), date(2010, 11, 6), "America/St_Johns")
    first_sunday = moment("2010-11-07T00:00:30-02:30")
    assert not saturday.holds(first_sunday)
    assert saturday.holds(first_sunday + timedelta(minutes=1))


@pytest.mark.parametrize(
    ("zone", "lost", "last_moment"),
    [
        ("Pacific/Apia", "2011-12-30", "2011-12-29T23:59:59-10:00"),
        ("Pacific/Kiritimati", "1994-12-31", "1994-12-30T23:59:59-10:00"),
    ],
)
def test_a_day_that_a_zone_never_had(zone: str, lost: str, last_moment: str) -> None:
    """No moment is in such a day; an article of that date belongs to the day all the same."""
    day = date.fromisoformat(lost)
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    last = moment(last_moment)
    assert day_of(last, zone) == before
    assert day_of(last + SECOND, zone) == after
    alone = Period(day, day, zone)
    assert not any(alone.holds(last + n * timedelta(minutes=30)) for n in range(-96, 96))
    assert alone.holds(day)


def test_samoa_and_the_line_islands_are_a_day_apart() -> None:
    """The same moment is Monday in Kiritimati, and Sunday in Pago Pago and in Samoa's zone."""
    now = moment("2019-09-15T11:00:00+00:00")
    assert holding(now, "Pacific/Kiritimati") == ["2019-W38"]
    assert holding(now, "Pacific/Samoa") == holding(now, "Pacific/Pago_Pago") == ["2019-W37"]


def test_what_has_no_zone_keeps_its_day() -> None:
    """A date, and a moment without a zone, belong to their own date in any zone."""
    week = week_of("2019-W37", "Pacific/Kiritimati", NOW)
    assert week.holds(date(2019, 9, 15))
    assert week.holds(datetime.datetime(2019, 9, 15, 23, 59))
    assert not week.holds(date(2019, 9, 16))
    assert not week.holds(date(2019, 9, 8))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Samoa", "UTC"])
@pytest.mark.parametrize("when", [datetime.datetime.min, datetime.datetime.max])
@pytest.mark.parametrize("hours", [-23, 0, 23])
def test_the_ends_of_the_calendar_do_not_break_it(
    zone: str, when: datetime.datetime, hours: int
) -> None:
    """Records may hold any date of the calendar."""
    aware = when.replace(tzinfo=timezone(timedelta(hours=hours)))
    assert abs(day_of(aware, zone) - when.date()) <= timedelta(days=1)
    assert instant(aware, zone) == when - datetime.datetime.min - timedelta(hours=hours)


@pytest.mark.parametrize(
    ("now", "week"),
    [
        ("2019-09-15T23:59:59+00:00", "2019-W36"),
        ("2019-09-16T00:00:00+00:00", "2019-W37"),
        ("2021-01-04T00:00:00+00:00", "2020-W53"),
    ],
)
def test_the_last_complete_week(now: str, week: str) -> None:
    """The running week does not count until its last second is over."""
    assert last_complete_week("UTC", moment(now)).week == week
    assert week_of("last", "UTC", moment(now)) == week_of(week, "UTC", moment(now))


def test_the_last_week_is_that_of_the_zone() -> None:
    """Kiritimati has Monday when UTC still has Sunday."""
    now = moment("2019-09-15T11:00:00+00:00")
    assert last_complete_week("Pacific/Kiritimati", now).week == "2019-W37"
    assert last_complete_week("UTC", now).week == "2019-W36"


@pytest.mark.parametrize(
    ("first", "last"),
    [("2019-09-09", "2019-09-14"), ("2019-09-10", "2019-09-16"), ("2019-09-09", "2019-09-22")],
)
def test_only_a_whole_week_is_called_one(first: str, last: str) -> None:
    """Fewer days, more days, or seven days from Tuesday have no week's name."""
    assert Period(date.fromisoformat(first), date.fromisoformat(last), "UTC").week is None


def test_a_week_may_be_written_without_its_hyphen() -> None:
    """ISO 8601 has this basic form; small letters are read, too."""
    assert monday_of("2019W37") == monday_of("2019-w37") == date(2019, 9, 9)
    assert monday_of("2020-W53") == date(2020, 12, 28)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2019-W53", "2019 has weeks 1 to 52"),
        ("2020-W54", "2020 has weeks 1 to 53"),
        ("2019-W00", "2019 has weeks 1 to 52"),
        ("0000-W01", "a year can be"),
        ("9999-W52", "a year can be"),
        ("2019-37", "write week as 2019-W37"),
        ("W37", "write week as 2019-W37"),
        ("٢٠١٩-W37", "write week as 2019-W37"),
        ("", "write week as 2019-W37"),
    ],
)
def test_no_such_week(text: str, told: str) -> None:
    """The error says which weeks the year has."""
    with pytest.raises(EditionError, match=told):
        week_of(text, "UTC", NOW)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Europe/Madird", "Europe/Madrid"),
        ("madrid", "Europe/Madrid"),
        ("new york", "America/New_York"),
        ("Kiritimati", "Pacific/Kiritimati"),
    ],
)
def test_an_unknown_zone_names_the_nearest(name: str, nearest: str) -> None:
    """The user may write the whole name of a zone, or its city."""
    with pytest.raises(EditionError, match=f"which does not exist; did you mean {nearest}"):
        zone_named(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Europe",
        "../../etc/passwd",
        "/etc/localtime",
        "a\0b",
        "right/UTC",
        "localtime",
        "x" * 999,
    ],
)
def test_what_is_no_zone_is_told_as_ours(name: str) -> None:
    """The error is an error of printkit; no file of the system is opened by that name."""
    with pytest.raises(EditionError, match="timezone is"):
        zone_named(name)


def test_a_zone_is_found_whatever_its_case() -> None:
    """`europe/madrid` is Europe/Madrid, also on a disk that tells cases apart."""
    assert zone_named("europe/madrid").key == "Europe/Madrid"


@given(moments, moments)
def test_moments_are_ordered_as_they_happen(
    one: datetime.datetime, other: datetime.datetime
) -> None:
    """The zones of the two moments make no difference."""
    apart = instant(one, "Asia/Tokyo") - instant(other, "Asia/Tokyo")
    assert apart == one.astimezone(UTC) - other.astimezone(UTC)


def test_what_has_no_zone_is_ordered_in_the_issues() -> None:
    """A day counts from its first moment."""
    tokyo = moment("2019-09-13T00:00:00+09:00")
    assert instant(date(2019, 9, 13), "Asia/Tokyo") == instant(tokyo, "UTC")
    assert instant(tokyo.replace(tzinfo=None), "Asia/Tokyo") == instant(tokyo, "UTC")
