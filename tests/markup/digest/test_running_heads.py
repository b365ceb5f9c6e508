"""Furniture: the margins of a theme, printed on pages of their own and nowhere else."""

from pathlib import Path
from typing import Literal

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from printkit.edition import Edition
from printkit.markup.digest import PageFurniture, contents_page, furniture_pages
from tests.support.own_themes import write_theme
from tests.support.sample_issue import list_font_families, make_issue, print_margins, print_page

SOME = (
    PageFurniture("opening", "The Weekly", "World", "The ferry"),
    PageFurniture("continued", "The Weekly", "World", "The ferry"),
    PageFurniture("blank", "The Weekly", "World", "The ferry"),
    PageFurniture("continued", "The Weekly", "Table", "Coffee"),
)
BOXES = (
    *("top-left-corner", "top-left", "top-center", "top-right", "top-right-corner"),
    *("left-top", "left-middle", "left-bottom", "right-top", "right-middle", "right-bottom"),
    *("bottom-left-corner", "bottom-left", "bottom-center", "bottom-right"),
    "bottom-right-corner",
)


def texts(pdf: bytes) -> list[list[str]]:
    """Return the texts in the margins of each page, box by box."""
    return [
        [
            text
            for box in sheet.get_objects([pdfium.FPDF_PAGEOBJ_TEXT])
            # In a line from right to left, marks of direction stand around a number.
            if (text := sheet.get_textpage().get_text_bounded(*box.get_bounds()).strip(" \u200f"))
        ]
        for sheet in pypdfium2.PdfDocument(pdf)
    ]


@pytest.mark.parametrize(
    ("language", "numbering", "first", "folios"),
    [
        ("en", "arabic", 1, ["1", "2", "", "4"]),
        ("en", "arabic", 98, ["98", "99", "", "101"]),
        ("en", "roman", 2, ["ii", "iii", "", "v"]),
        ("fa", "arabic", 11, ["۱۱", "۱۲", "", "۱۴"]),
        ("fa", "roman", 2, ["ii", "iii", "", "v"]),
    ],
)
def test_folios_are_counted_from_the_first(
    language: str, numbering: Literal["roman", "arabic"], first: int, folios: list[str]
) -> None:
    """Folios are plain numbers without a total; a blank page counts, and shows no number."""
    edition = Edition(language=language)
    made = print_margins(furniture_pages(SOME, edition, numbering=numbering, first=first))
    assert made.remarks == ()
    heads = {"The Weekly", "WORLD", "TABLE", "World", "Table", "The ferry", "Coffee"}
    told = [[text for text in boxes if text not in heads] for boxes in texts(made.pdf)]
    assert told == [[folio] if folio else [] for folio in folios]


def test_a_turned_page_is_the_sheet_with_its_long_side_below() -> None:
    """A turned page has running heads and folio as any page on which an article continues."""
    pages = (SOME[0], SOME[1]._replace(kind="turned"), SOME[1])
    made = print_margins(furniture_pages(pages, Edition())).pdf
    sizes = [sheet.get_size() for sheet in pypdfium2.PdfDocument(made)]

    assert texts(made)[1] == ["WORLD", "The ferry", "The Weekly", "2"]
    assert [width > height for width, height in sizes] == [False, True, False]


def test_an_opening_page_has_no_running_heads() -> None:
    """Other pages have section and title of their article; a blank page has nothing."""
    opening, continued, blank, last = texts(print_margins(furniture_pages(SOME, Edition())).pdf)
    assert opening == ["The Weekly", "1"]
    assert continued == ["WORLD", "The ferry", "The Weekly", "2"]
    assert blank == []
    assert last == ["TABLE", "Coffee", "The Weekly", "4"]


def test_an_opening_page_that_is_not_the_first_has_no_running_heads_either() -> None:
    """A theme's `:first` is for the first page of a document alone; openings have a name."""
    pages = (SOME[0], SOME[1], SOME[0])
    made = texts(print_margins(furniture_pages(pages, Edition())).pdf)
    assert made[2] == ["The Weekly", "3"]


def test_left_and_right_pages_follow_the_number(tmp_path: Path) -> None:
    """A theme that puts page numbers on the outside gets them outside."""
    css = (
        '@page :left { @bottom-center { content: "links" } }'
        '@page :right { @bottom-center { content: "rechts" } }'
    )
    edition = Edition(theme=write_theme(tmp_path, css))
    for first, sides in ((1, ["rechts", "links"]), (4, ["links", "rechts"])):
        made = print_margins(furniture_pages(SOME[:2], edition, first=first), edition)
        assert made.page_count == 2
        told = [side for lines in texts(made.pdf) for side in lines if side in ("links", "rechts")]
        assert told == sides


def test_running_heads_are_mirrored_from_right_to_left() -> None:
    """The folio is at the left."""
    made = print_margins(furniture_pages(SOME[:2], Edition(language="he"), first=37))
    (_, sheet) = pypdfium2.PdfDocument(made.pdf)
    found = sheet.get_textpage().search("38").get_next()
    assert found is not None
    assert sheet.get_textpage().get_charbox(found[0])[0] < sheet.get_width() / 2


@pytest.mark.parametrize(
    ("issue_in", "article_in", "left", "folio"),
    [
        ("en", "he", True, "2"),
        ("he", "en", False, "2"),
        ("en", "fa", True, "2"),
        ("fa", "en", False, "۲"),
    ],
)
def test_running_heads_are_of_the_articles_language_and_folios_of_the_issues(
    issue_in: str, article_in: str, left: bool, folio: str
) -> None:
    """A right-to-left article has mirrored heads; its page numbers are in the issue's digits."""
    page = furniture_pages(SOME[:2], Edition(language=issue_in), language=article_in)
    (_, sheet) = pypdfium2.PdfDocument(print_margins(page).pdf)
    text = sheet.get_textpage()
    found = text.search(folio).get_next()
    assert found is not None
    assert (text.get_charbox(found[0])[0] < sheet.get_width() / 2) is left


def test_a_japanese_running_head_is_in_a_japanese_face() -> None:
    """The language of the issue makes no difference."""
    heads = (SOME[0], PageFurniture("continued", "週刊", "世界", "直す"))
    page = furniture_pages(heads, Edition(language="zh"), language="ja")
    cjk = {name for name in list_font_families(page, furniture=True) if "CJK" in name}
    if not cjk:
        pytest.skip("no Chinese, Japanese and Korean faces are installed")
    assert all(name.endswith("JP") for name in cjk)


def test_furniture_covers_nothing(tmp_path: Path) -> None:
    """The coloured page of a theme lies under the text, not over it."""
    edition = Edition(theme=write_theme(tmp_path, "@page { background: #f00 }"))
    made = print_margins(furniture_pages(SOME, edition), edition)
    for sheet in pypdfium2.PdfDocument(made.pdf):
        assert sheet.render(scale=0.2).to_pil().getpixel((60, 90)) == (255, 255, 255)


@pytest.mark.parametrize("page", ["", ":left", ":right", ":first"])
def test_pages_for_binding_are_bare(tmp_path: Path, page: str) -> None:
    """Only the furniture has the words that a theme puts into the sixteen margin boxes."""
    boxes = "".join(
        f'@{box} {{ content: "MARGIN"; border: 3pt solid red; background: red }}' for box in BOXES
    )
    edition = Edition(theme=write_theme(tmp_path, f"@page {page} {{ {boxes} }}"))
    made = print_page(contents_page(make_issue(), edition), edition)
    assert not any("MARGIN" in line for lines in texts(made.pdf) for line in lines)
    (sheet,) = pypdfium2.PdfDocument(made.pdf)
    colours = sheet.render(scale=0.5).to_pil().convert("RGB").getcolors(100_000)
    assert (255, 0, 0) not in {colour for _, colour in colours}
    if page in ("", ":right", ":first"):
        assert "MARGIN" in str(texts(print_margins(furniture_pages(SOME, edition), edition).pdf))
