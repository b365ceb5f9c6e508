"""Make the entries of a font dictionary about its glyphs: their widths, and their text."""

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
    """Return the /W array: runs of consecutive glyphs, in thousandths of the font size."""
    runs: list[str] = []
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            runs.append(f"] {glyph} [")
        runs.append(f"{widths[glyph]:.4f}".rstrip("0").rstrip("."))
    return Object.parse(f"[{' '.join(runs).removeprefix(']')}]]".encode())


def to_unicode(pdf: Pdf, texts: Mapping[int, str]) -> Object:
    """Return the ToUnicode map, a stream that gives the text of each glyph."""
    lines = (f"<{glyph:04x}> <{texts[glyph].encode('utf-16-be').hex()}>" for glyph in sorted(texts))
    groups: list[str] = []
    # A bfchar section has at most 100 entries: Adobe Technical Note 5014.
    while group := list(islice(lines, 100)):
        groups += [f"{len(group)} beginbfchar", *group, "endbfchar"]
    return _text_stream(pdf, _CMAP.replace("{entries}", "\n".join(groups)).encode())


def _text_stream(pdf: Pdf, text: bytes) -> Object:
    """Return a compressed stream that does not end in a carriage return.

    A stream may end so, but the validator page-validation counts this byte as a part of the line
    end that follows, and reports that the stream is too short.
    """
    data = zlib.compress(text)
    if data.endswith(b"\r"):
        data = zlib.compress(text + b"\n")
    return pdf.make_stream(data, Filter=Name.FlateDecode)
