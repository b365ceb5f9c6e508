"""Subsets of fonts: they are small, and each glyph keeps its number."""

from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont

from printkit.bindery.fonts.subset import subset, traits
from printkit.press.fonts import read_font
from tests.support.bindery_parts import FONT_PROGRAMS, print_part

CJK = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
VARIABLE = (files("fontpkg_libre_franklin") / "files" / "LibreFranklin[wght].ttf").read_bytes()
STATIC = read_font("font:libre-franklin/LibreFranklin[wght].ttf?wght=400")


def outlines(font: bytes) -> dict[int, bytes]:
    """Return the outlines that are not empty, by glyph number."""
    table = TTFont(BytesIO(font))["glyf"]
    found = {n: table[name].compile(table) for n, name in enumerate(table.glyphOrder)}
    return {number: data for number, data in found.items() if data}


def test_glyphs_keep_their_numbers_and_outlines() -> None:
    """The subset has these outlines only, and ends with the last of the outlines."""
    whole = TTFont(BytesIO(STATIC))
    glyphs = {whole.getGlyphID(whole.getBestCmap()[ord(letter)]) for letter in "abk"}
    made = subset(STATIC, 0, glyphs, boxes=False)
    assert made.format == "TrueType"
    assert outlines(made.data).keys() == glyphs
    assert TTFont(BytesIO(made.data))["maxp"].numGlyphs == max(glyphs) + 1


def test_a_box_for_what_is_missing_is_kept_if_it_is_shown() -> None:
    """If a page shows the box, glyph 0 keeps its outline."""
    assert 0 in outlines(subset(STATIC, 0, {40}, boxes=True).data)


def test_a_subset_is_no_larger_than_the_press_makes_it() -> None:
    """Our subset may have a table or two more, of a few bytes."""
    own = print_part().pages
    for face in own.faces:
        made = subset(FONT_PROGRAMS[face.program], face.index, set(face.glyphs), boxes=False)
        with TTFont(BytesIO(made.data)) as font:
            assert {"GSUB", "GPOS", "fpgm"}.isdisjoint(font.keys())
        assert len(made.data) < 12000


def test_traits_tell_what_a_subset_cannot_be_made_of() -> None:
    """A variable font must be made static first."""
    assert traits(STATIC, 0).is_plain
    assert traits(STATIC, 0).glyph_count == TTFont(BytesIO(STATIC))["maxp"].numGlyphs
    assert not traits(VARIABLE, 0).is_plain


def test_the_gaps_between_a_few_characters_of_cjk_are_closed() -> None:
    """The font keeps its outlines only, under CIDs equal to glyph numbers: 2 KB, not 500."""
    if not CJK.is_file():
        pytest.skip(f"{CJK} is not installed")
    program = CJK.read_bytes()
    whole = TTCollection(BytesIO(program)).fonts[2]
    glyphs = {whole.getGlyphID(whole.getBestCmap()[ord(one)]) for one in "港開放"}
    made = subset(program, 2, glyphs, boxes=False)
    assert made.format == "CIDFontType0C"
    assert len(made.data) < 5000
    from fontTools.cffLib import CFFFontSet

    font = CFFFontSet()
    font.decompile(BytesIO(made.data), None)
    assert font[0].charset == [".notdef", *(f"cid{glyph:05}" for glyph in sorted(glyphs))]
