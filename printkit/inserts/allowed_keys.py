"""List every dictionary key that a page of somebody else's PDF may have.

The keys are those of ISO 32000-2. Missing on purpose are keys for actions, scripts, external and
embedded files, media, proxies and alternates of pictures, layers, device-dependent halftones,
private data, and metadata.
"""

from typing import Final


def _keys(words: str) -> frozenset[str]:
    return frozenset(f"/{word}" for word in words.split())


PAGE: Final = _keys(
    "Type Parent MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit"
    " Contents Resources Group Annots Tabs"
)

LINK: Final = _keys("Type Subtype Rect QuadPoints F Contents Border BS C H Lang Dest A")

_STREAM = "Type Subtype Length Filter DecodeParms"
_UNPACKING = (
    "Predictor Colors Columns BitsPerComponent EarlyChange K EndOfLine EncodedByteAlign Rows"
    " EndOfBlock BlackIs1 DamagedRowsBeforeError JBIG2Globals ColorTransform"
)
_RESOURCES = "ExtGState ColorSpace Pattern Shading XObject Font ProcSet Properties"
_FORM = "Name FormType BBox Matrix Resources Group S CS I K"
_PICTURE = (
    "Width Height ColorSpace BitsPerComponent Intent ImageMask Mask Decode Interpolate"
    " SMask SMaskInData Matte"
)
_COLOUR = "WhitePoint BlackPoint Gamma Matrix Range N Alternate Colorants Process Components"
_FUNCTION = (
    "FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Functions Bounds"
)
_PATTERN = (
    "PatternType PaintType TilingType BBox XStep YStep Matrix Resources Shading ExtGState"
    " ShadingType ColorSpace Background AntiAlias Function Coords Domain Extend"
    " BitsPerCoordinate BitsPerComponent BitsPerFlag Decode VerticesPerRow"
)
_GRAPHICS_STATE = (
    "LW LC LJ ML D RI OP op OPM Font BG BG2 UCR UCR2 TR TR2 FL SM SA BM SMask G BC CA ca AIS TK"
    " UseBlackPtComp"
)
_FONT = (
    "Name BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts"
    " CIDSystemInfo Registry Ordering Supplement DW W DW2 W2 CIDToGIDMap FontBBox FontMatrix"
    " CharProcs Resources BaseEncoding Differences CMapName WMode UseCMap FontName FontFamily"
    " FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV"
    " StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 Length1 Length2 Length3"
    " CharSet Style Panose Lang FD CIDSet"
)
_MARKED = "MCID ActualText Alt E Lang"

CONTENT: Final = _keys(
    " ".join(
        (
            _STREAM,
            _UNPACKING,
            _RESOURCES,
            _FORM,
            _PICTURE,
            _COLOUR,
            _FUNCTION,
            _PATTERN,
            _GRAPHICS_STATE,
            _FONT,
            _MARKED,
        )
    )
)

# Under these keys stand dictionaries whose own keys are names that the file's author gave.
NAMED: Final = _keys(
    "ExtGState ColorSpace Pattern Shading XObject Font Properties CharProcs Colorants"
    " FD RoleMap ClassMap"
)

# With these keys, pages, forms and links lead to their entry in the ParentTree.
ANCHORS: Final = _keys("StructParent StructParents")

STRUCTURE: Final = _keys(
    "Type S P K Pg ID T Lang Alt E ActualText Phoneme R MCID Stm Obj A C O"
    " ListNumbering Scope Headers RowSpan ColSpan Summary Short BBox Placement Role Checked Desc"
    " ParentTree ParentTreeNextKey IDTree RoleMap ClassMap Nums Names Kids Limits"
    " Namespaces NS RoleMapNS"
)
