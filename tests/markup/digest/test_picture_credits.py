"""The picture credits: the makers of the pictures of an issue."""

from printkit.edition import Edition
from printkit.markup.digest import list_picture_credits, matter_page
from printkit.markup.entries import PlacedSection
from printkit.pages import PrintedText
from printkit.preflight import check
from printkit.preflight.readback import ReadPdf
from tests.support import structure_tree
from tests.support.sample_issue import (
    COFFEE,
    make_cover_picture,
    make_issue,
    place_article,
    print_page,
)

EDITION = Edition(language="en")


def test_picture_credits_name_the_makers_page_by_page() -> None:
    """The cover comes first; every picture with a credit is listed, a lost picture, too."""
    part = list_picture_credits(
        make_issue(), EDITION, cover=make_cover_picture(usage_terms="Ask first")
    )
    page = matter_page([part], EDITION)
    made = print_page(page)
    assert check.check_texts(ReadPdf(made.pdf), page.printed) == ()
    assert structure_tree.find_faults(made.pdf) == []
    tree = structure_tree.show_tree(made.pdf)
    assert tree.count("LI(") == 2
    assert "'Cover' 'Low water.' 'Photograph: Mia · Ask first'" in tree
    assert "'The quay.' 'Photograph: Mia Lind/Coast'" in tree
    assert "Picture not available" in tree or "(Picture not available)" in tree
    assert 'href="printkit:a1.1"' in page.html


def test_an_issue_without_credits_has_an_empty_list() -> None:
    """The caller decides whether to print an empty list."""
    part = list_picture_credits([PlacedSection("", (place_article(COFFEE, "a1", "1"),))], EDITION)
    assert part.printed == (PrintedText("pictures", "Picture credits"),)
