"""Subset font files for embedding; owns uharfbuzz, and fontTools for CID-keyed fonts."""

from collections.abc import Collection
from io import BytesIO
from typing import Any, NamedTuple

# Font tables that a PDF does not use; weasyprint.pdf.fonts drops the same tables.
_DROPPED = tuple(
    int.from_bytes(tag.ljust(4), "big")
    for tag in b"BASE DSIG EBDT EBLC EBSC GPOS GSUB JSTF LTSH PCLT SVG".split()
)
# WeasyPrint (pdf/fonts.py) does more than subset a font that has one of these tables: WeasyPrint
# draws bitmap and colour glyphs as pictures, and makes a static font of a variable font.
_NOT_PLAIN = {"fvar", "EBDT", "CBDT", "sbix", "SVG ", "COLR"}


class Traits(NamedTuple):
    """The traits of a font that must be known before the font is subset.

    Attributes:
        glyph_count: the number of its glyphs.
        is_plain: whether the press only subsets the font, by glyph numbers.
    """

    glyph_count: int
    is_plain: bool


class Subset(NamedTuple):
    """A font as it is embedded.

    Attributes:
        data: the font file.
        format: `TrueType`, `OpenType`, or `CIDFontType0C` for bare outlines by CID.
    """

    data: bytes
    format: str


def traits(program: bytes, index: int) -> Traits:
    """Return the traits of a font file, or of one font in a collection."""
    import uharfbuzz

    face = uharfbuzz.Face(program, index)
    return Traits(face.glyph_count, _NOT_PLAIN.isdisjoint(face.table_tags))


def subset(program: bytes, index: int, glyphs: Collection[int], *, boxes: bool) -> Subset:
    """Return a font with some of its glyphs only. Numbers in content streams stay valid.

    Args:
        program: the whole font file.
        index: the number of the font in a collection.
        glyphs: the numbers of the glyphs; all of them are in the font.
        boxes: whether glyph 0 keeps its outline: the box for a missing character.
    """
    import uharfbuzz
    from uharfbuzz import SubsetFlags

    face = uharfbuzz.Face(program, index)
    # The flags with which WeasyPrint embeds the same font (weasyprint/pdf/fonts.py).
    flags = (
        SubsetFlags.NO_HINTING | SubsetFlags.PASSTHROUGH_UNRECOGNIZED | SubsetFlags.DESUBROUTINIZE
    )
    if boxes:
        flags |= SubsetFlags.NOTDEF_OUTLINE
    if "CFF " in face.table_tags:
        renumbered = _subset_face(face, glyphs, flags)
        if _cids(renumbered) == [0, *sorted(set(glyphs) - {0})]:
            return Subset(renumbered.reference_table("CFF ").data, "CIDFontType0C")
    data: bytes = _subset_face(face, glyphs, flags | SubsetFlags.RETAIN_GIDS).blob.data
    return Subset(data, "OpenType" if data.startswith(b"OTTO") else "TrueType")


def _subset_face(face: Any, glyphs: Collection[int], flags: int) -> Any:
    import uharfbuzz

    plan = uharfbuzz.SubsetInput()
    plan.glyph_set.update(glyphs)
    plan.drop_table_tag_set.update(_DROPPED)
    plan.flags = flags
    return uharfbuzz.subset(face, plan)


def _cids(face: Any) -> list[int]:
    """Return the CIDs of all glyphs in their order; an empty list if the font has no CIDs.

    CJK fonts identify glyphs by CIDs, which mostly equal the glyph numbers. Then a subset may
    renumber its glyphs, because content streams go by CIDs. Otherwise the glyph numbers must stay,
    and the gaps between a few glyphs of 65,535 take 100 KB.
    """
    from fontTools.ttLib import TTFont

    outlines = TTFont(BytesIO(face.blob.data))["CFF "].cff[0]
    if not hasattr(outlines, "ROS"):
        return []
    return [0, *(int(name.removeprefix("cid")) for name in outlines.charset[1:])]
