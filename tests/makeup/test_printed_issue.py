"""The printed articles of an issue, as the make-up reads them."""

from printkit.makeup.printed_issue import PrintedIssue
from printkit.markup.entries import ArticleEntry, PlacedSection
from printkit.report import Account
from tests.support.press_runs import make_reading


def place(name: str, page: str, missing: str = "") -> ArticleEntry:
    """Return an article of this name on this page."""
    return ArticleEntry(name, article=make_reading(name).article, page=page, missing=missing)


def test_a_missing_article_is_placed_and_is_not_among_the_printed() -> None:
    """The lists of an issue show the missing article too; its record is not attached."""
    issue = PrintedIssue(
        (),
        (
            PlacedSection("World", (place("a", "1"), place("b", "2", "it died"))),
            PlacedSection("Table", (place("c", "3"),)),
        ),
        tuple(Account(name, "ok") for name in "abc"),
        tuple((make_reading(name), name) for name in "ac"),
    )
    assert [one.page for one in issue.entries] == ["1", "2", "3"]
    assert [article.id for article in issue.articles] == ["a", "c"]
