"""The objects of an open page → the text that they show, line by line."""

from printkit.preflight import readback
from tests.support.plain_weasyprint import print_plain


def test_both_ways_of_reading_agree() -> None:
    """Plain words come out the same by object and by letter, even with ligatures."""
    pdf = print_plain("<p>Office staff fly 1 230 km.</p><p>Tiếng Việt, “quoted”</p>")
    quick, slow = readback.read(pdf)[0], readback.read(pdf, by_letter=True)[0]
    assert quick.text == slow.text == ("Office staff fly 1 230 km.", "Tiếng Việt, “quoted”")


def test_glyphs_without_text_are_counted_by_letter_only() -> None:
    """WeasyPrint gives text to one glyph of a cluster; PDFium invents the rest."""
    pdf = print_plain('<p dir="rtl" lang="he">בְּרֵאשִׁית הַבֹּקֶר נִפְתְּחוּ הַשְּׁעָרִים</p>')
    quick, slow = readback.read(pdf)[0], readback.read(pdf, by_letter=True)[0]
    assert quick.unread == 0
    assert slow.unread > 0
    hebrew = {one for one in "".join(slow.text) if one.isalpha()}
    assert all("\u0590" <= one <= "\u05ff" for one in hebrew)
    assert any(one.isalpha() and not "\u0590" <= one <= "\u05ff" for one in "".join(quick.text))


def test_a_line_painted_in_pieces_is_one_line_and_starts_at_the_right() -> None:
    """A letter from another font parts the line, and its pieces are painted from the left."""
    (page,) = readback.read(print_plain('<p dir="rtl" lang="he">שלום ß עולם</p>'))
    (line,) = page.text
    assert line.split() == ["שלום", "ß", "עולם"]
