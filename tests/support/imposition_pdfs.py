"""Make PDFs to impose, and find where their words stand on the sheets."""

import io
from collections.abc import Sequence
from typing import Any

import pypdfium2
from pikepdf import Array, Dictionary, Name, Page, Pdf

A5 = (419.53, 595.28)
A4 = (595.28, 841.89)


def add_page(pdf: Pdf, word: str, size: Sequence[float] = A5, **keys: Any) -> Page:
    """Add a page with one word, 20 points from the left and the lower edge."""
    page = pdf.add_blank_page()
    page.MediaBox = Array([0, 0, *size])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F=font))
    page.Contents = pdf.make_stream(f"BT /F 12 Tf 20 20 Td ({word}) Tj ET".encode())
    for key, value in keys.items():
        page.obj[f"/{key}"] = Array(value) if isinstance(value, list) else value
    return page


def make_numbered_pdf(count: int, size: Sequence[float] = A5) -> Pdf:
    """Return a PDF with the words `p1e`, `p2e`, … on its pages: no word is part of another."""
    pdf = Pdf.new()
    for number in range(1, count + 1):
        add_page(pdf, f"p{number}e", size)
    return pdf


def save_pdf(pdf: Pdf, **options: Any) -> bytes:
    """Return the bytes of a PDF, the same bytes at each call."""
    file = io.BytesIO()
    pdf.save(file, deterministic_id="encryption" not in options, **options)
    return file.getvalue()


def read_sides(pdf: bytes) -> list[list[str]]:
    """Return the words of each side, from left to right and then down."""
    document = pypdfium2.PdfDocument(pdf)
    told = []
    for number in range(len(document)):
        words = set(document[number].get_textpage().get_text_bounded().split())
        found = {word: find_word_box(pdf, number, word) for word in words}
        told.append(sorted(found, key=lambda word: (-round(found[word][1]), found[word][0])))
    return told


def find_word_box(pdf: bytes, side: int, word: str) -> tuple[float, float, float, float]:
    """Return the box of a word on a side: left, bottom, right and top in points."""
    text = pypdfium2.PdfDocument(pdf)[side].get_textpage()
    found = text.search(word, match_case=True).get_next()
    assert found
    boxes = [text.get_charbox(found[0] + at) for at in range(found[1])]
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def measure_first_side(pdf: bytes) -> tuple[int, int]:
    """Return width and height of the first side in millimetres."""
    width, height = pypdfium2.PdfDocument(pdf)[0].get_size()
    return round(width * 25.4 / 72), round(height * 25.4 / 72)
