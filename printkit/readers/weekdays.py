"""Weekdays: the text of a date and its day go in, a weekday that is not the day's comes out."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache

from printkit.text.comparing import without_accents
from printkit.text.patterns import regex
from printkit.wording.calendar_names import calendar_names, languages_with_words

_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 80
_SHORTEST = 4  # letters of a name: shorter words are months, too, as `mar` in Spanish
_ENGLISH = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_EAST_ASIAN = regex(
    "(?:星期|周|週|礼拜|禮拜)([一二三四五六日天])|([月火水木金土日])曜|([월화수목금토일])요일"
)
_EAST_ASIAN_DAYS = ("一月월", "二火화", "三水수", "四木목", "五金금", "六土토", "日天日일")


def other_weekday(text: str, day: date) -> str:
    """Return the weekday that the text of a date names, if the day is another; else empty."""
    named = list(_named(text[:_LONGEST]))
    if not named or any(day.weekday() in numbers for _, numbers in named):
        return ""
    return named[0][0]


def _named(text: str) -> Iterator[tuple[str, frozenset[int]]]:
    for found in _EAST_ASIAN.finditer(text):
        letter = next(filter(None, found.groups()))
        days = enumerate(_EAST_ASIAN_DAYS)
        yield found[0], frozenset(number for number, letters in days if letter in letters)
    for at, word in enumerate(_WORD.findall(text)):
        plain = _bare(word)
        if at == 0 and plain in _ENGLISH:
            yield word, frozenset((_ENGLISH[plain],))
        elif plain in _names():
            yield word, _names()[plain]


@cache
def _names() -> dict[str, frozenset[int]]:
    """Return each name of a weekday, in any language, with the numbers of its days from Monday."""
    names: dict[str, frozenset[int]] = {}
    for tongue in languages_with_words():
        for name, number in calendar_names(tongue).weekdays:
            plain = _bare(name)
            if len(plain) >= _SHORTEST and _WORD.fullmatch(plain):
                names[plain] = names.get(plain, frozenset()) | {number}
    return names


def _bare(word: str) -> str:
    # NFKC writes the wide letters of Japanese keyboards as plain letters.
    return without_accents(unicodedata.normalize("NFKC", word))
