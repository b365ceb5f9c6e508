"""The text that is read back equals the copy: marks on letters, in printkit's own faces."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import printkit
from tests.support.languages import READERS
from tests.support.paths import CHECKOUT
from tests.support.quick_cases import mark_slow
from tests.support.text_behind import find_told_twice, find_unmapped_glyphs, keep_characters

CASES = CHECKOUT / "tests" / "cases" / "field"
NAMES = [
    "b40-marks-on-letters",
    "b40a-one-yoruba-name",
    "b40b-navajo-name",
    "b40d-lithuanian-accents",
    "b42-hebrew-one-pointed-word",
    "b44-arabic-words",
    "b44u-urdu-words",
]
# A fault of poppler: the last mark of words from right to left that stand in a line from left to
# right.
READER_FAULTS = {("b40-marks-on-letters", "poppler"): ["رَسُولُ"]}


def load(name: str) -> dict[str, Any]:
    """Return the record of a field case."""
    record: dict[str, Any] = json.loads(Path(CASES / f"{name}.json").read_text(encoding="utf-8"))
    return record


@cache
def printed(name: str) -> printkit.Result:
    """Return the print of a field case, the same for all tests."""
    return printkit.export(load(name))


def words_of(record: dict[str, Any]) -> list[str]:
    """Return the words of a record's body, without spaces and tags."""
    text = re.sub("<[^>]+>", " ", record["body"])
    return [keep_characters(word) for word in text.split()]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", NAMES)
def test_every_word_is_read_back(name: str, reader: str) -> None:
    """No plain letter is lost for a letter with a mark, and every mark is in its place."""
    told = keep_characters(READERS[reader](printed(name).pdf))
    lost = [word for word in words_of(load(name)) if word not in told]
    assert lost == READER_FAULTS.get((name, reader), [])


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_told_twice(name: str) -> None:
    """Readers print an ActualText within another ActualText several times."""
    assert find_told_twice(printed(name).pdf) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_glyph_has_a_text(name: str) -> None:
    """PDFium prints rubbish for a glyph without a text."""
    assert find_unmapped_glyphs(printed(name).pdf) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_proofreader_agrees(name: str) -> None:
    """The proofreader reports no word as lost."""
    assert [one for one in printed(name).remarks if one.code == "PK601"] == []


def test_the_same_article_gives_the_same_bytes() -> None:
    """The text of a glyph depends on its own document, not on documents printed before."""
    first = printed("b40a-one-yoruba-name").pdf
    printkit.export(load("b40b-navajo-name"))
    assert printkit.export(load("b40a-one-yoruba-name")).pdf == first


SHADDA = "السَّلَامُ عليكم، اللُّغَة الشَّمْسُ الدُّوَل قُوَّة النَّاسُ كَلَّا اللّٰه"
LETTER_SPACED = ["محمّد", "السَّلَامُ عليكم", "اللُّغَة العربيّة", "שָׁלוֹם", "בְּרֵאשִׁית בָּרָא"]


@pytest.mark.parametrize("reader", READERS)
def test_shadda_with_a_vowel_is_read_back(reader: str) -> None:
    """Two marks share one glyph, or are drawn in another order than the order of Unicode."""
    result = printkit.export({"headline": "A", "body": f"<p>{SHADDA}</p>", "language": "ar"})
    assert keep_characters(SHADDA) in keep_characters(READERS[reader](result.pdf))
    assert result.remarks == ()


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("headline", mark_slow(LETTER_SPACED, but=[*LETTER_SPACED][:1]))
def test_marks_stay_on_their_letters_in_headlines(headline: str, reader: str) -> None:
    """The letters of a headline stand closer, so they begin before the places of their marks."""
    language = "ar" if headline > "\u0600" else "he"
    result = printkit.export({"headline": headline, "body": "<p>1</p>", "language": language})
    assert keep_characters(headline) in keep_characters(READERS[reader](result.pdf))


@pytest.mark.parametrize(
    "words",
    mark_slow(
        [*SHADDA.split(), "لَا إِلَٰهَ إِلَّا اللَّهُ", "בְּרֵאשִׁית", "מִשְׁפָּחָה"],
        but={SHADDA.split()[0], "בְּרֵאשִׁית"},
    ),
)
def test_pointed_words_in_an_english_line_are_not_called_lost(words: str) -> None:
    """PDFium gives the letters of such words in a wrong order."""
    body = f"<p>The word {words} here is quoted.</p>"
    assert printkit.export({"headline": "A", "body": body, "language": "en"}).remarks == ()
