"""The printed articles of an issue, as the make-up reads them."""

from printkit.article import Article
from printkit.bindery.book import Part
from printkit.makeup.printed_issue import IssueArticle, PrintedIssue, PrintedPart
from printkit.markup.entries import ArticleEntry, PlacedArticle
from printkit.report import Account
from tests.support.press_runs import make_pages, make_reading


def one(name: str, page: str, missing: str = "") -> IssueArticle:
    """Return an article of this name on this page."""
    found = make_reading(name)
    placed = PlacedArticle(found.article, ArticleEntry(name, 1), page, missing=missing)
    return IssueArticle(placed, Account(name, "failed" if missing else "ok", page=page), found)


ISSUE = PrintedIssue(
    (
        PrintedPart(Part(make_pages(1), "a", section="World"), (one("a", "1"),)),
        PrintedPart(Part(make_pages(2), "b", section="Table"), (one("b", "2"), one("c", "3"))),
        PrintedPart(Part(make_pages(1), "d", section="World"), (one("d", "4", "died"),)),
    )
)


def test_every_article_is_accounted_for_in_order() -> None:
    """Also a missing one, which no list of printed articles has."""
    assert [account.record for account in ISSUE.accounts] == ["a", "b", "c", "d"]
    assert [one.placed.page for one in ISSUE.all] == ["1", "2", "3", "4"]
    assert [article.id for article in ISSUE.articles] == ["a", "b", "c"]
    assert [anchor for _, anchor in ISSUE.readings] == ["a", "b", "c"]
    assert all(isinstance(article, Article) for article in ISSUE.articles)


def test_a_section_has_all_its_articles_wherever_they_stand() -> None:
    """Under its one head, in the order of the sections' first articles."""
    found = {section.name: [one.page for one in section.placed] for section in ISSUE.sections}
    assert found == {"World": ["1", "4"], "Table": ["2", "3"]}
