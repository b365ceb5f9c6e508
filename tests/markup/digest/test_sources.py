"""The list of sources: the origin of each article."""

from printkit.edition import Edition
from printkit.markup.digest import list_sources, matter_page
from printkit.markup.entries import PlacedSection
from printkit.preflight import check
from printkit.preflight.readback import ReadPdf
from tests.support import structure_tree
from tests.support.sample_issue import FERRY, make_issue, place_article, print_page

EDITION = Edition(language="en")


def test_sources_say_where_an_article_comes_from() -> None:
    """An entry has publication, makers, headline, day, address and page, for a lost article too."""
    page = matter_page([list_sources(make_issue(), EDITION)], EDITION)
    made = print_page(page)
    assert check.check_texts(ReadPdf(made.pdf), page.printed) == ()
    assert structure_tree.find_faults(made.pdf) == []
    tree = structure_tree.show_tree(made.pdf)
    assert tree.count("LI(") == 3
    said = (
        "Link(@ '1') Span('The Coast Herald') '·' 'Ana Ruiz and Li Wei' ',' "
        "Span('The ferry is back')"
    )
    assert said in tree
    assert "',' 'September 10, 2019' Link(@ 'news.example.org/ferry')" in tree
    assert "Link(@ '3') Span('Coffee, weighed')" in tree
    assert "Link(@ '5') 'Bo Ek' ',' Span('Bread, weighed') Link(@ 'news.example.org/bread')" in tree


def test_an_address_of_three_hundred_letters_stays_on_the_sheet() -> None:
    """A long address is broken at the end of a line, and cut in the end; the link is whole."""
    far = FERRY.model_copy(update={"url": "https://example.org/" + "a" * 300})
    page = matter_page(
        [list_sources([PlacedSection("", (place_article(far, "a1", "1"),))], EDITION)], EDITION
    )
    assert check.check_texts(ReadPdf(print_page(page).pdf), page.printed) == ()
