"""Every word that is not the record's own stands in the article's language."""

import datetime
import string
import subprocess
import sys
import tomllib
from zoneinfo import ZoneInfo, available_timezones

import pytest

from printkit.article import Article, Image
from printkit.furniture import Furniture, furniture
from printkit.language import canonical
from printkit.words import WORDS

TAGS = sorted(path.stem for path in WORDS.glob("*.toml"))
PROMISED = """
    en de fr es pt it nl sv da nb fi pl cs ru uk el tr he ar fa ja ko zh zh-Hant
"""
RIGHT_TO_LEFT = "he ar fa ur yi ps ug ckb dv ar-MA az-Arab pa-PK"
DAY = datetime.date(2019, 9, 13)
MORNING = datetime.datetime(2019, 9, 13, 8, 30)
SUMMER = datetime.timezone(datetime.timedelta(hours=2))
INDIA = datetime.timezone(datetime.timedelta(hours=5, minutes=30))


def an_article(**fields: object) -> Article:
    return Article.model_validate(
        {"headline": "Ferry returns", "body": "<p>It sails.</p>"} | fields
    )


def lines(furniture: Furniture, **fields: object) -> list[str]:
    return ["".join(run.text for run in line) for line in furniture.byline(an_article(**fields))]


def entries(tag: str, **fields: object) -> dict[str, str]:
    found = furniture(tag).attribution(an_article(**fields))
    return {key: entry.label + entry.value for key, entry in found.items()}


def credit(tag: str, **fields: object) -> str:
    return furniture(tag).picture_credit(Image.model_validate({"src": "a.jpg"} | fields))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


# The words


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_has_every_key_and_no_other(tag: str) -> None:
    """A missing word would end a printing; a foreign one would never be printed."""
    english = tomllib.loads((WORDS / "en.toml").read_text(encoding="utf-8"))
    own = tomllib.loads((WORDS / f"{tag}.toml").read_text(encoding="utf-8"))
    assert list(own) == list(english)


@pytest.mark.parametrize("tag", TAGS)
def test_words_are_filled_and_their_placeholders_agree(tag: str) -> None:
    """A pattern asks for the same values in every language."""
    english = tomllib.loads((WORDS / "en.toml").read_text(encoding="utf-8"))
    own = tomllib.loads((WORDS / f"{tag}.toml").read_text(encoding="utf-8"))
    for key, text in own.items():
        if isinstance(text, list):
            assert text, key
            assert all(text), key
        else:
            assert text.strip(), key
            assert placeholders(text) == placeholders(english[key]), key


@pytest.mark.parametrize("tag", TAGS)
def test_dates_and_licences_end_their_patterns(tag: str) -> None:
    """A template sets label and value apart, so nothing may follow the value."""
    words = furniture(tag)
    for key in ("published", "updated", "posted"):
        assert words.word(key).endswith("{date}")
    assert words.word("licensed").endswith("{licence}")
    assert words.word("labelled").endswith("{value}")


@pytest.mark.parametrize("tag", TAGS)
def test_a_languages_own_byline_is_known_as_one(tag: str) -> None:
    """What we print as a byline or a credit is not opened or labelled a second time."""
    words = furniture(tag)
    printed = words.word("by", names="Ana Ruiz")
    assert lines(words, byline=printed) == [printed]
    labelled = words.labelled(words.word("photograph"), "Ana Ruiz")
    assert credit(tag, credit=labelled) == labelled


def test_the_languages_that_were_promised_are_there() -> None:
    """Twenty-four languages have words of their own."""
    assert [tag for tag in PROMISED.split() if furniture(tag).words_language != tag] == []


@pytest.mark.parametrize(
    ("tag", "by", "photographs", "source", "photo", "corrections", "contents", "page"),
    [
        (
            "en",
            "By Bo",
            "Photographs by Bo",
            "Source: X",
            "Photograph: X",
            "Corrections",
            "Contents",
            "Page 3 of 9",
        ),
        (
            "de",
            "Von Bo",
            "Fotos von Bo",
            "Quelle: X",
            "Foto: X",
            "Korrekturen",
            "Inhalt",
            "Seite 3 von 9",
        ),
        (
            "fr",
            "Par Bo",
            "Photographies\u00a0: Bo",
            "Source\u00a0: X",
            "Photo\u00a0: X",
            "Rectificatifs",
            "Sommaire",
            "Page 3 sur 9",
        ),
        (
            "es",
            "Por Bo",
            "Fotografías de Bo",
            "Fuente: X",
            "Fotografía: X",
            "Fe de errores",
            "Sumario",
            "Página 3 de 9",
        ),
        (
            "pt",
            "Por Bo",
            "Fotos de Bo",
            "Fonte: X",
            "Foto: X",
            "Correções",
            "Sumário",
            "Página 3 de 9",
        ),
        (
            "it",
            "di Bo",
            "Fotografie di Bo",
            "Fonte: X",
            "Foto: X",
            "Rettifiche",
            "Sommario",
            "Pagina 3 di 9",
        ),
        (
            "he",
            "מאת Bo",
            "צילומים: Bo",
            "מקור: X",
            "צילום: X",
            "תיקונים",
            "תוכן העניינים",
            "עמוד 3 מתוך 9",
        ),
        (
            "ar",
            "بقلم Bo",
            "تصوير: Bo",
            "المصدر: X",
            "تصوير: X",
            "تصويبات",
            "المحتويات",
            "صفحة 3 من 9",
        ),
        ("zh", "作者：Bo", "摄影：Bo", "来源：X", "摄影：X", "更正", "目录", "第3页，共9页"),
    ],
)
def test_key_words(
    tag: str,
    by: str,
    photographs: str,
    source: str,
    photo: str,
    corrections: str,
    contents: str,
    page: str,
) -> None:
    """The words that are on nearly every page, asserted letter by letter."""
    words = furniture(tag)
    assert words.word("by", names="Bo") == by
    assert words.word("photographs_by", names="Bo") == photographs
    assert entries(tag, source="X")["source"] == source
    assert credit(tag, credit="X") == photo
    assert words.word("corrections") == corrections
    assert words.word("contents") == contents
    assert words.word("page_of", number=3, total=9) == page


# Tags


@pytest.mark.parametrize(
    ("given", "tag", "spoken"),
    [
        ("en_au", "en-AU", "en"),
        ("en-UK", "en-GB", "en"),
        ("pt-BR", "pt-BR", "pt"),
        ("pt-AO", "pt-AO", "pt-PT"),
        ("zh-tw", "zh-TW", "zh-Hant"),
        ("zh-HK", "zh-HK", "zh-Hant"),
        ("zh-Hant-TW", "zh-Hant-TW", "zh-Hant"),
        ("ZH-HANS", "zh-Hans", "zh"),
        ("no", "nb", "nb"),
        ("iw", "he", "he"),
        ("eng", "en", "en"),
        ("sr-Latn", "sr-Latn", "en"),
        ("de-XX", "de-XX", "de"),
        ("de-u-co-PHONEBK", "de-u-co-phonebk", "de"),
        ("prs-AF", "fa-AF", "fa"),
        ("tlh", "tlh", "en"),
        ("und", "und", "en"),
        (None, "und", "en"),
        ("", "und", "en"),
        ("../../etc/passwd", "und", "en"),
        ("en-US.UTF-8", "und", "en"),
    ],
)
def test_tags_are_canonical_and_fall_back(given: str | None, tag: str, spoken: str) -> None:
    """Any spelling of a tag finds the nearest words, and keeps its own language."""
    found = furniture(given)
    assert (found.language, found.words_language) == (tag, spoken)


@pytest.mark.parametrize(
    ("tag", "direction"),
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
def test_direction_follows_the_script(tag: str, direction: str) -> None:
    """Languages we have no words for are still set in their own direction."""
    assert furniture(tag).direction == direction


def test_furniture_is_made_once_a_language() -> None:
    """A digest asks for the same language for every article."""
    assert furniture("de-AT") is furniture("de-AT")
    assert canonical("de_at") == "de-AT"


# Dates


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
        ("th", "September 13, 2019"),
    ],
)
def test_dates(tag: str, printed: str) -> None:
    """Days are Gregorian, in the language of the words and in its digits."""
    assert furniture(tag).date(DAY) == printed
    assert furniture(tag).date(MORNING) == printed


def test_the_first_of_a_month_in_french() -> None:
    """French counts its first day; the years and other days are left alone."""
    french = furniture("fr-CA")
    assert french.date(datetime.date(2011, 1, 1)) == "1er janvier 2011"
    assert french.full_date(datetime.date(2019, 9, 1)) == "Dimanche 1er septembre 2019"
    assert french.date(datetime.date(2019, 9, 11)) == "11 septembre 2019"


def test_full_dates_stand_alone() -> None:
    """A masthead's date opens with a capital, in scripts that have them."""
    assert furniture("en-AU").full_date(DAY) == "Friday, 13 September 2019"
    assert furniture("es").full_date(DAY) == "Viernes, 13 de septiembre de 2019"
    assert furniture("he").full_date(DAY) == "יום שישי, 13 בספטמבר 2019"


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
    """A date gets no time and a time gets no zone that the record did not give."""
    assert furniture(tag).moment(moment) == printed


@pytest.mark.parametrize(
    ("tag", "zone", "printed"),
    [
        ("en-GB", "Europe/Madrid", "08:30\u00a0CEST"),
        ("de", "Europe/Madrid", "08:30\u00a0MESZ"),
        ("de", "America/Bogota", "08:30\u00a0UTC−5"),
    ],
)
def test_zones_go_by_the_name_the_language_has_for_them(tag: str, zone: str, printed: str) -> None:
    """A zone without a short name of its own is told by its distance."""
    if zone not in available_timezones():
        pytest.skip("this machine has no time zone data")
    assert furniture(tag).moment(MORNING.replace(tzinfo=ZoneInfo(zone))).endswith(printed)


# Names


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
    """The last name is joined as the language joins it; names are never patterns."""
    assert furniture(tag).names(names) == printed


# Bylines


def test_names_are_set_apart_in_a_byline() -> None:
    """The template sets names in semibold and the rest in grey."""
    article = an_article(authors=["Ana Ruiz", "Li Wei"])
    assert furniture("en").byline(article) == (
        (("By ", False), ("Ana Ruiz", True), (" and ", False), ("Li Wei", True)),
    )


def test_each_craft_has_its_line() -> None:
    """Roles become phrases, in a fixed order; an unknown role is its own label."""
    people = [
        {"name": "Bo Ek", "role": "Photographer"},
        {"name": "Ana Ruiz", "role": "author"},
        {"name": "Kim Ha", "role": "data producer"},
        {"name": "Eva Ott", "role": "editor"},
    ]
    contributors = ["Li Wei", {"name": "Jo Day", "role": "translator"}]
    assert lines(furniture("en"), authors=people, contributors=contributors) == [
        "By Ana Ruiz",
        "Additional reporting by Li Wei",
        "Photographs by Bo Ek",
        "Translated by Jo Day",
        "Edited by Eva Ott",
        "Data producer: Kim Ha",
    ]


def test_nobody_makes_no_line() -> None:
    """An article without people has no byline."""
    assert furniture("en").byline(an_article(byline="")) == ()


def test_what_is_known_of_an_author_follows_the_name() -> None:
    """One author takes a comma; among several, brackets say whose title it is."""
    ana = {"name": "Ana Ruiz", "job_title": "Madrid correspondent", "location": "Madrid"}
    english = furniture("en")
    assert lines(english, authors=[ana]) == ["By Ana Ruiz, Madrid correspondent"]
    assert lines(english, authors=[ana, "Bo Ek"]) == [
        "By Ana Ruiz (Madrid correspondent) and Bo Ek"
    ]
    assert lines(furniture("ar"), authors=[ana]) == ["بقلم Ana Ruiz، Madrid correspondent"]


@pytest.mark.parametrize(
    ("tag", "given", "printed"),
    [
        ("en", "Ana Ruiz", "By Ana Ruiz"),
        ("en", "by: Ana Ruiz", "by: Ana Ruiz"),
        ("en", "BY ANA RUIZ", "BY ANA RUIZ"),
        ("en", "ANA RUIZ", "By ANA RUIZ"),
        ("en", "Byron Hall", "By Byron Hall"),
        ("en", "Written by Ana Ruiz", "Written by Ana Ruiz"),
        ("de", "Ana Ruiz", "Von Ana Ruiz"),
        ("de", "von Ana Ruiz, dpa", "von Ana Ruiz, dpa"),
        ("de", "Vonda Hall", "Von Vonda Hall"),
        ("fr", "Par Ana Ruiz", "Par Ana Ruiz"),
        ("fr", "By Ana Ruiz", "By Ana Ruiz"),
        ("he", "מאת: דנה כהן", "מאת: דנה כהן"),
        ("zh", "作者:李伟", "作者:李伟"),
        ("zh", "文伟", "作者：文伟"),
        ("zh-TW", "文/李偉", "文/李偉"),
    ],
)
def test_a_records_own_byline_wins(tag: str, given: str, printed: str) -> None:
    """It stands as it is, and gets an opening only if it has none."""
    assert lines(furniture(tag), byline=given, authors=["Somebody Else"]) == [printed]


def test_names_are_found_in_a_records_own_byline() -> None:
    """Only the names we know are set apart; without any, all that follows `By` is."""
    english = furniture("en")
    article = an_article(byline="By ANA RUIZ in Madrid", authors=["Ana Ruiz"])
    assert english.byline(article) == ((("By ", False), ("ANA RUIZ", True), (" in Madrid", False)),)
    assert english.byline(an_article(byline="Ana Ruiz")) == ((("By ", False), ("Ana Ruiz", True)),)


def test_people_a_byline_leaves_out_keep_their_line() -> None:
    """A byline speaks for the authors and for whom it names, for nobody else."""
    photographers = [{"name": name, "role": "photographer"} for name in ("Bo Ek", "Jo Day")]
    printed = lines(furniture("en"), byline="Ana Ruiz and Bo Ek", contributors=photographers)
    assert printed == ["By Ana Ruiz and Bo Ek", "Photographs by Jo Day"]


# Source and rights


def test_attribution_in_the_order_of_printing() -> None:
    """Every field about origin and rights becomes one line."""
    assert entries(
        "en-AU",
        date_published=DAY,
        date_modified="2019-09-15T10:00:00Z",
        date_posted="2019-09-14",
        source={"name": "The Herald", "url": "https://herald.example/"},
        info_sources=[{"name": "Reuters", "url": "https://reuters.example/"}, "AP"],
        credit_text="Made with the Fund",
        url="https://www.herald.example/ferry/",
        copyright_holder="The Herald",
        copyright_year=2019,
        license="CC-BY-4.0",
        usage_terms="No resale",
    ) == {
        "published": "Published 13 September 2019",
        "updated": "Updated 15 September 2019",
        "posted": "Posted on 14 September 2019",
        "source": "Source: The Herald, 13 September 2019",
        "sources": "Sources: Reuters (reuters.example) and AP",
        "credit": "Credit: Made with the Fund",
        "read_online": "Read online: www.herald.example/ferry",
        "copyright": "© 2019 The Herald",
        "licensed": "Licensed under CC-BY-4.0",
        "usage_terms": "Terms of use: No resale",
    }


def test_an_empty_record_has_no_attribution() -> None:
    """What the record does not have is not announced."""
    assert entries("en") == {}


def test_addresses_keep_their_links() -> None:
    """The printed address drops its scheme, the link keeps it."""
    article = an_article(
        url="https://herald.example/a",
        source={"name": "The Herald", "url": "https://herald.example"},
        license="https://rights.example/by/4.0/",
    )
    found = furniture("en").attribution(article)
    assert found["read_online"] == ("Read online: ", "herald.example/a", "https://herald.example/a")
    assert found["source"].url == "https://herald.example"
    assert found["licensed"][1:] == ("rights.example/by/4.0", "https://rights.example/by/4.0/")


@pytest.mark.parametrize(
    ("modified", "printed"),
    [
        ("2019-09-13T08:30:00+02:00", None),
        ("2019-09-13T11:45:00+02:00", "Updated 13 September 2019, 11:45\u00a0UTC+2"),
        ("2019-09-13", None),
        ("2019-09-14T11:45:00+02:00", "Updated 14 September 2019"),
    ],
)
def test_an_update_tells_what_the_date_does_not(modified: str, printed: str | None) -> None:
    """The same day needs an hour; the same moment is no update."""
    told = entries("en-GB", date_published="2019-09-13T08:30:00+02:00", date_modified=modified)
    assert told.get("updated") == printed


def test_a_sources_own_date_wins() -> None:
    """Where the source published it on another day, that day is printed with it."""
    source = {"name": "The Herald", "date": "2019-09-12"}
    told = entries("de", source=source, date_published=DAY)
    assert told["source"] == "Quelle: The Herald, 12. September 2019"


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"copyright_notice": "© 2019 The Herald"}, "© 2019 The Herald"),
        ({"copyright_notice": "Copyright The Herald"}, "Copyright The Herald"),
        ({"copyright_notice": "Public domain"}, "Copyright: Public domain"),
        ({"copyright_holder": "The Herald"}, "© The Herald"),
        ({"copyright_year": 2019}, "© 2019"),
        (
            {
                "copyright_notice": "All rights reserved",
                "copyright_holder": "Bo",
                "copyright_year": 2019,
            },
            "© 2019 Bo. All rights reserved",
        ),
        ({"copyright_notice": "© The Herald", "copyright_year": 2019}, "© The Herald, 2019"),
        ({"copyright_notice": "© 2019 Bo", "copyright_holder": "Bo"}, "© 2019 Bo"),
    ],
)
def test_copyright_lines(fields: dict[str, object], printed: str) -> None:
    """The notice stands as it is; holder and year are added where it leaves them out."""
    assert entries("en", **fields)["copyright"] == printed


# Pictures


@pytest.mark.parametrize(
    ("tag", "fields", "printed"),
    [
        ("en", {"credit": "Ruptly/YouTube"}, "Photograph: Ruptly/YouTube"),
        ("en", {"credit": "Photo Credit: Ruptly"}, "Photo Credit: Ruptly"),
        ("en", {"credit": "PHOTO : Bo Ek"}, "PHOTO : Bo Ek"),
        ("en", {"credit": "Photo by Bo Ek"}, "Photo by Bo Ek"),
        ("en", {"credit": "© Bo Ek"}, "© Bo Ek"),
        ("en", {"credit": "Picture Alliance"}, "Photograph: Picture Alliance"),
        ("de", {"credit": "Photo: Bo Ek"}, "Photo: Bo Ek"),
        ("de", {"credit": "Bild: Bo Ek"}, "Bild: Bo Ek"),
        ("he", {"credit": "צילום: דנה כהן"}, "צילום: דנה כהן"),
        ("ja", {"credit": "写真＝共同"}, "写真＝共同"),
        ("en", {"creator": ["Bo Ek"], "source": "Reuters"}, "Photograph: Bo Ek/Reuters"),
        ("en", {"creator": ["Bo Ek", "Jo Day"]}, "Photograph: Bo Ek, Jo Day"),
        (
            "en",
            {"creator": ["Bo Ek"], "credit": "Bo Ek/AP", "source": "AP"},
            "Photograph: Bo Ek/AP",
        ),
        ("en", {"creator": ["Bo Ek"], "credit": "AP"}, "Photograph: Bo Ek/AP"),
        ("en", {"credit": "Apple Inc", "source": "AP"}, "Photograph: Apple Inc/AP"),
        ("en", {"copyright_notice": "© 2019 Bo Ek"}, "© 2019 Bo Ek"),
        ("en", {}, ""),
        (
            "en",
            {"credit": "Bo", "digital_source_type": "http://x.example/digitalArt"},
            "Illustration: Bo",
        ),
        (
            "en",
            {"credit": "Bo", "digital_source_type": "algorithmicallyEnhanced"},
            "Photograph: Bo",
        ),
    ],
)
def test_picture_credits(tag: str, fields: dict[str, object], printed: str) -> None:
    """The credit, else makers and source; a label that is there is not set twice."""
    assert credit(tag, **fields) == printed


def test_a_pictures_rights_are_what_its_credit_leaves_unsaid() -> None:
    """Nothing that came with a picture is lost for want of room in its credit."""
    image = Image.model_validate(
        {
            "src": "a.jpg",
            "credit": "Photo: AP",
            "creator": ["Bo Ek"],
            "source": "AP",
            "copyright_notice": "© 2019 Bo Ek",
            "license_url": "https://rights.example/by",
            "usage_terms": "No resale",
        }
    )
    assert furniture("en").picture_rights(image) == (
        "Photograph: Bo Ek",
        "© 2019 Bo Ek",
        "Licensed under rights.example/by",
        "No resale",
    )


def test_numbers_are_in_the_languages_digits() -> None:
    """Issue and page numbers agree with the dates beside them."""
    assert furniture("fa").word("issue", number=37) == "شمارهٔ ۳۷"
    assert furniture("de").word("week", number=37) == "Woche 37"
    assert furniture("tr").word("week", number=37) == "37. hafta"


def test_the_same_furniture_in_any_process() -> None:
    """Nothing printed depends on the environment's locale or on the order of a hash."""
    program = (
        "from printkit.furniture import furniture; from datetime import date\n"
        "f = furniture('ar-EG')\n"
        "print(ascii((f, f.opening('byline_openings'), f.full_date(date(2019, 9, 13)))))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "LC_ALL": locale, "LANGUAGE": locale},
            cwd=WORDS.parents[1],
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale in (("1", "C"), ("2", "de_DE.UTF-8"))
    }
    assert len(printed) == 1
