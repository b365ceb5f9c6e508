"""The bindery: parts go in, one tagged, linked, small file comes out."""

from dataclasses import replace
from functools import cache
from hashlib import md5

import pypdfium2
import pytest
from PIL import ImageChops

from printkit.bindery.binding import bind
from printkit.bindery.book import EmbeddedFile, Insert, InternalLink, Part
from printkit.pages import Bookmark, Position
from tests.support.bindery_parts import (
    ARABIC,
    DATED,
    FONT_PROGRAMS,
    HARBOUR,
    HEBREW,
    bind_book,
    find_pdf_faults,
    make_book,
    open_pdf,
    print_foreign,
    print_part,
    read_page_words,
)
from tests.support.made_pictures import compare_pixels
from tests.support.printed_articles import run_python


@cache
def print_parts() -> tuple[Part, ...]:
    """Return parts in three scripts, printed once."""
    return (
        print_part(
            '<h1 id="{id}">Contents</h1><p><a href="printkit:b">Harbour</a></p>',
            "c",
            numbering="roman",
            title="Contents",
        ),
        print_part(HARBOUR, "a"),
        print_part(HARBOUR, "b"),
        print_part(HEBREW, "h", language="he"),
        print_part(ARABIC, "r", language="ar"),
    )


WHOLE = {
    "bookmarks": (
        Bookmark(1, "World", Position(1, 0, 300)),
        Bookmark(2, "Harbour", Position(1, 0, 300)),
    ),
    "internal_links": {
        "printkit:b": InternalLink(Position(3, 34, 300), "The harbour opens, page 3"),
    },
    "embedded_files": (EmbeddedFile("harbour.json", b"{}", "The record", DATED),),
}


@cache
def bind_parts() -> bytes:
    """Return the book of all parts, bound once."""
    return bind_book(*print_parts(), **WHOLE)


def test_a_book_is_an_archive_that_reads_aloud() -> None:
    """The structure check and page-validation find no fault."""
    assert find_pdf_faults(bind_parts()) == []


def test_a_book_holds_the_text_of_its_parts_and_their_furniture() -> None:
    """Every page has the words of the part's page, then the words of the furniture's page."""
    wanted = [
        f"{words} {folio}"
        for one in print_parts()
        if one.furniture
        for words, folio in zip(
            read_page_words(one.pages.pdf), read_page_words(one.furniture.pdf), strict=True
        )
    ]
    assert read_page_words(bind_parts()) == wanted
    assert "Folio 2" in wanted[2]


def test_a_book_looks_like_its_parts_with_their_furniture_over_them() -> None:
    """The pages are compared pixel for pixel."""
    sheets = iter(pypdfium2.PdfDocument(bind_parts()))
    for one in print_parts():
        assert one.furniture
        layers = (pypdfium2.PdfDocument(one.pages.pdf), pypdfium2.PdfDocument(one.furniture.pdf))
        for below, above in zip(*layers, strict=True):
            wanted = ImageChops.multiply(*(side.render().to_pil() for side in (below, above)))
            assert compare_pixels(wanted, next(sheets).render().to_pil()) < 16


@pytest.mark.slow
def test_the_same_book_is_bound_to_the_same_bytes_by_any_process() -> None:
    """The bytes depend on no clock, no chance and no order of hashes."""
    code = (
        "from hashlib import md5; from tests.bindery.test_binding import bind_parts;"
        "print(md5(bind_parts()).hexdigest())"
    )
    other = run_python("-c", code, PYTHONHASHSEED="7").stdout.decode().strip()
    assert other == md5(bind_parts(), usedforsecurity=False).hexdigest()


def test_a_book_is_smaller_than_its_parts() -> None:
    """Faces and pictures are stored once."""
    lonely = bind_book(print_parts()[1])
    assert len(bind_book(*(print_part(HARBOUR, name) for name in "abdef"))) < 2 * len(lonely)


def test_a_book_is_written_small() -> None:
    """PDF 1.7 allows compressed objects and a compressed table of cross-references."""
    assert bind_parts().startswith(b"%PDF-1.7")
    assert b"/ObjStm" in bind_parts()
    assert b"/XRef" in bind_parts()
    assert b"/StructElem" not in bind_parts()


def test_inserts_stand_where_they_were_put() -> None:
    """An insert may stand between parts; the book then claims no standard."""
    advertisement = print_foreign("<p>Buy a boat</p>")
    made = bind_book(print_parts()[1], Insert(advertisement, 1, "Boats"), print_parts()[3])
    assert [words for words in read_page_words(made) if "boat" in words] == ["Buy a boat"]
    assert read_page_words(made)[2] == "Buy a boat"
    file = open_pdf(made)
    assert b"<pdfaid" not in file.Root.Metadata.read_bytes()


def test_a_book_of_another_language_is_its_own() -> None:
    """No text of a book comes from the book that was bound before."""
    other = replace(make_book(print_parts()[3]), language="he", title="השבוע")
    file = open_pdf(bind(other, FONT_PROGRAMS.__getitem__))
    assert (str(file.Root.Lang), str(file.docinfo.Title)) == ("he", "השבוע")
