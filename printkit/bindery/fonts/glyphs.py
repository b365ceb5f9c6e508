"""What a font dictionary says of its glyphs: how wide they are, and which text they stand for."""

import zlib
from collections.abc import Mapping
from itertools import islice

from pikepdf import Name, Object, Pdf

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


def widths_array(widths: Mapping[int, float]) -> Object:
    """The /W array: runs of glyphs without a gap, in thousandths of the size."""
    runs: list[str] = []
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            runs.append(f"] {glyph} [")
        runs.append(f"{widths[glyph]:.4f}".rstrip("0").rstrip("."))
    return Object.parse(f"[{' '.join(runs).removeprefix(']')}]]".encode())


def to_unicode(pdf: Pdf, says: Mapping[int, str]) -> Object:
    """The character map, a stream; its entries are in groups of a hundred, as they have to be."""
    lines = (f"<{glyph:04x}> <{says[glyph].encode('utf-16-be').hex()}>" for glyph in sorted(says))
    groups: list[str] = []
    while group := list(islice(lines, 100)):
        groups += [f"{len(group)} beginbfchar", *group, "endbfchar"]
    return _text_stream(pdf, _CMAP.replace("{entries}", "\n".join(groups)).encode())


def _text_stream(pdf: Pdf, text: bytes) -> Object:
    """A compressed stream that does not end in a carriage return.

    It may, but page-validation takes that for a part of the line's end that follows.
    """
    data = zlib.compress(text)
    if data.endswith(b"\r"):
        data = zlib.compress(text + b"\n")
    return pdf.make_stream(data, Filter=Name.FlateDecode)
