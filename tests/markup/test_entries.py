"""Entries: the values that name an article in the rest of an issue."""

from printkit import copyedit
from printkit.article import Article
from printkit.markup.entries import ArticleEntry, make_entry
from printkit.wording.attribution import attribution_in
from tests.support.clean_copy import lose_pictures


def entry(body: str) -> ArticleEntry:
    """Return the entry of an article with this body."""
    copy = copyedit.edit(Article(headline="A", body=body))
    return make_entry(copy, lose_pictures(copy), attribution_in("en"), "a1")


def test_an_article_is_called_by_its_headline() -> None:
    """An unreadable record is called by its name."""
    article = Article(headline="The ferry", body="b")
    assert ArticleEntry("a1", article=article).title == "The ferry"
    assert ArticleEntry("a1", name="feed.jsonl:3").title == "feed.jsonl:3"


def test_an_entry_lists_the_pictures() -> None:
    """A picture has its headline, caption or description, its credit, and a mark if it was lost."""
    body = '<figure><img src="a.jpg" alt="A"><figcaption>The quay. Photo: Mia</figcaption></figure>'
    (picture,) = entry(f"<p>b</p>{body}").pictures
    assert (picture.anchor, picture.title, picture.lost) == ("a1.1", "The quay.", True)
    assert "Mia" in picture.credit


def test_an_entry_tells_how_long_the_article_takes_to_read() -> None:
    """The entry also has the beginning that all ids of the article share."""
    made = entry(f"<p>{'harbour ' * 570}</p>")
    assert (made.minutes, made.anchor, made.opening) == (4, "a1", "a1.0")
