"""A language's own ways with tags, directions, dates and lists."""

import datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest

from printkit.wording import language
from printkit.wording.words import WORDS

DAY = datetime.date(2019, 9, 13)
MORNING = datetime.datetime(2019, 9, 13, 8, 30)
SUMMER = datetime.timezone(datetime.timedelta(hours=2))
INDIA = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
RIGHT_TO_LEFT = "he ar fa ur yi ps ug ckb dv ar-MA az-Arab pa-PK"


SPELT_OUT = {
    "en-GB": ("9–15 September 2019", "30 September – 6 October 2019"),
    "en": ("September 9–15, 2019", "September 30 – October 6, 2019"),
    "de": ("9.–15. September 2019", "30. September – 6. Oktober 2019"),
    "fr": ("9–15 septembre 2019", "30 septembre – 6 octobre 2019"),
    "it": ("9–15 settembre 2019", "30 settembre – 6 ottobre 2019"),
    "es": ("9–15 de septiembre de 2019", "30 de septiembre – 6 de octubre de 2019"),
    "ru": ("9–15 сентября 2019 г.", "30 сентября – 6 октября 2019 г."),
    "hu": ("2019. szeptember 9–15.", "2019. szeptember 30. – október 6."),
    "ja": ("2019年9月9日～15日", "2019年9月30日～10月6日"),
    "fa": ("۹ تا ۱۵ سپتامبر ۲۰۱۹", "۳۰ سپتامبر تا ۶ اکتبر ۲۰۱۹"),
}


def ways(tag: str) -> language.Conventions:
    """Return the conventions of a language."""
    return language.conventions(language.canonical_tag(tag))


def woven(tag: str, names: list[str]) -> str:
    """Join names as the language does."""
    first, *rest = ways(tag).joints(names)
    return first + "".join(name + joint for name, joint in zip(names, rest, strict=True))


@pytest.mark.parametrize(
    ("given", "chain"),
    [
        ("zh-tw", ("zh-Hant-TW", "zh-TW", "zh-Hant", "zh")),
        ("pt_ao", ("pt-Latn-AO", "pt-AO", "pt-PT", "pt-Latn", "pt")),
        ("sh", ("sr-Latn", "sr")),
        ("en-x-AA", ("en-Latn", "en")),
        ("tlh", ("tlh",)),
    ],
)
def test_tags_fall_back_to_plainer_ones(given: str, chain: tuple[str, ...]) -> None:
    """The country goes first, then the script; tags that Babel does not know are passed over."""
    assert language.fallbacks(language.canonical_tag(given)) == chain


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "ltr"),
        ("zh", "ltr"),
        ("tlh", "ltr"),
        ("und", "ltr"),
        ("he-Latn", "ltr"),
        ("az", "ltr"),
    ]
    + [(tag, "rtl") for tag in RIGHT_TO_LEFT.split()],
)
def test_direction_follows_the_script(tag: str, expected: str) -> None:
    """A language without words in printkit still has its own direction."""
    assert language.script_direction(language.canonical_tag(tag)) == expected


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("en", "September 13, 2019"),
        ("en-US", "September 13, 2019"),
        ("en-GB", "13 September 2019"),
        ("en-AU", "13 September 2019"),
        ("de", "13. September 2019"),
        ("fr", "13 septembre 2019"),
        ("es", "13 de septiembre de 2019"),
        ("pt-BR", "13 de setembro de 2019"),
        ("ru", "13 сентября 2019\u00a0г."),
        ("he", "13 בספטמבר 2019"),
        ("ar", "13 سبتمبر 2019"),
        ("ar-MA", "13 شتنبر 2019"),
        ("ar-EG", "١٣ سبتمبر ٢٠١٩"),
        ("fa", "۱۳ سپتامبر ۲۰۱۹"),
        ("ja", "2019年9月13日"),
        ("ko", "2019년 9월 13일"),
        ("zh-TW", "2019年9月13日"),
    ],
)
def test_dates(tag: str, printed: str) -> None:
    """Days are Gregorian, in the language of the words and in its digits."""
    assert ways(tag).date(DAY) == printed
    assert ways(tag).date(MORNING) == printed


def test_the_first_of_a_month_in_french() -> None:
    """French writes the first day as “1er”; years and other days stay plain numbers."""
    french = ways("fr-CA")
    assert french.date(datetime.date(2011, 1, 1)) == "1er janvier 2011"
    assert french.full_date(datetime.date(2019, 9, 1)) == "Dimanche 1er septembre 2019"
    assert french.date(datetime.date(2019, 9, 11)) == "11 septembre 2019"


def test_full_dates_stand_alone() -> None:
    """The date in a masthead begins with a capital, in scripts that have capitals."""
    assert ways("en-AU").full_date(DAY) == "Friday, 13 September 2019"
    assert ways("es").full_date(DAY) == "Viernes, 13 de septiembre de 2019"
    assert ways("he").full_date(DAY) == "יום שישי, 13 בספטמבר 2019"


@pytest.mark.parametrize(
    ("tag", "moment", "printed"),
    [
        ("en-GB", DAY, "13 September 2019"),
        ("en-GB", MORNING, "13 September 2019, 08:30"),
        ("en-GB", MORNING.replace(tzinfo=datetime.UTC), "13 September 2019, 08:30\u00a0UTC"),
        ("en-GB", MORNING.replace(tzinfo=SUMMER), "13 September 2019, 08:30\u00a0UTC+2"),
        ("en-GB", MORNING.replace(tzinfo=INDIA), "13 September 2019, 08:30\u00a0UTC+5:30"),
        ("en-US", MORNING, "September 13, 2019, 8:30\u00a0AM"),
        ("ko", MORNING, "2019년 9월 13일 오전 8:30"),
        ("fa", MORNING.replace(tzinfo=SUMMER), "۱۳ سپتامبر ۲۰۱۹،\u200f ۸:۳۰\u00a0UTC+2"),
    ],
)
def test_moments(tag: str, moment: datetime.date, printed: str) -> None:
    """A date gets no time, and a time gets no zone, beyond the record's own."""
    assert ways(tag).moment(moment) == printed


@pytest.mark.parametrize(
    ("tag", "zone", "printed"),
    [
        ("en-GB", "Europe/Madrid", "08:30\u00a0CEST"),
        ("de", "Europe/Madrid", "08:30\u00a0MESZ"),
        ("de", "America/Bogota", "08:30\u00a0UTC−5"),
    ],
)
def test_zones_go_by_the_name_the_language_has_for_them(tag: str, zone: str, printed: str) -> None:
    """A zone without a short name is printed as its distance from UTC."""
    if zone not in available_timezones():
        pytest.skip("this machine has no time zone data")
    assert ways(tag).moment(MORNING.replace(tzinfo=ZoneInfo(zone))).endswith(printed)


@pytest.mark.parametrize(
    ("tag", "names", "printed"),
    [
        ("en", ["Ana"], "Ana"),
        ("en", ["Ana", "Bo", "Li Wei"], "Ana, Bo and Li Wei"),
        ("de", ["Ana", "Bo"], "Ana und Bo"),
        ("es", ["Ana", "Bo"], "Ana y Bo"),
        ("es", ["Ana", "Ignacio"], "Ana e Ignacio"),
        ("es", ["Ana", "Bo", "Hilario"], "Ana, Bo e Hilario"),
        ("es", ["Ana", "Hiara"], "Ana y Hiara"),
        ("he", ["דנה", "יוסי"], "דנה ויוסי"),
        ("he", ["דנה", "Bo"], "דנה ו־Bo"),
        ("ja", ["A", "B"], "A、B"),
        ("en", ["{0}", "{names}", "%s"], "{0}, {names} and %s"),
        ("en", [], ""),
    ],
)
def test_lists_of_names(tag: str, names: list[str], printed: str) -> None:
    """The language joins the last name; braces in a name are printed as they are."""
    assert woven(tag, names) == printed


@pytest.mark.parametrize("tag", SPELT_OUT)
def test_periods_name_the_month_in_full(tag: str) -> None:
    """The part that both days share is printed once."""
    within, across = SPELT_OUT[tag]
    days = (datetime.date(2019, 9, 9), datetime.date(2019, 9, 15))
    assert plain(ways(tag).period(*days)) == within
    days = (datetime.date(2019, 9, 30), datetime.date(2019, 10, 6))
    assert plain(ways(tag).period(*days)) == across


def plain(text: str) -> str:
    """Return the text with a plain space for each space."""
    return " ".join(text.split())


def test_periods_over_the_turn_of_the_year_name_both_years() -> None:
    """Each language that has words names 2019 and 2020; the French have a first of January."""
    for path in WORDS.glob("*.toml"):
        told = ways(path.stem).period(datetime.date(2019, 12, 30), datetime.date(2020, 1, 5))
        digits = "۲۰۱۹" if path.stem == "fa" else "2019"
        assert digits in told
        assert told != ways(path.stem).period(
            datetime.date(2018, 12, 30), datetime.date(2020, 1, 5)
        )
    first = ways("fr").period(datetime.date(2020, 12, 28), datetime.date(2021, 1, 1))
    assert plain(first) == "28 décembre 2020 – 1er janvier 2021"


def test_a_period_of_one_day_is_that_day() -> None:
    """Such a period has no dash."""
    assert ways("en-GB").period(DAY, DAY) == "13 September 2019"
