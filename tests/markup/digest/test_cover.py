"""The cover: one page, whatever the issue is called and whoever is in it."""

from collections.abc import Sequence
from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from printkit.edition import Edition
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.markup.digest import cover_page
from printkit.markup.entries import ArticleEntry, PlacedArticle, PlacedSection
from printkit.pages import PageMarkup, Picture
from printkit.preflight import check
from tests.support import structure_tree
from tests.support.sample_issue import BREAD, issue, photograph, printed

WEEK = Period(date(2019, 9, 9), date(2019, 9, 15), "UTC")
PLAN = Plan(title="The Coast Weekly", number="37")
SHEETS = (
    *(("broadsheet", paper) for paper in ("A4", "A5", "Letter", "A3", "90x140mm", "297x210mm")),
    *(("reader", paper) for paper in ("A4", "A5")),
)


def cover(
    sections: Sequence[PlacedSection],
    picture: Picture | None = None,
    plan: Plan = PLAN,
    edition: Edition | None = None,
    lead: str = "",
) -> PageMarkup:
    return cover_page(plan, WEEK, sections, picture, edition or Edition(language="en"), lead=lead)


def many(count: int, title: str = "Headline", **fields: str) -> list[PlacedSection]:
    """So many articles, in three sections by turns."""
    told = [{"headline": f"{title} {n}", **fields} for n in range(count)]
    placed = [
        PlacedArticle(BREAD.model_copy(update=one), ArticleEntry(f"a{n}", 1), str(n))
        for n, one in enumerate(told)
    ]
    return [PlacedSection(f"S{rest}", tuple(placed[rest::3])) for rest in range(3)]


def announced(page: PageMarkup) -> list[str]:
    return [one.words for one in page.printed if one.words.startswith("Headline")]


def test_the_cover_says_what_there_is_and_where() -> None:
    """Name, number, week, lead, lines with their pages, and who made the picture."""
    page = cover(issue(), photograph())
    made = printed(page, None, photograph())
    assert check.check(made.pdf, page.printed) == ()
    assert structure_tree.faults(made.pdf) == []
    tree = structure_tree.outline(made.pdf)
    assert "H1('The Coast Weekly')" in tree
    for words in ("Issue 37", "Week 37", "The ferry is back", "TABLE · PAGE 3", "Low water."):
        assert words in tree
    assert "Bread" not in tree  # it could not be printed
    assert "feed.jsonl" not in tree
    assert [one.label for one in made.bookmarks] == ["Cover"]
    assert 'href="printkit:a1"' in page.html


def test_lines_are_of_every_section_and_in_the_order_of_the_issue() -> None:
    """The lead may be any article; the others follow in order, the first of each section first."""
    assert announced(cover(many(9), photograph())) == [f"Headline {n}" for n in (0, 3, 1, 2)]
    told = announced(cover(many(9), photograph(), lead="a4"))
    assert told == [f"Headline {n}" for n in (4, 0, 1, 2)]
    assert len(announced(cover(many(20)))) == 8
    assert announced(cover([])) == []


def test_the_picture_runs_to_the_edges() -> None:
    """It is described, and no taller than what is left of the sheet."""
    made = printed(cover(issue(), photograph()), None, photograph())
    (sheet,) = pypdfium2.PdfDocument(made.pdf)
    (shown,) = sheet.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    left, bottom, right, top = shown.get_bounds()
    assert left <= 0.1
    assert right >= sheet.get_width() - 0.1
    assert 0.4 < (top - bottom) / sheet.get_height() < 0.6
    (figure,) = structure_tree.elements(made.pdf, "Figure")
    assert figure["/Alt"] == "A quay with cranes"


@pytest.mark.parametrize(("theme", "paper"), SHEETS)
def test_a_cover_is_one_page_on_every_sheet(theme: str, paper: str) -> None:
    """However long its words are, with and without a picture; nothing is off the sheet."""
    edition = Edition(theme=theme, paper=paper, language="en")
    plan = Plan(title="A Weekly With a Name That Goes On and On " * 6, number="the summer issue")
    picture = photograph(caption="low water " * 200)
    for shown in (picture, None):
        page = cover(many(12, "Headline of many words, told at length " * 9), shown, plan, edition)
        made = printed(page, edition, picture)
        assert made.page_count == 1
        assert made.remarks == ()
        codes = {remark.code for remark in check.check(made.pdf, page.printed)}
        assert codes <= {"PK601", "PK602"}  # cut short, or coarse
        assert structure_tree.faults(made.pdf) == []


def test_a_masthead_that_is_cut_short_is_missed() -> None:
    """What does not fit is not lost unsaid."""
    page = cover(issue(), plan=Plan(title="A Weekly With a Name That Goes On and On " * 6))
    (remark,) = check.check(printed(page).pdf, page.printed)
    assert (remark.code, remark.where) == ("PK601", "cover")


def test_a_cover_from_right_to_left_is_mirrored() -> None:
    """Masthead and lead begin at the right."""
    edition = Edition(language="he")
    made = printed(cover(issue(), photograph(), Plan(title="קול החוף"), edition), edition)
    assert 'dir="rtl"' in cover(issue(), edition=edition).html
    (sheet,) = pypdfium2.PdfDocument(made.pdf)
    text = sheet.get_textpage()
    boxes = [text.get_rect(n) for n in range(text.count_rects())]
    assert max(right for _, _, right, _ in boxes) > sheet.get_width() - 60


@pytest.mark.parametrize(
    ("theme", "paper"),
    [*(("broadsheet", paper) for paper in ("A5", "90x140mm", "210x148mm")), ("reader", "A4")],
)
@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "A ferry, and a half"),
        ("en", "Council votes to keep old bridges that nobody has crossed since a flood in May"),
        ("de", "Bundesverfassungsgericht über Kraftfahrzeughaftpflichtversicherungen entscheidet"),
    ],
)
def test_no_words_of_a_cover_stand_on_others(
    theme: str, paper: str, language: str, title: str
) -> None:
    """Of long ones there are fewer; what is announced is there, with a picture and without."""
    edition = Edition(theme=theme, paper=paper, language=language)
    sections = many(9, title, subheadline="Members decided nothing at all. " * 5)
    plan = Plan(title="The Weekly Chronicle", number="7")
    for picture in (photograph(), None):
        page = cover(sections, picture, plan, edition)
        made = printed(page, edition, *filter(None, [picture]))
        assert made.page_count == 1
        assert crossed(made.pdf) == []
        assert check.check(made.pdf, page.printed) == ()


def crossed(pdf: bytes) -> list[tuple[str, str]]:
    """The texts of a sheet's lines that stand on others, or off the sheet."""
    (sheet,) = pypdfium2.PdfDocument(pdf)
    text = sheet.get_textpage()
    boxes = [text.get_rect(n) for n in range(text.count_rects())]
    told = [text.get_text_bounded(*box) for box in boxes]
    found = [(said, "") for (_, bottom, _, _), said in zip(boxes, told, strict=True) if bottom < 0]
    for n, (left, bottom, right, top) in enumerate(boxes):
        for m, (west, south, east, north) in enumerate(boxes[:n]):
            high, wide = min(top, north) - max(bottom, south), min(right, east) - max(left, west)
            if wide > 1 and high > 0.25 * min(top - bottom, north - south):
                found.append((told[n], told[m]))
    return found
