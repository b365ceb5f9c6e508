"""Date fields: a value of any kind goes in, a date, a datetime or a line to print comes out."""

import math
import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from printkit.readers.dates import read_date
from printkit.readers.other_calendars import in_common_era, read_other_calendar
from printkit.readers.tag_texts import moment_text, without_tags
from printkit.readers.worded_dates import read_worded_date
from printkit.text.iso_dates import read_iso
from printkit.text.patterns import regex

_LONGEST_LINE = 80
# Seconds, or milliseconds, since 1970 for a moment after 1973 and before 2100.
_SECONDS, _MILLISECONDS = range(10**8, 4_102_444_800), range(10**11, 4_102_444_800_000)
_WRITTEN = regex(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)|\d{1,2}([./-])\d{1,2}\1\d\d")
# As in feeds and e-mail: Fri, 13 Sep 2019 08:00:00 GMT. Python's own reader drops a zone with a
# colon, and a `p.m.`.
_MAIL = regex(
    r"((?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{2,4}\s+\d{1,2}:\d\d(?::\d\d)?"
    r"(?:\s+(?:[+-]\d\d|[A-Za-z]{1,4}))?)(?::?(\d\d))?"
)
# JSON of older programs of Microsoft.
_WRITTEN_BY_PROGRAM = regex(r"\\?/Date\((\d{1,13})(?:[+-]\d{4})?\)\\?/")
# Java, and the new format of JavaScript, write the name of the zone behind its offset.
_NAMED_ZONE = regex(r"(?<=[0-9Z])\[!?[\w/+-]{1,40}\]$")
_UNSET = regex(r"(?:0000|0001)-\d\d-\d\d.*")
# Databases write a month or a day that nobody knows as zeros: 1987-00-00.
_UNKNOWN_PARTS = regex(r"^(\d{4}(?:-(?!00)\d\d)?)(?:-00){1,2}(?:[T ].*)?$")
# MongoDB, JSON-LD and PHP write a date as an object.
_KEYS_OF_DATE = ("$date", "@value", "date", "value", "iso", "rendered")


def read_date_field(value: object, language: str = "") -> date | datetime | None:
    """Read the value of a date field; None for a value that is no date.

    Args:
        value: a text, a number, a date, or an object that holds the date.
        language: of the record, for the names of months.
    """
    match value:
        case date():
            return value
        case bool():
            return None
        case int() | float():
            return _of_number(value)
        case str():
            return _of_text(value.strip(), language)
        case Mapping():
            return _date_in_object(value, language)
        case [first, *_] if not isinstance(first, list | tuple | Mapping | int | float):
            return read_date_field(first, language)
    return None


def date_line(value: object) -> str:
    """Return a text that names a year, or a day in figures, to be printed as written; else empty.

    `2 days ago` names no day for a reader of next week.
    """
    text = " ".join(without_tags(str(value)).split()) if isinstance(value, str | int) else ""
    if len(text) > _LONGEST_LINE or _UNSET.match(text):
        return ""
    text = _UNKNOWN_PARTS.sub(r"\1", text)
    return text if _WRITTEN.search(_in_figures(text)) else ""


def _of_text(text: str, language: str) -> date | datetime | None:
    text = moment_text(text)
    if re.fullmatch(r"\d{8}|\d{10}|\d{13}", text):
        return _of_number(int(text))
    if _UNSET.match(text):
        return None
    if program := _WRITTEN_BY_PROGRAM.fullmatch(text):
        return _of_number(int(program[1]))
    if (other := read_other_calendar(_in_figures(text), language)) is not None:
        return other
    if (iso := read_iso(_NAMED_ZONE.sub("", text))) is not None:
        return _in_common_era(iso)
    if (found := read_date(text)) is not None:
        return found
    if (mail := _MAIL.fullmatch(text)) and not text.lower().endswith("m"):
        with suppress(ValueError):
            found = parsedate_to_datetime(mail[1] + (mail[2] or ""))
            # Python's reader drops a zone such as JST.
            return found if found.tzinfo else read_worded_date(text, language) or found
    return read_worded_date(text, language)


def _in_common_era(moment: date) -> date | None:
    """Return a moment whose year may be Thai; None for a year of an unknown calendar."""
    day = in_common_era(moment.year, moment.month, moment.day)
    return moment.replace(year=day.year) if day else None


def _in_figures(text: str) -> str:
    """Return a text with the figures 0 to 9 in the place of the figures of other scripts."""
    return "".join(str(unicodedata.decimal(one, one)) for one in text[:_LONGEST_LINE])


def _of_number(number: float) -> date | datetime | None:
    if isinstance(number, float) and not math.isfinite(number):
        return None
    whole = int(number)
    if whole in _SECONDS:
        return datetime.fromtimestamp(number, UTC)
    if whole in _MILLISECONDS:
        return datetime.fromtimestamp(number / 1000, UTC)
    found = read_iso(str(whole)) if 10**7 <= whole < 10**8 else None
    return _in_common_era(found) if found else None


def _date_in_object(value: Mapping[Any, Any], language: str) -> date | datetime | None:
    given = (value[key] for key in _KEYS_OF_DATE if key in value)
    inner = next((one for one in given if not isinstance(one, Mapping)), None)
    found = read_date_field(inner, language)
    zone = value.get("timezone")
    if isinstance(found, datetime) and found.tzinfo is None and isinstance(zone, str):
        with suppress(ZoneInfoNotFoundError, ValueError):
            return found.replace(tzinfo=ZoneInfo(zone))
    return found
