"""Read the text of a page as other programs do, and look for faults in this text.

read_with_poppler(pdf)     the text that `pdftotext` gives; needs poppler-utils
read_with_pdfium(pdf)      the text that PDFium gives
keep_characters(text)      a text without spaces and other characters of layout
find_told_twice(pdf)       each ActualText that stands within another ActualText
find_unmapped_glyphs(pdf)  glyphs for which a font gives no text
"""

import io
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2

HAS_POPPLER = shutil.which("pdftotext") is not None

# Isolates, directional marks, byte order marks, soft hyphens, and PDFium's mark for a soft hyphen.
_LAYOUT = re.compile("[\\s\x02\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_MAPPED = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")


def read_with_poppler(pdf: bytes) -> str:
    """Return the text that poppler gives."""
    run = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode()


def read_with_pdfium(pdf: bytes) -> str:
    """Return the text that PDFium gives."""
    with pypdfium2.PdfDocument(pdf) as file:
        return "\n".join(page.get_textpage().get_text_bounded() for page in file)


def keep_characters(text: str) -> str:
    """Return a text in composed form, without spaces and other characters of layout."""
    return unicodedata.normalize("NFC", _LAYOUT.sub("", text))


def find_told_twice(pdf: bytes) -> list[str]:
    """Return each ActualText that stands within another ActualText."""
    found: list[str] = []
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            stack: list[bool] = []
            for operator, operands in _operators(page):
                if operator in ("BDC", "BMC"):
                    entries = operands[-1]
                    told = isinstance(entries, pikepdf.Dictionary) and "/ActualText" in entries
                    if told and any(stack):
                        found.append(str(entries.ActualText))
                    stack.append(told)
                elif operator == "EMC":
                    stack.pop()
    return found


def find_unmapped_glyphs(pdf: bytes) -> list[tuple[str, str]]:
    """Return the name of the font and the code of each glyph that is shown without a text."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return sorted({one for page in file.pages for one in _unmapped(page)})


def _unmapped(page: pikepdf.Page) -> Iterator[tuple[str, str]]:
    fonts = page.resources.get("/Font", pikepdf.Dictionary())
    mapped = {
        name: {code for code, text in _MAPPED.findall(font.ToUnicode.read_bytes()) if text}
        for name, font in fonts.items()
        if font.Subtype == "/Type0"
    }
    name = ""
    for operator, operands in _operators(page):
        if operator == "Tf":
            name = str(operands[0])
        elif operator == "TJ" and name in mapped:
            codes = b"".join(bytes(one) for one in operands[0] if isinstance(one, pikepdf.String))
            shown = {codes[place : place + 2].hex().encode() for place in range(0, len(codes), 2)}
            for code in shown - mapped[name]:
                yield str(fonts[name].BaseFont), code.decode()


def _operators(page: pikepdf.Page) -> Iterator[tuple[str, list[Any]]]:
    for one in pikepdf.parse_content_stream(page):
        yield str(one.operator), list(one.operands)
