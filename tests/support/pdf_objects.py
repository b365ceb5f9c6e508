"""The fonts, pictures and streams of a PDF, as pypdf and fontTools find them.

list_font_programs(pdf)         the font programs in the file, by the name of their face
count_repeated_pictures(pdf)    the number of pictures that are stored again
list_annotations(pdf)           the annotations of a page
read_page_content(pdf)          the drawing operators of a page
lengths_are_right(pdf)          whether streams are as long as their dictionaries say
widths_are_right(pdf)           whether glyphs of CFF fonts are as wide as the file says
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from io import BytesIO
from typing import Any

from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen
from pypdf import PdfReader


def list_font_programs(pdf: bytes) -> dict[str, set[int]]:
    """Return the object numbers of font programs by face, without the tags of subsets."""
    found: dict[str, set[int]] = defaultdict(set)
    for one in _objects(pdf):
        if one.get("/Type") == "/FontDescriptor":
            programs = [one.raw_get(key) for key in one if key.startswith("/FontFile")]
            name = str(one["/FontName"]).lstrip("/")
            found[re.sub(r"^[A-Z]{6}\+", "", name)] |= {program.idnum for program in programs}
    return dict(found)


def count_repeated_pictures(pdf: bytes) -> int:
    """Return the number of pictures that the file repeats in size, filter and bytes."""
    seen = [
        (one["/Width"], one["/Height"], str(one.get("/Filter")), sha256(one._data).digest())
        for one in _objects(pdf)
        if one.get("/Subtype") == "/Image" and "/SMask" not in one
    ]
    return len(seen) - len(set(seen))


def lengths_are_right(pdf: bytes) -> bool:
    """Return whether every stream is exactly as long as its dictionary says."""
    streams = list(re.finditer(rb"/Length (\d+)[^\n]*>>\nstream\n", pdf))
    return bool(streams) and all(
        pdf[one.end() + int(one[1]) :].startswith(b"\nendstream") for one in streams
    )


def widths_are_right(pdf: bytes) -> bool:
    """Return whether every glyph of every CFF font is as wide as the file says."""
    return all(
        round(_width(outlines, number)) == round(width)
        for one in _objects(pdf)
        if one.get("/Subtype") == "/CIDFontType0"
        for outlines in [_outlines(one["/FontDescriptor"]["/FontFile3"].get_data())]
        for number, width in _widths(one["/W"])
    )


def list_annotations(pdf: bytes, page: int = 0) -> list[Any]:
    """Return the annotations of a page; pages are counted from 0."""
    return [one.get_object() for one in PdfReader(BytesIO(pdf)).pages[page].get("/Annots", ())]


def read_page_content(pdf: bytes, page: int = 0) -> bytes:
    """Return the drawing operators of a page; pages are counted from 0."""
    content = PdfReader(BytesIO(pdf)).pages[page].get_contents()
    return content.get_data() if content is not None else b""


def list_page_numbers(reader: PdfReader) -> list[int]:
    """Return the object number of each page."""
    references = [page.indirect_reference for page in reader.pages]
    return [reference.idnum for reference in references if reference]


def _outlines(program: bytes) -> Any:
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(program), None)
    return fonts[0].CharStrings


def _width(outlines: Any, number: int) -> float:
    glyph = outlines[f"cid{number:05}"]
    glyph.draw(NullPen())
    return float(glyph.width)


def _widths(told: Sequence[Any]) -> Iterator[tuple[int, float]]:
    """Yield number and width of each glyph, from `first [width …] first [width …]`."""
    for first, widths in zip(told[::2], told[1::2], strict=True):
        yield from enumerate(map(float, widths), int(first))


def _objects(pdf: bytes) -> Iterator[Any]:
    """Yield every dictionary and stream of the file."""
    reader = PdfReader(BytesIO(pdf))
    for number in sorted({*reader.xref.get(0, {}), *reader.xref_objStm}):
        found = reader.get_object(number)
        if isinstance(found, dict):
            yield found
