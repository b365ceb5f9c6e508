"""A small issue as the digest's own pages list it, and prints of such pages.

make_issue()                 two sections, and one record that could not be read
print_page(page)             the pages that the bindery gets, without furniture
list_font_families(page)     the font families of a page
print_margins(page)          running heads and page numbers alone
"""

from functools import cache

from printkit import copyedit
from printkit.article import Article, Image
from printkit.edition import Edition
from printkit.markup.entries import ArticleEntry, PlacedSection, make_entry
from printkit.pages import PageMarkup, Pages, Picture
from printkit.press import engine, fonts
from printkit.themes import find_theme
from printkit.wording import attribution as lines
from tests.support.clean_copy import lose_pictures
from tests.support.made_pictures import draw_scene, encode_picture

FERRY = Article(
    headline="The ferry is back",
    subheadline="Eleven months were enough, says the crew",
    authors="Ana Ruiz and Li Wei",
    source="The Coast Herald",
    section="World",
    date_published="2019-09-10",
    url="https://news.example.org/ferry",
    language="en",
    copyright_notice="© 2019 The Coast Herald",
    body="<p>It came in at dawn.</p>",
    images=[{"src": "a.jpg", "caption": "The quay.", "credit": "Mia Lind/Coast"}],
)
COFFEE = Article(
    headline="Coffee, weighed",
    section="Table",
    language="en",
    body="<p>Grams, and seconds.</p>",
    images=[{"src": "b.jpg", "caption": "A cup."}],
)
BREAD = Article(
    headline="Bread, weighed",
    authors="Bo Ek",
    section="Table",
    url="https://news.example.org/bread",
    copyright_notice="© 2019 The Coast Herald",
    body="<p>More grams.</p>",
)


def place_article(article: Article, anchor: str, page: str, missing: str = "") -> ArticleEntry:
    """Return the entry of an article, with all its pictures on its first page."""
    entry = ArticleEntry(anchor)
    if not missing:
        copy = copyedit.edit(article, prefix=anchor)
        entry = make_entry(
            copy, lose_pictures(copy), lines.attribution_in(article.language), anchor
        )
    pictures = tuple(one._replace(page=page) for one in entry.pictures)
    return entry._replace(article=article, page=page, pictures=pictures, missing=missing)


def make_issue() -> list[PlacedSection]:
    """Return an issue of two sections, and one record that could not be read.

    World: the ferry; Table: coffee, and bread, an article that could not be printed.
    """
    lost = ArticleEntry("missing-1", page="6", missing="it is empty", name="feed.jsonl:3")
    return [
        PlacedSection("World", (place_article(FERRY, "a1", "1"),)),
        PlacedSection(
            "Table",
            (place_article(COFFEE, "a2", "3"), place_article(BREAD, "a3", "5", "the press died")),
        ),
        PlacedSection("", (lost,)),
    ]


def make_cover_picture(**fields: object) -> Picture:
    """Return a picture for the cover, large enough to print without a remark."""
    told = {"src": "c.jpg", "alt": "A quay with cranes", "caption": "Low water.", "credit": "Mia"}
    return Picture("picture:c", _pixels(), "image/jpeg", 1500, 1000, Image(**{**told, **fields}))


@cache
def _pixels() -> bytes:
    return encode_picture(draw_scene().resize((1500, 1000)), "JPEG")


def print_page(page: PageMarkup, edition: Edition | None = None) -> Pages:
    """Print a page without furniture, as for the bindery."""
    theme = find_theme((edition or Edition()).theme)
    return engine.print_for_binding(page, theme, lambda *_: None)


def list_font_families(page: PageMarkup, *, furniture: bool = False) -> set[str]:
    """Return the families of the fonts that a page is set in."""
    programs: dict[str, bytes] = {}
    theme = find_theme(Edition().theme)
    made = engine.print_for_binding(page, theme, programs.__setitem__, furniture=furniture)
    return {fonts.family(programs[face.program], face.index) for face in made.faces}


def print_margins(page: PageMarkup, edition: Edition | None = None) -> Pages:
    """Print running heads and page numbers."""
    theme = find_theme((edition or Edition()).theme)
    return engine.print_for_binding(page, theme, lambda *_: None, furniture=True)
