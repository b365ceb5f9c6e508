"""Font dictionaries: the widths and the text of glyphs."""

import pikepdf

from printkit.bindery.fonts.glyphs import to_unicode, widths_array


def test_widths_are_written_in_runs() -> None:
    """A run begins where a glyph is left out."""
    array = widths_array({5: 600.0, 3: 500.25, 4: 0, 9: 1000})
    assert array.unparse() == b"[ 3 [ 500.25 0 600 ] 9 [ 1000 ] ]"


def test_texts_are_written_in_groups_of_a_hundred() -> None:
    """Texts are in UTF-16: a ligature stands for several letters, 𝄞 takes two code units."""
    says = {**dict.fromkeys(range(100, 220), "x"), 7: "ffi", 8: "𝄞"}
    with pikepdf.new() as file:
        text = to_unicode(file, says).read_bytes().decode()
    assert "<0007> <006600660069>\n<0008> <d834dd1e>\n<0064> <0078>" in text
    assert text.count("beginbfchar") == text.count("endbfchar") == 2
    assert "\n100 beginbfchar\n" in text
    assert "\n22 beginbfchar\n" in text


def test_no_map_ends_in_a_carriage_return() -> None:
    """A PDF validator would take a carriage return of the compressed map for the line's end."""
    mended = 0
    with pikepdf.new() as file:
        for glyph in range(600):
            stream = to_unicode(file, {glyph: "a"})
            assert not stream.read_raw_bytes().endswith(b"\r")
            mended += stream.read_bytes().endswith(b"end\n\n")
    assert mended > 0
