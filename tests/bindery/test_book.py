"""A book: its pages are counted, and other processes can receive the book."""

import pickle

from printkit.bindery.book import Book, Insert, Inserts, Part
from tests.support.press_runs import make_pages


def test_pages_are_counted_whoever_made_them() -> None:
    """Pages of parts and inserts count; furniture is printed on pages, and counts as none."""
    part = Part(make_pages(3), "World", furniture=make_pages(3))
    assert Book((part, Insert(b"%PDF", 4, "A leaflet"), part), "The week", "en").page_count == 10
    assert Book((), "The week", "en").page_count == 0


def test_articles_are_numbered_in_arabic_unless_told() -> None:
    """Parts in front of the articles name their own way of numbering."""
    assert Part(make_pages(1), "World").numbering == Insert(b"", 1, "x").numbering == "arabic"


def test_a_book_says_what_it_is_without_its_pages() -> None:
    """The repr of an insert has no bytes: the bytes of a leaflet would fill the screen."""
    assert "%PDF" not in repr(Insert(b"%PDF", 4, "A leaflet"))
    assert Inserts() == Inserts((), ())


def test_a_book_travels_to_another_process() -> None:
    """The copy in the other process is equal."""
    book = Book((Part(make_pages(2, "a"), "World"), Insert(b"%PDF", 4, "x")), "The week", "en")
    assert pickle.loads(pickle.dumps(book)) == book  # noqa: S301 - our own bytes
