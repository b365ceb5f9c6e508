"""The stub: a missing article is named on paper, with the reason."""

from printkit.edition import Edition
from printkit.markup.digest import stub_page
from printkit.preflight import check
from printkit.preflight.readback import ReadPdf
from tests.support import structure_tree
from tests.support.sample_issue import make_issue, print_page

EDITION = Edition(language="de")


def test_a_stub_says_what_is_missing_and_why() -> None:
    """The stub has section and web address; links to the article lead to the stub."""
    bread = make_issue()[1].entries[1]
    page = stub_page(bread, EDITION, section="Table")
    made = print_page(page)
    assert check.check_texts(ReadPdf(made.pdf), page.printed) == ()
    assert structure_tree.find_faults(made.pdf) == []
    told = "Dieser Artikel konnte nicht gedruckt werden."
    tree = structure_tree.show_tree(made.pdf)
    assert f"P('TABLE') H1('Bread, weighed') P('Bo Ek') P('{told}') P('the press died')" in tree
    assert "news.example.org/bread" in tree
    assert made.anchors["a3"].page == 0


def test_a_record_that_was_not_read_is_called_by_its_name() -> None:
    """Such a record has no headline."""
    (lost,) = make_issue()[2].entries
    made = print_page(stub_page(lost, EDITION))
    assert "H1('feed.jsonl:3')" in structure_tree.show_tree(made.pdf)


def test_a_long_reason_is_cut_short() -> None:
    """The report has the whole reason."""
    (lost,) = make_issue()[2].entries
    page = stub_page(lost._replace(missing="it is empty " * 900), EDITION)
    assert print_page(page).page_count == 1
