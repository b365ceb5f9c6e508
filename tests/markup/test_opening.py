"""What a page shows of an article: worked out in values, before any template."""

from typing import Any

import pytest

from printkit.article import Article
from printkit.copyedit.clean_copy import Copy
from printkit.edition.papers import Sheet
from printkit.markup import opening as layout
from printkit.wording.attribution import attribution_in

ENGLISH = attribution_in("en")


def article(**fields: Any) -> Article:
    return Article(**{"headline": "A", "body": "b", **fields})


def opening(**fields: Any) -> layout.Opening:
    copy = Copy(blocks=("Ships came in.",))
    return layout.opening(article(**fields), copy, ENGLISH, Sheet(210, 297))


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
    """Nothing is made up where neither is known."""
    assert opening(**fields).publication == publication


def test_the_running_head_has_the_section_else_the_publication() -> None:
    """Its start is never empty where something is known."""
    assert opening(section="World", source="The Herald").running.section == "World"
    assert opening(source="The Herald").running.section == "The Herald"


@pytest.mark.parametrize(
    ("section", "kicker", "line"),
    [("World", "Coast", "World · Coast"), ("World", "WORLD", "WORLD"), (None, "Coast", "Coast")],
)
def test_section_and_kicker_share_a_line(section: str | None, kicker: str, line: str) -> None:
    """Each is told once, whatever its case."""
    assert opening(section=section, kicker=kicker).kicker == line


def test_a_long_headline_is_shortened_between_words_for_the_running_head() -> None:
    """No word is cut in two, and the cut is marked."""
    title = opening(headline="harbour " * 20).running.title
    assert title == "harbour " * 7 + "…"
    assert opening(headline="short").running.title == "short"


def test_a_headline_of_one_endless_word_is_cut_all_the_same() -> None:
    """The running head has room for so much and no more."""
    assert len(opening(headline="x" * 500).running.title) <= 60


def test_running_heads_have_room_for_half_as_many_wide_letters() -> None:
    """And on a large sheet, where margins are wide and type is large, for hardly more."""
    latin = layout.running("", "", "a" * 99, Sheet(210, 297)).title
    wide = layout.running("", "", "港" * 99, Sheet(210, 297)).title
    large = layout.running("", "", "a" * 99, Sheet(297, 420)).title
    assert 2 * len(wide) <= len(latin) + 2
    assert len(latin) <= len(large) <= len(latin) + 2


@pytest.mark.parametrize(("length", "scale"), [(75, ""), (76, "is-long"), (131, "is-very-long")])
def test_long_headlines_are_set_smaller(length: int, scale: str) -> None:
    """In two steps."""
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
    """Unless the body begins with its words."""
    assert opening(**fields).standfirst == standfirst


def test_a_dateline_is_as_given_else_the_place() -> None:
    """Region and country are told once each."""
    place = {"name": "Cádiz", "region": "Cádiz", "country": "Spain"}
    assert layout.dateline(article(dateline="CÁDIZ", location=place)) == "CÁDIZ"
    assert layout.dateline(article(location=place)) == "Cádiz, Spain"
    assert layout.dateline(article()) == ""


def test_the_source_block_leaves_out_what_the_opening_says() -> None:
    """Published and updated stand at the head; tags come last."""
    made = article(
        date_published="2019-09-13",
        date_modified="2019-09-15",
        date_posted="2019-09-14",
        source="The Herald",
        tags=["sea", "trade"],
    )
    lines = [entry.label + entry.value for entry in layout.source_lines(made, ENGLISH)]
    assert lines == [
        "Posted on September 14, 2019",
        "Source: The Herald, September 13, 2019",
        "Tags: sea, trade",
    ]


@pytest.mark.parametrize(
    ("sheet", "paper"),
    [
        (Sheet(148, 210), ("small-sheet", "148mm", "210mm", "")),
        (Sheet(215.9, 279.4), ("", "215.9mm", "279.4mm", "")),
        (Sheet(297, 420), ("large-sheet", "297mm", "420mm", "")),
        (Sheet(297, 210), ("large-sheet", "297mm", "210mm", "wide-sheet")),
    ],
)
def test_type_is_scaled_to_the_sheet(sheet: Sheet, paper: tuple[str, str, str, str]) -> None:
    """Small, usual, large; and wide."""
    assert layout.paper(sheet) == paper


def test_a_section_named_above_the_article_is_not_named_again() -> None:
    """Its kicker has the rest."""
    made = article(section="World", kicker="Coast")
    copy = Copy(blocks=("Ships came in.",))
    sheet = Sheet(210, 297)
    assert layout.opening(made, copy, ENGLISH, sheet, "WORLD").kicker == "Coast"
    assert layout.opening(made, copy, ENGLISH, sheet, "More").kicker == "World · Coast"
