"""Words in the other direction are isolated, and no others."""

import pytest

from printkit.text.isolation import first_direction, isolated


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
