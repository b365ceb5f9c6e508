"""Texts that mix scripts, directions and signs in one paragraph are read back, by two readers."""

import html
import re
from functools import cache

import pytest

import printkit
from tests.support.languages import READERS
from tests.support.quick_cases import mark_slow
from tests.support.text_behind import find_told_twice, find_unmapped_glyphs, keep_characters

TEXTS = {
    "Cyrillic in Greek": ("el", "Ο Сергей Эйзенштейн μίλησε για το «Броненосец» σήμερα."),
    "Greek in English": ("en", "The word ἄνθρωπος and the phrase γνῶθι σεαυτόν stand here."),
    "old figures and ligatures": (
        "en",
        "Affluent fjords in 1984, 0123456789; <i>office fi ffi</i>.",
    ),
    "soft hyphens": ("de", "Donau&shy;dampf&shy;schiff und Kauf&shy;leute; Auf\u200clage."),
    "fractions": ("en", "1½ cups, ¾ inch, ⅓ and ⅞, x² + y³ = z¹⁰, a₁ + b₂ and 22⁄7."),
    "marks over two letters": ("en", "t͡s and d͡ʒ, k͜p, o͟o and n͠g in respelling, a͝e too."),
    "phonetic signs": ("en", "[ˈhɑːbə], [ʃt͡ʃɪ], [ɹ̩ˈæɪ̯ə̃], [kʷʰ], [ə˞] and ˈsɛkənˌdɛri."),
    "arrows": ("en", "From A → B ← C ↔ D ⇒ E, then ↑ and ↓ in the end."),
    "letters of mathematics": ("en", "For all x∈ℝ the sums ∑, ∏ and ∫ differ: x≤y, √2 ≈ 1.41 ≠ ∞."),
    "Persian with joiners": ("fa", "می‌خواهم نامه‌ای بنویسم و خانه‌ها را ببینم؛ کتاب‌های ۱۲۳."),
    "numbers in Hebrew": (
        "he",
        "הטמפרטורה −5 מעלות, עלייה של +3 %, המחיר ₪12.50, עמודים 3–5, טלפון 050-1234567,"
        " תאריך 12/10/2026.",
    ),
    "numbers in Arabic": (
        "ar",
        "بلغت الحرارة −5 درجات، وارتفع السعر +3 % إلى 12.50 دولار في 2020–2025 والهاتف"
        " 050-1234567 يوم 12/10/2026.",
    ),
    "a number in bold in Hebrew": ("he", "המחיר היה <b>12.50</b>, ואחר כך <b>−5</b>! בשבוע שעבר."),
    "times and shares in Hebrew": ("he", "בשעה 18:30; כ-3,000 איש, 5.5%, ב־1948-1967 ועוד #5 ו$5."),
    "one emoji in Hebrew": ("he", "ברוכים הבאים 😀 לעיר היפה 🌊, ביותר בעולם כולו."),
    "emoji in Hebrew": ("he", "ברוכים הבאים לעיר ❤️ היפה, 👨‍👩‍👧‍👦. ביותר 🇮🇱 בעולם 👍🏽! היום."),
    "emoji in Arabic": ("ar", "مرحبا بكم ❤️ في 👨‍👩‍👧 المدينة 🇪🇬 اليوم 👍🏽."),
    "Latin words in Hebrew": ("he", "ארגון נאט״ו, NATO, הודיע כי BBC, ולא CNN: ידווח על כך."),
    "a Latin phrase in Hebrew": ("he", "הוא אמר אתמול כי New York Times פרסם כתבה ארוכה."),
    "Indic half forms": ("hi", "क्‍ष और क्‌ष, र्‍य, श्‍री, विद्‌या और हिन्दी में।"),
    "a vowel at the end of Arabic in English": ("en", "The names السَّلَامُ and مُحَمَّدٌ stand here."),
}
# The file is right, and the other reader gives the text back.
READER_FAULTS = {
    ("emoji in Hebrew", "pdfium"): "reverses the characters of an emoji",
    ("emoji in Arabic", "pdfium"): "reverses the characters of an emoji",
    ("a Latin phrase in Hebrew", "pdfium"): "reverses the words of the phrase",
    ("a vowel at the end of Arabic in English", "pdfium"): "reverses the words of the line",
}


@cache
def printed(name: str) -> printkit.Result:
    """Return the print of a text, the same for all tests."""
    language, text = TEXTS[name]
    # Poppler takes the direction of a line from most words of its page: so there is no Latin word.
    headline = html.unescape(re.sub("<[^>]+>", "", text))
    return printkit.export({"headline": headline, "body": f"<p>{text}</p>", "language": language})


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_mixed_text_is_read_back(name: str, reader: str) -> None:
    """Poppler and PDFium give the characters of headline and body in the order of reading."""
    if (name, reader) in READER_FAULTS:
        pytest.skip(READER_FAULTS[name, reader])
    told = keep_characters(READERS[reader](printed(name).pdf))
    text = html.unescape(re.sub("<[^>]+>", "", TEXTS[name][1]))
    assert keep_characters(text) in told


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "name", ["numbers in Hebrew", "numbers in Arabic", "Latin words in Hebrew"]
)
def test_numbers_and_words_keep_their_order_in_headlines(name: str, reader: str) -> None:
    """Letters of a headline stand closer, and its Latin words are elements of their own."""
    told = keep_characters(READERS[reader](printed(name).pdf))
    assert told.count(keep_characters(TEXTS[name][1])) == 2


@pytest.mark.parametrize("name", mark_slow(TEXTS, but=[*TEXTS][::4]))
def test_a_mixed_text_is_told_once_and_whole(name: str) -> None:
    """No text stands within another text, each glyph has a text, and nothing is called lost."""
    assert find_told_twice(printed(name).pdf) == []
    assert find_unmapped_glyphs(printed(name).pdf) == []
    assert [one.message for one in printed(name).remarks if one.code in ("PK601", "PK608")] == []


@pytest.mark.parametrize("reader", READERS)
def test_persian_numbers_are_read_back_from_cells(reader: str) -> None:
    """A cell with a number runs from left to right, and no mark of direction stands in it."""
    body = (
        "<table><tr><th>سال</th><th>جمعیت</th></tr>"
        "<tr><td>۱۴۰۲</td><td>۶٬۴۲۶٬۴۵۵</td></tr><tr><td>۱۴۰۳</td><td>۷٬۸۸۱٫۵</td></tr></table>"
    )
    result = printkit.export({"headline": "آمار", "body": body, "language": "fa"})
    told = keep_characters(READERS[reader](result.pdf))
    assert "۶٬۴۲۶٬۴۵۵" in told
    assert "۷٬۸۸۱٫۵" in told
    assert [str(one) for one in result.remarks if one.code == "PK601"] == []
