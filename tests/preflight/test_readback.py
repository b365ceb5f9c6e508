"""A finished PDF → the text and the objects that a reader can see on each page."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from printkit.errors import InspectionError
from printkit.preflight import readback
from tests.support.plain_weasyprint import print_plain

THREE = '<p>One</p><p style="break-before: page"></p><p style="break-before: page">Three</p>'


def test_every_page_is_read() -> None:
    """An empty page is blank, though a running head stands on it."""
    pages = readback.read(print_plain(THREE, '@page { @top-center { content: "Head" } }'))
    assert [page.number for page in pages] == [1, 2, 3]
    assert [page.blank for page in pages] == [False, True, False]
    assert [page.text for page in pages] == [("One",), (), ("Three",)]


def test_no_more_is_read_than_asked_for() -> None:
    """A file may have thousands of pages."""
    assert len(readback.read(print_plain(THREE), most=2)) == 2


def test_what_is_no_pdf_is_refused() -> None:
    """The refusal is an error of printkit, not a crash."""
    with pytest.raises(InspectionError, match="cannot be read"):
        readback.read(b"%PDF-1.7 and nothing more")


def test_pages_are_read_from_many_threads() -> None:
    """PDFium itself is not thread-safe."""
    pdf = print_plain("<p>Many readers</p>" * 40)
    once = readback.read(pdf)
    with ThreadPoolExecutor(4) as pool:
        assert all(found == once for found in pool.map(readback.read, [pdf] * 150))


def test_a_page_of_many_objects_reads_like_any_other() -> None:
    """With over two hundred objects, the page is read by letter."""
    words = [f"word{number}" for number in range(240)]
    page = readback.read(
        print_plain("".join(f"<b>{one}</b> " for one in words), "body { font-size: 5pt }")
    )
    told = " ".join(piece.strip() for one in page for piece in one.text if piece.strip())
    assert told.split() == words
