"""Make-up: every part is in its place, every number right, and every link has a target."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

import printkit
from printkit.bindery.book import Book, Insert, Inserts, Part
from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.errors import RecordError
from printkit.issue.plan import Plan
from printkit.issue.plan_values import OwnPart as PartName
from printkit.issue.sections import Section
from printkit.makeup.articles import print_issue
from printkit.makeup.book import MadeUp, make_up
from printkit.makeup.cover_picture import choose_cover
from printkit.makeup.own_pages import OwnPages
from printkit.printing.jobs import plan_tasks
from tests.support import sample_digests
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.own_themes import write_theme
from tests.support.plain_weasyprint import print_plain as leaflet
from tests.support.press_runs import SITE, make_reading, open_printer
from tests.support.printed_articles import keep_letters, read_aloud, read_link_addresses, read_pages
from tests.support.sample_records import PICTURE

MakingUp = Callable[..., MadeUp]
SHOWN = [{"src": PICTURE, "alt": "A quay", "caption": "Low water.", "credit": "Mia Lind"}]
SECTIONS = (
    Section(
        "World",
        (
            make_reading("a", url=f"{SITE}/a", images=SHOWN, date_published="2019-09-10"),
            make_reading("b", body=f'<p><a href="{SITE}/a">Salt</a>.</p><h2>Dawn</h2><p>So.</p>'),
        ),
    ),
    Section("Table", (make_reading("c", date_published="2019-09-13T08:00:00Z"),)),
)
UNREADABLE = (RecordError("it is no JSON", where="feed.jsonl:3"),)
PARTS = get_args(PartName)


@pytest.fixture(scope="module")
def making_up(tmp_path_factory: pytest.TempPathFactory) -> MakingUp:
    """Return a function that makes up the issue of this file, with one cache."""
    return partial(_made_up, tmp_path_factory.mktemp("makeup"))


def _made_up(
    folder: Path,
    inserts: Inserts | None = None,
    language: str | None = "en",
    sections: tuple[Section, ...] = SECTIONS,
    **plan: Any,
) -> MadeUp:
    edition, own_plan = Edition(language=language), Plan(**{"title": "The Week", **plan})
    ticket = JobTicket(edition)
    with open_printer(folder) as own:
        tasks = plan_tasks(sections, own_plan, ticket)
        articles = print_issue(tasks, own.keys(tasks), UNREADABLE, edition, own)
        cover = choose_cover(own_plan, articles.readings, ticket)
        pages = OwnPages(own_plan, None, edition, articles, cover, own.workers)
        return make_up(pages, inserts or Inserts(), own)


@pytest.fixture(scope="module")
def book(making_up: MakingUp) -> Book:
    """Return the book with all its parts."""
    inserts = Inserts(
        (Insert(leaflet("<p>Before</p>"), 1, "A supplement", "roman", anchor="prepended-1"),),
        (Insert(leaflet("<p>After</p>"), 3, "An advertisement", anchor="appended-1"),),
    )
    made = making_up(inserts, note="Forty years, and **now** ships.", note_by="The editor")
    assert made.remarks == ()
    return made.book


def titles(book: Book) -> list[str]:
    """Return the titles of all parts."""
    return [part.title for part in book.parts]


def parts(book: Book) -> list[str]:
    """Return the titles of the parts, with each list of the back matter as its own title."""
    return [title for part in book.parts for title in part.title.split(", ")]


def test_every_part_is_in_its_place(book: Book) -> None:
    """The order: cover, prepended, note, contents; articles, stubs; appended, lists, colophon."""
    assert titles(book) == [
        "Cover",
        "A supplement",
        "Editor’s note",
        "In this issue",
        *(f"Ship {name} comes in" for name in "abc"),
        "feed.jsonl:3",
        "An advertisement",
        "Sources, Picture credits, Colophon",
    ]
    assert [part.numbering for part in book.parts] == ["roman"] * 4 + ["arabic"] * 6
    assert book.page_count == 12


def test_all_but_the_cover_and_inserts_have_running_heads_and_folios(book: Book) -> None:
    """Each page has one page of furniture; roman and arabic pages are counted apart."""
    found = {}
    for part in book.parts:
        if isinstance(part, Part) and part.furniture:
            assert part.furniture.page_count == part.pages.page_count
            found[part.title] = " ".join(read_pages(part.furniture.pdf)[0].split())
    assert len(found) == 7
    for title, folio in (
        ("Editor’s note", "iii"),
        ("In this issue", "iv"),
        ("Ship a comes in", "1"),
        ("feed.jsonl:3", "4"),
        ("Sources, Picture credits, Colophon", "8"),
    ):
        assert folio in found[title].split(), title


def test_the_contents_say_where_everything_is(book: Book) -> None:
    """The contents have the page numbers that are printed on the pages."""
    part = next(part for part in book.parts if part.title == "In this issue")
    assert isinstance(part, Part)
    contents = keep_letters(read_aloud(part.pages.pdf))
    for words in (
        "Asupplementii",
        "Shipacomesin1",
        "Shipccomesin3",
        "feedjsonl34",
        "Anadvertisement5",
        "Sources8",
        "Picturecredits8",
        "Colophon8",
    ):
        assert words in contents, words


def test_every_link_within_the_issue_leads_somewhere(book: Book) -> None:
    """The description of each link names the page."""
    inner = {
        link
        for part in book.parts
        if isinstance(part, Part)
        for link in read_link_addresses(part.pages.pdf)
        if link.startswith("printkit:")
    }
    assert len(inner) >= 9
    assert inner <= book.internal_links.keys()
    told = {link.words: link.place.page for link in book.internal_links.values()}
    assert told["Ship a comes in, page 1"] == 4
    assert told["A supplement, page ii"] == 1
    assert told["An advertisement, page 5"] == 8
    assert told["Colophon, page 8"] == 11


@pytest.mark.slow
def test_the_back_matter_is_headed_by_what_stands_there(making_up: MakingUp) -> None:
    """The head names the list that continues; a page that begins with a new list has no head."""
    many = tuple(
        make_reading(f"n{n}", url=f"{SITE}/n{n}", source={"name": f"The Ledger {n}"})
        for n in range(40)
    )
    made = making_up(sections=(Section("", many),), without=["cover", "contents"]).book
    (back,) = (part for part in made.parts if part.title == "Sources, Colophon")
    assert isinstance(back, Part)
    assert back.furniture
    heads = [" ".join(page.split()) for page in read_pages(back.furniture.pdf)]
    told = {link.words: link.place.page for link in made.internal_links.values()}
    colophon = told["Colophon, page 44"]
    begins = colophon - (made.page_count - back.pages.page_count)
    assert begins == len(heads) - 1 == 2
    assert heads == ["The Week 42", "Sources The Week 43", "The Week 44"]


def test_records_are_enclosed_by_names_of_their_own(book: Book) -> None:
    """The book has the records of printed articles, with the articles' dates."""
    names = [one.name for one in book.embedded_files]
    assert len(set(names)) == 3
    assert names[0].endswith("2019-09-10-ship-a-comes-in.json")
    assert [json.loads(one.data)["id"] for one in book.embedded_files] == ["a", "b", "c"]
    assert book.embedded_files[2].dated == datetime(2019, 9, 13, 8, tzinfo=UTC)


def test_the_file_is_dated_by_the_issue_or_its_newest_article(making_up: MakingUp) -> None:
    """The clock plays no part: the same issue gives the same bytes on any day."""
    bare = {"without": PARTS}
    assert making_up(**bare).book.dated == datetime(2019, 9, 13, 8, tzinfo=UTC)
    day = date(2019, 9, 16)
    assert making_up(**bare, date=day).book.dated == datetime(2019, 9, 16, tzinfo=UTC)


@pytest.mark.parametrize("part", PARTS)
def test_each_part_can_be_left_away(making_up: MakingUp, book: Book, part: str) -> None:
    """All other parts stay, and no link leads to the missing part."""
    title = {
        "cover": "Cover",
        "note": "Editor’s note",
        "contents": "In this issue",
        "sources": "Sources",
        "picture-credits": "Picture credits",
        "colophon": "Colophon",
    }
    made = making_up(note="Forty years.", without=[part]).book
    everything = [one for one in parts(book) if one[:2] not in ("A ", "An")]
    assert parts(made) == [one for one in everything if one != title.get(part)]
    assert f"printkit:{part}" not in made.internal_links
    assert bool(made.internal_links)


def test_all_parts_can_be_left_away(making_up: MakingUp) -> None:
    """Articles and stubs are left; no section is named."""
    made = making_up(without=PARTS).book
    assert titles(made) == [*(f"Ship {name} comes in" for name in "abc"), "feed.jsonl:3"]
    assert made.title == "The Week"
    assert [part.numbering for part in made.parts] == ["arabic"] * 4
    text = "".join(read_aloud(part.pages.pdf) for part in made.parts if isinstance(part, Part))
    assert "world" not in text.casefold()


def test_the_outline_has_levels_that_follow(book: Book) -> None:
    """Each level is at most one deeper than the level before; page numbers never go back."""
    levels = [mark.level for mark in book.bookmarks]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    numbers = [mark.place.page for mark in book.bookmarks]
    assert numbers == sorted(numbers)
    assert {"World", "Table", "Dawn", "A supplement"} <= {mark.label for mark in book.bookmarks}


def test_without_a_picture_nobody_is_credited(making_up: MakingUp) -> None:
    """The book has no list of credits."""
    made = making_up(sections=SECTIONS[1:]).book
    assert "Picture credits" not in parts(made)
    assert {"Cover", "Sources"} <= set(parts(made))


@pytest.mark.slow
def test_the_covers_picture_is_credited_where_it_is_shown(
    making_up: MakingUp, tmp_path: Path
) -> None:
    """Only a digest with a cover lists the credit."""
    picture = tmp_path / "cover.png"
    picture.write_bytes(encode_picture(draw_scene(1200, 800)))
    plan = {"cover_picture": str(picture), "cover_credit": "Li", "sections": SECTIONS[1:]}
    assert "Picture credits" in parts(making_up(**plan).book)
    assert "Picture credits" not in parts(making_up(**plan, without=["cover"]).book)


def test_a_digest_without_language_or_title_has_both(making_up: MakingUp) -> None:
    """A screen reader needs a language and a title."""
    made = making_up(language=None, title="").book
    assert made.title
    assert made.language
    hebrew = making_up(language="he", title="").book
    assert hebrew.language == "he"
    assert hebrew.title != made.title


def test_a_fault_of_the_theme_is_told_once(tmp_path: Path) -> None:
    """The remark is among the remarks on the digest, and is not repeated for each article."""
    theme = write_theme(tmp_path, ":root { --acent: red }\np { color: ; }")
    records, choices = sample_digests.make_linked_issue(3)
    made = printkit.digest(records, **choices, theme=theme, cache=False)
    assert [one.code for one in made.remarks] == ["PK505", "PK501"]
    assert [one.remarks for one in made.accounts] == [()] * 3
