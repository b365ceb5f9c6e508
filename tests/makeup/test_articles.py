"""The body: articles in order, with the folios that follow, and stubs for what is missing."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

import pytest

from printkit.edition import Edition, Sheet
from printkit.errors import RecordError
from printkit.issue.plan import Plan
from printkit.issue.selection import Section
from printkit.makeup import articles as bodies
from printkit.makeup.articles import Body, IssueArticle, Unit, print_body
from printkit.markup.digest import PageFurniture
from printkit.markup.entries import ArticleEntry, CreditedPicture
from printkit.pages import Pages, Position
from printkit.prepare import JobTicket
from printkit.printing.run import plan_runs
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.report import Account
from tests.press.test_engine import own_theme
from tests.support.press_runs import PRE, SITE, UNPRINTABLE_PRE, opened, reading, sheets
from tests.support.printed_articles import letters, links, said

Printing = Callable[..., Body]
LONG = "<p>Nobody on the quay could say who had first thought of cutting the rock.</p>" * 40


@pytest.fixture(scope="module")
def printing(tmp_path_factory: pytest.TempPathFactory) -> Printing:
    """Prints sections of readings; all in one cache."""
    return partial(_printed, tmp_path_factory.mktemp("body"))


def _printed(
    folder: Path,
    *sections: Section,
    unreadable: tuple[RecordError, ...] = (),
    theme: str = "broadsheet",
    links: Literal["notes", "inline"] = "notes",
    **plan: Any,
) -> Body:
    edition = Edition(theme, "A5", links=links)
    with opened(folder, theme=theme) as own:
        tasks = plan_runs(sections, Plan(**plan), JobTicket(edition))
        return print_body(tasks, own.keys(tasks), unreadable, edition, own)


def at(name: str, *others: str, more: str = "") -> Reading:
    """An article with an address, that links to others."""
    links = "".join(f'<p>See <a href="{SITE}/{one}">there</a>.</p>' for one in others)
    return reading(name, url=f"{SITE}/{name}", body=links + f"<p>It came in.</p>{more}")


def folios(body: Body) -> dict[str, str]:
    """On which page each article begins."""
    return {one.title: one.page for section in body.placed() for one in section.placed}


def test_articles_are_placed_under_their_heads(printing: Printing) -> None:
    """With the folios that follow from the lengths of those before."""
    found = printing(Section("World", (at("a", more=LONG), at("b"))), Section("Table", (at("c"),)))
    first = found.units[0].pages.page_count
    assert first > 1
    assert found.starts == (0, first, first + 1)
    assert found.page_count == first + 2
    assert [section.name for section in found.placed()] == ["World", "Table"]
    assert list(folios(found).values()) == ["1", str(first + 1), str(first + 2)]
    assert [account.page for account in found.accounts()] == list(folios(found).values())
    assert [article.id for article in found.articles] == ["a", "b", "c"]


def test_references_say_the_right_page_in_both_directions(printing: Printing) -> None:
    """And lead to the article's headline; a link to itself or to elsewhere stays as it is."""
    found = printing(Section("", (at("a", "b", "a", more=LONG), at("b", "a", "else"))))
    pages, anchors = folios(found), [one.story.anchor for one in found.entries]
    first, second = (unit.pages.pdf for unit in found.units)
    assert f"page {pages['Ship b comes in']}" in said(first)
    assert "page 1" in said(second)
    assert set(links(first)) == {f"printkit:{anchors[1]}", f"{SITE}/a"}
    assert set(links(second)) == {f"printkit:{anchors[0]}", f"{SITE}/b", f"{SITE}/else"}


def test_a_reference_that_pushes_a_page_is_right_all_the_same(printing: Printing) -> None:
    """The article fills its pages to the brim; with the words `page N` it takes one more."""
    words = f'<a href="{SITE}/z">Salt</a> and oranges, and what the ships carried besides. '
    for count in range(60, 160, 15):
        text = f"<p>{words * count}</p>"
        alone = printing(Section("", (at("a", more=text),)), links="inline")
        found = printing(Section("", (at("a", more=text), at("z"))), links="inline")
        first = found.units[0].pages
        assert letters(said(first.pdf)).count(f"page{folios(found)['Ship z comes in']}") == count
        if alone.units[0].pages.page_count < first.page_count:
            return
    pytest.fail("no article was pushed")


def test_references_that_never_settle_are_left_out(
    printing: Printing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Better no number than a wrong one."""
    monkeypatch.setattr(bodies, "_ROUNDS", 0)
    found = printing(Section("", (at("a"), at("b", "a"))))
    assert "page" not in said(found.units[1].pages.pdf)
    assert f"{SITE}/a" in links(found.units[1].pages.pdf)


def test_references_that_settle_in_the_last_round_stay(
    printing: Printing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are as right as any."""
    monkeypatch.setattr(bodies, "_ROUNDS", 1)
    found = printing(Section("", (at("a"), at("b", "a"))))
    assert "page 1" in said(found.units[1].pages.pdf)


def test_within_a_flowing_section_references_are_right(printing: Printing) -> None:
    """Several articles stand on one page; a link to itself stays."""
    found = printing(
        Section("World", (at("a", "b", more=LONG), at("b", "a", "b"), at("c", "b"))), start="flow"
    )
    (unit,) = found.units
    page = folios(found)["Ship b comes in"]
    assert folios(found)["Ship a comes in"] == "1" != page
    told = letters(said(unit.pages.pdf))
    assert (told.count(f"page{page}"), told.count("page1")) == (2, 1)
    assert f"{SITE}/b" in links(unit.pages.pdf)


def test_what_cannot_be_read_has_a_stub_at_the_end(printing: Printing) -> None:
    """It is named; why it could not be read is told in its account, and not on paper."""
    error = RecordError("it is no JSON", where="feed.jsonl:3")
    found = printing(Section("", (at("a"),)), unreadable=(error, error))
    assert [one.where for one in found.entries] == ["a", "feed.jsonl:3", "feed.jsonl:3"]
    assert [(one.status, one.page) for one in found.accounts()] == [
        ("ok", "1"),
        ("failed", "2"),
        ("failed", "3"),
    ]
    stub = found.units[1]
    assert (stub.title, stub.language, stub.section) == ("feed.jsonl:3", "", "")
    assert "feed.jsonl:3" in said(stub.pages.pdf)
    assert "it is no JSON" not in said(stub.pages.pdf)
    assert [str(one.error) for one in found.accounts()][1:] == [str(error)] * 2
    assert len(found.articles) == 1


def test_a_stub_does_not_say_where_the_record_lies(printing: Printing) -> None:
    """The same bytes come from any folder; its account has the whole path."""
    folders = ("/srv/acme/week", "records", "C:\\week")
    errors = [RecordError(f"bad in {one}", where=f"{one}/feed.jsonl:3") for one in folders]
    made = [printing(Section("", (at("a"),)), unreadable=(error,)) for error in errors]
    assert len({one.units[1].pages.pdf for one in made}) == 1
    assert {one.units[1].title for one in made} == {"feed.jsonl:3"}
    assert {margins.title for margins in made[0].units[1].margins("", Sheet(210, 297))} == {
        "feed.jsonl:3"
    }
    assert [list(one.accounts())[1].record for one in made] == [one.where for one in errors]


@pytest.mark.parametrize("start", ["page", "flow"])
def test_what_the_press_cannot_print_has_a_stub_in_its_section(
    printing: Printing, tmp_path: Path, start: str
) -> None:
    """Under the head, where it opens it; references to it stay addresses."""
    theme = own_theme(tmp_path, UNPRINTABLE_PRE)
    listing = reading("listing", url=f"{SITE}/listing", body=PRE)
    sections = Section("World", (listing, at("b", "listing"))), Section("Table", (at("c", "b"),))
    found = printing(*sections, theme=theme, start=start)
    accounts = {one.record: one for one in found.accounts()}
    assert {name: one.status for name, one in accounts.items()} == {
        "listing": "failed",
        "b": "ok",
        "c": "ok",
    }
    assert [section.name for section in found.placed()] == ["World", "Table"]
    texts = [said(unit.pages.pdf).casefold() for unit in found.units]
    assert ["world" in text for text in texts] == [True, *[False] * (len(texts) - 1)]
    others = "".join(said(one.pages.pdf) for one in found.units if not one.entries[0].missing)
    assert f"page {accounts['b'].page}" in others
    assert f"page {accounts['listing'].page}" not in others


def test_remarks_name_the_record(printing: Printing) -> None:
    """Those of reading have its name already, those of printing not yet."""
    found = reading("a", body="<p>\ue123</p>")._replace(remarks=(Remark("PK203", "guessed", "a"),))
    (account,) = printing(Section("", (found,))).accounts()
    assert [(one.code, one.where) for one in account.remarks] == [("PK203", "a"), ("PK502", "a")]


def unit(section: str, pages: Pages, *entries: IssueArticle) -> Unit:
    return Unit(section, pages, entries)


def entry(name: str, anchor: str, missing: Account | None = None, **fields: Any) -> IssueArticle:
    return IssueArticle(reading(name, **fields), ArticleEntry(anchor, 1), missing)


def test_margins_name_the_article_that_goes_on() -> None:
    """Not one that begins below it; where one begins at the head of the page, none goes on."""
    places = {"a1": Position(0, 0, 780), "a2": Position(2, 0, 400), "a3": Position(2, 0, 90)}
    pages = replace(sheets(5), anchors={**places, "a4": Position(4, 0, 720)})
    flowing = unit("World", pages, *(entry(name, f"a{n}") for n, name in enumerate("abcd", 1)))
    assert flowing.margins("The Week", Sheet(210, 297)) == tuple(
        PageFurniture(kind, "The Week", "World", f"Ship {name} comes in")
        for kind, name in (
            ("opening", "a"),
            ("continued", "a"),
            ("continued", "a"),
            ("continued", "c"),
            ("opening", "d"),
        )
    )


def test_a_unit_is_called_by_its_article_or_its_section() -> None:
    """And is in the language of its article, if it is one."""
    one, two = entry("a", "a1", language="he"), entry("b", "a2", language="he")
    alone, both = unit("World", sheets(1), one), unit("World", sheets(1), one, two)
    assert (alone.title, alone.language) == ("Ship a comes in", "he")
    assert (both.title, both.language) == ("World", "")
    assert unit("", sheets(1), one, two).title == "Ship a comes in"
    assert unit("", sheets(1), entry("c", "a3", language=None)).language == ""


def test_a_picture_has_the_folio_of_its_own_page() -> None:
    """For the list of credits."""
    pages = replace(sheets(3), anchors={"a1": Position(0, 0, 9), "a1-p": Position(2, 0, 9)})
    story = ArticleEntry("a1", 1, (CreditedPicture("a1-p", "A quay", "Mia", False),))
    before = unit("", sheets(2, "a0"), entry("z", "a0"))
    body = Body((before, unit("", pages, IssueArticle(reading("a"), story))))
    assert body.placed()[0].placed[1].picture_pages == ("5",)
