"""Embed each face of the book once, with the glyphs that any part uses.

The press keeps the glyph numbers of the whole font, so the printed content streams stay as they
are. However, a glyph may stand for different text in two parts: a small capital is `a` in the one
part and `A` in the other, and the press makes up glyph numbers for characters that no font has.
Such parts get font dictionaries of their own, each with its own ToUnicode map. All these
dictionaries share one embedded font file.
"""

from collections.abc import Callable, Iterable

from pikepdf import Array, Name, Object, Pdf

from printkit.bindery.fonts.glyphs import to_unicode, widths_array
from printkit.bindery.fonts.subset import Subset, Traits, subset, traits
from printkit.pages import Face

_FIXED_PITCH = 1  # a flag of the font descriptor


class EmbeddedFaces:
    """The faces of a book: each cut of a font that its pages use, embedded once."""

    def __init__(self, pdf: Pdf, font_files: Callable[[str], bytes]) -> None:
        self._pdf = pdf
        self._font_files = font_files
        self._faces: dict[tuple[str, str, int], _EmbeddedFace] = {}

    def add(self, faces: Iterable[Face], printed: Object) -> dict[str, Object]:
        """Add the glyphs that some pages use.

        Args:
            faces: the faces of the pages.
            printed: the pages' font dictionaries, by name.

        Returns:
            The font dictionaries that the pages are to have, by name. Pages on which the same
            glyphs stand for the same text share them. `embed` completes these dictionaries.
        """
        known = {face.name: face for face in faces}
        return {
            name: self._font(known.get(name[1:]), font)
            for name, font in printed.items()
            if name[1:] in known or not _is_unused(font)
        }

    def embed(self) -> None:
        """Embed every face, with all glyphs that were added."""
        for (_, program, index), face in self._faces.items():
            if face.glyphs:
                font_file = self._font_files(program)
                face.embed(subset(font_file, index, face.glyphs, boxes=face.has_boxes))

    def _font(self, face: Face | None, printed: Object) -> Object:
        if face is None or printed.Subtype != Name.Type0:
            return printed
        key = face.name, face.program, face.index
        if key not in self._faces:
            known = traits(self._font_files(face.program), face.index)
            self._faces[key] = _EmbeddedFace(self._pdf, known)
        embedded = self._faces[key]
        return embedded.add(face, printed) if embedded.traits.is_plain else printed


class _EmbeddedFace:
    """One face, and the glyphs of it that the book uses.

    Attributes:
        traits: the traits of its font file.
        glyphs: the numbers of the glyphs that are shown.
    """

    def __init__(self, pdf: Pdf, traits: Traits) -> None:
        self.traits = traits
        self.glyphs: set[int] = set()
        self._pdf = pdf
        self._widths: dict[int, float] = {}
        self._fonts: list[tuple[Object, dict[int, str]]] = []  # each with the texts of its glyphs
        self._fonts_with_boxes: list[Object] = []

    @property
    def has_boxes(self) -> bool:
        """Return whether some characters are shown as boxes, because no font has them."""
        return bool(self._fonts_with_boxes)

    def add(self, face: Face, printed: Object) -> Object:
        """Add the glyphs that some pages use, and return the font dictionary for the pages."""
        count = self.traits.glyph_count
        self.glyphs.update(glyph for glyph in face.glyphs if glyph < count)
        for glyph, width in face.widths.items():
            if glyph < count:
                self._widths.setdefault(glyph, width)
        if printed.Encoding != Name("/Identity-H"):
            # The press gave this font an encoding with made-up glyph numbers, and a ToUnicode
            # map for them. The two belong together, so the dictionary is not shared.
            self._fonts_with_boxes.append(printed)
            return printed
        for font, texts in self._fonts:
            if all(texts.get(glyph, text) == text for glyph, text in face.glyphs.items()):
                texts.update(face.glyphs)
                return font
        self._fonts.append((printed, dict(face.glyphs)))
        return printed

    def embed(self, made: Subset) -> None:
        """Embed the face, and complete its font dictionaries."""
        fonts = [*(font for font, _ in self._fonts), *self._fonts_with_boxes]
        descendant = fonts[0].DescendantFonts[0]
        descendant.W = widths_array(self._widths)
        # Only a CIDFontType2 may have this key: ISO 32000-1, table 117.
        if made.format != "TrueType" and Name.CIDToGIDMap in descendant:
            del descendant.CIDToGIDMap
        self._complete_descriptor(descendant.FontDescriptor, made)
        for font in fonts:
            font.DescendantFonts = Array([descendant])
        for font, texts in self._fonts:
            font.ToUnicode = to_unicode(self._pdf, texts)

    def _complete_descriptor(self, descriptor: Object, made: Subset) -> None:
        """Embed the subset, and set the entries that depend on all its glyphs together."""
        if made.format == "TrueType":
            descriptor.FontFile2 = self._pdf.make_stream(made.data, Length1=len(made.data))
        else:
            kind = Name(f"/{made.format}")
            descriptor.FontFile3 = self._pdf.make_stream(made.data, Subtype=kind)
        descriptor.FontBBox[2] = round(max(self._widths.values()), 4)
        is_fixed_pitch = len(self._widths) > 1 and len(set(self._widths.values())) == 1
        flags = (descriptor.get_int(Name.Flags) or 0) & ~_FIXED_PITCH
        descriptor.Flags = flags | (_FIXED_PITCH if is_fixed_pitch else 0)


def _is_unused(font: Object) -> bool:
    """Return whether no glyph of a font is shown. The press embeds such a font whole."""
    return font.Subtype == Name.Type0 and not len(font.DescendantFonts[0].W)
