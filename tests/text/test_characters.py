"""Characters that cannot or must not be printed."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from printkit.text.characters import (
    is_invisible,
    is_printable,
    one_line,
    printable,
    replace_surrogates,
    safe_for_terminal,
)


@pytest.mark.parametrize(
    "character",
    [
        *("\0", "\x01", "\x0b", "\x1b", "\x7f", "\x80", "\x9f", "\ud800", "\udfff", "\ufdd0"),
        *("\ufffe", "\uffff", "\U0001ffff", "\U0010fffe", "\ufff9"),
    ],
)
def test_what_has_no_glyph_is_taken_out(character: str) -> None:
    """Controls, noncharacters and lone surrogates have no glyph."""
    assert printable(f"a{character}b") == "ab"
    assert not is_printable(f"a{character}b")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_a_newline(end: str) -> None:
    """Each system of computers has its own line end."""
    assert printable(f"a{end}b") == "a\nb"
    assert is_printable(f"a{end}b")


@pytest.mark.parametrize(
    "text", ["a\tb\nc", "a\u00a0b", "\u00ad", "שָׁלוֹם", "e\u0301", "👩‍👩‍👧", "\u200f"]
)
def test_text_stays_word_for_word(text: str) -> None:
    """Tabs, no-break spaces, soft hyphens, marks and joiners are text."""
    assert printable(text) == text
    assert is_printable(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  two\n\tlines ", "two lines"),
        ("one\u2028two", "one two"),
        ("a\x00\x1b[31mb", "a[31mb"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("half\ud83d pair", "half pair"),
        ("e\u0301", "é"),
        ("e\x00\u0301", "é"),
        ("a \x00 b", "a b"),
        ("a\v\f\r\x85b\ufff9", "a b"),
        ("12\u00a0km", "12\u00a0km"),
        ("\u05d0\u200f!", "\u05d0\u200f!"),
    ],
)
def test_a_line_is_printable_and_one_line(text: str, line: str) -> None:
    """Controls and turns of direction go, typography stays."""
    assert one_line(text) == line


@given(some.text())
def test_a_line_stays_as_it_is_when_it_is_made_again(text: str) -> None:
    """The record in a PDF gives the same article when it is read once more."""
    line = one_line(text)
    assert one_line(line) == line
    assert "\n" not in line
    assert is_printable(line)


def test_text_for_a_terminal_keeps_its_letters_and_lines() -> None:
    """Letters of any script, joiners, no-break spaces and line ends steer nothing."""
    text = "Å ש 文\u00a0می\u200cخواهم\n…"
    assert safe_for_terminal(text) == text


def test_what_could_steer_a_terminal_becomes_a_mark() -> None:
    """Escapes, carriage returns and turns of direction become marks."""
    told = safe_for_terminal("a\x1b[2J\r\u202eb\x9b\ud800")
    assert told == "a\ufffd[2J\ufffd\ufffdb\ufffd\ufffd"
    every_control = "".join(map(chr, [*range(32), *range(127, 160)]))
    assert re.sub("\ufffd", "", safe_for_terminal(every_control)) == "\t\n"


def test_halves_of_surrogate_pairs_are_replaced_and_counted() -> None:
    """A file can hold the text afterwards."""
    text, count = replace_surrogates("half \ud83d, half \ude00")
    assert (text, count) == ("half \ufffd, half \ufffd", 2)
    json.dumps(text, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "text", ["", " \n", "\u200b", " \u200b\ufeff\xad ", "\u3164", "\u2800", "\ufe0f\xa0"]
)
def test_what_cannot_be_seen_is_blank(text: str) -> None:
    """An invisible character is white, or has no width or no ink."""
    assert is_invisible(text)
    assert not is_invisible(f"A{text}")
