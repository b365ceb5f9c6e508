"""The outline of a book: sections, articles, headings."""

from printkit.bindery.book import Insert, Part
from printkit.bindery.page_table import page_table
from printkit.makeup.outline import make_bookmarks
from tests.support.book_parts import LEAFLET, make_bookmark, make_part


def test_the_outline_goes_from_section_to_article_to_heading() -> None:
    """A section opens once, at its first article; a part without a section stays outside."""
    parts: list[Part | Insert] = [
        make_part("Contents"),
        make_part(
            "Ferry", 2, make_bookmark("Ferry"), make_bookmark("At dawn", 1, 2), section="World"
        ),
        make_part("Salt", section="World"),
        make_part("Bread", section="Table"),
        LEAFLET,
        make_part("Late", section="World"),
    ]
    assert [
        (level, label, place.page) for level, label, place in make_bookmarks(page_table(parts))
    ] == [
        (1, "Contents", 0),
        (1, "World", 1),
        (2, "Ferry", 1),
        (3, "At dawn", 2),
        (2, "Salt", 3),
        (1, "Table", 4),
        (2, "Bread", 4),
        (1, "A leaflet", 5),
        (1, "World", 8),
        (2, "Late", 8),
    ]
