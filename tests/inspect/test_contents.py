"""The parts of a PDF besides its pages: outline, fonts, tags and attachments."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject
from weasyprint import Attachment

from printkit.edition.limits import Limits
from printkit.errors import InspectionError
from printkit.inspect import contents
from tests.support.plain_weasyprint import print_plain

DAY = datetime(2019, 9, 13, 8, 30, tzinfo=UTC)


def read(pdf: bytes) -> PdfReader:
    """Open a PDF with pypdf."""
    return PdfReader(BytesIO(pdf))


def csv_file(name: str, data: bytes) -> Attachment:
    """Return a table as an attachment."""
    return Attachment(
        string=data,
        name=name,
        description="A table",
        created=DAY,
        modified=DAY,
        relationship="Data",
    )


def test_the_outline_is_nested() -> None:
    """The outline has the headings that WeasyPrint marks, with their pages."""
    pdf = print_plain('<h1>One</h1><h2 style="break-before: page">Below</h2><h1>Two</h1>')
    entry = contents.OutlineEntry
    below = (entry("Below", 2),)
    assert contents.list_bookmarks(read(pdf)) == (entry("One", 1, below), entry("Two", 2))


def test_fonts_are_named_once() -> None:
    """The name is without the tag that marks a subset."""
    pdf = print_plain('<p>Text</p><p dir="rtl" style="opacity: .5">שלום</p>')
    fonts = contents.fonts(read(pdf))
    assert fonts == (contents.Font("Hebrew", True), contents.Font("Latin", True))


def test_fonts_of_groups_on_the_page_are_listed() -> None:
    """The list has also fonts that the file does not embed."""
    writer = PdfWriter()
    group = StreamObject()
    font = DictionaryObject({NameObject("/BaseFont"): NameObject("/Helvetica")})
    fonts = DictionaryObject({NameObject("/F1"): font})
    group[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    drawn = DictionaryObject({NameObject("/X1"): group})
    page = writer.add_blank_page(100, 100)
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawn})
    file = BytesIO()
    writer.write(file)
    assert contents.fonts(PdfReader(file)) == (contents.Font("Helvetica", False),)


def test_tags_are_told() -> None:
    """A plain file has no tags."""
    assert contents.is_tagged(read(print_plain("<p>Text")))
    assert not contents.is_tagged(read(print_plain("<p>Text", pdf_variant=None)))


def test_attachments_come_with_their_content() -> None:
    """An attachment has its description, too."""
    pdf = print_plain(
        "<p>T", pdf_variant="pdf/a-3a", attachments=[csv_file("boats.csv", b"a,b\n1,2\n")]
    )
    (one,) = contents.attachments(read(pdf))
    assert (one.name, one.mime, one.size) == ("boats.csv", "text/csv", 8)
    assert (one.relationship, one.description, one.data) == ("Data", "A table", b"a,b\n1,2\n")


def test_attachments_that_are_too_large_are_refused() -> None:
    """All attachments count together."""
    files = [csv_file(f"{number}.csv", b"x" * 600_000) for number in range(2)]
    pdf = print_plain("<p>Text", pdf_variant="pdf/a-3a", attachments=files)
    with pytest.raises(InspectionError, match="the attachments have more than"):
        contents.attachments(read(pdf), Limits(attachments_size=1))
