"""The lists at the end: sources and picture credits."""

from printkit.edition import Edition
from printkit.markup.digest import matter_page, picture_credits, sources
from printkit.markup.entries import PlacedSection
from printkit.pages import PrintedText
from printkit.preflight import check
from tests.support import structure_tree
from tests.support.sample_issue import COFFEE, FERRY, issue, photograph, placed, printed

EDITION = Edition(language="en")


def test_sources_say_where_an_article_comes_from() -> None:
    """Publication, makers, headline, day, address, and the page; also of what is missing."""
    page = matter_page([sources(issue(), EDITION)], EDITION)
    made = printed(page)
    assert check.check(made.pdf, page.printed) == ()
    assert structure_tree.faults(made.pdf) == []
    tree = structure_tree.outline(made.pdf)
    assert tree.count("LI(") == 3
    said = (
        "Link(@ '1') Span('The Coast Herald') '·' 'Ana Ruiz and Li Wei' ',' "
        "Span('The ferry is back')"
    )
    assert said in tree
    assert "',' 'September 10, 2019' Link(@ 'news.example.org/ferry')" in tree
    assert "Link(@ '3') Span('Coffee, weighed')" in tree
    assert "Link(@ '5') 'Bo Ek' ',' Span('Bread, weighed') Link(@ 'news.example.org/bread')" in tree


def test_picture_credits_name_the_makers_page_by_page() -> None:
    """The cover's first; a picture that nobody is credited for is not listed, a lost one is."""
    part = picture_credits(issue(), EDITION, cover=photograph(usage_terms="Ask first"))
    page = matter_page([part], EDITION)
    made = printed(page)
    assert check.check(made.pdf, page.printed) == ()
    assert structure_tree.faults(made.pdf) == []
    tree = structure_tree.outline(made.pdf)
    assert tree.count("LI(") == 2
    assert "'Cover' 'Low water.' 'Photograph: Mia · Ask first'" in tree
    assert "'The quay.' 'Photograph: Mia Lind/Coast'" in tree
    assert "Picture not available" in tree or "(Picture not available)" in tree
    assert 'href="printkit:a1.1"' in page.html


def test_an_issue_without_credits_has_an_empty_list() -> None:
    """Whether it is printed is for others to say."""
    part = picture_credits([PlacedSection("", (placed(COFFEE, "a1", "1"),))], EDITION)
    assert part.printed == (PrintedText("pictures", "Picture credits"),)


def test_an_address_of_three_hundred_letters_stays_on_the_sheet() -> None:
    """It is broken where the line ends, and cut where it is longer still; the link is whole."""
    far = FERRY.model_copy(update={"url": "https://example.org/" + "a" * 300})
    page = matter_page([sources([PlacedSection("", (placed(far, "a1", "1"),))], EDITION)], EDITION)
    assert check.check(printed(page).pdf, page.printed) == ()
