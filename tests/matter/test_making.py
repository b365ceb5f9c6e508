"""How the digest's own pages are made: language, sheet and profile are the issue's."""

from printkit.edition import Edition
from printkit.matter.making import made


def test_a_page_is_of_the_issues_language_and_sheet() -> None:
    """Direction and scale of type follow."""
    edition = Edition(language="he", paper="A5", profile="plain")
    page = made("sources.html", edition, (("sources", "x"),), title="x", references=[])
    assert '<html lang="he" dir="rtl" class="digest small-sheet"' in page.html
    assert "--paper: 148mm 210mm" in page.html
    assert (page.archive, page.imprint, page.printed) == (False, None, (("sources", "x"),))
