"""Calendar names: a language tag goes in, its names of months and weekdays come out, from CLDR."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from babel.core import Locale

from printkit.wording.language import canonical_tag, fallbacks
from printkit.wording.words import WORDS


class CalendarNames(NamedTuple):
    """The names of a language, whole and abbreviated.

    Attributes:
        months: each name with the number of its month.
        weekdays: each name with the number of its day, from 0 for Monday.
    """

    months: tuple[tuple[str, int], ...]
    weekdays: tuple[tuple[str, int], ...]


@cache
def calendar_names(tag: str) -> CalendarNames:
    """Return the names of a language; none for a language that CLDR does not know."""
    known = (Locale.parse(one.replace("-", "_"), resolve_likely_subtags=False) for one in _own(tag))
    months, weekdays = [], []
    for locale in known:
        for form in ("wide", "abbreviated"):
            own = locale.months["format"][form]
            months += [(name, number) for number, name in own.items()]
            weekdays += [(name, number) for number, name in locale.days["format"][form].items()]
        alone = locale.months["stand-alone"]["wide"]
        months += [
            (name, number)
            for number, name in alone.items()
            # Babel gives some languages the names of the language that was asked for before.
            if _script(name) == _script(locale.months["format"]["wide"][number])
        ]
    return CalendarNames(tuple(months), tuple(weekdays))


@cache
def languages_with_words() -> tuple[str, ...]:
    """Return the tags of all languages that printkit has words for."""
    return tuple(sorted(path.stem for path in WORDS.glob("*.toml")))


def _own(tag: str) -> Iterator[str]:
    from babel.localedata import exists

    tags = fallbacks(canonical_tag(tag))
    return iter([one for one in tags if exists(one.replace("-", "_"))][:1])


def _script(name: str) -> str:
    return unicodedata.name(name.lstrip("0123456789")[:1] or "0").split()[0]
