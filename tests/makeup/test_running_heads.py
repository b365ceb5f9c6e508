"""Running heads: the title of the article that continues, and the folio."""

from dataclasses import replace
from pathlib import Path

import pytest

from printkit.bindery.book import Insert, Part
from printkit.edition import Edition
from printkit.errors import ThemeError
from printkit.makeup.running_heads import furnished, furniture_jobs, heads_of
from printkit.markup import digest
from printkit.pages import PageMarkup, Position
from printkit.workers.tasks import Workers
from tests.support.book_parts import LEAFLET, make_part
from tests.support.cover_prints import write_theme
from tests.support.own_templates import write_templates
from tests.support.press_runs import make_pages
from tests.support.sample_issue import print_page


def make_opened(count: int, *begun: tuple[str, Position], section: str = "") -> Part:
    """Return a part with a number of pages, on which articles of these titles begin."""
    pages = replace(make_pages(count), anchors=dict(begun))
    openings = {title: title for title, _ in begun}
    return Part(pages, begun[0][0], section=section, openings=openings)


def test_heads_name_the_article_that_goes_on() -> None:
    """The head does not name an article that begins lower on the page."""
    flowing = make_opened(
        5,
        ("a", Position(0, 0, 780)),
        ("b", Position(2, 0, 400)),
        ("c", Position(2, 0, 90)),
        ("d", Position(4, 0, 780)),
        section="World",
    )
    heads = heads_of(flowing, "The Week")
    assert {(one.publication, one.section) for one in heads} == {("The Week", "World")}
    assert [(one.kind, one.title) for one in heads] == [
        ("opening", "a"),
        ("continued", "a"),
        ("continued", "a"),
        ("continued", "c"),
        ("opening", "d"),
    ]


def test_the_head_of_a_page_is_where_its_text_begins(tmp_path: Path) -> None:
    """The margins of the theme make no difference; below a line of text, nothing is at the head."""
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
    """The head has the title of the part that goes on there."""
    heads = heads_of(make_opened(2, ("Sources", Position(0, 5, 780))), "The Week")
    assert [(one.kind, one.title) for one in heads] == [
        ("opening", "Sources"),
        ("continued", "Sources"),
    ]


def test_each_part_with_heads_has_a_job_and_gets_its_pages() -> None:
    """Pages are counted on from the parts before; an insert and a cover have no running heads."""
    edition = Edition()
    parts: list[Part | Insert] = [
        make_part("Cover", numbering="roman"),
        make_opened(2, ("Ferry", Position(0, 5, 780))),
        LEAFLET,
        make_opened(1, ("Salt", Position(0, 5, 780))),
    ]
    jobs = furniture_jobs(parts, "The Week", edition, Workers())
    assert list(jobs) == [1, 3]
    assert all(job.furniture for job in jobs.values())
    alone = furniture_jobs(parts[3:], "The Week", edition, Workers())
    assert alone[0].markup.html != jobs[3].markup.html
    made = list(furnished(parts, {1: make_pages(2), 3: make_pages(1)}, edition))
    assert [one.title for one in made] == ["Cover", "Ferry", "A leaflet", "Salt"]
    assert isinstance(made[2], Insert)
    found = [one.furniture.page_count for one in made if isinstance(one, Part) and one.furniture]
    assert found == [2, 1]


def test_running_heads_on_too_few_pages_name_the_template(tmp_path: Path) -> None:
    """The error names the template's folder, too."""
    edition = Edition(templates=write_templates(tmp_path, furniture="x"))
    parts = [make_opened(2, ("Ferry", Position(0, 5, 780)))]
    with pytest.raises(ThemeError, match="the running heads of 2 pages take 1 pages") as caught:
        list(furnished(parts, {0: make_pages(1)}, edition))
    assert caught.value.where == str(tmp_path / "templates" / "furniture.html")
