"""Sentences for the messages of WeasyPrint."""

import pytest

from printkit.themes.message_words import plain_words
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (
            "Unknown rule <AtRule @supports … { … }> at 2:1",
            "printkit and WeasyPrint do not read @supports; the rules in @supports are left out",
        ),
        (
            "Ignored `colr: red ` at 2:5, unknown property.",
            "WeasyPrint does not know the property colr, so the declaration has no effect",
        ),
        (
            "Ignored `color: ` at 2:5, no value.",
            "the property color has no value, so the declaration has no effect",
        ),
        (
            "No anchor #nope for internal URI reference",
            "a link leads to #nope, but no element of the page has this id, "
            "so the link leads nowhere",
        ),
    ],
)
def test_a_known_message_is_a_sentence(message: str, words: str) -> None:
    """WeasyPrint's own objects and positions are left out."""
    assert plain_words(message) == words


def test_an_unknown_message_is_quoted() -> None:
    """On one line, and not at full length."""
    told = plain_words("Something\nnew " + "x " * 1000)
    assert told.startswith(
        "WeasyPrint has a problem with this page or style sheet, and says: “Some"
    )
    assert len(told) < 400


@pytest.mark.parametrize("value", ["` at 1:1, prefix use '", "'", "{a}", "\n", ": "])
def test_a_long_message_ends_soon(value: str) -> None:
    """A value of 100,000 characters stands in the message; its braces mean nothing."""
    with ends_soon():
        plain_words(f"Ignored `color: {value * (1_000_000 // len(value))}` at 1:1, x")
