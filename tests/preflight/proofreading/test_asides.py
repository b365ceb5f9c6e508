"""Asides: what the press puts in the midst of a text."""

import pytest

from printkit.preflight.proofreading.asides import ASIDES


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
def test_asides_are_numbers_addresses_and_brackets(text: str, left: str) -> None:
    """What the press puts in; years, words and plain parentheses are the text's own."""
    assert ASIDES[-1].sub("", text) == left
