"""The cover fits one page with words of any length, and with any values of a theme."""

import re
from datetime import date
from itertools import product
from pathlib import Path

import pytest

import printkit
from printkit.edition import Edition
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.markup.digest import CoverCopy, cover_copy
from printkit.markup.entries import ArticleEntry, PlacedSection
from printkit.pages import Picture
from tests.support import structure_tree
from tests.support.cover_prints import (
    FittedCover,
    find_overlaps,
    find_spare_height,
    list_cover_tokens,
    make_sections,
    print_fitted_cover,
    scale_token,
    write_theme,
)
from tests.support.own_templates import write_templates
from tests.support.printed_articles import keep_letters, read_aloud
from tests.support.quick_cases import mark_slow
from tests.support.sample_issue import BREAD, make_cover_picture

WEEK = Period(date(2019, 9, 9), date(2019, 9, 15), "UTC")
PLAN = Plan(title="The Weekly Sheet", number="37")
PAPERS = ("A3", "A4", "A5", "297x210mm")
LONG = Plan(title="The Weekly Chronicle of the Whole Long Coast", number="37")
SHEETS = (
    *(("broadsheet", paper) for paper in ("A4", "A5", "Letter", "A3", "90x140mm", "297x210mm")),
    *((theme, paper) for theme in ("reader", "large-print") for paper in ("A4", "A5")),
)
# The smallest sheet and a sheet that lies on its side; each theme once.
QUICK_SHEETS = {("broadsheet", "90x140mm"), ("reader", "A4"), ("large-print", "A5")}
HEADLINES = {
    "World": ("A lake dug for a birthday", "The week, briefly"),
    "Science": ("The lookout is asleep", "What the darkest patch of sky holds"),
    "Table Talk": ("Coffee, measured", "Plum cake, and why it keeps"),
    "Culture": ("The library comes on Thursdays", "A suit that was never needed"),
    "City": ("Ottilie Brandt, keeper of the city’s clocks",),
    "More": ("Netanyahu, Putin Meet to Discuss Iran, Bilateral Relations",),
}
STANDFIRST = (
    "Beijing’s Summer Palace was made for one empress dowager’s sixtieth birthday, burnt, and "
    "made again for another’s."
)


def week() -> list[PlacedSection]:
    """Return the sections of a week that is like the sample week."""
    titles = [title for some in HEADLINES.values() for title in some]
    return [
        PlacedSection(
            section,
            tuple(
                ArticleEntry(
                    f"a{titles.index(title)}",
                    article=BREAD.model_copy(update={"headline": title, "subheadline": STANDFIRST}),
                    page=str(3 * titles.index(title) + 1),
                )
                for title in some
            ),
        )
        for section, some in HEADLINES.items()
    ]


def copies(edition: Edition, plan: Plan = PLAN) -> list[CoverCopy]:
    """Return the words of the week's cover, with a picture and without."""
    return [cover_copy(plan, WEEK, week(), one, edition) for one in (make_cover_picture(), None)]


def unannounced(cover: FittedCover, copy: CoverCopy) -> int:
    """Return the number of lines that are not on the page."""
    paper = keep_letters(read_aloud(cover.pages.pdf))
    return sum(keep_letters(line.title) not in paper for line in copy.lines)


def assert_fits_and_tells(cover: FittedCover, copy: CoverCopy) -> None:
    """Expect one page after at most three prints, and a remark that counts the lines left out."""
    assert cover.pages.page_count == 1
    assert cover.tries <= 3
    assert find_overlaps(cover.pages.pdf) == []
    told = [remark for remark in cover.remarks if remark.code != "PK601"]
    lost = unannounced(cover, copy)
    if not lost:
        assert [one.message for one in told if "lines" in one.message] == []
        return
    (remark,) = told
    assert (remark.code, remark.where) == ("PK704", "cover")
    assert f"no room for {lost} of {len(copy.lines)} lines" in remark.message


@pytest.mark.parametrize(("theme", "paper"), mark_slow(SHEETS, but=QUICK_SHEETS))
def test_a_cover_is_one_page_on_every_sheet(theme: str, paper: str) -> None:
    """Words may be long, and a picture may be there or not; everything lies on the page."""
    edition = Edition(theme=theme, paper=paper, language="en")
    plan = Plan(title="A Weekly With a Name That Goes On and On " * 6, number="the summer issue")
    picture = make_cover_picture(caption="low water " * 200)
    for shown in (picture, None):
        sections = make_sections(12, "Headline of many words, told at length " * 9)
        cover = print_fitted_cover(cover_copy(plan, WEEK, sections, shown, edition), edition)
        assert cover.pages.page_count == 1
        assert cover.pages.remarks == ()
        codes = {remark.code for remark in cover.remarks}
        assert codes <= {"PK601", "PK602", "PK704"}  # cut short, coarse, left out
        assert structure_tree.find_faults(cover.pages.pdf) == []


@pytest.mark.parametrize(
    ("theme", "paper"),
    mark_slow(
        product(("broadsheet", "reader"), (*PAPERS, "Letter")),
        but={("broadsheet", "A4"), ("broadsheet", "297x210mm"), ("reader", "A5")},
    ),
)
def test_a_usual_week_is_printed_once_and_lacks_nothing(theme: str, paper: str) -> None:
    """A cover has seven lines without a picture, three under a picture, four beside a picture."""
    edition = Edition(theme=theme, paper=paper, language="en")
    for copy in copies(edition):
        cover = print_fitted_cover(copy, edition)
        assert (cover.tries, cover.remarks, unannounced(cover, copy)) == (1, (), 0)
        beside = 4 if paper == "297x210mm" else 3
        assert len(copy.lines) == (beside if copy.picture else 7)


@pytest.mark.parametrize(
    ("theme", "paper"),
    mark_slow(
        [
            *(("broadsheet", paper) for paper in ("A5", "90x140mm", "210x148mm")),
            *(("reader", "A4"), ("large-print", "A5")),
        ],
        but={("broadsheet", "90x140mm"), ("large-print", "A5")},
    ),
)
@pytest.mark.parametrize(
    ("language", "title"),
    [
        pytest.param("en", "A ferry, and a half", marks=pytest.mark.slow),
        pytest.param(
            "en",
            "Council votes to keep old bridges that nobody has crossed since a flood in May",
            marks=pytest.mark.slow,
        ),
        ("de", "Bundesverfassungsgericht über Kraftfahrzeughaftpflichtversicherungen entscheidet"),
    ],
)
def test_no_words_of_a_cover_stand_on_others(
    theme: str, paper: str, language: str, title: str
) -> None:
    """Long lines make fewer lines; every announced line is there, with a picture and without."""
    edition = Edition(theme=theme, paper=paper, language=language)
    sections = make_sections(9, title, subheadline="Members decided nothing at all. " * 5)
    plan = Plan(title="The Weekly Chronicle", number="7")
    for picture in (make_cover_picture(), None):
        cover = print_fitted_cover(cover_copy(plan, WEEK, sections, picture, edition), edition)
        assert cover.pages.page_count == 1
        assert find_overlaps(cover.pages.pdf) == []
        assert {remark.code for remark in cover.remarks} <= {"PK704"}


def test_the_picture_makes_room_before_a_word_is_left_out() -> None:
    """The second print has the least picture; the third gives the picture the space left empty."""
    edition = Edition(paper="A5", language="en")
    sections = make_sections(
        9, "Council votes to keep old bridges that nobody has crossed since a flood"
    )
    copy = cover_copy(PLAN, WEEK, sections, make_cover_picture(), edition)
    cover = print_fitted_cover(copy, edition)
    assert (cover.tries, cover.remarks, unannounced(cover, copy)) == (3, (), 0)
    assert 0 < find_spare_height(cover.pages) < 2


def test_the_remark_counts_what_was_left_out() -> None:
    """The least important lines go first, then the standfirst, then everything but the headline."""
    edition = Edition(paper="90x140mm", language="en")
    told = {"title": "Council votes to keep all bridges", "subheadline": "None was decided. " * 8}
    copy = cover_copy(PLAN, WEEK, make_sections(9, **told), None, edition)
    cover = print_fitted_cover(copy, edition)
    (remark,) = cover.page.remarks
    lost = unannounced(cover, copy)
    assert 0 < lost < 7
    assert str(remark) == f"PK704 cover: there was no room for {lost} of 7 lines"
    shown = [one.words for one in cover.page.printed if one.words.startswith("Council")]
    assert shown == [f"Council votes to keep all bridges {n}" for n in range(8 - lost)]


EXAMPLES = {
    "words": "--cover-words: 100mm; --cover-headline-size: 46pt; --cover-headline-leading: 50pt",
    "masthead": "--masthead-size: 90pt; --masthead-leading: 96pt; --cover-headline-size: 46pt; "
    "--cover-headline-leading: 50pt",
}


@pytest.mark.parametrize(
    ("example", "paper"),
    mark_slow(product(EXAMPLES, PAPERS), but={("words", "A5")}),
)
def test_a_theme_with_large_type_has_a_cover_of_one_page(
    example: str, paper: str, tmp_path: Path
) -> None:
    """On a sheet that is too small for the type, masthead and headline are set smaller."""
    edition = Edition(theme=write_theme(tmp_path, f":root {{ {EXAMPLES[example]} }}"), paper=paper)
    for copy in copies(edition):
        assert_fits_and_tells(print_fitted_cover(copy, edition), copy)


def test_type_that_no_page_holds_is_made_smaller(tmp_path: Path) -> None:
    """Masthead and headline are still there, and a remark says that they are smaller."""
    rules = ":root { --masthead-size: 300pt; --masthead-leading: 310pt }"
    edition = Edition(theme=write_theme(tmp_path, rules), language="en")
    for copy in copies(edition):
        cover = print_fitted_cover(copy, edition)
        (remark,) = cover.remarks
        smaller = "PK704 cover: masthead and headline are smaller than the theme sets them"
        assert str(remark) == smaller
        assert (cover.pages.page_count, unannounced(cover, copy)) == (1, 0)


def test_a_picture_that_is_too_high_is_lowered_by_as_much_as_the_words_need(tmp_path: Path) -> None:
    """A theme leaves half the height that the words need: the cover has no empty foot."""
    for words in ("66mm", "100mm"):
        theme = write_theme(tmp_path, f":root {{ --cover-words: {words} }}")
        edition = Edition(theme=theme, language="en")
        (copy, _) = copies(edition)
        cover = print_fitted_cover(copy, edition)
        assert (cover.remarks, unannounced(cover, copy)) == ((), 0)
        assert cover.tries == 3
        assert 0 < find_spare_height(cover.pages) < 2


@pytest.mark.slow
def test_lines_never_stand_closer_than_solid(tmp_path: Path) -> None:
    """Type of twice the size with half the leading would be printed over itself."""
    for name in ("masthead", "cover-headline", "cover-standfirst", "cover-line"):
        rules = scale_token(f"--{name}-size", 2) + scale_token(f"--{name}-leading", 0.5)
        edition = Edition(theme=write_theme(tmp_path, rules), language="en")
        for copy in copies(edition, LONG):
            assert find_overlaps(print_fitted_cover(copy, edition).pages.pdf) == []


@pytest.mark.parametrize("more", ["", "--masthead-size: 120pt; --masthead-leading: 124pt"])
@pytest.mark.parametrize("paper", mark_slow(["A4", "A5"], but={"A5"}))
def test_a_script_with_little_leading_prints_no_line_on_another(
    more: str, paper: str, tmp_path: Path
) -> None:
    """The leading of a script counts, but never for less than solid lines."""
    theme = write_theme(tmp_path, f":root {{ --script-leading: 0.5; {more} }}")
    edition = Edition(theme=theme, paper=paper, language="en")
    for copy in copies(edition, LONG):
        assert find_overlaps(print_fitted_cover(copy, edition).pages.pdf) == []


@pytest.mark.parametrize(
    "rules",
    mark_slow(
        [
            ".cover-standfirst { display: none }",
            ".cover-others { display: none }",
            ".cover-end, .cover-foot { display: none }",
            ":root { --cover-words: 5mm }",
        ],
        but={".cover-others { display: none }"},
    ),
)
def test_a_digest_is_printed_though_a_style_hides_a_part_of_the_cover(
    rules: str, tmp_path: Path
) -> None:
    """Contents and links lead to pages behind the cover; so the cover may lack any part."""
    theme = write_theme(tmp_path, rules)
    records = [{"headline": f"Title {n}", "subheadline": STANDFIRST, "body": "b"} for n in range(4)]
    picture = tmp_path / "cover.jpg"
    picture.write_bytes(make_cover_picture().data)
    for shown in ("", str(picture)):
        made = printkit.digest(
            records, title="The Week", theme=theme, cover_picture=shown, cache=False
        )
        assert {one.code for one in made.remarks} <= {"PK405", "PK406", "PK601"}


@pytest.mark.slow
def test_a_digest_on_a_small_sheet_has_a_crowded_cover_with_some_lines(tmp_path: Path) -> None:
    """The style sheet drops words without room, and the digest does not need their ids."""
    rules = ":root { --masthead-size: 190pt; --masthead-leading: 200pt }"
    told = {"subheadline": STANDFIRST, "body": "<p>Text.</p>", "language": "en"}
    title = "Council votes to keep old bridges that nobody has crossed since a flood in May"
    records = [{"headline": f"{title} {n}", "section": f"S{n % 3}", **told} for n in range(9)]
    made = printkit.digest(
        records,
        title="The Weekly Chronicle of the Coast",
        theme=write_theme(tmp_path, rules),
        paper="90x140mm",
        cache=False,
    )
    (remark,) = (one for one in made.remarks if one.code == "PK704")
    lost = re.search(r"no room for (\d) of 7 lines", remark.message)
    assert lost
    assert 0 < int(lost[1]) < 7


def test_a_theme_that_breaks_the_cover_is_told(tmp_path: Path) -> None:
    """Printkit cannot undo a page break of the theme: the remark counts the pages of the cover."""
    rules = ".cover.cover { continue: auto } .cover-masthead { break-after: page }"
    edition = Edition(theme=write_theme(tmp_path, rules), language="en")
    (copy, _) = copies(edition)
    cover = print_fitted_cover(copy, edition)
    assert cover.tries == 3
    assert cover.pages.page_count == 2
    assert "the cover takes 2 pages" in cover.page.remarks[0].message


def test_a_template_of_the_users_own_may_have_no_ids(tmp_path: Path) -> None:
    """Only ids tell which words fit; here a remark counts the pages."""
    text = '<p>{{ masthead }}</p><p style="break-before: page">{{ lead.title }}</p>'
    edition = Edition(language="en", templates=write_templates(tmp_path, cover=text))
    (copy, _) = copies(edition)
    cover = print_fitted_cover(copy, edition)
    assert (cover.tries, cover.pages.page_count) == (3, 2)
    assert "the cover takes 2 pages" in cover.page.remarks[0].message


def test_the_tokens_of_the_cover_are_read_from_the_style_sheets() -> None:
    """The list has the cover's own sizes, and sizes that the cover shares with other pages."""
    found = list_cover_tokens()
    assert {"--cover-words", "--masthead-size", "--kicker-size", "--script-scale"} <= set(found)
    assert len(found) >= 20
    assert "--ink" not in found
    assert "calc(54pt * 2)" in scale_token("--masthead-size", 2)


@pytest.mark.slow
@pytest.mark.parametrize("factor", [0.5, 2])
@pytest.mark.parametrize("name", [*list_cover_tokens(), "all"])
def test_any_token_may_be_half_as_large_or_twice(name: str, factor: float, tmp_path: Path) -> None:
    """The cover stays on one page, on every kind of sheet; a remark counts the lines left out."""
    rules = "".join(
        scale_token(one, factor) for one in (list_cover_tokens() if name == "all" else [name])
    )
    assert len(re.findall(r"--[\w-]+:", rules)) >= 1
    own = write_theme(tmp_path, rules)
    for paper in PAPERS:
        edition = Edition(theme=own, paper=paper, language="en")
        for copy in copies(edition):
            assert_fits_and_tells(print_fitted_cover(copy, edition), copy)


def test_an_issue_without_articles_has_a_cover() -> None:
    """The cover of an empty issue has the masthead and a picture alone."""
    edition = Edition(language="en")
    picture: Picture | None
    for picture in (make_cover_picture(), None):
        cover = print_fitted_cover(cover_copy(PLAN, WEEK, [], picture, edition), edition)
        assert (cover.tries, cover.remarks) == (1, ())
