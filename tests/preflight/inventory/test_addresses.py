"""Items with addresses → the lost pictures, links and embeds: not on paper, and not in a remark."""

from unicodedata import normalize

from printkit.article import Article
from printkit.pages import ArticleOnPage
from printkit.preflight.inventory.addresses import lost_links, lost_pictures
from printkit.preflight.inventory.html_items import read_html
from printkit.preflight.readback import PageContent
from printkit.remarks import Removed

ARTICLE = Article(headline="H", body="B", url="https://example.org/n/1")


def pictures_lost(body: str, *shown: str, told: tuple[str, ...] = ()) -> list[str]:
    """Return the pictures that are lost if these are shown."""
    removed = tuple(Removed("picture", one) for one in told)
    on_page = ArticleOnPage(ARTICLE, shown, removed=removed)
    items = read_html(body, ARTICLE.url or "")
    return [one.words for one in lost_pictures(items, on_page)]


def links_lost(
    body: str, *linked: str, words: str = "", references: tuple[str, ...] = ()
) -> list[str]:
    """Return the links that are lost if a page has these links and these words."""
    page = PageContent(1, 210, 297, (words,), (), (), 0, blank=False, links=linked)
    on_page = ArticleOnPage(ARTICLE, references=references)
    items = read_html(body, ARTICLE.url or "")
    return [one.words for one in lost_links(items, on_page, [page])]


def test_a_picture_must_be_shown_as_often_as_in_the_body() -> None:
    """Any address of the picture counts; the query tells pictures apart."""
    twins = "<img src=a.jpg><img src=a.jpg>"
    assert pictures_lost(twins, "https://example.org/n/a.jpg", "a.jpg") == []
    assert pictures_lost(twins, "a.jpg") == ["https://example.org/n/a.jpg"]
    assert pictures_lost("<img src=a?id=1>", "a?id=2") == ["https://example.org/n/a?id=1"]
    assert pictures_lost("<img src=a.jpg>", told=("a.jpg",)) == []
    assert pictures_lost("<img src=a.jpg><noscript><img src=a.jpg></noscript>", "a.jpg") == []
    sizes = "<img srcset='a.jpg 1w, b.jpg 2w'><img src=a.jpg>"
    assert pictures_lost(sizes, "b.jpg", "a.jpg") == []
    assert pictures_lost(sizes, "a.jpg", "b.jpg", "b.jpg") == []
    assert pictures_lost(sizes, "b.jpg", "b.jpg") == ["https://example.org/n/a.jpg"]
    assert pictures_lost("<noscript><img src=/a.jpg></noscript>") == ["https://example.org/a.jpg"]


def test_one_name_of_a_file_may_be_written_in_several_ways() -> None:
    """A name may have backslashes, percent signs, and composed or decomposed letters."""
    for written, shown in (
        ("pics\\a.jpg", "pics/a.jpg"),
        ("pics\\a.jpg", "pics\\a.jpg"),
        ("..\\pics\\a.jpg", "../pics/a.jpg"),
        (normalize("NFD", "pics/Málaga.jpg"), normalize("NFC", "pics/Málaga.jpg")),
        ("pics/M%C3%A1laga%20a.jpg", normalize("NFD", "pics/Málaga a.jpg")),
    ):
        assert pictures_lost(f'<img src="{written}">', shown) == []
    assert pictures_lost("<img src='pics\\a.jpg'>") == ["https://example.org/n/pics/a.jpg"]


def test_a_link_must_be_linked_or_printed() -> None:
    """Each link counts once; a link to an article of the issue has a page number instead."""
    body = "<a href='https://www.example.com/a/'>x</a>" * 2
    assert links_lost(body) == ["https://www.example.com/a/"]
    assert links_lost(body, "http://example.com/a#b") == []
    assert links_lost(body, words="See example.com/a") == []
    assert links_lost(body, references=("https://www.example.com/a/",)) == []


def test_a_link_to_the_picture_itself_is_no_loss() -> None:
    """Sites link each picture to its file in full size."""
    on_page = ArticleOnPage(ARTICLE, ("https://example.org/a-300x200.jpg",))
    for address, lost in (("/a.jpg", []), ("/b.jpg", ["https://example.org/b.jpg"])):
        items = read_html(f"<a href='{address}'>x</a>", "https://example.org/")
        assert [one.words for one in lost_links(items, on_page, ())] == lost
