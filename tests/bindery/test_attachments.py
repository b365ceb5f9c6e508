"""Attachments: embedded files, as readers find them."""

from datetime import datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from printkit.bindery.attachments import embed_files, pdf_date
from printkit.bindery.book import EmbeddedFile
from tests.support.bindery_parts import DATED


def embedded(*files: EmbeddedFile) -> PdfReader:
    """Return a file with these attachments, opened with pypdf."""
    file, target = pikepdf.new(), BytesIO()
    file.Root.Names = pikepdf.Dictionary()
    embed_files(file, files)
    file.save(target)
    return PdfReader(target)


def test_files_are_read_back() -> None:
    """Attachments are sorted, with name, description and relationship, and belong to the file."""
    reader = embedded(
        EmbeddedFile("b.json", b'{"b": "\xc3\xa9"}', "The record", DATED),
        EmbeddedFile("a.bin", b"\x00\r", "", DATED),
    )
    assert reader.attachments == {"a.bin": [b"\x00\r"], "b.json": [b'{"b": "\xc3\xa9"}']}
    root: Any = reader.root_object
    _, told = (one.get_object() for one in root["/AF"])
    assert (told["/UF"], told["/Desc"]) == ("b.json", "The record")
    assert told["/AFRelationship"] == "/Source"
    file = told["/EF"]["/UF"]
    assert file["/Subtype"] == "/application/json"
    assert file["/Params"]["/Size"] == 11
    assert file["/Params"]["/ModDate"] == "D:20190913063000Z"


def test_a_book_without_records_has_no_attachments() -> None:
    """The catalogue has no empty list of attachments, either."""
    assert "/AF" not in embedded().root_object


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (DATED, "D:20190913063000Z"),
        (datetime(2019, 9, 13, 8, 30, tzinfo=timezone(timedelta(hours=2))), "D:20190913063000Z"),
        (datetime(2019, 9, 13), "D:20190913000000Z"),
        (datetime(900, 1, 2), "D:09000102000000Z"),
    ],
)
def test_dates_are_written_in_utc(moment: datetime, written: str) -> None:
    """Neither the zone of a date nor the zone of the machine changes the text."""
    assert pdf_date(moment) == written
