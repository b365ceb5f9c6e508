"""Moments of publication: a value goes in, the moment or the year that it names comes out.

Publishing systems write moments as texts, numbers and objects, and years or zeros in their place.
"""

from datetime import MAXYEAR, UTC, date, datetime, time, timedelta

from printkit.readers.date_fields import read_date_field
from printkit.readers.other_calendars import in_common_era
from printkit.text.patterns import regex

# A day begins at different moments in different places.
_AHEAD = timedelta(days=1)
_YEAR = regex(r"(?<!\d)\d{4,6}(?!\d)")
_NO_MOMENT = regex(r"000[01]-\d\d-\d\d.*|-\d+|0")
_LONGEST = 60


def is_ahead(moment: date) -> bool:
    """Tell whether a date or a moment is more than a day after the present."""
    found = moment_of(moment)
    return found is not None and found - datetime.now(UTC) > _AHEAD


def is_over(value: object) -> bool:
    """Tell whether a moment is over, or is a text with figures that is no date."""
    moment = moment_of(value)
    if moment:
        # Servers and databases write the first moment of Unix for none.
        return moment.year > 1970 and moment <= datetime.now(UTC)
    if is_year_ahead(value):
        return False
    return isinstance(value, str) and is_given(value) and any(map(str.isdigit, value))


def is_year_ahead(value: object) -> bool:
    """Tell whether a value names a year that is still to come, without a day: `December 2099`."""
    return _year_of(value) > datetime.now(UTC).year


def _year_of(value: object) -> int:
    """Return the year that a value names without a day: `2099`, `December 2099`; 0 if none."""
    years = _YEAR.findall(word_of(value)[:_LONGEST])
    if len(years) != 1:
        return 0
    year = int(years[0])
    day = in_common_era(year, 1, 1) if year <= MAXYEAR else None
    return day.year if day else year if year > MAXYEAR else 0


def is_given(value: object) -> bool:
    """Tell whether a value is more than a zero in the place of a moment."""
    return bool(value) and not _NO_MOMENT.fullmatch(word_of(value))


def moment_of(value: object) -> datetime | None:
    """Return the moment that a value names; a day begins, and a time is meant, in UTC."""
    found = read_date_field(value)
    if isinstance(found, date) and not isinstance(found, datetime):
        found = datetime.combine(found, time.min)
    return found.replace(tzinfo=found.tzinfo or UTC) if found else None


def word_of(value: object) -> str:
    """Return a text or a number as a word in small letters; empty for any other value."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip().casefold() if isinstance(value, str | int | float) else ""
