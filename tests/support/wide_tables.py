"""Records with wide tables, and the numbers and labels that are whole on the pages of a PDF."""

import re
from collections.abc import Callable
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

PROSE = "<p>Nobody on the quay can say which of the three boards is right.</p>"
_NUMBER = re.compile(r"\d[\d,.]*\d")
Cell = Callable[[int, int], str]


def make_number(row: int, column: int) -> str:
    """Return the label of a row, or a number that no other cell of the table has."""
    if column == 0:
        return f"Harbour {row}"
    return f"{1_000_000 + 7919 * row + 104_729 * column:,}"


def make_table(columns: int, rows: int, cell: Cell = make_number, caption: str = "") -> str:
    """Return a table with one row of headings."""
    heads = "".join(f"<th>Column {number}</th>" for number in range(columns))
    body = "".join(
        f"<tr>{''.join(f'<td>{cell(row, column)}</td>' for column in range(columns))}</tr>"
        for row in range(rows)
    )
    title = f"<caption>{caption}</caption>" if caption else ""
    return f"<table>{title}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def make_record(*body: str, **fields: str) -> dict[str, Any]:
    """Return a record with this body."""
    given = {"headline": "The quay by month", "language": "en", "date_published": "2026-10-05"}
    return {**given, "body": "".join(body), **fields}


def find_cut_numbers(record: dict[str, Any], pdf: bytes) -> set[str]:
    """Return the numbers of a record's body that no printed line within the sheet has whole."""
    wanted = set(_NUMBER.findall(re.sub("<[^>]*>", " ", record["body"])))
    return wanted - {
        number for text, size in _pieces(pdf) for number in _NUMBER.findall(text) if size
    }


def find_smallest_type(pdf: bytes) -> float:
    """Return the size of the smallest type on the pages, in points; raised marks count, too."""
    return round(min(size for text, size in _pieces(pdf) if text.strip()), 2)


def _pieces(pdf: bytes) -> list[tuple[str, float]]:
    """Return each piece of text with its size; the size is 0 where the sheet cuts the piece off."""
    found: list[tuple[str, float]] = []
    for page in pypdfium2.PdfDocument(pdf):
        width, _height = page.get_size()
        text = page.get_textpage()
        for piece in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
            left, bottom, right, top = piece.get_bounds()
            size = pdfium.c_float()
            pdfium.FPDFTextObj_GetFontSize(piece.raw, size)
            inside = left >= 0 and right <= width
            words = text.get_text_bounded(left, bottom - 1, right, top + 1)
            found.append((words, size.value * piece.get_matrix().d if inside else 0.0))
    return found
