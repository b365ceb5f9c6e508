"""The cover's markup: its words, and their order."""

from collections.abc import Sequence
from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from printkit.edition import Edition
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.markup.digest import CoverCopy, cover_copy, cover_page
from printkit.markup.entries import PlacedSection
from printkit.pages import PageMarkup, Picture
from printkit.preflight import check
from printkit.preflight.readback import ReadPdf
from tests.support import structure_tree
from tests.support.cover_prints import make_sections
from tests.support.sample_issue import make_cover_picture, make_issue, print_page

WEEK = Period(date(2019, 9, 9), date(2019, 9, 15), "UTC")
PLAN = Plan(title="The Coast Weekly", number="37")
ENGLISH = Edition(language="en")


def copy(
    sections: Sequence[PlacedSection],
    picture: Picture | None = None,
    plan: Plan = PLAN,
    edition: Edition = ENGLISH,
    lead: str = "",
) -> CoverCopy:
    """Return the words and the picture of a cover."""
    return cover_copy(plan, WEEK, sections, picture, edition, lead=lead)


def announced(page: PageMarkup) -> list[str]:
    """Return the headlines that the cover announces."""
    return [one.words for one in page.printed if one.words.startswith("Headline")]


def test_the_cover_says_what_there_is_and_where() -> None:
    """The cover has name, number, week, lead, lines with pages, and the picture's maker."""
    page = cover_page(copy(make_issue(), make_cover_picture()), ENGLISH)
    made = print_page(page)
    assert check.check_texts(ReadPdf(made.pdf), page.printed) == ()
    assert structure_tree.find_faults(made.pdf) == []
    tree = structure_tree.show_tree(made.pdf)
    assert "H1('The Coast Weekly')" in tree
    for words in ("Issue 37", "Week 37", "The ferry is back", "TABLE · PAGE 3", "Low water."):
        assert words in tree
    assert "Bread" not in tree  # the first article could not be printed
    assert "feed.jsonl" not in tree
    assert [one.label for one in made.bookmarks] == ["Cover"]
    assert 'href="printkit:a1"' in page.html


def test_the_lines_stand_in_the_order_of_the_issue() -> None:
    """Any article may be the lead; each section's first article comes before second articles."""
    page = cover_page(copy(make_sections(9), make_cover_picture()), ENGLISH)
    assert announced(page) == [f"Headline {n}" for n in (0, 3, 1, 2)]
    page = cover_page(copy(make_sections(9), make_cover_picture(), lead="a4"), ENGLISH)
    assert announced(page) == [f"Headline {n}" for n in (4, 0, 1, 2)]
    assert len(announced(cover_page(copy(make_sections(20)), ENGLISH))) == 8
    assert announced(cover_page(copy([]), ENGLISH)) == []


def test_the_lines_of_a_tight_cover_stand_in_the_order_of_their_importance() -> None:
    """A cover without room loses the least important lines, which come last."""
    page = cover_page(copy(make_sections(9)), ENGLISH, "tight")
    assert announced(page) == [f"Headline {n}" for n in (0, 1, 2, 3, 4, 5, 6, 7)]


def test_few_lines_have_their_standfirsts() -> None:
    """A page without a picture and with few lines has room for standfirsts."""
    told = {"subheadline": "Undecided"}
    assert cover_page(copy(make_sections(3, **told)), ENGLISH).html.count(told["subheadline"]) == 3
    for page in (
        cover_page(copy(make_sections(9, **told)), ENGLISH),
        cover_page(copy(make_sections(3, **told), make_cover_picture()), ENGLISH),
        cover_page(copy(make_sections(3, **told)), ENGLISH, "tight"),
    ):
        assert page.html.count(told["subheadline"]) == 1


@pytest.mark.parametrize(
    ("title", "length"),
    [
        ("The Week", "cover-masthead "),
        ("The Weekly Chronicle of Tides", "cover-masthead is-long"),
        ("The Quarterly Review of Harbours, Bridges & Clocks", "cover-masthead is-very-long"),
        ("The Weekly Chronicle of Tides " * 4, "cover-masthead is-longest"),
    ],
)
def test_a_long_masthead_has_a_class_of_its_own(title: str, length: str) -> None:
    """The style sheet decides the size of each class."""
    assert f'class="{length}"' in cover_page(copy([], plan=Plan(title=title)), ENGLISH).html


def test_the_picture_runs_to_the_edges() -> None:
    """The picture has a description, and is no taller than the space that is left."""
    made = print_page(cover_page(copy(make_issue(), make_cover_picture()), ENGLISH))
    (sheet,) = pypdfium2.PdfDocument(made.pdf)
    (shown,) = sheet.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    left, bottom, right, top = shown.get_bounds()
    assert left <= 0.1
    assert right >= sheet.get_width() - 0.1
    assert 0.4 < (top - bottom) / sheet.get_height() < 0.6
    (figure,) = structure_tree.find_elements(made.pdf, "Figure")
    assert figure["/Alt"] == "A quay with cranes"


def test_the_picture_is_higher_by_the_height_that_was_empty() -> None:
    """The words move down, but the picture is never higher than the theme allows."""
    words, heights = copy(make_issue(), make_cover_picture()), []
    for spare in (0, 72, 7200):
        page = cover_page(words, ENGLISH, "tight", spare=spare)
        anchors = print_page(page).anchors
        heights.append(anchors["cover"].y - anchors["cover-lead"].y)
    assert heights[1] - heights[0] == pytest.approx(72, abs=1)
    assert 200 < heights[1] < heights[2] < 700


def test_a_masthead_that_is_cut_short_is_missed() -> None:
    """Preflight reports words that do not fit."""
    plan = Plan(title="A Weekly With a Name That Goes On and On " * 6)
    page = cover_page(copy(make_issue(), plan=plan), ENGLISH)
    (remark,) = check.check_texts(ReadPdf(print_page(page).pdf), page.printed)
    assert (remark.code, remark.where) == ("PK601", "cover, page 1")


def test_a_cover_from_right_to_left_is_mirrored() -> None:
    """Masthead and lead begin at the right."""
    edition = Edition(language="he")
    page = cover_page(
        copy(make_issue(), make_cover_picture(), Plan(title="קול החוף"), edition), edition
    )
    assert 'dir="rtl"' in page.html
    (sheet,) = pypdfium2.PdfDocument(print_page(page, edition).pdf)
    text = sheet.get_textpage()
    boxes = [text.get_rect(n) for n in range(text.count_rects())]
    assert max(right for _, _, right, _ in boxes) > sheet.get_width() - 60
