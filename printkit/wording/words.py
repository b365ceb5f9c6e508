"""Words: a language tag goes in, the words that printkit prints in this language come out.

The words are in `templates/words/*.toml`; without a file for the language, they are English.
"""

import datetime
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Self

from printkit.text.isolation import isolated
from printkit.themes import TEMPLATES
from printkit.wording.language import (
    Conventions,
    Direction,
    Length,
    canonical_tag,
    conventions,
    fallbacks,
    script_direction,
)

WORDS = TEMPLATES / "words"


class WordFile(NamedTuple):
    """The words of one file.

    Attributes:
        texts: words and patterns, by key.
        openings: phrases such as `By` or `Photo:`, by key. A text of a record may already begin
            with one of these phrases, which is then not printed twice.
    """

    texts: Mapping[str, str]
    openings: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Words:
    """The words of a language, and its forms of dates and lists.

    Attributes:
        language: the tag of the article's language, for `<html lang>`; `und` if unknown.
        direction: the direction of that language's script.
    """

    language: str
    direction: Direction
    _words: WordFile
    _conventions: Conventions

    @classmethod
    def of(cls, language: str | None) -> Self:
        """Return the words for an article in a language; dates and lists follow the words."""
        tag = canonical_tag(language)
        found = find_words(tag) or "en"
        # Where the words fall back to English, the dates do too: else they would be a mixture.
        followed = tag if found != "en" or tag.startswith("en-") else "en"
        return cls(tag, script_direction(tag), read_words(found), conventions(followed))

    def word(self, key: str, **values: str | int) -> str:
        """Return a word, or a pattern with its values filled in: `word("page", number=3)`."""
        text = self._words.texts[key]
        if not values:
            return text
        return text.format(
            **{
                name: self.number(value) if isinstance(value, int) else value
                for name, value in values.items()
            }
        )

    def labelled(self, label: str, value: str) -> str:
        """Return a labelled value, `Source: The Herald`, with the language's colon and spaces."""
        return self.word("labelled", label=label, value=value)

    def label(self, key: str) -> str:
        """Return a word as a label, `Source: `, with the space before the value."""
        return self.labelled(self.word(key), "")

    def isolated(self, text: str) -> str:
        """Return a text of a record, between isolating marks if it runs the other way."""
        return isolated(text, self.direction)

    def listed(self, texts: Iterable[str]) -> str:
        """Return texts of a record with commas between them: `Reuters, 13 September 2019`."""
        return self.word("comma").join(map(self.isolated, texts))

    def number(self, number: int) -> str:
        """Return a whole number in the language's digits."""
        return self._conventions.number(number)

    def folio(self, page: str) -> str:
        """Return the number of a page in the language's digits; a roman number stays as it is."""
        return self.number(int(page)) if page.isdecimal() else page

    def period(self, first: datetime.date, last: datetime.date) -> str:
        """Return a range of days, first and last included: `9–15 September 2019`."""
        return self._conventions.period(first, last)

    def date(self, moment: datetime.date, length: Length = "long") -> str:
        """Return the day of a date or a moment: `13 September 2019`."""
        return self._conventions.date(moment, length)

    def full_date(self, moment: datetime.date) -> str:
        """Return a day with its weekday, as in a masthead: `Friday, 13 September 2019`."""
        return self._conventions.full_date(moment)

    def moment(self, moment: datetime.date, length: Length = "long") -> str:
        """Return day, time and zone, `13 September 2019, 08:30 UTC+2`; a date has no time."""
        return self._conventions.moment(moment, length)

    def joints(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the words before, between and after names in a list: n + 1 texts for n names."""
        return self._conventions.joints(names)

    def names(self, names: Sequence[str]) -> str:
        """Return names as a list: `A, B and C`."""
        first, *rest = self.joints(names)
        named = map(self.isolated, names)
        return first + "".join(name + joint for name, joint in zip(named, rest, strict=True))

    def opening(self, key: str) -> re.Pattern[str]:
        """Return a pattern for texts that begin with a phrase of this language or of English."""
        return phrase_opening(self.openings(key))

    def openings(self, key: str) -> tuple[str, ...]:
        """Return the phrases of a list in this language and in English.

        Records in any language have English phrases such as `Photo:`.
        """
        return (*self._words.openings[key], *read_words("en").openings[key])


def find_words(tag: str) -> str:
    """Return the tag of the file with the words for a canonical tag; empty if there is no file."""
    return next((one for one in fallbacks(tag) if (WORDS / f"{one}.toml").is_file()), "")


@lru_cache(maxsize=64)
def read_words(tag: str) -> WordFile:
    """Return the words of one file."""
    table = tomllib.loads((WORDS / f"{tag}.toml").read_text(encoding="utf-8"))
    texts = {key: value for key, value in table.items() if isinstance(value, str)}
    openings = {key: value for key, value in table.items() if isinstance(value, list)}
    return WordFile(texts, openings)


@lru_cache(maxsize=8)
def in_all_languages(key: str) -> tuple[str, ...]:
    """Return a word, or the phrases of a list, in all languages."""
    files = [read_words(path.stem) for path in sorted(WORDS.glob("*.toml"))]
    phrases = (one for file in files for one in file.openings.get(key) or (file.texts[key],))
    return tuple(dict.fromkeys(phrases))


@lru_cache(maxsize=64)
def phrase_opening(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for texts that begin with one of the phrases.

    `By` must be a whole word, and may have a colon; `Photo:` must have its colon; after a mark, as
    in `文／`, anything may follow.
    """
    # A regular expression takes the first alternative that matches, not the longest.
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(_alternative(one) for one in longest_first), re.IGNORECASE)


def _alternative(phrase: str) -> str:
    spelt = re.escape(phrase.rstrip(":")).replace(r"\ ", r"\s+")
    if phrase.endswith(":"):
        return rf"{spelt}\s*[:：]\s*"
    return rf"{spelt}(?!\w)\s*[:：]?\s*" if phrase[-1].isalnum() else rf"{spelt}\s*"
