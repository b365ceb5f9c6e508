"""The objects of an open page → the text that they show, line by line."""

import io
import re

import pikepdf

from printkit.pages import PrintedText
from printkit.preflight import readback
from printkit.preflight.check import check_texts
from tests.support.plain_weasyprint import print_plain


def test_both_ways_of_reading_agree() -> None:
    """Plain words come out the same by object and by letter, even with ligatures."""
    pdf = print_plain("<p>Office staff fly 1 230 km.</p><p>Tiếng Việt, “quoted”</p>")
    quick, slow = readback.read_pages(pdf)[0], readback.read_pages(pdf, by_letter=True)[0]
    assert quick.text == slow.text == ("Office staff fly 1 230 km.", "Tiếng Việt, “quoted”")


def without_text(pdf: bytes, letter: str) -> bytes:
    """Return a PDF in which the glyph of a letter has no text."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for font in file.pages[0].resources.Font.values():
            entry = re.compile(rb"(<[0-9a-f]{4}>) <%04x>" % ord(letter))
            font.ToUnicode = file.make_stream(entry.sub(rb"\1 <>", font.ToUnicode.read_bytes()))
        file.save(target)
    return target.getvalue()


def test_glyphs_without_text_are_counted_by_letter_only() -> None:
    """PDFium invents a text for such a glyph."""
    pdf = without_text(print_plain("<p>harbour bar</p>"), "b")
    quick, slow = readback.read_pages(pdf)[0], readback.read_pages(pdf, by_letter=True)[0]
    assert quick.unread == 0
    assert slow.unread == 2
    assert slow.text == ("harour ar",)


def test_a_glyph_without_text_is_a_loss() -> None:
    """A similar text is not accepted, and a second remark tells the number of such glyphs."""
    pdf = without_text(print_plain("<p>harbour bar</p>"), "b")
    remarks = check_texts(readback.ReadPdf(pdf), [PrintedText("body", "harbour bar")])
    assert [remark.code for remark in remarks] == ["PK601", "PK601"]
    assert remarks[1].message == "2 glyphs have no text that can be copied or read out"


def test_a_line_painted_in_pieces_is_one_line_and_starts_at_the_right() -> None:
    """A letter from another font parts the line, and its pieces are painted from the left."""
    (page,) = readback.read_pages(print_plain('<p dir="rtl" lang="he">שלום ß עולם</p>'))
    (line,) = page.text
    assert line.split() == ["שלום", "ß", "עולם"]
