"""ISO dates: a text of ISO 8601 goes in, a date or a datetime comes out.

`2024-W47` and `2024-11` name no day, and are no dates; `2024-W47-5` and `2024-327` name one.
"""

import re
from datetime import date, datetime, timedelta

from printkit.text.patterns import regex

_DAY = r"\d{4}-\d\d-\d\d|\d{8}|\d{4}-W\d\d-\d|\d{4}W\d{3}"
_ISO = regex(rf"({_DAY})(?:[T ](.{{2,40}}))?", re.IGNORECASE)
_DAY_OF_YEAR = regex(r"(\d{4})-(\d{3})")
_MIDNIGHT = regex(r"(?<=[T ])24(?=(?::?00){1,2}(?:[.,]0+)?(?:\s*(?:Z|[+-]\d\d:?\d\d))?$)")


def read_iso(text: str) -> date | datetime | None:
    """Read a date, or a datetime where the text gives a time; None for any other text."""
    if found := _DAY_OF_YEAR.fullmatch(text):
        return _day_of_year(int(found[1]), int(found[2]))
    found = _ISO.fullmatch(text)
    if not found:
        return None
    # Jekyll writes a space before the zone; `fromisoformat` refuses the space in some forms.
    joined = re.sub(r"(?<=\d)\s{1,9}(?=[+-]\d\d:?\d\d$|Z$)", "", text)
    started, ends = _MIDNIGHT.subn("00", joined)
    try:
        if not found[2]:
            return date.fromisoformat(joined.upper())
        return datetime.fromisoformat(started) + timedelta(days=ends)
    except (ValueError, OverflowError):
        return None


def _day_of_year(year: int, number: int) -> date | None:
    try:
        found = date(year, 1, 1) + timedelta(days=number - 1)
    except (ValueError, OverflowError):
        return None
    return found if found.year == year and number else None
