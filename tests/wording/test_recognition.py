"""The language of a text is recognised by its script, then by its words."""

import pytest

from printkit.wording.recognition import main_script, recognise
from tests.support.unnamed_texts import UNNAMED


@pytest.mark.parametrize("tag", UNNAMED)
def test_a_headline_and_a_sentence_tell_their_language(tag: str) -> None:
    """Of 48 languages, among them near neighbours: Danish, Bokmål and Nynorsk; Czech and Slovak."""
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
