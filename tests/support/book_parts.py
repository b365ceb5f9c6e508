"""Parts of a book without a print: pages without content, in an order that is known.

make_bookmark("Ferry", 2)     a bookmark on the third page
make_part("Ferry", 4)         a part of four pages, with a link target of its name
ISSUE                         cover, contents, an article, an insert, a colophon
"""

from dataclasses import replace

from printkit.bindery.book import Insert, Part
from printkit.pages import Bookmark, Position
from tests.support.press_runs import make_pages


def make_bookmark(label: str, page: int = 0, level: int = 1) -> Bookmark:
    """Return a bookmark on a page of a part; pages are counted from 0."""
    return Bookmark(level, label, Position(page, 5, 700))


def make_part(
    name: str, count: int = 1, *marks: Bookmark, section: str = "", numbering: str = "arabic"
) -> Part:
    """Return a part with a number of pages, with a link target of its name."""
    pages = make_pages(count, marks=marks or (make_bookmark(name),))
    return Part(
        replace(pages, anchors={name: Position(0, 5, 700)}),
        name,
        numbering="roman" if numbering == "roman" else "arabic",
        section=section,
        targets={name: name},
    )


LEAFLET = Insert(b"", 3, "A leaflet", anchor="appended-1")
ISSUE: list[Part | Insert] = [
    make_part("Cover", numbering="roman"),
    make_part("Contents", 2, numbering="roman"),
    make_part("Ferry", 4, section="World"),
    LEAFLET,
    make_part("Colophon"),
]
