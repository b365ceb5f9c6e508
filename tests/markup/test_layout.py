"""The layout of an article: all values that its page shows."""

from typing import Any

import pytest

from printkit.article import Article
from printkit.edition import Edition
from printkit.edition.choices import Links
from printkit.edition.ticket import JobTicket
from printkit.markup.cross_references import CrossReference
from printkit.markup.layout import ArticleLayout, lay_out
from printkit.prepare import prepare
from printkit.readers import Reading

QUAY = "https://example.org/quay"


def laid_out(links: Links = "notes", **fields: Any) -> ArticleLayout:
    """Return the layout of an article."""
    body = f'<p>Ships <a href="{QUAY}">came</a>.</p>'
    article = Article(**{"headline": "A", "body": body, **fields})
    edition = Edition(language="en", links=links)
    prepared = prepare(Reading("a", article, None, ()), JobTicket(edition), "a1")
    return lay_out(prepared, edition, "", {QUAY: CrossReference("a7", "12")})


def test_references_reach_body_captions_and_notes() -> None:
    """A link in the body, in a caption or in a note leads to the other article."""
    image = {"src": "a.jpg", "caption": "c", "role": "gallery"}
    made = laid_out("inline", images=[image])
    assert ('href="printkit:a7"' in made.body, "page 12" in made.body) == (True, True)
    assert [one.anchor for one in made.pictures.gallery] == ["a1.1"]
    (note,) = laid_out().notes
    assert (note.target, note.page) == ("printkit:a7", "page 12")


@pytest.mark.parametrize(
    ("language", "direction", "set_in"),
    [("en", None, "ltr"), ("he", None, "rtl"), ("he", "ltr", "ltr"), ("he", "auto", "rtl")],
)
def test_the_direction_is_the_records_else_the_languages(
    language: str, direction: str | None, set_in: str
) -> None:
    """The direction `auto` tells no direction."""
    assert laid_out(language=language, direction=direction).direction == set_in


def test_an_article_without_a_language_is_in_the_editions() -> None:
    """The words that printkit adds are in this language, too."""
    assert laid_out().attribution.language == "en"
    assert laid_out(language="de").attribution.word("page", number="12") == "Seite 12"


def test_blocks_and_dateline_are_those_of_the_article() -> None:
    """Preflight compares blocks and dateline with the pages."""
    made = laid_out(dateline="CÁDIZ")
    assert (made.blocks, made.dateline) == (("Ships came.",), "CÁDIZ")


@pytest.mark.parametrize(
    ("fields", "wordy"),
    [
        ({"byline": "By Ann Example"}, False),
        ({"byline": "安" * 6_000}, True),
        ({"authors": [{"name": f"Author {number}"} for number in range(500)]}, True),
        ({"source": {"name": "Port " * 700}}, True),
        ({"tags": ["fish " * 400, "ships " * 400, "ropes " * 400]}, True),
        ({"headline": "Long " * 1_500}, False),
    ],
)
def test_too_many_words_beside_each_other_are_noticed(fields: dict[str, Any], wordy: bool) -> None:
    """Masthead, byline and source block are rows; a headline stands alone."""
    assert laid_out(**fields).wordy is wordy
