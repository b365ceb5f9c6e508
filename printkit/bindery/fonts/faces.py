"""The faces of all parts, each embedded once with the glyphs that any part uses.

The press keeps glyph numbers, so what is printed stays as it is. What a glyph says may differ
from part to part: a small capital stands for `a` here and for `A` there, and the press makes
numbers up for characters that no font has. Such parts have a font dictionary of their own,
with their own map to Unicode; the embedded font they share with all others.
"""

from collections.abc import Callable, Iterable

from pikepdf import Array, Name, Object, Pdf

from printkit.bindery.fonts.glyphs import to_unicode, widths_array
from printkit.bindery.fonts.subset import Subset, Traits, subset, traits
from printkit.pages import Face

_FIXED_PITCH = 1  # a flag of the font descriptor


class Case:
    """All the type of a book, by name, font file and place in it."""

    def __init__(self, pdf: Pdf, programs: Callable[[str], bytes]) -> None:
        self._pdf = pdf
        self._programs = programs
        self._founts: dict[tuple[str, str, int], _Fount] = {}

    def take(self, faces: Iterable[Face], printed: Object) -> dict[str, Object]:
        """Note what some pages use.

        Args:
            faces: the faces of the pages.
            printed: their font dictionaries, by name.

        Returns:
            The font dictionaries they are to have, by name. Pages in which the same glyphs
            say the same share them. They are complete once `cast` was called.
        """
        known = {face.name: face for face in faces}
        return {
            name: self._font(known.get(name[1:]), font)
            for name, font in printed.items()
            if name[1:] in known or not _is_unused(font)
        }

    def _font(self, face: Face | None, printed: Object) -> Object:
        if face is None or printed.Subtype != Name.Type0:
            return printed
        key = face.name, face.program, face.index
        if key not in self._founts:
            known = traits(self._programs(face.program), face.index)
            self._founts[key] = _Fount(self._pdf, known)
        fount = self._founts[key]
        return fount.take(face, printed) if fount.traits.is_plain else printed

    def cast(self) -> None:
        """Embed every face, with all glyphs that were noted."""
        for (_, program, index), fount in self._founts.items():
            if fount.glyphs:
                fount.cast(subset(self._programs(program), index, fount.glyphs, boxes=fount.boxes))


class _Fount:
    """One face, and what the book uses of it.

    Attributes:
        traits: of its font file.
        glyphs: the numbers of the glyphs that are shown.
    """

    def __init__(self, pdf: Pdf, traits: Traits) -> None:
        self.traits = traits
        self.glyphs: set[int] = set()
        self._pdf = pdf
        self._widths: dict[int, float] = {}
        self._readings: list[tuple[Object, dict[int, str]]] = []
        self._apart: list[Object] = []

    @property
    def boxes(self) -> bool:
        """Whether some characters are shown as boxes."""
        return bool(self._apart)

    def take(self, face: Face, printed: Object) -> Object:
        """Note what some pages use; the font dictionary for them."""
        count = self.traits.glyph_count
        self.glyphs.update(glyph for glyph in face.glyphs if glyph < count)
        for glyph, width in face.widths.items():
            if glyph < count:
                self._widths.setdefault(glyph, width)
        if printed.Encoding != Name("/Identity-H"):
            # It has made-up glyph numbers; its encoding and its map belong together.
            self._apart.append(printed)
            return printed
        for font, says in self._readings:
            if all(says.get(glyph, text) == text for glyph, text in face.glyphs.items()):
                says.update(face.glyphs)
                return font
        self._readings.append((printed, dict(face.glyphs)))
        return printed

    def cast(self, made: Subset) -> None:
        """Embed the face, and complete the font dictionaries."""
        fonts = [*(font for font, _ in self._readings), *self._apart]
        descendant = fonts[0].DescendantFonts[0]
        descendant.W = widths_array(self._widths)
        if made.format != "TrueType" and Name.CIDToGIDMap in descendant:
            del descendant.CIDToGIDMap
        self._describe(descendant.FontDescriptor, made)
        for font in fonts:
            font.DescendantFonts = Array([descendant])
        for font, says in self._readings:
            font.ToUnicode = to_unicode(self._pdf, says)

    def _describe(self, descriptor: Object, made: Subset) -> None:
        """Embed the subset, and say what follows from all its glyphs together."""
        if made.format == "TrueType":
            descriptor.FontFile2 = self._pdf.make_stream(made.data, Length1=len(made.data))
        else:
            kind = Name(f"/{made.format}")
            descriptor.FontFile3 = self._pdf.make_stream(made.data, Subtype=kind)
        descriptor.FontBBox[2] = round(max(self._widths.values()), 4)
        alike = len(self._widths) > 1 and len(set(self._widths.values())) == 1
        flags = (descriptor.get_int(Name.Flags) or 0) & ~_FIXED_PITCH
        descriptor.Flags = flags | (_FIXED_PITCH if alike else 0)


def _is_unused(font: Object) -> bool:
    """Whether the press shows no glyph in a font, which it then embeds whole."""
    return font.Subtype == Name.Type0 and not len(font.DescendantFonts[0].W)
