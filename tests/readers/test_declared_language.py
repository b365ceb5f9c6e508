"""The element around a whole body names the language of the article."""

import pytest

from printkit.readers.declared_language import declared_language
from printkit.readers.inputs import read_one
from printkit.readers.unnamed_language import name_language
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ('<html lang="es"><body><p>Hola</p></body></html>', "es"),
        ("<!DOCTYPE html>\n<html>\n<body xml:lang='pt_BR'><p>Oi</p>", "pt-BR"),
        ('<div class="a" lang=fr><div>Un</div><p>Deux</p></div>\n', "fr"),
        ('<article LANG="de-AT"><p>Eins</p></article>', "de-AT"),
        ('<div lang="fr"><p>Un</p></div><div lang="en"><p>Two</p></div>', ""),
        ('<p lang="fr">Un</p><p>Two</p>', ""),
        ("<p>One</p>", ""),
        ("One", ""),
        ('<div data-lang="fr">Un</div>', ""),
    ],
)
def test_only_an_element_around_the_whole_body_counts(body: str, language: str) -> None:
    """An element beside other elements names the language of its own words."""
    assert declared_language(body) == language


def test_no_remark_says_that_no_language_is_given() -> None:
    """The article gets the language that its body declares."""
    record = {"headline": "Hola", "body": '<html lang="es"><body><p>Hola</p></body></html>'}
    named = name_language(read_one(record, "a"))
    assert (named.article.language, named.remarks) == ("es", ())


def test_a_long_hostile_body_ends_fast() -> None:
    """The body has elements that never end."""
    with ends_soon():
        declared_language("<div>" * 1_000_000)
        declared_language("<html>" * 200_000)
        declared_language("<div lang=" + "a-" * 1_000_000)
