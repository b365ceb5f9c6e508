"""Articles printed in one run → the article that a fault, an id or a character belongs to."""

import pytest

from printkit.article import Article
from printkit.pages import ArticleOnPage, PageMarkup, Pages, Position, PrintedText
from printkit.preflight.owners import (
    article_at,
    article_of_id,
    characters_by_article,
    starts_of,
)

ARTICLE = Article(headline="A", body="b")
STARTS = {"a": Position(0, 40, 700), "b": Position(0, 40, 300), "c": Position(2, 40, 700)}


@pytest.mark.parametrize(
    ("page", "y", "article"),
    [
        (0, 800, ""),
        (0, 500, "a"),
        (0, 100, "b"),
        (1, 800, "b"),
        (1, 0, "b"),
        (2, 750, "b"),
        (2, 600, "c"),
        (9, 0, "c"),
    ],
)
def test_a_place_belongs_to_the_article_that_begins_last_before_it(
    page: int, y: float, article: str
) -> None:
    """Pages count first, then heights from the top; above the first article there is no article."""
    assert article_at(STARTS, page, y) == article


def test_a_single_article_has_no_starts() -> None:
    """There is only one owner, so the anchors are not asked for."""
    page = PageMarkup("", (), articles={"": ArticleOnPage(ARTICLE)})
    assert starts_of(Pages(b"", 1), page) == {}
    assert article_at({}, 0, 100) == ""


def test_an_article_starts_with_its_opening_or_its_headline() -> None:
    """The kicker of an article stands above the headline, and belongs to the article."""
    opening, headline = Position(0, 40, 720), Position(0, 40, 700)
    page = PageMarkup("", (), articles={"a1": ArticleOnPage(ARTICLE), "a2": ArticleOnPage(ARTICLE)})
    anchors = {"a1": headline, "a1.0": opening, "a2": Position(1, 40, 700)}
    assert starts_of(Pages(b"", 2, anchors=anchors), page) == {
        "a1": opening,
        "a2": Position(1, 40, 700),
    }


def test_an_id_belongs_to_the_longest_prefix_that_opens_it() -> None:
    """Equal articles have prefixes that open alike."""
    prefixes = ("a12", "a12x2", "a7")
    assert article_of_id("a12.3", prefixes) == "a12"
    assert article_of_id("a12x2.3", prefixes) == "a12x2"
    assert article_of_id("colophon", prefixes) == ""
    assert article_of_id("a.3", ("",)) == ""


def test_characters_are_shared_out_among_the_articles_that_have_them() -> None:
    """Two articles have one of the characters; no article has the last character."""
    printed = [
        PrintedText("section", "ꙮ"),
        PrintedText("body", "犬 and ↯", "a"),
        PrintedText("body", "↯", "b"),
    ]
    assert dict(characters_by_article("犬↯ꙮ☃", printed)) == {"": "ꙮ☃", "a": "犬↯", "b": "↯"}
    assert list(characters_by_article("犬", printed[:1])) == [("", "犬")]
