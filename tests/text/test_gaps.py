"""Gaps: white space before a sign is found, and read in linear time."""

import re

import pytest

from printkit.text.gaps import GAP, WIDE, fold_gaps
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("pattern", "text", "parts"),
    [
        (rf"{GAP},\s*+", "a  , b,c ,, d", ["a", "b", "c", "", "d"]),
        (rf"{GAP},\s*+", " ,a", ["", "a"]),
        (rf"{WIDE}-\s++", "a - b-c  -  d", ["a", "b-c", "d"]),
    ],
)
def test_a_gap_belongs_to_the_sign_behind_it(pattern: str, text: str, parts: list[str]) -> None:
    """The parts are the same as with patterns that read a run again at each space."""
    assert re.split(pattern, text) == parts


@pytest.mark.parametrize("pattern", [rf"{GAP},", rf"{WIDE}-\s"])
def test_a_long_gap_is_read_once(pattern: str) -> None:
    """A pattern that begins with any white space takes minutes."""
    with ends_soon():
        assert re.split(pattern, "a" + " " * 1_500_000 + "b") == ["a" + " " * 1_500_000 + "b"]


def test_folded_text_knows_its_old_places() -> None:
    """A run with a line end becomes a line end; a single sign stays as it is."""
    text, places = fold_gaps("a  b\xa0c \n d")
    assert text == "a b\xa0c\nd"
    assert places == [0, 1, 3, 4, 5, 6, 9]
