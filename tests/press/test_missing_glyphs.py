"""Characters that no font has: named by script, with the command that installs a font."""

from printkit.press.missing_glyphs import missing_glyphs


def test_east_asian_characters_make_one_remark() -> None:
    """Han, kana and Hangul come in one package."""
    (remark,) = missing_glyphs("犬かハ한", "a.json")

    assert remark.code == "PK502"
    assert remark.where == "a.json"
    assert "犬 (U+72AC)" in remark.message
    assert "cjk" in remark.message.lower() or "supplemental fonts" in remark.message


def test_each_other_script_makes_its_own() -> None:
    """Thai and Devanagari have a remark each, sorted by script."""
    thai, deva = missing_glyphs("กन")[::-1]

    assert "ก" in thai.message
    assert "न" in deva.message


def test_many_are_counted() -> None:
    """A remark names a dozen characters and counts the rest."""
    (remark,) = missing_glyphs("".join(chr(0x4E00 + n) for n in range(50)))

    assert "and 38 more" in remark.message


def test_none_is_no_remark() -> None:
    """A page with all glyphs has no remark."""
    assert missing_glyphs("") == ()


def test_an_emoji_asks_for_a_newer_face_of_emoji() -> None:
    """The systems' packages for other scripts have no face of emoji in outlines."""
    (remark,) = missing_glyphs("\U0001fadc")
    assert "manimgx-fonts" in remark.message
    assert "noto-core" not in remark.message
