"""Language: a BCP 47 tag goes in, the language's conventions come out; owns Babel.

The conventions are the direction of the script, and the forms of dates, numbers and lists.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from babel import localedata
from babel.core import Locale, get_global
from babel.dates import format_date, format_time, get_datetime_format, get_timezone_name
from babel.lists import format_list

from printkit.text.patterns import regex

UNKNOWN = "und"  # the tag of a text whose language nobody knows
Direction = Literal["ltr", "rtl"]
Length = Literal["full", "long", "medium", "short"]

_TAG = regex(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
# `no` is Norwegian of either kind. Bokmål is the common one, and CLDR and hyphenation dictionaries
# name it `nb`.
_RENAMED = {**get_global("language_aliases"), "no": "nb"}
_RIGHT_TO_LEFT = {"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"}
# Babel writes every date in European digits. These are the zeros of other digits, by the names
# that CLDR has for the digits.
_ZERO = {"arab": "\u0660", "arabext": "\u06f0"}
# CLDR has `a` in the Korean time of day, and Babel writes it as AM; `aaaa` gives the Korean word.
_CLOCK = {"ko": "aaaa h:mm"}
# Spanish `y` becomes `e` before the same sound: `Ana e Ignacio`, but `nieve y hielo`.
_SOUNDS_LIKE_Y = regex(r"h?[ií](?![aeáé])", re.IGNORECASE)
_HEBREW_LETTER = regex("[\u05d0-\u05ea]")


class Subtags(NamedTuple):
    """The parts of a tag; a tag without a script gets the script that CLDR gives as likely."""

    language: str
    script: str
    region: str


def canonical_tag(tag: str | None) -> str:
    """Return a BCP 47 tag in canonical case, without old names: `en_au` is en-AU, `iw` is he.

    A missing tag, and a text that is no tag, give `und` (undetermined).
    """
    tag = (tag or "").strip().replace("_", "-")
    if not _TAG.fullmatch(tag):
        return "und"
    first, *rest = tag.lower().split("-")
    language, *implied = _RENAMED.get(first, first).split("_")
    return "-".join(dict.fromkeys((language, *implied, *_cased(rest))))


def _cased(subtags: Sequence[str]) -> list[str]:
    """Return subtags in canonical case: a script as Latn, a region as GB.

    A single letter begins an extension (RFC 5646, 2.2.6), which stays as it is.
    """
    end = next((at for at, one in enumerate(subtags) if len(one) == 1), len(subtags))
    regions = get_global("territory_aliases")
    cased = []
    for subtag in subtags[:end]:
        if len(subtag) == 2:
            # A region may have several successors (SU, YU): only a single one is certain.
            successors = regions.get(subtag.upper(), ())
            subtag = successors[0] if len(successors) == 1 else subtag.upper()
        cased.append(subtag.title() if len(subtag) == 4 else subtag)
    return [*cased, *subtags[end:]]


def subtags(tag: str) -> Subtags:
    """Return the parts of a canonical tag."""
    language, *rest = re.split(r"-[a-z0-9](?:-|$)", tag)[0].split("-")
    script = next((one for one in rest if len(one) == 4 and one.isalpha()), "")
    region = next((one for one in rest if re.fullmatch(r"[A-Z]{2}|\d{3}", one)), "")
    if not script:
        likely = get_global("likely_subtags")
        found = likely.get(f"{language}_{region}") or likely.get(language) or "__"
        script = found.split("_")[1]
    return Subtags(language, script, region)


def english_name(tag: str) -> str:
    """Return the English name of a tag's language, or of its script where the language is unknown.

    A language that CLDR does not name keeps its tag.
    """
    english = Locale("en")
    language, script, _ = subtags(tag)
    if language == UNKNOWN:
        return str(english.scripts.get(script, script))
    return str(english.languages.get(language, tag))


def script_direction(tag: str) -> Direction:
    """Return the direction of a canonical tag's script."""
    return "rtl" if subtags(tag).script in _RIGHT_TO_LEFT else "ltr"


def fallbacks(tag: str) -> tuple[str, ...]:
    """Return a canonical tag and more general ones: zh-Hant-TW, zh-TW, zh-Hant, zh."""
    language, script, region = subtags(tag)
    # CLDR's exceptions: pt-AO falls back to pt-PT, because plain pt is the language of Brazil.
    parent = get_global("parent_exceptions").get(f"{language}_{region}", "")
    chain = (
        f"{language}-{script}-{region}" if script and region else "",
        f"{language}-{region}" if region else "",
        parent.replace("_", "-"),
        f"{language}-{script}" if script else "",
        language,
    )
    return tuple(filter(None, chain))


@lru_cache(maxsize=64)
def conventions(tag: str) -> "Conventions":
    """Return the conventions of a canonical tag's language, or of English if Babel lacks it."""
    known = (one.replace("-", "_") for one in (*fallbacks(tag), "en"))
    return Conventions(Locale.parse(next(one for one in known if localedata.exists(one))))


def _spelt_out(pattern: str) -> str:
    """Return a date pattern with the whole name of the month, and a day without leading zero."""
    return re.sub("d+", "d", re.sub("MMM+", "MMMM", pattern))


@dataclass(frozen=True)
class Conventions:
    """The forms of dates, times, numbers and lists in a language; the calendar is Gregorian."""

    _locale: Locale

    def number(self, number: int) -> str:
        """Return a whole number in the language's digits."""
        return self._set(str(number))

    def date(self, moment: datetime.date, length: Length = "long") -> str:
        """Return a day, `13 September 2019`; a moment's day is the day in its own zone."""
        text = format_date(moment, length, locale=self._locale)
        # CLDR lacks the ordinal that French sets for the first of a month.
        if self._locale.language == "fr" and moment.day == 1:
            text = re.sub(r"\b1 ", "1er ", text, count=1)
        return self._set(text)

    def period(self, first: datetime.date, last: datetime.date) -> str:
        """Return a range of days: `9–15 September 2019`, `30 September – 6 October 2019`."""
        if first == last:
            return self.date(first)
        formats = self._locale.interval_formats
        by_field = formats.get("yMMMMd") or formats["yMMMd"]
        widest = "y" if first.year != last.year else "M" if first.month != last.month else "d"
        text = "".join(
            format_date(day, _spelt_out(pattern), locale=self._locale)
            for day, pattern in zip((first, last), by_field[widest], strict=True)
        )
        if self._locale.language == "fr":
            text = re.sub(r"(?<!\d)1(?!\d)", "1er", text)
        # CLDR has thin spaces around the dash; between two bare numbers no space is printed.
        return self._set(text.replace("\u2009–\u2009", "–") if widest == "d" else text)

    def full_date(self, moment: datetime.date) -> str:
        """Return a day with its weekday, capitalised as the start of a line."""
        text = self.date(moment, "full")
        return text[:1].title() + text[1:]

    def moment(self, moment: datetime.date, length: Length = "long") -> str:
        """Return day, time and zone, `13 September 2019, 08:30 UTC+2`; for a date, the day.

        If the zone of a moment is unknown, no zone is printed.
        """
        day = self.date(moment, length)
        if not isinstance(moment, datetime.datetime):
            return day
        style = _CLOCK.get(self._locale.language, "short")
        time = self._set(format_time(moment.time(), style, locale=self._locale))
        zone = self._zone(moment)
        # The quotation marks around literal words of the pattern are for Babel, not for `format`.
        pattern = str(get_datetime_format("medium", locale=self._locale)).replace("'", "")
        return pattern.format(f"{time}\u00a0{zone}" if zone else time, day)

    def joints(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the words before, between and after names in a list: n + 1 texts for n names."""
        # CLDR has patterns for whole lists; NUL holds the place of each name.
        marked = format_list(["\0"] * len(names), locale=self._list_locale)
        first, *rest = marked.split("\0")
        between = (self._sounded(*pair) for pair in zip(rest, [*names[1:], ""], strict=False))
        return (first, *between)

    @property
    def _list_locale(self) -> Locale:
        """Return the locale for lists; in English, one without a comma before the last `and`."""
        return Locale("en", "001") if self._locale.language == "en" else self._locale

    def _sounded(self, joint: str, following: str) -> str:
        """Return the words between two names in the form that the second name demands."""
        if joint == " y " and self._locale.language == "es" and _SOUNDS_LIKE_Y.match(following):
            return " e "
        # Thai names are parted by no spaces, but foreign names are.
        if self._locale.language == "th" and joint.strip():
            return f" {joint.strip()} "
        # Hebrew sets a maqaf between the prefix for `and` and a name in another script.
        if joint.endswith("ו") and not _HEBREW_LETTER.match(following):
            return f"{joint}־"
        return joint

    def _zone(self, moment: datetime.datetime) -> str:
        """Return the short name of a moment's zone, or its offset from UTC; empty without zone."""
        offset = moment.utcoffset()
        if offset is None:
            return ""
        if isinstance(moment.tzinfo, ZoneInfo):
            name = get_timezone_name(moment, "short", locale=self._locale)
            # Where CLDR has no short name, Babel gives an offset; the code below writes the offset
            # with a true minus sign.
            if not name.startswith(("+", "-")):
                return name
        minutes = round(offset.total_seconds() / 60)
        hours, rest = divmod(abs(minutes), 60)
        sign = "−" if minutes < 0 else "+"
        return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"

    def _set(self, text: str) -> str:
        """Return a text in the language's digits.

        The narrow no-break space, which few fonts have, becomes an ordinary no-break space.
        """
        zero = _ZERO.get(self._locale.default_numbering_system)
        digits = {ord("0") + n: chr(ord(zero) + n) for n in range(10)} if zero else {}
        return text.translate({**digits, 0x202F: "\u00a0"})
