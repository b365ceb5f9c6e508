"""Prose is told from code: sentences, other scripts, headings of Markdown, whole articles."""

import pytest

from printkit.readers.detection.prose import (
    is_headed_prose,
    is_in_another_script,
    is_sentence,
    reads_as_article,
)
from tests.support.time_limits import ends_soon

SENTENCE = "The ferry to Avon is back again.\n"


def test_a_sentence_has_five_words_and_few_signs() -> None:
    """A statement of a program has more signs."""
    assert is_sentence("  The ferry to Avon is back.")
    assert not is_sentence("The ferry sails")
    assert not is_sentence("return the ferry to harbour[{x: y}]")


@pytest.mark.parametrize("line", ["船が港を出る(写真)", "배가 항구를 떠난다(사진)", "Паром (фото)"])
def test_letters_of_another_script_are_prose(line: str) -> None:
    """The names in a program are English."""
    assert is_in_another_script(line)


@pytest.mark.parametrize(
    "line", ["print('船が港を出る')", "x = 1  # 船が港を出る", "1, 2", "L'été"]
)
def test_letters_in_quotes_and_comments_do_not_count(line: str) -> None:
    """A program may print sentences of any script."""
    assert not is_in_another_script(line)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"# Ferry\n\n{SENTENCE}", True),
        ("# Ferry\n\n## Tides\n\n- high\n", True),
        ("# Ferry\n\n    x = 1\n", True),
        ("Ferry\n=====\n\nx = 1\n", True),
        ("# Ferry\n\nx = 1\n", False),
        (f"#!/bin/sh\n\n{SENTENCE}", False),
        ("# Ferry\n", False),
        ("", False),
    ],
)
def test_headings_of_markdown_stand_over_prose(text: str, told: bool) -> None:
    """A comment stands over code without indent."""
    assert is_headed_prose(text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Ferry\n\n{SENTENCE}", True),
        (f"Ferry\n{SENTENCE}", False),
        (f"# Ferry\n\n{SENTENCE}", False),
        (f"x = 1;\n\n{SENTENCE}", False),
        ("Ferry\n\nto Avon and back again\n", False),
        (f"Ferry\n\n{SENTENCE}x = 1\ny = 2\n", False),
        ("Ferry\n", False),
    ],
)
def test_an_article_has_a_headline_over_sentences(text: str, told: bool) -> None:
    """The headline has no signs, an empty line is below, and most lines end as sentences."""
    assert reads_as_article(text) is told


@pytest.mark.parametrize("piece", ["a ", "a\n", "# a\n", "\n", '"', "'", "#", "a\n\n"])
def test_a_long_text_costs_little(piece: str) -> None:
    """No pattern goes over the rest of the text at each place."""
    text = piece * 30_000
    with ends_soon():
        reads_as_article(text)
        is_headed_prose(text)
        is_in_another_script(text)
        is_sentence(text)
