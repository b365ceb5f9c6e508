"""Fields and marks without an appearance: their words are printed, or named in a remark."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from printkit import digest
from printkit.imposition import impose
from tests.support.annotated_sheet import LOST, Sheet, admit, ink, lost, words
from tests.support.digest_readback import split_words
from tests.support.imposition_pdfs import save_pdf
from tests.support.paths import CASES
from tests.support.quick_cases import mark_slow


def test_a_filled_field_is_on_paper() -> None:
    """Field case b21 has a name in a field that no program has drawn yet."""
    joined = CASES / "b21-form-no-looks.pdf"
    made = digest(CASES / "b20-small.json", append=[joined], cache=False)
    with pypdfium2.PdfDocument(made.pdf) as document:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Gannet" in text
    assert "PK714" not in [one.code for one in made.remarks]


def test_an_imposed_form_shows_its_values() -> None:
    """The form of field case b21 stands on a sheet for a booklet."""
    made = impose(CASES / "b21-form-no-looks.pdf", booklet=True)
    with pypdfium2.PdfDocument(made.pdf) as document:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Gannet" in text
    assert made.remarks[0].message.endswith("outline and attachments")


def inherited(sheet: Sheet) -> None:
    """Let a field have its value from the field above."""
    one = sheet.field()
    above = Dictionary(FT=one.FT, T=one.T, DA=one.DA, V=String("Gannet"), Kids=Array([one]))
    one.Parent = sheet.pdf.make_indirect(above)
    sheet.form.Fields = Array([one.Parent])
    del one.FT, one.T, one.DA


def orphaned(sheet: Sheet) -> None:
    """Take the form away, as programs do that join files."""
    inherited(sheet)
    del sheet.pdf.Root.AcroForm


OPTIONS = Array([String("Pier"), Array([String("e"), String("East")])])
FILLED: dict[str, tuple[Callable[[Sheet], object], str]] = {
    "text": (lambda sheet: sheet.field(V=String("Gannet")), "Gannet"),
    "paragraphs": (
        lambda sheet: sheet.field(V=String("One line\rand two"), Ff=1 << 12),
        "One line and two",
    ),
    "one box a letter": (
        lambda sheet: sheet.field(V=String("1234"), Ff=1 << 24, MaxLen=6),
        "1 2 3 4",
    ),
    "accents": (lambda sheet: sheet.field(V=String("Gänse à Málaga")), "Gänse à Málaga"),
    "a choice": (lambda sheet: sheet.field("Ch", V=String("e"), Opt=OPTIONS, Ff=1 << 17), "East"),
    "a list": (lambda sheet: sheet.field("Ch", V=String("Pier"), Opt=OPTIONS), "Pier East"),
    "two of a list": (
        lambda sheet: sheet.field(
            "Ch",
            V=Array([String("Pier"), String("West")]),
            Opt=Array([String("Pier"), String("East"), String("West")]),
            Ff=1 << 21,
            Rect=Array([20, 20, 200, 120]),
        ),
        "Pier East West",
    ),
    "a value from above": (inherited, "Gannet"),
    "a form that is lost": (orphaned, "Gannet"),
    "no font of its own": (lambda sheet: sheet.field(V=String("Gannet"), DA=String("")), "Gannet"),
    "not for print": (lambda sheet: sheet.field(V=String("Gannet"), F=0), "Gannet"),
    "an old look": (
        lambda sheet: sheet.field(V=String("Gannet"), AP=sheet.look(b"/Tx BMC EMC")),
        "Gannet",
    ),
}


@pytest.mark.filterwarnings("ignore::pikepdf.PageCopyWarning")  # the test saves the file
@pytest.mark.parametrize(
    "kind", mark_slow(FILLED, but={"text", "two of a list", "a form that is lost", "an old look"})
)
def test_each_kind_of_field_shows_its_value(tmp_path: Path, kind: str) -> None:
    """A field shows its value if the form asks viewers to draw it, or if it has no appearance."""
    fill, wanted = FILLED[kind]
    for asks in (True, False) if kind != "an old look" else (True,):
        sheet = Sheet(asks=asks)
        fill(sheet)
        admitted = admit(tmp_path, sheet)
        assert words(admitted.pdf) == wanted
        assert lost(admitted) == []


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ({"AS": Name.Yes}, True),
        ({"AS": Name("/On"), "V": Name("/On")}, True),
        ({"V": Name("/On")}, True),
        ({"AS": Name("/2"), "V": Name("/2"), "Ff": 1 << 15}, True),
        ({"AS": Name.Off, "V": Name.Off}, False),
    ],
    ids=["ticked", "its own word", "by its value", "round", "empty"],
)
def test_a_box_is_ticked(tmp_path: Path, keys: dict[str, Any], wanted: bool) -> None:
    """The box is ticked under any name that the file gives to this state."""
    made = []
    for given in (keys, {**keys, "AS": Name.Off}):
        sheet = Sheet()
        sheet.field("Btn", Rect=Array([20, 20, 40, 40]), MK=Dictionary(BC=Array([0])), **given)
        made.append(ink(admit(tmp_path, sheet).pdf))
    assert (made[0] > made[1]) == wanted


CORNERS = Array([20, 60, 200, 60, 20, 20, 200, 20])
PATH = Array([20, 20, 60, 60, 200, 30])
MARKS: dict[str, dict[str, Any]] = {
    "Highlight": {"QuadPoints": CORNERS, "C": Array([1, 0.5, 0])},
    "Underline": {"QuadPoints": CORNERS, "C": Array([1, 0, 0])},
    "StrikeOut": {"QuadPoints": CORNERS, "C": Array([1, 0, 0])},
    "Squiggly": {"QuadPoints": CORNERS, "C": Array([1, 0, 0])},
    "Square": {"C": Array([0, 0, 1])},
    "Circle": {"C": Array([0, 0, 1])},
    "Ink": {"InkList": Array([PATH]), "C": Array([1, 0, 1])},
    "Line": {"L": Array([20, 20, 200, 60]), "C": Array([0, 0, 1])},
    "PolyLine": {"Vertices": PATH, "C": Array([0])},
    "Polygon": {"Vertices": PATH, "C": Array([0, 1, 1, 0])},
}


@pytest.mark.parametrize(
    ("kind", "flags"),
    mark_slow(product(MARKS, [4, 0]), but={("Highlight", 4), ("Ink", 0), ("Line", 4)}),
)
def test_each_kind_of_mark_is_drawn(tmp_path: Path, kind: str, flags: int) -> None:
    """A reader's mark is printed, also where the program did not set the flag for print."""
    sheet = Sheet()
    sheet.put(kind, F=flags, **MARKS[kind])
    admitted = admit(tmp_path, sheet)
    assert ink(admitted.pdf) > 50
    assert lost(admitted) == []
    assert f"1 {kind}" in next(one.message for one in admitted.remarks if one.code == "PK713")


def test_written_marks_are_on_paper(tmp_path: Path) -> None:
    """Written marks are words that a reader wrote on the page."""
    sheet = Sheet()
    sheet.put("FreeText", Contents=String("See page nine"), DA=String("/He 12 Tf 1 0 0 rg"))
    assert words(admit(tmp_path, sheet).pdf) == "See page nine"


def test_a_comment_is_quoted_whole(tmp_path: Path) -> None:
    """The comment is quoted whole although the page has a word of the comment elsewhere."""
    sheet = Sheet()
    sheet.page.Contents = sheet.pdf.make_stream(b"BT /He 12 Tf 20 100 Td (Ask and note) Tj ET")
    sheet.put("Highlight", Contents=String("Ask Nora to note"), **MARKS["Highlight"])
    assert lost(admit(tmp_path, sheet)) == ["Ask Nora to note"]


def test_words_that_are_not_on_paper_are_told(tmp_path: Path) -> None:
    """The words are comments behind a mark, stamps without a look, and cut values."""
    sheet = Sheet()
    sheet.put("Highlight", Contents=String("Check this sum"), **MARKS["Highlight"])
    sheet.put("Text", Contents=String("Ask Nora\nfirst"))
    sheet.put("Stamp", Contents=String("Approved"))
    sheet.field(
        V=String(f"a very long value {'that goes on and ' * 12}that its field must cut off here")
    )
    sheet.field(V=String("Bollard"), MaxLen=3)
    sheet.put("Link", Contents=String("Spoken only"))
    sheet.field(V=String("never shown"), F=2)
    sheet.field(V=String("secret"), Ff=1 << 13)
    sheet.field(V=String("Gannet"), AP=sheet.look(b"/Tx BMC EMC"))
    told = lost(admit(tmp_path, sheet))
    assert told[:3] == ["Check this sum", "Ask Nora first", "Approved"]
    assert told[3].endswith("must cut off here")
    assert not told[3].startswith("a very")
    assert told[4:] == ["Bollard", "Gannet"]


def test_a_comment_that_repeats_the_page_is_not_told(tmp_path: Path) -> None:
    """Some programs copy the marked words into the comment."""
    sheet = Sheet()
    sheet.page.Contents = sheet.pdf.make_stream(b"BT /He 12 Tf 20 100 Td (The mole is open) Tj ET")
    sheet.put("Highlight", Contents=String("The mole"), **MARKS["Highlight"])
    assert lost(admit(tmp_path, sheet)) == []


def test_an_imposed_file_tells_the_words_of_its_notes() -> None:
    """Sheets tell the words of notes as a digest does."""
    sheet = Sheet()
    sheet.put("Text", Contents=String("Ask Nora first"))
    told = [one.message for one in impose(save_pdf(sheet.pdf), nup=2).remarks]
    assert told[1:] == [f"{LOST}Ask Nora first"]


def test_buttons_to_press_and_icons_stay_off_the_paper(tmp_path: Path) -> None:
    """Buttons and icons are printed only if the file itself asks for their print."""
    sheet = Sheet()
    sheet.field("Btn", F=0, Ff=1 << 16, MK=Dictionary(CA=String("Send")))
    sheet.put("Text", F=0)
    admitted = admit(tmp_path, sheet)
    assert split_words(words(admitted.pdf)) == []
    assert ink(admitted.pdf) == 0


def test_odd_marks_are_left_out(tmp_path: Path) -> None:
    """Odd marks are lines without points, endless numbers, and fields that contain themselves."""
    sheet = Sheet()
    sheet.put("Line", L=Array([1, 2, Name.x, 4]))
    sheet.put("Polygon", Vertices=Array([]), IC=Array([Name.x]))
    sheet.put("PolyLine", Vertices=Array([20, 20]))
    loop = sheet.field()
    loop.Parent, loop.Kids = loop, Array([loop])
    admitted = admit(tmp_path, sheet)
    assert "PK714" in [one.code for one in admitted.remarks]


def test_lines_have_their_width_their_heads_and_their_colour(tmp_path: Path) -> None:
    """A broad line, an arrow and a filled area need more ink than a line; dashes need less."""
    line = {"L": Array([20, 40, 200, 40]), "C": Array([0, 0, 0])}
    area = {"Vertices": Array([20, 20, 100, 60, 180, 20]), "C": Array([0])}
    broad = Dictionary(W=5)
    arrows = Array([Name.OpenArrow, Name.ClosedArrow])
    dashed = Dictionary(S=Name.D, D=Array([2, 6]))

    def drawn(kind: str, **keys: Any) -> int:
        sheet = Sheet()
        sheet.put(kind, **keys)
        return ink(admit(tmp_path, sheet).pdf)

    plain = drawn("Line", **line)
    assert drawn("Line", **line, BS=broad) > 2 * plain
    assert drawn("Line", **line, Border=Array([0, 0, 5])) > 2 * plain
    assert drawn("Line", **line, LE=arrows) > plain + 10
    assert drawn("Line", **line, BS=dashed) < plain
    assert drawn("Polygon", **area, IC=Array([1, 0, 0])) > 2 * drawn("Polygon", **area, CA=0.5)


def test_same_form_same_bytes(tmp_path: Path) -> None:
    """The engine that draws the fields adds no date and no chance."""
    sheet = Sheet()
    sheet.field(V=String("Gannet"))
    sheet.put("Ink", **MARKS["Ink"])
    assert admit(tmp_path, sheet) == admit(tmp_path, sheet)
