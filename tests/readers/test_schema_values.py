"""Values of schema.org: texts, words and moments."""

import pytest

from printkit.readers.schema_values import (
    bare_words,
    clock,
    escaped,
    is_html,
    text_of,
    words_of_value,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [(" a ", "a"), (7, "7"), (True, ""), ({"@value": "b"}, "b"), ({"name": "c"}, ""), (None, "")],
)
def test_a_text_is_told_from_other_values(value: object, text: str) -> None:
    """A number counts as a text, and true does not."""
    assert text_of(value) == text


def test_words_are_those_that_a_reader_sees() -> None:
    """Entities are decoded once; a sign of comparison is no element."""
    assert bare_words("<p>A&amp;B <b>c</b></p>") == "A&B c"
    assert words_of_value("1 < 2 &amp; 3") == "1 < 2 & 3"
    assert escaped("Tom &amp; Ann < Bo") == "Tom &amp; Ann &lt; Bo"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>A</p>", True),
        ("a<BR/>b", True),
        ("<a href='x'>b</a>", True),
        ("<my-card>b</my-card>", True),
        ("2 EL Öl <optional>", False),
        ("Mail <ann@example.org>", False),
        ("<https://example.org>", False),
        ("Loop <it>.", False),
    ],
)
def test_words_between_angle_brackets_are_no_html(text: str, told: bool) -> None:
    """A plain text keeps these words; in HTML they would be a tag that shows nothing."""
    assert is_html(text) is told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2024-11-22T09:00:00Z", "2024-11-22 09:00"),
        ("2024-11-22", "2024-11-22"),
        (1851, "1851"),
        ("soon", "soon"),
    ],
)
def test_a_moment_is_a_day_and_a_time(value: object, told: str) -> None:
    """Other texts stay as they are."""
    assert clock(value) == told
