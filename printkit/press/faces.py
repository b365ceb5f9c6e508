"""Tell the bindery which faces a printed document uses, and keep their whole font files.

Takes a `weasyprint.Document` that was written, gives a `Face` for each font in it. The
bindery makes one subset of each face for the whole digest, so it needs the whole font file.
"""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from printkit.pages import Face
from printkit.press.loading import weasyprint


class FontPrograms:
    """The whole font files behind an engine's fonts, read once for each font."""

    def __init__(self) -> None:
        """Start with no font file read."""
        self._programs: dict[str, tuple[str, bytes]] = {}

    def faces(
        self, document: weasyprint.Document, keep: Callable[[str, bytes], object]
    ) -> Iterator[Face]:
        """Yield the faces of a document that was written, and keep their font files.

        Args:
            document: a `weasyprint.Document`.
            keep: a function that is called with the SHA-256 and the bytes of each font file.
        """
        by_name: dict[str, list[Any]] = {}
        for font in document.fonts.values():
            if font.to_unicode:
                by_name.setdefault(font.hash, []).append(font)
        for name, fonts in by_name.items():
            digest, program = self._program(name, fonts[0])
            keep(digest, program)
            glyphs = {glyph: text for font in fonts for glyph, text in font.to_unicode.items()}
            widths = {glyph: width for font in fonts for glyph, width in font.widths.items()}
            yield Face(name, digest, fonts[0].index, glyphs, widths)

    def _program(self, name: str, font: Any) -> tuple[str, bytes]:
        if name not in self._programs:
            # Once the document is written, `font.file_content` is the subset; the HarfBuzz
            # face still holds the whole file.
            program = weasyprint.text.fonts.get_hb_object_data(font.hb_face)
            self._programs[name] = hashlib.sha256(program).hexdigest(), program
        return self._programs[name]
