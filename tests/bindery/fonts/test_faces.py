"""Faces: one embedded font for each face, in which every glyph keeps its text."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Object

from printkit.bindery.binding import bind
from printkit.bindery.book import Part
from tests.support.bindery_parts import (
    ARABIC,
    FONT_PROGRAMS,
    HEBREW,
    bind_book,
    change_meaning,
    make_book,
    open_pdf,
    print_part,
    read_page_words,
)
from tests.support.made_pictures import compare_pixels


@cache
def print_one() -> Part:
    """Return a part in one face, printed once."""
    return print_part("<p>abc</p>", "a")


@cache
def print_other() -> Part:
    """Return a part in two faces, printed once."""
    return print_part("<p>xyz <b>bold</b></p>", "b")


def fonts(file: pikepdf.Pdf) -> list[dict[str, Object]]:
    """Return the fonts of each page, by name."""
    return [dict(page.obj.Resources.Font.items()) for page in file.pages]


def programs(file: pikepdf.Pdf) -> list[Any]:
    """Return all embedded font files."""
    descriptors: list[Any] = [one for one in file.objects if _type(one) == "/FontDescriptor"]
    return [one.get("/FontFile2", one.get("/FontFile3")) for one in descriptors]


def _type(thing: Any) -> str:
    return str(thing.get("/Type", "")) if isinstance(thing, pikepdf.Dictionary) else ""


def glyphs_of(part: Part) -> dict[str, set[int]]:
    """Return the glyphs that a part uses of each face."""
    furniture = part.furniture.faces if part.furniture else ()
    found: dict[str, set[int]] = {}
    for face in (*part.pages.faces, *furniture):
        found.setdefault(face.name, set()).update(face.glyphs)
    return found


def test_parts_and_their_furniture_share_one_dictionary() -> None:
    """The pages share one font dictionary, with one font file for each face."""
    file = open_pdf(
        bind_book(print_one(), print_other(), print_part(HEBREW, "h"), print_part(ARABIC, "r"))
    )
    dictionaries = {page.obj.Resources.Font.objgen for page in file.pages}
    names = {face.name for one in (print_one(), print_other()) for face in one.pages.faces}
    assert len(dictionaries) == 1
    assert len(programs(file)) == len(fonts(file)[0])
    assert {f"/{name}" for name in names} <= fonts(file)[0].keys()


def test_a_face_has_the_glyphs_of_all_parts() -> None:
    """The face has the outlines, widths and text of the glyphs that any part uses."""
    file = open_pdf(bind_book(print_one(), print_other()))
    mine, yours = glyphs_of(print_one()), glyphs_of(print_other())
    name = next(name for name in mine if yours.get(name, set()) - mine[name])
    wanted = mine[name] | yours[name]
    font = fonts(file)[0][f"/{name}"]
    descendant = font.DescendantFonts[0]
    program = TTFont(BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
    drawn = {
        n for n, one in enumerate(program.getGlyphOrder()) if program["glyf"][one].numberOfContours
    }
    assert drawn - wanted == set()
    assert len(wanted - drawn) <= 1  # the space
    runs = descendant.W.as_list()
    assert {
        start + n for start, run in zip(runs[::2], runs[1::2], strict=True) for n in range(len(run))
    } >= wanted
    said = font.ToUnicode.read_bytes()
    assert all(f"<{glyph:04x}> <".encode() in said for glyph in wanted)


def test_what_is_said_differently_is_kept_apart() -> None:
    """A part whose glyphs stand for other text has a map of its own; the font file is the same."""
    odd = change_meaning(print_part("<p>abcd</p>", "o"), "ß")
    file = open_pdf(bind_book(print_one(), odd, print_other()))
    name = f"/{odd.pages.faces[0].name}"
    first, second, third = (page[name] for page in fonts(file))
    assert first.objgen == third.objgen != second.objgen
    assert first.DescendantFonts[0].objgen == second.DescendantFonts[0].objgen
    assert b"<00df>" in second.ToUnicode.read_bytes()
    assert b"<00df>" not in first.ToUnicode.read_bytes()


def test_made_up_glyph_numbers_stay_in_their_part() -> None:
    """Two parts give one number to two missing characters: each number keeps its own character."""
    parts = [print_part(f"<p>abc {character}</p>", "m") for character in "\U00010570\U0001e290"]
    missing = [one.pages.missing for one in parts]
    assert missing == ["\U00010570", "\U0001e290"]
    made = bind_book(*parts, print_one())
    for words, character in zip(read_page_words(made), missing, strict=False):
        assert f"abc {character}" in words
    assert len(programs(open_pdf(made))) == len(
        {name for one in (*parts, print_one()) for name in glyphs_of(one)}
    )


def test_made_up_glyph_numbers_are_not_taken_for_glyphs() -> None:
    """Made-up numbers are encoded as glyph 0, the box; all other glyph numbers stay."""
    boxed = print_part("<p>abc \U00010570", "m")
    file = open_pdf(bind_book(print_one(), boxed, print_other()))
    encodings = [{str(one.get("/Encoding")) for one in page.values()} for page in fonts(file)]
    assert encodings[0] == {"/Identity-H"}
    own = [one for one in fonts(file)[1].values() if one.Encoding != pikepdf.Name("/Identity-H")]
    assert len(own) == 1
    (made_up,) = (
        glyph
        for face in boxed.pages.faces
        for glyph, text in face.glyphs.items()
        if text == "\U00010570"
    )
    assert f"<{made_up:04x}> 0".encode() in own[0].Encoding.read_bytes()


def test_cjk_is_embedded_without_gaps() -> None:
    """CIDs need no map to glyphs; words are read and drawn as before."""
    japanese = print_part("<p>港が開く</p>", "j", language="ja")
    if japanese.pages.missing:
        pytest.skip("no font here has Japanese")
    made = bind_book(japanese, print_one())
    assert read_page_words(made)[0].startswith("港が開く")
    file = open_pdf(made)
    descendants = [font.DescendantFonts[0] for font in fonts(file)[0].values()]
    closed_up = [one for one in descendants if "/FontFile3" in one.FontDescriptor]
    assert closed_up
    for one in closed_up:
        assert one.FontDescriptor.FontFile3.Subtype == pikepdf.Name.CIDFontType0C
        assert "/CIDToGIDMap" not in one
    own, bound_page = (pypdfium2.PdfDocument(pdf)[0] for pdf in (japanese.pages.pdf, made))
    assert (
        compare_pixels(*(page.render(crop=(0, 40, 0, 0)).to_pil() for page in (own, bound_page)))
        < 32
    )


def test_a_face_without_a_plan_is_left_as_it_is() -> None:
    """A font for which the press gives no glyphs keeps its own subset."""
    silent = replace(print_one(), pages=replace(print_one().pages, faces=()))
    made = bind(make_book(silent, print_other()), FONT_PROGRAMS.__getitem__)
    assert read_page_words(made)[0].startswith("abc")
    used = {face.name for face in print_one().pages.faces}
    assert len(programs(open_pdf(made))) > len(
        used | {face.name for face in print_other().pages.faces}
    )
