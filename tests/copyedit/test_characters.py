"""Characters that cannot or must not be printed."""

import pytest

from printkit.copyedit.characters import MARKS, cap_marks, printable


@pytest.mark.parametrize(
    "character",
    [
        *("\0", "\x01", "\x0b", "\x1b", "\x7f", "\x80", "\x9f", "\ud800", "\udfff", "\ufdd0"),
        *("\ufffe", "\uffff", "\U0001ffff", "\U0010fffe", "\ufff9"),
    ],
)
def test_what_has_no_glyph_is_taken_out(character: str) -> None:
    """Controls, noncharacters, lone surrogates."""
    assert printable(f"a{character}b") == "ab"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_a_newline(end: str) -> None:
    """Whatever system the text came from."""
    assert printable(f"a{end}b") == "a\nb"


@pytest.mark.parametrize(
    "text", ["a\tb\nc", "a\u00a0b", "\u00ad", "שָׁלוֹם", "e\u0301", "👩‍👩‍👧", "\u200f"]
)
def test_text_stays_word_for_word(text: str) -> None:
    """Tabs, no-break spaces, soft hyphens, marks and joiners are text."""
    assert printable(text) == text


def test_piled_marks_are_capped_and_counted() -> None:
    """Eight marks on a letter are more than any script needs."""
    capped, taken = cap_marks("x" + "\u0337" * 50 + "y")
    assert capped == "x" + "\u0337" * MARKS + "y"
    assert taken == 42


def test_pointed_scripts_keep_their_marks() -> None:
    """Vowels and cantillation on a Hebrew letter are not too many."""
    assert cap_marks("בְּרֵאשִׁ֖ית") == ("בְּרֵאשִׁ֖ית", 0)
