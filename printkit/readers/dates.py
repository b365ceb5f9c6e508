"""Dates: a text as people write it goes in, a date or a datetime comes out.

The forms are ISO 8601, numbers with dots, and words in six languages. `03/04/2019` may be in March
or in April, so it is not read as a date.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from printkit.readers.other_calendars import in_common_era
from printkit.text.comparing import without_accents
from printkit.text.iso_dates import read_iso
from printkit.text.patterns import regex

_MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
)
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo "
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica"
)
_LONGEST = 80

_CLOCK = (
    r"(?:,?\s+(?:at\s+|um\s+|à\s+|a\s+las\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:\s+uhr)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>gmt|utc|z)?)?"
)
_OF = r"(?:\s+|\s+de\s+|\s+of\s+|\s+del\s+)"
_WORDED = tuple(
    regex(form + _CLOCK)
    for form in (
        rf"(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|er|º|ª|°)?{_OF}(?P<word>[a-z]+)\.?,?{_OF}(?P<year>\d{{4}})",
        r"(?P<word>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})",
        r"(?P<year>\d{4})[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})",
        r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日",
        r"(?P<day>1[3-9]|2\d|3[01])[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})",
        r"(?P<month>\d{1,2})[/-](?P<day>1[3-9]|2\d|3[01])[/-](?P<year>\d{4})",
    )
)
_WEEKDAY = regex(r"([a-z]{2,}(?:-feira)?)(?:\.,?|,)?\s+")


def _folded(text: str) -> str:
    """Return the text in lower case, without accents, its white space folded."""
    return " ".join(without_accents(text).split())


def _named_months() -> Iterator[tuple[str, int]]:
    for months in _MONTHS:
        for number, month in enumerate(_folded(months).split(), start=1):
            yield month, number


_MONTH_NAMES = tuple(_named_months())
_WEEKDAY_NAMES = tuple(_folded(_WEEKDAYS).split())


def _month(word: str) -> int:
    """Return the number of the month whose name begins with a word; 0 if none, or several, do.

    The word needs three letters or more.
    """
    numbers = {number for name, number in _MONTH_NAMES if name.startswith(word)}
    return numbers.pop() if len(word) >= 3 and len(numbers) == 1 else 0


def _without_weekday(text: str) -> str:
    found = _WEEKDAY.match(text)
    if found and any(name.startswith(found[1]) for name in _WEEKDAY_NAMES):
        return text[found.end() :]
    return text


def _time(parts: dict[str, str | None]) -> time:
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    if half := parts["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("no hour of a twelve-hour clock")
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute, tzinfo=UTC if parts["zone"] else None)


def read_date(text: str) -> date | datetime | None:
    """Read a date, or a datetime where the text gives the time, too; None for any other text.

    A weekday may stand before the date, and is not checked. The datetime has a time zone only if
    the text names one.
    """
    text = text.strip()
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return None
    if re.match(r"\d{4}-\d\d-\d\d[T ]", text):
        return read_iso(text)
    plain = _without_weekday(_folded(text))
    found = next((match for form in _WORDED if (match := form.fullmatch(plain))), None)
    return _assembled(found.groupdict()) if found else None


def _assembled(parts: dict[str, str | None]) -> date | datetime | None:
    word = parts.get("word")
    month = _month(word) if word else int(parts["month"] or 0)
    try:
        day = in_common_era(int(parts["year"] or 0), month, int(parts["day"] or 0))
        return datetime.combine(day, _time(parts)) if day and parts["hour"] else day
    except ValueError:
        return None
