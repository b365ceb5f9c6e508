"""Runs: takes a line that WeasyPrint drew, gives its runs as Pango shaped them.

A run is a part of a line in one font and in one direction.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from weasyprint.formatting_structure.boxes import TextBox
    from weasyprint.pdf.fonts import Font
    from weasyprint.pdf.stream import Stream

_EMPTY = 0x0FFFFFFF  # PANGO_GLYPH_EMPTY: draws nothing, and WeasyPrint writes no code for it
_UNKNOWN = 0x10000000  # PANGO_GLYPH_UNKNOWN_FLAG: a box, for the character in the lower bits
# From Pango 1.48.2 on, the size of a font is right; WeasyPrint (draw/text.py) has the same bound.
_SIZES_ARE_RIGHT = 14802


class GlyphString(Protocol):
    """Pango's glyph string, a pointer of cffi: for each glyph the place of its cluster in the text.

    Attributes:
        log_clusters: the places, counted in bytes; cffi reads their number from elsewhere.
    """

    log_clusters: object


class Run(NamedTuple):
    """A run as Pango shaped it.

    Attributes:
        font: WeasyPrint's font.
        size: the size of the font, as WeasyPrint takes it.
        glyphs: Pango's numbers of the glyphs, from left to right.
        places: how far each glyph is moved to the right, in Pango's units.
        text: the letters of the run, in UTF-8.
        level: how deep the run is nested in text of the other direction (UAX #9, BD2). The letters
            of an odd level are read from right to left.
        string: Pango's glyph string.
    """

    font: Font
    size: float
    glyphs: list[int]
    places: list[int]
    text: bytes
    level: int
    string: GlyphString

    @property
    def leftwards(self) -> bool:
        """Return whether the letters are read from right to left."""
        return bool(self.level % 2)

    def starts(self) -> list[int]:
        """Return for each glyph the place in the text where the glyph's cluster begins."""
        from weasyprint.text.ffi import ffi

        starts: list[int] = ffi.unpack(self.string.log_clusters, len(self.glyphs))
        return starts

    def drawn(self, begin: int, end: int) -> tuple[tuple[int, ...], tuple[float, ...]]:
        """Return the codes of glyphs as WeasyPrint wrote them, and how far each glyph is moved."""
        missing = self.font.missing
        shown = [index for index in range(begin, end) if self.glyphs[index] != _EMPTY]
        glyphs = [self.glyphs[index] for index in shown]
        codes = [missing[one - _UNKNOWN] if one & _UNKNOWN else one for one in glyphs]
        # Pango counts in 1/1024; WeasyPrint (draw/text.py) takes these units for thousandths.
        return tuple(codes), tuple(self.places[index] / self.size for index in shown)


def runs_of(stream: Stream, textbox: TextBox) -> Iterator[Run]:
    """Yield the runs of a line from left to right.

    Args:
        stream: the stream that the line was drawn on.
        textbox: the line, a `TextBox`.
    """
    from weasyprint.text.ffi import ffi

    text = textbox.pango_layout.text.encode()
    following = textbox.pango_layout.get_first_line()[0].runs[0]
    pango_font = None
    while following != ffi.NULL:
        item, string = following.data.item, following.data.glyphs
        following = following.next
        analysis = item.analysis
        if analysis.font != pango_font:
            pango_font = analysis.font
            font, size = _font(stream, textbox, pango_font)
        # A PangoGlyphInfo has five numbers: glyph, width, x_offset, y_offset, attr.
        fields = ffi.unpack(ffi.cast("int *", string.glyphs), 5 * string.num_glyphs)
        part = text[item.offset : item.offset + item.length]
        # WeasyPrint declares the byte as a whole number, whose other bytes are other fields.
        level = analysis.level & 0xFF
        yield Run(font, size, fields[::5], fields[2::5], part, level, string)


def _font(stream: Stream, textbox: TextBox, pango_font: object) -> tuple[Font, float]:
    """Return WeasyPrint's font, and the size of the font that WeasyPrint uses."""
    from weasyprint.text.ffi import pango

    font, size = stream.add_font(pango_font)
    if pango.pango_version() < _SIZES_ARE_RIGHT or font.png:
        size = textbox.style["font_size"]
    return font, size
