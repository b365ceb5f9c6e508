"""Words in the other direction are isolated; words in the same direction are not."""

import pytest

from printkit.text.isolation import first_direction, isolated, isolated_parts
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("Haifa Port News", "ltr", "Haifa Port News"),
        ("Haifa Port News", "rtl", "\u2066Haifa Port News\u2069"),
        ("© 2026 Haifa", "rtl", "\u2066© 2026 Haifa\u2069"),
        ("נמל חיפה", "rtl", "נמל חיפה"),
        ("נמל חיפה", "ltr", "\u2067נמל חיפה\u2069"),
        ("Ελλάδα", "ltr", "Ελλάδα"),
        ("2026", "rtl", "2026"),
        ("", "rtl", ""),
    ],
)
def test_isolated(text: str, direction: str, expected: str) -> None:
    """A text without letters has no direction of its own."""
    assert isolated(text, "rtl" if direction == "rtl" else "ltr") == expected


def test_a_text_is_isolated_once() -> None:
    """A list of one name is both a name and a list."""
    once = isolated("Haifa", "rtl")
    assert isolated(once, "rtl") == once


def test_the_first_letter_tells_the_direction() -> None:
    """Numbers and signs are passed over."""
    assert first_direction("5 באוקטובר, Haifa") == "rtl"
    assert first_direction("(5) Haifa, נמל") == "ltr"
    assert first_direction("5") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C++", "<C++>"),
        ("C++ ועוד", "<C++> ועוד"),
        ("מחיר iPhone 15 Pro (128GB) ירד ב-5%", "מחיר <iPhone 15 Pro (128GB)> ירד ב-5%"),
        ("News!", "<News!>"),
        ("ראו: Brooklyn, 5 באוקטובר", "ראו: <Brooklyn>, 5 באוקטובר"),
        ("Deck in English, 5.", "<Deck in English, 5.>"),
        ("גרסה 2 של C#", "גרסה 2 של <C#>"),
        ("5%", "5%"),
        ("שלום", "שלום"),
        ("\u2066C\u2069++ ועוד", "<C>++ ועוד"),
        ("", ""),
    ],
)
def test_each_run_of_the_other_direction_is_isolated(text: str, expected: str) -> None:
    """The signs of a word stay with the word, and the signs of the sentence do not."""
    marked = isolated_parts(text, "rtl").replace("\u2066", "<").replace("\u2069", ">")
    assert marked == expected


def test_long_texts_are_isolated_in_no_time() -> None:
    """A headline may have half a million letters."""
    with ends_soon():
        for piece in ("C++ ועוד ", "(", "a!", "א ", "a 5 "):
            isolated_parts(piece * (500_000 // len(piece)) + "א", "rtl")
