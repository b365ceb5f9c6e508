"""Metadata comes from the XMP packet, or from the information dictionary."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from printkit.inspect.metadata import metadata
from tests.support.plain_weasyprint import print_plain

TOLD = """<meta name="author" content="Ana Ruiz"><meta name="author" content="Li Wei">
<meta name="description" content="After three years"><meta name="keywords" content="harbour, works">
<meta name="dcterms.created" content="2019-09-13"><meta name="generator" content="A newsroom">"""


def read(pdf: bytes) -> PdfReader:
    """Open a PDF with pypdf."""
    return PdfReader(BytesIO(pdf))


@pytest.mark.parametrize("variant", ["pdf/a-3a", "pdf/ua-1", None])
def test_metadata_is_read_wherever_it_is(variant: str | None) -> None:
    """A PDF may have its metadata in XMP, or in the older information dictionary."""
    told = metadata(read(print_plain(TOLD, pdf_variant=variant)))
    assert (told.title, told.description) == ("Harbour news", "After three years")
    assert ", ".join(told.authors) == "Ana Ruiz, Li Wei"
    assert told.keywords == "harbour, works"
    assert told.created.startswith("2019-09-13")
    assert told.creator_tool == "A newsroom"
    assert told.producer.startswith("WeasyPrint")
    claims = {"pdf/a-3a": ("PDF/A-3A",), "pdf/ua-1": ("PDF/UA-1",), None: ()}
    assert told.claims == claims[variant]
    assert told.language == "en"


def test_metadata_is_one_line_without_controls() -> None:
    """Metadata is shown on a terminal, where control characters do harm."""
    writer = PdfWriter(clone_from=read(print_plain("<p>Text", pdf_variant=None)))
    writer.add_metadata({"/Title": "Red\x1b[31m\nflag\u202e", "/Author": "Somebody"})
    file = BytesIO()
    writer.write(file)
    assert metadata(read(file.getvalue())).title == "Red[31m flag"
