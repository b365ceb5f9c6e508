"""Date doubts: the value of a date field and its day go in, sentences on unclear parts come out."""

import re
from collections.abc import Iterator
from datetime import date

from printkit.readers.date_fields import read_date_field
from printkit.readers.weekdays import other_weekday
from printkit.text.patterns import regex

_CHANGED = regex(r"\s*(?:last\s+)?(?:updated|modified)\b", re.IGNORECASE)
_SHOWN = 5


def date_doubts(value: object, moment: date, language: str) -> Iterator[str]:
    """Yield what is unclear about a value that was read as a moment, as the end of a sentence."""
    if isinstance(value, list | tuple):
        others = [one for one in value[1:] if read_date_field(one, language) != moment]
        if others:
            left = ", ".join(repr(str(one)[:80]) for one in others[:_SHOWN])
            yield f"has several dates; {moment} was taken; left out: {left}"
    if isinstance(value, str):
        if weekday := other_weekday(value, moment):
            yield f"names {weekday}, which is not the day of {moment:%Y-%m-%d}; the date was taken"
        if is_change(value):
            yield "is the day of a change; taken as date_modified"


def is_change(value: object) -> bool:
    """Tell whether the text of a date says that its day is the day of a change: `Updated May 3`."""
    return isinstance(value, str) and bool(_CHANGED.match(value))
