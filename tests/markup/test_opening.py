"""The opening of an article: worked out in values, before any template."""

from typing import Any

import pytest

from printkit.article import Article
from printkit.copyedit.clean_copy import Copy
from printkit.edition.papers import Sheet
from printkit.markup.opening import Opening, opening_of
from printkit.wording.attribution import attribution_in

ENGLISH = attribution_in("en")


def article(**fields: Any) -> Article:
    """Return an article with these fields."""
    return Article(**{"headline": "A", "body": "b", **fields})


def opening(**fields: Any) -> Opening:
    """Return the opening of an article with these fields."""
    copy = Copy(blocks=("Ships came in.",))
    return opening_of(article(**fields), copy, ENGLISH, Sheet(210, 297))


@pytest.mark.parametrize(
    ("fields", "publication"),
    [
        ({"source": "The Herald", "url": "https://www.example.org/a"}, "The Herald"),
        ({"url": "https://www.example.org/a"}, "example.org"),
        ({}, ""),
    ],
)
def test_the_masthead_names_the_source_else_the_site(
    fields: dict[str, Any], publication: str
) -> None:
    """No name is invented if source and site are unknown."""
    assert opening(**fields).publication == publication


def test_the_running_head_has_the_section_else_the_publication() -> None:
    """The start of the head is never empty if a section or a publication is known."""
    assert opening(section="World", source="The Herald").running.section == "World"
    assert opening(source="The Herald").running.section == "The Herald"


@pytest.mark.parametrize(
    ("section", "kicker", "line"),
    [("World", "Coast", "World · Coast"), ("World", "WORLD", "WORLD"), (None, "Coast", "Coast")],
)
def test_section_and_kicker_share_a_line(section: str | None, kicker: str, line: str) -> None:
    """Equal words stand once; case makes no difference."""
    assert opening(section=section, kicker=kicker).kicker == line


def test_a_long_headline_is_shortened_between_words_for_the_running_head() -> None:
    """No word is cut in two, and the cut is marked."""
    title = opening(headline="harbour " * 20).running.title
    assert title == "harbour " * 7 + "…"
    assert opening(headline="short").running.title == "short"


def test_a_headline_of_one_endless_word_is_cut_all_the_same() -> None:
    """The running head has limited room."""
    assert len(opening(headline="x" * 500).running.title) <= 60


@pytest.mark.parametrize(("length", "scale"), [(75, ""), (76, "is-long"), (131, "is-very-long")])
def test_long_headlines_are_set_smaller(length: int, scale: str) -> None:
    """There are two smaller sizes."""
    assert opening(headline="x" * length).scale == scale


@pytest.mark.parametrize(
    ("fields", "standfirst"),
    [
        ({"subheadline": "Sub", "summary": "Sum"}, "Sub"),
        ({"summary": "Nine ships came."}, "Nine ships came."),
        ({"summary": "Ships came in …"}, ""),
        ({}, ""),
    ],
)
def test_the_summary_stands_in_for_a_subheadline(fields: dict[str, Any], standfirst: str) -> None:
    """A summary is left out if the body begins with its words."""
    assert opening(**fields).standfirst == standfirst


def test_a_section_named_above_the_article_is_not_named_again() -> None:
    """The kicker has the rest."""
    made = article(section="World", kicker="Coast")
    copy = Copy(blocks=("Ships came in.",))
    sheet = Sheet(210, 297)
    assert opening_of(made, copy, ENGLISH, sheet, "WORLD").kicker == "Coast"
    assert opening_of(made, copy, ENGLISH, sheet, "More").kicker == "World · Coast"
