"""The articles of an issue: in order, with folios, and stubs for missing articles."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Literal

import pytest

from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.errors import RecordError
from printkit.issue.plan import Plan
from printkit.issue.sections import Section
from printkit.makeup import articles
from printkit.makeup.articles import print_issue
from printkit.makeup.printed_issue import PrintedIssue
from printkit.printing.jobs import plan_tasks
from printkit.readers import Reading
from printkit.remarks import Remark
from tests.support.own_themes import write_theme
from tests.support.press_runs import PRE, SITE, UNPRINTABLE_PRE, make_reading, open_printer
from tests.support.printed_articles import keep_letters, read_aloud, read_link_addresses
from tests.support.quick_cases import mark_slow
from tests.support.sample_records import PICTURE

Printing = Callable[..., PrintedIssue]
LONG = "<p>Nobody on the quay could say who had first thought of cutting the rock.</p>" * 40


@pytest.fixture(scope="module")
def printing(tmp_path_factory: pytest.TempPathFactory) -> Printing:
    """Return a function that prints the sections of an issue, all with one cache."""
    return partial(_printed, tmp_path_factory.mktemp("body"))


def _printed(
    folder: Path,
    *sections: Section,
    unreadable: tuple[RecordError, ...] = (),
    theme: str = "broadsheet",
    links: Literal["notes", "inline"] = "notes",
    **plan: Any,
) -> PrintedIssue:
    edition = Edition(theme, "A5", links=links)
    with open_printer(folder, theme=theme) as own:
        tasks = plan_tasks(sections, Plan(**plan), JobTicket(edition))
        return print_issue(tasks, own.keys(tasks), unreadable, edition, own)


def at(name: str, *others: str, more: str = "") -> Reading:
    """Return an article that has an address, and links to other articles."""
    links = "".join(f'<p>See <a href="{SITE}/{one}">there</a>.</p>' for one in others)
    return make_reading(name, url=f"{SITE}/{name}", body=links + f"<p>It came in.</p>{more}")


def folios(issue: PrintedIssue) -> dict[str, str]:
    """Return the page number on which each article begins."""
    return {one.title: one.page for section in issue.sections for one in section.entries}


def test_articles_are_placed_under_their_heads(printing: Printing) -> None:
    """The page numbers follow from the articles before."""
    found = printing(Section("World", (at("a", more=LONG), at("b"))), Section("Table", (at("c"),)))
    first = found.parts[0].pages.page_count
    assert first > 1
    assert [section.name for section in found.sections] == ["World", "Table"]
    assert list(folios(found).values()) == ["1", str(first + 1), str(first + 2)]
    assert [account.page for account in found.accounts] == list(folios(found).values())
    assert [article.id for article in found.articles] == ["a", "b", "c"]


def test_references_say_the_right_page_in_both_directions(printing: Printing) -> None:
    """A link to another article leads to its headline; a link to the own article stays as it is."""
    found = printing(Section("", (at("a", "b", "a", more=LONG), at("b", "a", "else"))))
    pages, anchors = folios(found), [one.anchor for one in found.entries]
    first, second = (unit.pages.pdf for unit in found.parts)
    assert f"page {pages['Ship b comes in']}" in read_aloud(first)
    assert "page 1" in read_aloud(second)
    assert set(read_link_addresses(first)) == {f"printkit:{anchors[1]}", f"{SITE}/a"}
    assert set(read_link_addresses(second)) == {
        f"printkit:{anchors[0]}",
        f"{SITE}/b",
        f"{SITE}/else",
    }


def test_a_reference_that_pushes_a_page_is_right_all_the_same(printing: Printing) -> None:
    """The article fills its pages exactly; the words `page N` push its text onto one more page."""
    words = f'<a href="{SITE}/z">Salt</a> and oranges, and what the ships carried besides. '
    for count in range(60, 160, 15):
        text = f"<p>{words * count}</p>"
        alone = printing(Section("", (at("a", more=text),)), links="inline")
        found = printing(Section("", (at("a", more=text), at("z"))), links="inline")
        first = found.parts[0].pages
        assert (
            keep_letters(read_aloud(first.pdf)).count(f"page{folios(found)['Ship z comes in']}")
            == count
        )
        if alone.parts[0].pages.page_count < first.page_count:
            return
    pytest.fail("no article was pushed")


def test_references_that_never_settle_are_left_out(
    printing: Printing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page without a number is better than a page with a wrong number."""
    monkeypatch.setattr(articles, "_ROUNDS", 0)
    found = printing(Section("", (at("a"), at("b", "a"))))
    assert "page" not in read_aloud(found.parts[1].pages.pdf)
    assert f"{SITE}/a" in read_link_addresses(found.parts[1].pages.pdf)


def test_references_that_settle_in_the_last_round_stay(
    printing: Printing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """References of the last round are as right as all other references."""
    monkeypatch.setattr(articles, "_ROUNDS", 1)
    found = printing(Section("", (at("a"), at("b", "a"))))
    assert "page 1" in read_aloud(found.parts[1].pages.pdf)


def test_within_a_flowing_section_references_are_right(printing: Printing) -> None:
    """Several articles stand on one page; a link of an article to itself stays."""
    found = printing(
        Section("World", (at("a", "b", more=LONG), at("b", "a", "b"), at("c", "b"))), start="flow"
    )
    (unit,) = found.parts
    page = folios(found)["Ship b comes in"]
    assert folios(found)["Ship a comes in"] == "1" != page
    told = keep_letters(read_aloud(unit.pages.pdf))
    assert (told.count(f"page{page}"), told.count("page1")) == (2, 1)
    assert f"{SITE}/b" in read_link_addresses(unit.pages.pdf)


def test_what_cannot_be_read_has_a_stub_at_the_end(printing: Printing) -> None:
    """The stub has the name of the record; the reason stands in the account, and not on paper."""
    error = RecordError("it is no JSON", where="feed.jsonl:3")
    found = printing(Section("", (at("a"),)), unreadable=(error, error))
    assert [one.record for one in found.accounts] == ["a", "feed.jsonl:3", "feed.jsonl:3"]
    assert [(one.status, one.page) for one in found.accounts] == [
        ("ok", "1"),
        ("failed", "2"),
        ("failed", "3"),
    ]
    stub = found.parts[1]
    assert (stub.title, stub.language, stub.section) == ("feed.jsonl:3", "", "")
    assert "feed.jsonl:3" in read_aloud(stub.pages.pdf)
    assert "it is no JSON" not in read_aloud(stub.pages.pdf)
    assert [str(one.error) for one in found.accounts][1:] == [str(error)] * 2
    assert len(found.articles) == 1


def test_a_stub_does_not_say_where_the_record_lies(printing: Printing) -> None:
    """A digest from any folder has the same bytes; the account has the whole path."""
    folders = ("/srv/acme/week", "records", "C:\\week")
    errors = [RecordError(f"bad in {one}", where=f"{one}/feed.jsonl:3") for one in folders]
    made = [printing(Section("", (at("a"),)), unreadable=(error,)) for error in errors]
    assert len({one.parts[1].pages.pdf for one in made}) == 1
    assert {one.parts[1].title for one in made} == {"feed.jsonl:3"}
    assert [one.accounts[1].record for one in made] == [one.where for one in errors]


@pytest.mark.parametrize("start", mark_slow(["page", "flow"], but={"flow"}))
def test_what_the_press_cannot_print_has_a_stub_in_its_section(
    printing: Printing, tmp_path: Path, start: str
) -> None:
    """The stub may open its section; references to the lost article stay web addresses."""
    theme = write_theme(tmp_path, UNPRINTABLE_PRE)
    listing = make_reading("listing", url=f"{SITE}/listing", body=PRE)
    sections = Section("World", (listing, at("b", "listing"))), Section("Table", (at("c", "b"),))
    found = printing(*sections, theme=theme, start=start)
    accounts = {one.record: one for one in found.accounts}
    assert {name: one.status for name, one in accounts.items()} == {
        "listing": "failed",
        "b": "ok",
        "c": "ok",
    }
    assert [section.name for section in found.sections] == ["World", "Table"]
    texts = [read_aloud(unit.pages.pdf).casefold() for unit in found.parts]
    assert ["world" in text for text in texts] == [True, *[False] * (len(texts) - 1)]
    others = "".join(
        read_aloud(one.pages.pdf) for one in found.parts if one.title.startswith("Ship b")
    )
    others += "".join(read_aloud(one.pages.pdf) for one in found.parts if one.section == "Table")
    assert f"page {accounts['b'].page}" in others
    assert f"page {accounts['listing'].page}" not in others


def test_remarks_name_the_record(printing: Printing) -> None:
    """Remarks of reading have the name already; `print_issue` adds the name to other remarks."""
    found = make_reading("a", body="<p>\ue123</p>")._replace(
        remarks=(Remark("PK203", "guessed", "a"),)
    )
    (account,) = printing(Section("", (found,))).accounts
    assert [(one.code, one.where) for one in account.remarks] == [("PK203", "a"), ("PK502", "a")]


def test_a_part_is_called_by_its_article_or_its_section(printing: Printing) -> None:
    """A single article gives the part its language, too."""
    hebrew = make_reading("a", language="he")
    alone = printing(Section("World", (hebrew,))).parts[0]
    both = printing(Section("World", (hebrew, make_reading("b"))), start="flow").parts[0]
    unnamed = printing(Section("", (hebrew, make_reading("b"))), start="flow").parts[0]
    assert (alone.title, alone.language, alone.section) == ("Ship a comes in", "he", "World")
    assert (both.title, both.language) == ("World", "")
    assert unnamed.title == "Ship a comes in"


def test_a_picture_has_the_folio_of_its_own_page(printing: Printing) -> None:
    """The list of credits needs the folio, and links may lead to the picture."""
    shown = [{"src": PICTURE, "alt": "A quay", "credit": "Mia Lind"}]
    last = f'{LONG}{LONG}<figure><img src="{PICTURE}" alt="A quay"></figure>'
    found = printing(Section("", (make_reading("z"), make_reading("a", body=last, images=shown))))
    entry = found.sections[0].entries[1]
    (picture,) = entry.pictures
    assert entry.page == "2"
    assert int(picture.page) > 2
    assert picture.anchor in found.parts[1].targets
