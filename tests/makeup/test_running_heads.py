"""Running heads: the title of what goes on, and the folio, on every page that has any."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from printkit.bindery.book import Insert, Part
from printkit.edition import Edition
from printkit.makeup.printed_issue import IssueArticle, PrintedPart
from printkit.makeup.running_heads import (
    HeadedPart,
    furnished,
    furniture_jobs,
    headed_articles,
    headed_own,
)
from printkit.markup import digest
from printkit.markup.entries import ArticleEntry, PlacedArticle
from printkit.pages import PageMarkup, Position
from printkit.report import Account
from tests.support.book_parts import LEAFLET, make_part
from tests.support.cover_prints import write_theme
from tests.support.press_runs import make_pages, make_reading
from tests.support.sample_issue import print_page


def article(name: str, anchor: str, **fields: Any) -> IssueArticle:
    """Return an article of an issue."""
    found = make_reading(name, **fields)
    placed = PlacedArticle(found.article, ArticleEntry(anchor, 1), "")
    return IssueArticle(placed, Account(name, "ok"), found)


def test_heads_name_the_article_that_goes_on() -> None:
    """Not an article that begins below; where one begins at the top, none continues."""
    places = {"a1": Position(0, 0, 780), "a2": Position(2, 0, 400), "a3": Position(2, 0, 90)}
    pages = replace(make_pages(5), anchors={**places, "a4": Position(4, 0, 780)})
    articles = tuple(article(name, f"a{n}") for n, name in enumerate("abcd", 1))
    flowing = PrintedPart(Part(pages, "World", section="World"), articles)
    heads = headed_articles(flowing, "The Week").heads
    assert {(one.publication, one.section) for one in heads} == {("The Week", "World")}
    assert [(one.kind, one.title) for one in heads] == [
        ("opening", "Ship a comes in"),
        ("continued", "Ship a comes in"),
        ("continued", "Ship a comes in"),
        ("continued", "Ship c comes in"),
        ("opening", "Ship d comes in"),
    ]


def test_an_article_begins_with_what_stands_above_its_headline() -> None:
    """The kicker stands at the top of the page, so no other article continues there."""
    anchors = {
        "a1": Position(0, 0, 700),
        "a2.0": Position(1, 0, 780),
        "a2": Position(1, 0, 600),
    }
    pages = replace(make_pages(2), anchors=anchors)
    both = PrintedPart(Part(pages, "World"), (article("a", "a1"), article("b", "a2")))
    assert [one.kind for one in headed_articles(both, "").heads] == ["opening", "opening"]


def test_the_head_of_a_page_is_where_its_text_begins(tmp_path: Path) -> None:
    """Whatever margins a theme has; below a line of text nothing is at the head."""
    edition = Edition(theme=write_theme(tmp_path, ":root { --margin-top: 95mm }"))
    html = (
        "<html lang=en><style>p { margin: 0 }</style><body>"
        "<p id=a>Salt</p><p id=b style='break-before: page'>Oranges</p>"
        "<p style='break-before: page'>Nine ships</p><p id=c>Thirty crates</p></body></html>"
    )
    pages = print_page(PageMarkup(html, ()), edition)
    begun = [(pages.anchors[name], name) for name in "abc"]
    heads = digest.furniture_of(begun, pages.tops, "The Week")
    assert [(one.kind, one.title) for one in heads] == [
        ("opening", "a"),
        ("opening", "b"),
        ("continued", "b"),
    ]


def test_own_pages_are_headed_by_their_parts() -> None:
    """The title of the part that goes on there."""
    heads = headed_own(make_part("Sources", 2), "The Week").heads
    assert [(one.kind, one.title) for one in heads] == [
        ("opening", "Sources"),
        ("continued", "Sources"),
    ]


def test_each_part_with_heads_has_a_job_and_gets_its_pages() -> None:
    """Counted on from the parts before; an insert and a cover have no running heads."""
    edition = Edition()
    parts = [
        HeadedPart(make_part("Cover", numbering="roman")),
        headed_own(make_part("Ferry", 2), "The Week"),
        HeadedPart(LEAFLET),
        headed_own(make_part("Salt"), "The Week"),
    ]
    jobs = furniture_jobs(parts, edition)
    assert list(jobs) == [1, 3]
    assert all(job.furniture for job in jobs.values())
    alone = furniture_jobs(parts[3:], edition)
    assert alone[0].markup.html != jobs[3].markup.html
    made = list(furnished(parts, {1: make_pages(2), 3: make_pages(1)}))
    assert [one.title for one in made] == ["Cover", "Ferry", "A leaflet", "Salt"]
    assert isinstance(made[2], Insert)
    found = [one.furniture.page_count for one in made if isinstance(one, Part) and one.furniture]
    assert found == [2, 1]
