"""Entries: an article in lists and on the cover."""

from typing import Any

import pytest

from printkit.article import Article
from printkit.markup.digest import entry
from printkit.markup.entries import ArticleEntry
from printkit.wording.attribution import attribution_in

ENGLISH = attribution_in("en")


def placed(missing: str = "", **fields: Any) -> ArticleEntry:
    """Return the entry of an article."""
    article = Article(**{"headline": "A", "body": "b", **fields})
    return ArticleEntry("a1", 4, article=article, page="1", missing=missing)


@pytest.mark.parametrize(
    ("fields", "details"),
    [
        ({"authors": "Ana Ruiz and Li Wei", "source": "S"}, "Ana Ruiz and Li Wei · S · 4 min read"),
        ({"authors": "NASA desk", "source": "NASA"}, "NASA desk · 4 min read"),
        ({"byline": "By our staff"}, "Our staff · 4 min read"),
        ({}, "4 min read"),
    ],
)
def test_details_are_makers_source_and_length(fields: dict[str, Any], details: str) -> None:
    """A source that the makers' line names already is not repeated."""
    assert " · ".join(entry.details(placed(**fields), ENGLISH)) == details


def test_what_is_not_there_takes_no_time_to_read() -> None:
    """A record that could not be read has no makers either."""
    assert entry.details(placed("it died", authors="Bo Ek"), ENGLISH) == ("Bo Ek",)
    assert entry.details(ArticleEntry("a1", name="x"), ENGLISH) == ()
    assert entry.standfirst(ArticleEntry("a1", name="x")) == ""
    assert entry.language(ArticleEntry("a1", name="x"), ENGLISH) == "en"


def test_a_standfirst_is_the_subheadline_else_the_summary() -> None:
    """A long standfirst is cut between words."""
    assert entry.standfirst(placed(subheadline="Sub", summary="Sum")) == "Sub"
    assert entry.standfirst(placed(summary="Sum")) == "Sum"
    assert entry.standfirst(placed(summary="ships " * 90)).endswith("ships …")
    assert len(entry.standfirst(placed(summary="ships " * 90))) <= 162
    assert entry.standfirst(placed()) == ""


def test_only_words_that_run_the_other_way_have_a_direction() -> None:
    """The article's own `direction` counts first."""
    assert entry.entry_direction(placed(language="de"), ENGLISH) == ""
    assert entry.entry_direction(placed(language="he"), ENGLISH) == "rtl"
    assert entry.entry_direction(placed(language="he", direction="ltr"), ENGLISH) == ""
    assert entry.entry_direction(placed(language="en"), attribution_in("ar")) == "ltr"


def test_an_article_that_names_no_language_is_in_that_of_the_issue() -> None:
    """Other articles keep their own language."""
    assert entry.language(placed(language="pt_BR"), ENGLISH) == "pt-BR"
    assert entry.language(placed(), ENGLISH) == "en"
