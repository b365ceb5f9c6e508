"""How the digest's own pages are made: language, sheet and profile are the issue's."""

from printkit.edition import Edition
from printkit.matter.making import joined, made
from printkit.remarks import Remark
from tests import structure
from tests.issues import printed


def test_a_page_is_of_the_issues_language_and_sheet() -> None:
    """Direction and scale of type follow."""
    edition = Edition(language="he", paper="A5", profile="plain")
    page = made("sources.html", edition, (("sources", "x"),), title="x", references=[])
    assert '<html lang="he" dir="rtl" class="digest small-sheet"' in page.html
    assert "--paper: 148mm 210mm" in page.html
    assert (page.archive, page.imprint, page.printed) == (False, None, (("sources", "x"),))


def test_joined_pages_follow_each_other() -> None:
    """Whatever their words are: no tag in a title ends a page."""
    edition = Edition(language="en")
    told = ("One </main> two", "Three")
    remarks = tuple(Remark("PK401", words) for words in told)
    page = joined(
        [
            made("sources.html", edition, (("x", one),), (noticed,), title=one, references=[])
            for one, noticed in zip(told, remarks, strict=True)
        ]
    )
    assert (page.printed, page.remarks) == ((("x", told[0]), ("x", told[1])), remarks)
    assert page.html.count("<main ") == page.html.count("</main>") == 2
    made_of_both = printed(page)
    assert made_of_both.page_count == 1
    assert "".join(structure.spoken(made_of_both.pdf)).split() == " ".join(told).split()
