"""Stories: what the rest of the issue calls an article."""

from printkit.article import Article
from printkit.markup.entries import ArticleEntry, PlacedArticle


def test_an_article_is_called_by_its_headline() -> None:
    """A record that could not be read goes by its name."""
    article = Article(headline="The ferry", body="b")
    assert PlacedArticle(article, ArticleEntry("a1", 1), "1").title == "The ferry"
    assert (
        PlacedArticle(None, ArticleEntry("a1", 1), "1", name="feed.jsonl:3").title == "feed.jsonl:3"
    )
