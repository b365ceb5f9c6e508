"""Subsets of font files, made as WeasyPrint makes them; owns uharfbuzz beside `fonts`."""

from collections.abc import Collection

# As in weasyprint.pdf.fonts: of no use in a PDF.
_DROPPED = tuple(
    int.from_bytes(tag.ljust(4), "big")
    for tag in b"BASE DSIG EBDT EBLC EBSC GPOS GSUB JSTF LTSH PCLT SVG".split()
)
# Bitmaps and colours are drawn as pictures, and a variable font is instanced for a document.
_OWN_WAYS = {"fvar", "EBDT", "CBDT", "sbix", "SVG ", "COLR"}


class Program:
    """A whole font file.

    Attributes:
        glyph_count: how many glyphs it has.
        is_plain: whether a subset by glyph numbers is all that the press makes of it.
    """

    def __init__(self, data: bytes, index: int) -> None:
        import uharfbuzz

        self._face = uharfbuzz.Face(data, index)
        self.glyph_count: int = self._face.glyph_count
        self.is_plain = _OWN_WAYS.isdisjoint(self._face.table_tags)

    def subset(self, glyphs: Collection[int], *, boxes: bool) -> bytes:
        """The font with these glyphs only, their numbers kept, and none after the last.

        Args:
            glyphs: their numbers.
            boxes: whether glyph 0, the box for what the font has not, keeps its outline.
        """
        import uharfbuzz
        from uharfbuzz import SubsetFlags

        plan = uharfbuzz.SubsetInput()
        plan.glyph_set.update(glyphs)
        plan.drop_table_tag_set.update(_DROPPED)
        plan.flags = (
            SubsetFlags.RETAIN_GIDS
            | SubsetFlags.NO_HINTING
            | SubsetFlags.PASSTHROUGH_UNRECOGNIZED
            | SubsetFlags.DESUBROUTINIZE
        )
        if boxes:
            plan.flags |= SubsetFlags.NOTDEF_OUTLINE
        data: bytes = uharfbuzz.subset(self._face, plan).blob.data
        return data
