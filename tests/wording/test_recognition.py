"""The language of a text is recognised by its script, then by its words."""

import pytest

from printkit.wording.recognition import main_script, recognise
from tests.support.unnamed_texts import UNNAMED


@pytest.mark.parametrize("tag", UNNAMED)
def test_a_headline_and_a_sentence_tell_their_language(tag: str) -> None:
    """Near neighbours are among the 48 languages: Danish, Bokmål and Nynorsk; Czech and Slovak."""
    found = recognise(" ".join(UNNAMED[tag]))
    assert found.tag == tag
    assert found.is_known
    assert found.sureness > 0.4


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("", "und"),
        ("12345", "und"),
        ("OK", "und"),
        ("Лука", "und-Cyrl"),
        ("بيت", "und-Arab"),
        ("港", "zh"),
        ("Ναι", "el"),
        ("Dewan pertahankan perpustakaan; cabang itu tetap buka pada hari Sabtu.", "id"),
        ("אַן אַלט הויז", "yi"),
    ],
)
def test_of_few_letters_only_the_script_is_told(text: str, tag: str) -> None:
    """The direction follows the script, even where the language stays unknown."""
    assert recognise(text).tag == tag


def test_the_script_of_most_letters_counts() -> None:
    """A Hebrew text may name a firm in Latin letters; kana among kanji are Japanese."""
    assert main_script("הנמל נפתח Atlantic מחדש היום")[0] == "Hebr"
    assert main_script("港が再び開く")[0] == "Jpan"
    assert main_script("1.5 %") == ("", 0)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("iPhone 15 Pro Max доступен в Apple Store", "und-Cyrl"),
        ("iPhone 15 Pro Max уже можно купить в магазинах Apple Store", "ru"),
        ("Microsoft Windows і Google Chrome вже доступні українською", "uk"),
        ("מכשיר Samsung Galaxy Ultra זמין Apple Store", "he"),
        ("Apple Store Samsung Galaxy が開店", "ja"),
        ("Το Apple Store και το Google Play άνοιξαν", "el"),
    ],
)
def test_names_in_latin_letters_do_not_tell_the_language(text: str, tag: str) -> None:
    """Names of firms and goods stand in texts of every script."""
    assert recognise(text).tag == tag


@pytest.mark.parametrize(
    "text",
    [
        "Moscow Newspaper Правда Closes Its Doors After a Century",
        "The word доступен means available in Russian, and is often heard.",
    ],
)
def test_a_foreign_word_does_not_tell_the_language_either(text: str) -> None:
    """Words of another script are not looked at."""
    assert recognise(text).tag == "en"
