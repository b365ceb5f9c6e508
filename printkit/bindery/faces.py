"""The faces of all parts, each embedded once with the glyphs that any part uses.

The press keeps glyph numbers, so what is printed stays as it is. What a glyph says may differ
from part to part: a small capital stands for `a` here and for `A` there, and the press makes
numbers up for characters that no font has. Such parts have a font dictionary of their own,
with their own map to Unicode; the embedded font they share with all others.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from pikepdf import Array, Name, Object, Pdf

from printkit.bindery.subset import Program
from printkit.pages import Face

_FIXED_PITCH = 1
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{entries}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


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
            printed: the font dictionaries in their file, by name.

        Returns:
            The font dictionaries in the bound file, by name. Pages in which the same glyphs
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
            return self._pdf.copy_foreign(printed)
        key = face.name, face.program, face.index
        if key not in self._founts:
            program = Program(self._programs(face.program), face.index)
            self._founts[key] = _Fount(self._pdf, program)
        fount = self._founts[key]
        return (
            fount.take(face, printed) if fount.program.is_plain else self._pdf.copy_foreign(printed)
        )

    def cast(self) -> None:
        """Embed every face, with all glyphs that were noted."""
        for fount in self._founts.values():
            fount.cast()


class _Fount:
    """One face, and what the book uses of it."""

    def __init__(self, pdf: Pdf, program: Program) -> None:
        self.program = program
        self._pdf = pdf
        self._widths: dict[int, float] = {}
        self._glyphs: set[int] = set()
        self._readings: list[tuple[Object, dict[int, str]]] = []
        self._apart: list[Object] = []

    def take(self, face: Face, printed: Object) -> Object:
        count = self.program.glyph_count
        self._glyphs.update(glyph for glyph in face.glyphs if glyph < count)
        for glyph, width in face.widths.items():
            if glyph < count:
                self._widths.setdefault(glyph, width)
        if printed.Encoding != Name("/Identity-H"):
            # It has made-up glyph numbers; its encoding and its map belong together.
            font = self._pdf.copy_foreign(printed)
            self._apart.append(font)
            return font
        for font, says in self._readings:
            if all(says.get(glyph, text) == text for glyph, text in face.glyphs.items()):
                says.update(face.glyphs)
                return font
        font = self._pdf.copy_foreign(printed)
        self._readings.append((font, dict(face.glyphs)))
        return font

    def cast(self) -> None:
        fonts = [*(font for font, _ in self._readings), *self._apart]
        if not self._glyphs or not fonts:
            return
        descendant = fonts[0].DescendantFonts[0]
        descendant.W = Object.parse(_widths(self._widths))
        self._describe(descendant.FontDescriptor)
        for font in fonts:
            font.DescendantFonts = Array([descendant])
        for font, says in self._readings:
            font.ToUnicode = self._pdf.make_stream(_to_unicode(says))

    def _describe(self, descriptor: Object) -> None:
        """Embed the subset, and say what follows from all its glyphs together."""
        data = self.program.subset(self._glyphs, boxes=bool(self._apart))
        if data.startswith(b"OTTO"):
            descriptor.FontFile3 = self._pdf.make_stream(data, Subtype=Name.OpenType)
        else:
            descriptor.FontFile2 = self._pdf.make_stream(data, Length1=len(data))
        descriptor.FontBBox[2] = Object.parse(_number(max(self._widths.values())))
        alike = len(self._widths) > 1 and len(set(self._widths.values())) == 1
        flags = (descriptor.get_int(Name.Flags) or 0) & ~_FIXED_PITCH
        descriptor.Flags = flags | (_FIXED_PITCH if alike else 0)


def _is_unused(font: Object) -> bool:
    """Whether the press shows no glyph in a font, which it then embeds whole."""
    return font.Subtype == Name.Type0 and not len(font.DescendantFonts[0].W)


def _widths(widths: Mapping[int, float]) -> bytes:
    """The /W array: runs of glyphs without a gap."""
    runs: list[str] = []
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            runs.append(f"] {glyph} [")
        runs.append(_number(widths[glyph]).decode())
    return f"[{' '.join(runs).removeprefix(']')}]]".encode()


def _number(value: float) -> bytes:
    return f"{value:.4f}".rstrip("0").rstrip(".").encode()


def _to_unicode(says: Mapping[int, str]) -> bytes:
    """A character map, in groups of a hundred as it has to be."""
    lines = (f"<{glyph:04x}> <{says[glyph].encode('utf-16-be').hex()}>" for glyph in sorted(says))
    groups = []
    while group := list(islice(lines, 100)):
        groups += [f"{len(group)} beginbfchar", *group, "endbfchar"]
    return _CMAP.replace("{entries}", "\n".join(groups)).encode()
