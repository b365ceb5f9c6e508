"""Places in a user's own templates."""

from pathlib import Path

import pytest

from printkit.themes.template_places import place_in_templates
from tests.support.own_templates import write_templates
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("Relative URI reference without a base URI: cat.jpg", "/parts/mine.html:2"),
        ("No anchor #b for internal URI reference", "/parts/mine.html:3"),
        ("Ignored `color: blurg` at 1:1, invalid value.", "/article.html:2"),
        ("Something else", "/article.html"),
    ],
)
def test_the_line_with_the_quoted_words_is_found(tmp_path: Path, message: str, place: str) -> None:
    """Of a message that quotes nothing, the page's template is the place."""
    folder = write_templates(
        tmp_path,
        article='{% extends "base/article.html" %}\n{# color: blurg #}',
        parts__mine='a b\n<img src="cat.jpg">\n<a href="#b">b</a>',
    )
    assert place_in_templates(message, f"{folder}/article.html") == folder + place
    expected = folder if place == "/article.html" else folder + place
    assert place_in_templates(message, folder) == expected


def test_a_message_with_many_quotations_ends_soon(tmp_path: Path) -> None:
    """Only some are searched for."""
    folder = write_templates(tmp_path, article="x" * 400_000)
    with ends_soon():
        place_in_templates("'a' " * 250_000, folder)
