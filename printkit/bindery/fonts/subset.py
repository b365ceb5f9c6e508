"""Subsets of font files, as small as a PDF needs them."""

from collections.abc import Collection
from io import BytesIO
from typing import Any, NamedTuple

# As in weasyprint.pdf.fonts: of no use in a PDF.
_DROPPED = tuple(
    int.from_bytes(tag.ljust(4), "big")
    for tag in b"BASE DSIG EBDT EBLC EBSC GPOS GSUB JSTF LTSH PCLT SVG".split()
)
# Bitmaps and colours are drawn as pictures, and a variable font is instanced for a document.
_OWN_WAYS = {"fvar", "EBDT", "CBDT", "sbix", "SVG ", "COLR"}


class Traits(NamedTuple):
    """What is to be known of a font before it is subset.

    Attributes:
        glyph_count: how many glyphs it has.
        is_plain: whether a subset by glyph numbers is all that the press makes of it.
    """

    glyph_count: int
    is_plain: bool


class Subset(NamedTuple):
    """A font as it is embedded.

    Attributes:
        data: the font file.
        format: `TrueType`, `OpenType`, or `CIDFontType0C`: outlines alone, found by CID.
    """

    data: bytes
    format: str


def traits(program: bytes, index: int) -> Traits:
    """Look at a whole font file, or at a font of a collection."""
    import uharfbuzz

    face = uharfbuzz.Face(program, index)
    return Traits(face.glyph_count, _OWN_WAYS.isdisjoint(face.table_tags))


def subset(program: bytes, index: int, glyphs: Collection[int], *, boxes: bool) -> Subset:
    """Thin a font to some of its glyphs, which are called by their numbers as before.

    Args:
        program: the whole font file.
        index: which font of a collection.
        glyphs: the numbers of the glyphs; none is beyond the font's.
        boxes: whether glyph 0, the box for what the font has not, keeps its outline.
    """
    import uharfbuzz
    from uharfbuzz import SubsetFlags

    face = uharfbuzz.Face(program, index)
    flags = (
        SubsetFlags.NO_HINTING | SubsetFlags.PASSTHROUGH_UNRECOGNIZED | SubsetFlags.DESUBROUTINIZE
    )
    if boxes:
        flags |= SubsetFlags.NOTDEF_OUTLINE
    if "CFF " in face.table_tags:
        closed_up = _thinned(face, glyphs, flags)
        if _cids(closed_up) == [0, *sorted(set(glyphs) - {0})]:
            return Subset(closed_up.reference_table("CFF ").data, "CIDFontType0C")
    data: bytes = _thinned(face, glyphs, flags | SubsetFlags.RETAIN_GIDS).blob.data
    return Subset(data, "OpenType" if data.startswith(b"OTTO") else "TrueType")


def _thinned(face: Any, glyphs: Collection[int], flags: int) -> Any:
    import uharfbuzz

    plan = uharfbuzz.SubsetInput()
    plan.glyph_set.update(glyphs)
    plan.drop_table_tag_set.update(_DROPPED)
    plan.flags = flags
    return uharfbuzz.subset(face, plan)


def _cids(face: Any) -> list[int]:
    """The CIDs of all glyphs in their order; none where the font has no CIDs.

    CJK fonts call glyphs by CIDs, which mostly are their numbers. Without them the numbers
    must stay, and the gaps between a few of 65,535 take 100 KB.
    """
    from fontTools.ttLib import TTFont

    outlines = TTFont(BytesIO(face.blob.data))["CFF "].cff[0]
    if not hasattr(outlines, "ROS"):
        return []
    return [0, *(int(name.removeprefix("cid")) for name in outlines.charset[1:])]
