"""Stamps and captions of lines that have no appearance: their words are on paper, or told."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from printkit import inserts
from printkit.imposition import impose
from printkit.inserts.stamps import stamp_words
from tests.support.admitted_inserts import admit_here
from tests.support.imposition_pdfs import save_pdf
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon

BOX = [20, 20, 200, 60]
LOST = "the words of an annotation are not on paper: "


def _marked(kind: str, **keys: Any) -> Pdf:
    """Return a PDF of one page with an annotation."""
    pdf = Pdf.new()
    pdf.add_blank_page(page_size=(300, 300))
    one = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(BOX), F=4)
    one.update(Dictionary({f"/{key}": value for key, value in keys.items()}))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(one)])
    return pdf


def _read(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(document[0].get_textpage().get_text_bounded().split())


def _admit(tmp_path: Path, pdf: Pdf) -> inserts.AdmittedInsert:
    path = tmp_path / "marked.pdf"
    pdf.save(path)
    return admit_here(path)


@pytest.mark.parametrize(
    ("name", "words"),
    mark_slow(
        [
            ("/Approved", "APPROVED"),
            ("/NotForPublicRelease", "NOT FOR PUBLIC RELEASE"),
            ("/AsIs", "AS IS"),
            ("/SBConfidential", "CONFIDENTIAL"),
            ("/#SBFinal", "FINAL"),
            ("/SHSignHere", "SIGN HERE"),
            ("/Sold", "SOLD"),
            ("/TOPSecret", "TOP SECRET"),
            (None, "DRAFT"),
        ],
        but={("/TOPSecret", "TOP SECRET"), (None, "DRAFT")},
    ),
)
def test_the_words_of_a_stamp_are_drawn(tmp_path: Path, name: str | None, words: str) -> None:
    """In a joined PDF and in an imposed PDF."""
    keys = {"Name": Name(name)} if name else {}
    admitted = _admit(tmp_path, _marked("Stamp", **keys))
    assert _read(admitted.pdf) == words
    assert [one.code for one in admitted.remarks] == ["PK712", "PK713"]
    assert _read(impose(save_pdf(_marked("Stamp", **keys)), nup=2).pdf) == words


def test_a_stamp_of_no_words_is_told(tmp_path: Path) -> None:
    """A program may give a stamp a number for its name."""
    told = [one.message for one in _admit(tmp_path, _marked("Stamp", Name=Name("/x-12 7"))).remarks]
    assert f"{LOST}x-12 7" in told
    assert "annotations left out: 1 Stamp" in told


def test_a_stamp_with_a_look_is_printed_as_it_looks(tmp_path: Path) -> None:
    """The name of such a stamp is no word of the page."""
    pdf = _marked("Stamp", Name=Name.Approved)
    look = pdf.make_stream(b"1 0 0 rg 0 0 180 40 re f")
    look.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 180, 40])))
    pdf.pages[0].obj.Annots[0].AP = Dictionary(N=look)
    admitted = _admit(tmp_path, pdf)
    assert _read(admitted.pdf) == ""
    assert "PK714" not in [one.code for one in admitted.remarks]


@pytest.mark.parametrize("box", [[20, 20, 22, 60], [0, 0, 0, 0], [5, 5], [Name.x, 1, 2, 3]])
def test_a_stamp_without_room_is_told(tmp_path: Path, box: list[Any]) -> None:
    """No letter fits into two points."""
    pdf = _marked("Stamp", Name=Name.Approved)
    pdf.pages[0].obj.Annots[0].Rect = Array(box)
    assert f"{LOST}Approved" in [one.message for one in _admit(tmp_path, pdf).remarks]


LINE = {"L": Array([40, 100, 240, 160]), "C": Array([0, 0, 1])}


@pytest.mark.parametrize("ends", [[40, 100, 240, 100], [240, 100, 40, 100], [100, 150, 103, 150]])
def test_the_caption_of_a_line_is_drawn(tmp_path: Path, ends: list[int]) -> None:
    """A line may be shorter than its caption."""
    keys = {"L": Array(ends), "Cap": True, "Contents": String("Höhe 20 m")}
    admitted = _admit(tmp_path, _marked("Line", **keys))
    assert _read(admitted.pdf) == "Höhe 20 m"
    assert "PK714" not in [one.code for one in admitted.remarks]


@pytest.mark.parametrize(
    ("keys", "told"), [({}, "A note"), ({"Cap": True, "Contents": String("高さ")}, "高さ")]
)
def test_words_of_a_line_that_are_no_caption_are_told(
    tmp_path: Path, keys: dict[str, Any], told: str
) -> None:
    """A note of a line, and a caption in letters that the font lacks."""
    given = {"Contents": String("A note"), **LINE, **keys}
    remarks = _admit(tmp_path, _marked("Line", **given)).remarks
    assert f"{LOST}{told}" in [one.message for one in remarks]


def test_a_long_name_ends_soon() -> None:
    """The name is somebody else's."""
    with ends_soon():
        for name in ("/" + "A" * 1_000_000, "/" + "Ab" * 500_000 + "1"):
            assert stamp_words(Dictionary(Subtype=Name.Stamp, Name=Name(name))) == ""
