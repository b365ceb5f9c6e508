"""Worded dates: the value of a date field goes in, a date or a datetime comes out.

Months may be named in any language that printkit has words for, and figures may be of any script.
A value that gives no day, or a day that depends on its reader, is no date.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from printkit.readers.dates import read_date
from printkit.readers.other_calendars import in_common_era
from printkit.text.patterns import regex
from printkit.wording.calendar_names import calendar_names, languages_with_words

_LONGEST = 80
_YEAR = regex(r"(?<![\d.:])(1[0-9]\d\d|2[0-6]\d\d)(?![\d:])")
# The words before and behind an hour, in small letters without marks.
_BEFORE_HOUR = (
    "kl|klo|klockan|kell|plkst|ore|ora|alle|pukul|saat|godz|ob|ve|u|o|ωρα|שעה|בשעה|الساعة|เวลา"
)
_AFTER_HOUR = (
    "uhr|heures?|hrs?|horas?|uur|o'clock|h|hodin[eya]?|ora|val|uri|sati|gio|ч|час(?:а|ов)?|год|น|बज"
)
_ROMAN = regex(r"(?<![\w.])(\d{1,2})[ .-]([ivx]{1,4})[ .-](\d{4})(?!\d)")
_ROMAN_MONTHS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_CLOCK = regex(
    rf"(?:\b(?P<at>{_BEFORE_HOUR})\b\.?\s?)?(?<![\d.:/-])(?P<hour>\d{{1,2}})"
    r"(?:(?:[:.h]|[시時时点點]\s?)(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?[분分]?(?![.\d/]))?"
    rf"(?:\.?\s*(?P<full>(?:{_AFTER_HOUR})\b|[시時时点點](?!\d)))?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"\s*(?P<zone>(?:utc|gmt)?\s?[+\u2212-]\d{1,2}(?::?\d\d)?(?!\d)|\b[a-z]{1,4}\b)?"
)
_HALVES = {
    "上午": "a",
    "午前": "a",
    "오전": "a",
    "下午": "p",
    "午后": "p",
    "午後": "p",
    "오후": "p",
}
_EAST_ASIAN = regex(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?")
_VIETNAMESE = regex(r"(\d{1,2})\s*thang\s*(\d{1,2})\D+(\d{4})")
_FIGURES = regex(r"(?<!\d)\d{1,4}([./-])\s?\d{1,2}\1\s?\d{1,4}(?!\d)")
# Databases and spreadsheets write `22-Nov-24`; the century is found as in mail.
_SHORT_YEAR = regex(r"(?<!\d)(\d{1,2}-[^\W\d_]{3,12}-)(\d\d)(?![\w:.-])")
_APOSTROPHE = regex("(?<=[\u0400-\u04ff])['\u2019\u02bc](?=[\u0400-\u04ff])")
_WORD = regex(r"\d+|[^\W\d_]+")
# Words of a date that say nothing about the day: articles, the word `year`, the words before an
# hour, and words that stand before a date.
_FILLERS = {
    *("the", "del", "dos", "den", "der", "uhr", "klo", "las", "les", "gada", "ngay", "nam", "thu"),
    *("klockan", "kell", "plkst", "alle", "ωρα", "שעה", "בשעה", "الساعة", "เวลา"),
    *("year", "anno", "hod", "godz", "ora", "ore", "heures", "hrs", "พศ", "คศ", "מיום"),
    *("horas", "hora", "pukul", "saat", "published", "posted", "updated", "date", "modified"),
}
_HOURS = {
    **dict.fromkeys(("z", "utc", "gmt", "wet"), 0),
    # `CST` and `BST` are read as in America and in Britain, as `CDT` and `GMT` are.
    **dict.fromkeys(("cet", "mez", "met", "wat", "bst", "west"), 60),
    **dict.fromkeys(("cest", "mesz", "eet", "sast", "cat"), 120),
    **dict.fromkeys(("eest", "msk", "eat", "trt"), 180),
    **dict.fromkeys(("edt", "ast"), -240),
    **dict.fromkeys(("est", "cdt"), -300),
    **dict.fromkeys(("mdt", "cst"), -360),
    **dict.fromkeys(("mst", "pdt"), -420),
    **dict.fromkeys(("pst", "akdt"), -480),
    **{"jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "nzst": 720},
    **{"acst": 570, "acdt": 630, "awst": 480, "pkt": 300, "pht": 480, "npt": 345, "nst": -210},
    **{"ndt": -150, "adt": -180, "art": -180, "clt": -240, "akst": -540},
    **{"nzdt": 780, "hst": -600, "brt": -180, "wib": 420},
}
# The United States write `ET` in summer and in winter.
_ZONES = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}


def read_worded_date(
    text: str, language: str = "", *, foreign: bool = True
) -> date | datetime | None:
    """Read a date that may name its month in words; None for any other text.

    Args:
        text: the value of a date field.
        language: of the record, which tells months apart that two languages name alike.
        foreign: read the month in any language, not only in the record's and in English.
    """
    if len(text) > _LONGEST:
        return None
    plain = _plain(text)
    clock = next((found for found in _CLOCK.finditer(plain) if _is_clock(found)), None)
    rest = plain[: clock.start("hour")] + " " + plain[clock.end() :] if clock else plain
    own = (language, "en") if language else ("en",)
    day = _day(rest, (own[:1], own[1:], languages_with_words()) if foreign else (own,))
    if day is None or clock is None:
        return day
    try:
        return _timed(day, clock)
    except ValueError:
        return None


def _plain(text: str) -> str:
    """Return a text in small letters without marks, with the figures 0 to 9, without brackets."""
    # `without_accents` would keep the figures of Arabic and the signs of direction.
    letters = unicodedata.normalize("NFKD", text.casefold())
    figures = (str(unicodedata.decimal(one, one)) for one in letters)
    kept = "".join(one for one in figures if unicodedata.category(one)[0] not in "MC" or one == " ")
    joined = unicodedata.normalize("NFC", " ".join(kept.split()))  # NFKD takes Korean apart
    for word, half in _HALVES.items():
        joined = re.sub(rf"{word}\s*(\d{{1,2}}(?::\d\d|시\s?\d\d분|시)*)", rf" \1 {half}m ", joined)
    joined = _APOSTROPHE.sub("", joined)
    # Thai abbreviates with a point after each letter.
    joined = re.sub(r"(?<=[ก-ฮ])\.(?=[ก-ฮ]\.)", "", joined)
    joined = _SHORT_YEAR.sub(lambda found: f"{found[1]}{_century(found[2])}{found[2]}", joined)
    return re.sub(r"\([^()]*\)", " ", joined)


def _century(year: str) -> int:
    return 20 if int(year) < 50 else 19


def _is_clock(found: re.Match[str]) -> bool:
    return bool(found["minute"] or found["half"] or found["full"] or found["at"])


def _timed(day: date, clock: re.Match[str]) -> datetime:
    hour = int(clock["hour"])
    if clock["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("no hour of a twelve-hour clock")
        hour = hour % 12 + (12 if clock["half"].startswith("p") else 0)
    moment = datetime.combine(day, time(hour, int(clock["minute"] or 0), int(clock["second"] or 0)))
    return moment.replace(tzinfo=_zone((clock["zone"] or "").strip()))


def _zone(name: str) -> tzinfo | None:
    if name in _ZONES:
        return ZoneInfo(_ZONES[name])
    if name in _HOURS:
        return timezone(timedelta(minutes=_HOURS[name]))
    found = re.fullmatch(r"(?:utc|gmt)?\s?([+\u2212-])(\d{1,2}):?(\d\d)?", name)
    if not found:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return timezone(timedelta(minutes=minutes if found[1] == "+" else -minutes))


def _day(text: str, groups: Sequence[tuple[str, ...]]) -> date | None:
    """Return the day of a text, whose month is sought in each group of languages in turn."""
    if found := _EAST_ASIAN.search(text):
        return in_common_era(int(found[1]), int(found[2]), int(found[3]))
    if found := _VIETNAMESE.search(text):
        return in_common_era(int(found[3]), int(found[2]), int(found[1]))
    if (found := _ROMAN.search(text)) and found[2] in _ROMAN_MONTHS:
        return in_common_era(int(found[3]), _ROMAN_MONTHS.index(found[2]) + 1, int(found[1]))
    if (found := _FIGURES.search(text)) and (day := read_date(found[0])) is not None:
        words = _WORD.findall(text.replace(found[0], " "))
        tongues = tuple(tongue for group in groups for tongue in group)
        known = all(_is_filler(word, tongues) for word in words)
        return day if known else None
    years = _YEAR.findall(text)
    tokens = _WORD.findall(text.replace(years[0], " ", 1)) if len(years) == 1 else []
    days = [int(one) for one in tokens if one.isdecimal()]
    if len(days) != 1:
        return None
    words = [one for one in tokens if not one.isdecimal()]
    for tongues in groups:
        if month := _named_month(words, tongues):
            return in_common_era(int(years[0]), month, days[0])
    return None


def _named_month(words: Iterable[str], tongues: tuple[str, ...]) -> int:
    """Return the month that one of the words names; 0 if none, or several, or others are unknown.

    Of the other words each is a weekday, or a word that says nothing about the day.
    """
    found: set[int] = set()
    for word in words:
        numbers = _numbers(word, tongues)
        if numbers:
            found |= numbers
        elif not _is_filler(word, tongues):
            return 0
    return found.pop() if len(found) == 1 else 0


def _numbers(word: str, tongues: tuple[str, ...]) -> set[int]:
    """Return the months that a word may name: whole, or by three letters or more."""
    months = [one for tongue in tongues for one in _months(tongue)]
    # Hebrew writes `in` as the first letter of the name.
    forms = {word, word.removeprefix("ב")}
    if whole := {number for name, number in months if name in forms}:
        return whole
    begun = {number for name, number in months if len(word) >= 3 and name.startswith(word)}
    return begun if len(begun) == 1 else set()


def _is_filler(word: str, tongues: tuple[str, ...]) -> bool:
    if word in _FILLERS or len(word) <= 2:
        return True
    days = (name for tongue in (*tongues, "en") for name in _weekdays(tongue))
    return any(name.startswith(word) or (len(name) > 3 and word.startswith(name)) for name in days)


@cache
def _months(tongue: str) -> tuple[tuple[str, int], ...]:
    return tuple((_last(name), number) for name, number in calendar_names(tongue).months)


@cache
def _weekdays(tongue: str) -> tuple[str, ...]:
    names = calendar_names(tongue).weekdays
    return tuple(word for name, _ in names for word in _WORD.findall(_plain(name)))


def _last(name: str) -> str:
    """Return the last word of a name: Catalan has `de novembre`."""
    found: list[str] = _WORD.findall(_plain(name))
    words = [one for one in found if not one.isdecimal()]
    return words[-1] if words else ""
