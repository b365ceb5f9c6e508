"""Other calendars: a year, a month and a day of another calendar go in, a date comes out.

Thailand counts from the year 543 before the common era, Taiwan from the foundation of the republic,
Japan from the beginning of each reign, and Iran by a solar year that begins in March.
"""

from datetime import date, timedelta

from printkit.text.patterns import regex

_BUDDHIST = range(2400, 2700)
# No press was at work before this year: an earlier year is of another calendar.
_FIRST = 1500
_PERSIAN_YEARS = range(1244, 1431)  # later years are of the lunar year, which is in 1446 in 2024
_PERSIAN_LANGUAGES = {"fa", "prs", "ps", "lrc", "mzn", "glk"}
_LEAP = {1, 5, 9, 13, 17, 22, 26, 30}  # of a cycle of 33 years
_MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
_PERSIAN_MONTHS = {name: number for number, name in enumerate(_MONTHS.split(), 1)}
_NUMBERED = regex(r"(1[2-4]\d\d)([/.-])(\d{1,2})\2(\d{1,2})")
_NAMED = regex(r"(\d{1,2})\s+(\w{2,10})(?:\s+ماه)?\s+(1[2-4]\d\d)")
_REIGNS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民國": 1911, "民国": 1911}
_REIGN = regex(rf"({'|'.join(_REIGNS)})\s*(\d{{1,3}}|元)\s*年\s*(\d{{1,2}})月\s*(\d{{1,2}})日")


def in_common_era(year: int, month: int, day: int) -> date | None:
    """Return the date of a year that may be Thai; None if there is no such day."""
    if year < _FIRST:
        return None
    try:
        return date(year - 543 if year in _BUDDHIST else year, month, day)
    except ValueError:
        return None


def read_other_calendar(text: str, language: str) -> date | None:
    """Read a date by the reign of Japan, of Taiwan, or of the solar year of Iran; else None.

    Args:
        text: the date, in the figures 0 to 9.
        language: of the record: only in the languages of Iran and Afghanistan is a year such as
            1403 sure to be solar.
    """
    if found := _REIGN.search(text):
        year = 1 if found[2] == "元" else int(found[2])
        return in_common_era(_REIGNS[found[1]] + year, int(found[3]), int(found[4]))
    if language.partition("-")[0].lower() not in _PERSIAN_LANGUAGES:
        return None
    if found := _NUMBERED.fullmatch(text):
        return _persian(int(found[1]), int(found[3]), int(found[4]))
    if found := _NAMED.search(text):
        return _persian(int(found[3]), _PERSIAN_MONTHS.get(found[2], 0), int(found[1]))
    return None


def _persian(year: int, month: int, day: int) -> date | None:
    """Return the date of a day of the solar calendar of Iran."""
    longest = 31 if month <= 6 else 30 if month <= 11 or year % 33 in _LEAP else 29
    if year not in _PERSIAN_YEARS or not 1 <= month <= 12 or not 1 <= day <= longest:
        return None
    first = _PERSIAN_YEARS[0]
    leaps = sum(one % 33 in _LEAP for one in range(first, year))
    within = (month - 1) * 30 + min(month - 1, 6) + day - 1
    return date(1865, 3, 21) + timedelta(days=365 * (year - first) + leaps + within)
