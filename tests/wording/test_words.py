"""Every printed word that does not come from the record is in the article's language."""

import datetime
import string
import tomllib

import pytest

from printkit.wording.words import WORDS, Words, read_words

TAGS = sorted(path.stem for path in WORDS.glob("*.toml"))
PROMISED = """
    en de fr es pt it nl sv da nb fi pl cs ru uk el tr he ar fa ja ko zh zh-Hant
    bg et ga hr hu lt lv mt ro sk sl ca hi id th ur vi
"""


def placeholders(text: str) -> set[str]:
    """Return the names of the values that a pattern asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_has_every_key_and_no_other(tag: str) -> None:
    """A missing key would stop a print; an unknown key would never be printed."""
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
    words = Words.of(tag)
    for key in ("published", "updated", "posted"):
        assert words.word(key).endswith("{date}")
    assert words.word("licensed").endswith("{licence}")
    assert words.word("labelled").endswith("{value}")


def speaks(words: Words, tag: str) -> bool:
    """Tell whether all words come from the file of one language."""
    table = read_words(tag).texts
    return {key: words.word(key) for key in table} == table


def test_the_languages_that_were_promised_are_there() -> None:
    """The twenty-four official languages of the European Union are among these languages."""
    assert [tag for tag in PROMISED.split() if not speaks(Words.of(tag), tag)] == []


@pytest.mark.parametrize(
    "row",
    [
        (
            "en",
            "By Bo",
            "Photographs by Bo",
            "Source: X",
            "Photograph: X",
            "Corrections",
            "In this issue",
            "page 3",
        ),
        (
            "de",
            "Von Bo",
            "Fotos von Bo",
            "Quelle: X",
            "Foto: X",
            "Korrekturen",
            "In dieser Ausgabe",
            "Seite 3",
        ),
        (
            "fr",
            "Par Bo",
            "Photographies\u00a0: Bo",
            "Source\u00a0: X",
            "Photo\u00a0: X",
            "Rectificatifs",
            "Dans ce numéro",
            "page 3",
        ),
        (
            "es",
            "Por Bo",
            "Fotografías de Bo",
            "Fuente: X",
            "Fotografía: X",
            "Fe de errores",
            "En este número",
            "página 3",
        ),
        (
            "pt",
            "Por Bo",
            "Fotos de Bo",
            "Fonte: X",
            "Foto: X",
            "Correções",
            "Nesta edição",
            "página 3",
        ),
        (
            "it",
            "di Bo",
            "Fotografie di Bo",
            "Fonte: X",
            "Foto: X",
            "Rettifiche",
            "In questo numero",
            "pagina 3",
        ),
        (
            "he",
            "מאת Bo",
            "צילומים: Bo",
            "מקור: X",
            "צילום: X",
            "תיקונים",
            "בגיליון זה",
            "עמוד 3",
        ),
        (
            "ar",
            "بقلم Bo",
            "تصوير: Bo",
            "المصدر: X",
            "تصوير: X",
            "تصويبات",
            "في هذا العدد",
            "صفحة 3",
        ),
        ("zh", "作者：Bo", "摄影：Bo", "来源：X", "摄影：X", "更正", "本期内容", "第3页"),
    ],
    ids=lambda row: row[0],
)
def test_key_words(row: tuple[str, ...]) -> None:
    """The words on nearly every page are right, letter by letter."""
    words = Words.of(row[0])
    assert row[1:] == (
        words.word("by", names="Bo"),
        words.word("photographs_by", names="Bo"),
        words.label("source") + "X",
        words.label("photograph") + "X",
        words.word("corrections"),
        words.word("in_this_issue"),
        words.word("page", number=3),
    )


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
    found = Words.of(given)
    assert found.language == tag
    assert speaks(found, spoken)
    assert not speaks(found, "de" if spoken != "de" else "en")


def test_numbers_are_in_the_languages_digits() -> None:
    """Issue and page numbers look like the dates beside them."""
    assert Words.of("fa").word("issue", number=37) == "شمارهٔ ۳۷"
    assert Words.of("de").word("week", number=37) == "Woche 37"
    assert Words.of("tr").word("week", number=37) == "37. hafta"


def test_dates_and_direction_of_a_language_without_words() -> None:
    """Dates are in the language of the words around them; the direction is the article's."""
    assert Words.of("lo").date(datetime.date(2019, 9, 13)) == "September 13, 2019"
    assert Words.of("ps").direction == "rtl"
    assert Words.of("en-AU").date(datetime.date(2019, 9, 13)) == "13 September 2019"


@pytest.mark.parametrize(
    ("tag", "key", "word"),
    [
        ("fr", "tools", "Outils"),
        ("es", "tools", "Herramientas"),
        ("pt", "tools", "Ferramentas"),
        ("it", "alert_warning", "Avvertenza"),
        ("pl", "alert_caution", "Ostrożnie"),
        ("vi", "alert_note", "Lưu ý"),
        ("ja", "alert_note", "メモ"),
    ],
)
def test_labels_say_what_readers_of_a_language_expect(tag: str, key: str, word: str) -> None:
    """Tools are not only for the kitchen, and a note in the text is no footnote."""
    assert Words.of(tag).word(key) == word


@pytest.mark.parametrize("tag", sorted(path.stem for path in WORDS.glob("*.toml")))
def test_labels_of_one_kind_differ(tag: str) -> None:
    """A warning is no note in any language, and tools are no materials."""
    words = read_words(tag).texts
    for kind in (
        ("alert_note", "alert_tip", "alert_important", "alert_warning", "alert_caution"),
        ("pros", "cons"),
        ("tools", "materials"),
        ("accepted_answers", "other_answers"),
    ):
        assert len({words[key] for key in kind}) == len(kind)
