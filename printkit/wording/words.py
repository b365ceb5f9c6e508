"""Every printed word that is not the record's own, in its language: templates/words/*.toml."""

import datetime
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

from printkit.themes import TEMPLATES
from printkit.wording.language import (
    Conventions,
    Direction,
    Length,
    canonical,
    conventions,
    direction,
    fallbacks,
)

WORDS = TEMPLATES / "words"


@dataclass(frozen=True)
class Words:
    """A language's words, dates and lists.

    Attributes:
        language: the article's own tag, for `<html lang>`; `und` where it is not known.
        direction: the direction of that language's script.
    """

    language: str
    direction: Direction
    _table: Mapping[str, Any]
    _ways: Conventions

    @classmethod
    def of(cls, language: str | None) -> Self:
        """The words for an article in this language; dates and lists follow the words."""
        tag = canonical(language)
        tags = (one for one in fallbacks(tag) if (WORDS / f"{one}.toml").is_file())
        spoken = next(tags, "en")
        own = spoken != "en" or tag.startswith("en-")
        ways = conventions(tag if own else "en")
        return cls(tag, direction(tag), read_words(spoken), ways)

    def word(self, key: str, **values: str | int) -> str:
        """A word or, with its values, a pattern filled in: word("page", number=3)."""
        text: str = self._table[key]
        if not values:
            return text
        return text.format(
            **{
                name: self.number(value) if isinstance(value, int) else value
                for name, value in values.items()
            }
        )

    def labelled(self, label: str, value: str) -> str:
        """`Source: The Herald`, with the colon and space of the language."""
        return self.word("labelled", label=label, value=value)

    def label(self, key: str) -> str:
        """A word as a label, `Source: `, up to where its value begins."""
        return self.labelled(self.word(key), "")

    def number(self, number: int) -> str:
        """A whole number in the language's digits."""
        return self._ways.number(number)

    def folio(self, page: str) -> str:
        """A page's number in the language's digits; a roman one as it is."""
        return self.number(int(page)) if page.isdecimal() else page

    def period(self, first: datetime.date, last: datetime.date) -> str:
        """From day to day, both inclusive: `9–15 September 2019`."""
        return self._ways.period(first, last)

    def date(self, moment: datetime.date, length: Length = "long") -> str:
        """The day of a date or a moment: `13 September 2019`."""
        return self._ways.date(moment, length)

    def full_date(self, moment: datetime.date) -> str:
        """The day with its weekday, as in a masthead: `Friday, 13 September 2019`."""
        return self._ways.full_date(moment)

    def moment(self, moment: datetime.date, length: Length = "long") -> str:
        """Day, time and zone, `13 September 2019, 08:30 UTC+2`; a date stays a date."""
        return self._ways.moment(moment, length)

    def joints(self, names: Sequence[str]) -> tuple[str, ...]:
        """What stands before, between and after the names of a list: one more than the names."""
        return self._ways.joints(names)

    def names(self, names: Sequence[str]) -> str:
        """`A, B and C`."""
        first, *rest = self.joints(names)
        return first + "".join(name + joint for name, joint in zip(names, rest, strict=True))

    def opening(self, key: str) -> re.Pattern[str]:
        """What matches a text that brings such an opening along, in this language or English."""
        return _opening((*self._table[key], *read_words("en")[key]))


@lru_cache(maxsize=64)
def read_words(tag: str) -> Mapping[str, Any]:
    """The words of one file: texts, and lists of openings."""
    return tomllib.loads((WORDS / f"{tag}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def _opening(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """`By` is a whole word and may take a colon; `Photo:` wants its colon; `文／` is enough."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(_alternative(one) for one in longest_first), re.IGNORECASE)


def _alternative(phrase: str) -> str:
    spelt = re.escape(phrase.rstrip(":")).replace(r"\ ", r"\s+")
    if phrase.endswith(":"):
        return rf"{spelt}\s*[:：]\s*"
    return rf"{spelt}(?!\w)\s*[:：]?\s*" if phrase[-1].isalnum() else rf"{spelt}\s*"
