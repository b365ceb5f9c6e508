"""Patterns for words and numbers that a page inserts into a text."""

import pytest

from printkit.preflight.proofreading.insertions import INSERTIONS


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the council 12 said", "the council  said"),
        ("in 2019 and B12", "in 2019 and B12"),
        ("a report (example.org/\nreports/1_(a)) says", "a report  says"),
        ("a report (in full) says", "a report (in full) says"),
        ("where [image of [x] squared] is", "where  is"),
    ],
)
def test_insertions_are_numbers_addresses_and_brackets(text: str, left: str) -> None:
    """Years, words and plain parentheses belong to the text."""
    assert INSERTIONS[-1].sub("", text) == left
