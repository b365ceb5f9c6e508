"""The digest's own pages have the language, the sheet and the profile of the issue."""

from printkit.edition import Edition
from printkit.markup.digest import MatterPart, matter_page
from printkit.pages import PrintedText
from printkit.remarks import Remark
from tests.support import structure_tree
from tests.support.sample_issue import print_page

NOTICED = Remark("PK401", "a picture")


def sources(title: str) -> MatterPart:
    """Return a list without entries."""
    return MatterPart("sources", title, (PrintedText("x", title),), {"references": []}, (NOTICED,))


def test_a_page_is_of_the_issues_language_and_sheet() -> None:
    """The direction follows the language, the scale of type follows the sheet."""
    edition = Edition(language="he", paper="A5", profile="plain")
    page = matter_page([sources("x")], edition)
    assert '<html lang="he" dir="rtl" class="digest small-sheet"' in page.html
    assert "--paper: 148mm 210mm" in page.html
    assert (page.archive, page.metadata, page.printed) == (False, None, (PrintedText("x", "x"),))


def test_parts_follow_each_other() -> None:
    """Parts share a page if there is room; a tag in a title is printed as words."""
    told = ("One </main> two", "Three")
    page = matter_page([sources(title) for title in told], Edition(language="en"))
    assert page.printed == tuple(PrintedText("x", words) for words in told)
    assert page.remarks == (NOTICED, NOTICED)
    made = print_page(page)
    assert made.page_count == 1
    assert "".join(structure_tree.read_pages(made.pdf)).split() == " ".join(told).split()
