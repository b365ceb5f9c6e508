"""Dates in bylines: a byline goes in, the byline and its date come out apart.

Copied pages have `By Ana Lima, 3 May 2024` in the place of the byline.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from printkit.readers.dates import read_date
from printkit.readers.worded_dates import read_worded_date
from printkit.text.gaps import GAP, WIDE
from printkit.text.patterns import regex

_LONGEST = 300  # characters of a byline
_WORDS_MOST = 9  # words of a date with weekday, time and zone
_SEPARATORS = " \t\r\n,;|·•–—-/"
_EDGES = f"{_SEPARATORS}()[]"
_BETWEEN = regex(rf"{GAP}[,;|·•–—/(]\s*+|{WIDE}-\s++|{WIDE}(?=by\s)", re.IGNORECASE)
# Words before a date that say nothing without the date.
_BEFORE = regex(
    r"[\s,;|·•–—/(-]+(on|am|vom|den|le|el|il|em|op|på|dnia|published|posted|updated|last updated"
    r"|publié|veröffentlicht|publicado)?:?\s*$",
    re.IGNORECASE,
)
_WEEKDAY = regex(r"[^\W\d_]{4,}[.,]?$")


class DatedByline(NamedTuple):
    """A byline without its date, the date, and the words of the date; None and empty if none."""

    line: str
    day: date | None
    words: str

    def is_day_of(self, dates: Iterable[object]) -> bool:
        """Tell whether the date is the day of one of some dates or moments."""
        days = [_day_of(one) for one in dates if isinstance(one, date)]
        return self.day is not None and _day_of(self.day) in days


def part_byline(text: str, language: str = "") -> DatedByline:
    """Part a byline from the date that stands behind the names, or before them.

    Args:
        text: the byline.
        language: of the record, for the names of months.
    """
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return DatedByline(text, None, "")
    for line, words in (*_behind(text, language), *_before(text)):
        day = _read(words, language)
        if day is not None and re.search(r"[^\W\d_]", line):
            cut = text[len(line) :] if text.startswith(line) else words
            return DatedByline(line.strip(_SEPARATORS), day, cut.strip(_EDGES))
    return DatedByline(text, None, "")


def _day_of(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _read(words: str, language: str) -> date | None:
    plain = words.strip(_EDGES)
    found = read_date(plain)
    return found if found is not None else read_worded_date(plain, language)


def _behind(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield a byline and the date at its end: the fewest words that are a date, and a weekday.

    More words would take a short name with them: `Li May 3, 2024` is read as a date, too.
    """
    starts = [found.start() for found in re.finditer(r"\S+", text)][1:]
    for number, start in enumerate(reversed(starts[-_WORDS_MOST:]), 1):
        if _read(text[start:], language) is None:
            continue
        weekday = starts[-number - 1] if number < len(starts) else start
        named = _WEEKDAY.match(text[weekday:start].strip())
        if named and _read(text[weekday:], language) is not None:
            start = weekday
        line = _BEFORE.sub("", text[:start])
        yield line, text[start:]
        return


def _before(text: str) -> Iterator[tuple[str, str]]:
    """Yield a byline and what stands before a comma, a bar or the word `by`; the longest first."""
    for found in reversed(list(_BETWEEN.finditer(text))[:_WORDS_MOST]):
        yield text[found.end() :], text[: found.start()]
