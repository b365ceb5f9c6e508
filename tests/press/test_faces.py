"""Faces: each font of printed pages, with its whole file, kept under the file's hash."""

from hashlib import sha256

from printkit.press.engine import print_for_binding
from printkit.press.fonts import family
from printkit.themes import find_theme
from tests.support.printed_articles import make_unsafe_page


def test_each_face_comes_with_its_whole_font_file() -> None:
    """The file has far more glyphs than the page uses, and is named by its SHA-256."""
    programs: dict[str, bytes] = {}
    theme = find_theme("broadsheet")
    page = make_unsafe_page("<p>zebra <b>quiz</b></p>")
    pages = print_for_binding(page, theme, programs.__setitem__)
    assert {sha256(program).hexdigest() for program in programs.values()} == programs.keys()
    named = {family(programs[face.program], face.index) for face in pages.faces}
    assert named == {"Source Serif 4"}
    assert all(len(program) > 100_000 for program in programs.values())
    text = next(face for face in pages.faces if "z" in face.glyphs.values())
    assert set("zebra") <= set(text.glyphs.values())
    assert text.glyphs.keys() == text.widths.keys()


def test_a_warm_engine_keeps_the_same_files_again() -> None:
    """The second document gets the same files, though the engine reads each file only once."""
    kept: list[dict[str, bytes]] = [{}, {}]
    for programs in kept:
        print_for_binding(make_unsafe_page("<p>a</p>"), find_theme("reader"), programs.__setitem__)
    assert kept[0] == kept[1] != {}
