"""Imposition as a whole: a booklet to fold, or several pages on one side."""

import io
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from printkit.edition.limits import Limits
from printkit.errors import EditionError, InspectionError, OutputError
from printkit.imposition import impose
from printkit.workers.losses import MemoryLimitError, TimeLimitError
from tests.support.imposition_pdfs import (
    A4,
    make_numbered_pdf,
    measure_first_side,
    read_sides,
    save_pdf,
)

FOURTEEN = save_pdf(make_numbered_pdf(14))


def wishes(pdf: bytes) -> dict[str, str]:
    """Return the wishes of the file for its print, such as its scaling."""
    with Pdf.open(io.BytesIO(pdf)) as opened:
        return {key: str(value) for key, value in opened.Root.ViewerPreferences.items()}


def test_a_booklet_of_a5_is_folded_from_a4() -> None:
    """A side has two pages; the cover is outside, blank pages are at the end."""
    made = impose(FOURTEEN, booklet=True)
    assert (made.page_count, made.side_count, made.path) == (14, 8, None)
    assert measure_first_side(made.pdf) == (297, 210)
    assert read_sides(made.pdf)[:4] == [["p1e"], ["p2e"], ["p14e", "p3e"], ["p4e", "p13e"]]


def test_a_thick_book_is_folded_in_signatures() -> None:
    """A reader folds each signature by itself, then puts the signatures in order."""
    made = impose(FOURTEEN, booklet=True, signature=8, back_cover=True).pdf
    assert read_sides(made)[0] == ["p8e", "p1e"]
    assert read_sides(made)[4:] == [["p14e", "p9e"], ["p10e"], ["p11e"], ["p12e", "p13e"]]


@pytest.mark.parametrize("said_by", ["the caller", "the file"])
def test_a_book_bound_on_the_right_is_laid_out_from_there(said_by: str) -> None:
    """The file or the caller says that the book is read from right to left."""
    pdf = make_numbered_pdf(5)
    if said_by == "the file":
        pdf.Root.ViewerPreferences = {"/Direction": Name.R2L}
    rtl = said_by == "the caller"
    assert read_sides(impose(save_pdf(pdf), booklet=True, rtl=rtl).pdf)[3] == ["p5e", "p4e"]
    assert read_sides(impose(save_pdf(pdf), nup=4, rtl=rtl).pdf)[0] == ["p2e", "p1e", "p4e", "p3e"]


def test_several_pages_on_one_side_save_paper() -> None:
    """Pages stand in reading order, on paper of the pages' own size."""
    made = impose(save_pdf(make_numbered_pdf(7, A4)), nup=6)
    assert (made.page_count, made.side_count) == (7, 2)
    assert measure_first_side(made.pdf) == (297, 210)
    assert read_sides(made.pdf) == [[f"p{n}e" for n in range(1, 7)], ["p7e"]]


def test_another_paper_can_be_named() -> None:
    """The paper has a name or two sides."""
    assert measure_first_side(impose(FOURTEEN, booklet=True, paper="a3").pdf) == (420, 297)
    assert measure_first_side(impose(FOURTEEN, nup=9, paper="200x300mm").pdf) == (200, 300)


def test_the_file_says_how_it_is_printed() -> None:
    """A viewer prints at full size; for any format, the sheet is turned about its folded side."""
    told = wishes(impose(FOURTEEN, booklet=True).pdf)
    assert (told["/PrintScaling"], told["/Duplex"]) == ("/None", "/DuplexFlipShortEdge")
    narrow = impose(save_pdf(make_numbered_pdf(4, (200, 600))), booklet=True).pdf
    assert wishes(narrow)["/Duplex"] == "/DuplexFlipLongEdge"
    assert "/Duplex" not in wishes(impose(FOURTEEN, nup=2).pdf)


def test_the_file_says_what_it_is() -> None:
    """The metadata have the title and a note on the imposition, and claim no standard."""
    pdf = make_numbered_pdf(2)
    pdf.docinfo["/Title"] = "Harbour & coast <weekly>\x07"
    made = Pdf.open(io.BytesIO(impose(save_pdf(pdf), booklet=True).pdf))
    with made.open_metadata() as xmp:
        assert xmp["dc:title"] == "Harbour & coast <weekly>"
        assert "printing on both sides" in xmp["dc:description"]
        assert not [key for key in xmp if "pdfaid" in key or "pdfuaid" in key]
    assert "/MarkInfo" not in made.Root


def test_a_remark_says_that_it_is_for_print_alone() -> None:
    """The remark has the number of lost links."""
    pdf = make_numbered_pdf(1)
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])
    (remark,) = impose(save_pdf(pdf), nup=2).remarks
    assert remark.code == "PK801"
    assert "for printing alone" in remark.message
    assert remark.message.endswith("left out: 1 link")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """Input and output are paths; the result has the bytes as well."""
    source, output = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(FOURTEEN)
    made = impose(str(source), str(output), nup=4)
    assert made.path == output
    assert output.read_bytes() == made.pdf == impose(FOURTEEN, nup=4).pdf
    with pytest.raises(OutputError, match="Make the folder"):
        impose(source, tmp_path / "missing" / "out.pdf", nup=4)
    with pytest.raises(InspectionError, match=r"none\.pdf: there is no such file"):
        impose(tmp_path / "none.pdf", output, nup=4)


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({}, "give either booklet or nup"),
        ({"booklet": True, "nup": 2}, "give either"),
        ({"nup": 5}, "nup is 5; nup can be 2, 4, 6, 8, 9, 16"),
        ({"booklet": True, "signature": 6}, "signature is 6; signature must be a multiple of 4"),
        ({"booklet": True, "signature": 0}, "signature is 0"),
        ({"nup": 2, "signature": 8}, "for a booklet only"),
        ({"nup": 2, "back_cover": True}, "for a booklet only"),
        ({"nup": 2, "paper": "A44"}, "paper is 'A44'"),
    ],
)
def test_a_wrong_choice_is_told(choices: dict[str, Any], said: str) -> None:
    """The error comes before the file is looked at."""
    with pytest.raises(EditionError, match=said):
        impose(b"", **choices)


def test_the_same_sheets_come_out_of_any_process() -> None:
    """The bytes depend on neither the process nor the time."""
    before, start = impose(FOURTEEN, booklet=True).pdf, int(time.time())
    program = (
        "import sys; from printkit.imposition import impose;"
        "sys.stdout.buffer.write(impose(sys.stdin.buffer.read(), booklet=True).pdf)"
    )
    # A file's identifier is often made of the second in which it was saved.
    while int(time.time()) == start:
        time.sleep(0.05)
    ran = subprocess.run(
        [sys.executable, "-c", program], input=FOURTEEN, capture_output=True, check=True
    )
    assert ran.stdout == before


def test_a_file_over_a_limit_is_stopped_and_named(tmp_path: Path) -> None:
    """The process of the caller lives on, and no file is written."""
    path, out = tmp_path / "a.pdf", tmp_path / "b.pdf"
    path.write_bytes(save_pdf(make_numbered_pdf(300)))
    with pytest.raises(MemoryLimitError, match=r"100 MB of memory \(limits\.memory\)") as caught:
        impose(path, out, booklet=True, limits=Limits(memory=100))
    assert caught.value.where == str(path)
    assert caught.value.remedy.startswith("Give a PDF with fewer pages")
    with pytest.raises(TimeLimitError, match=r"limits\.patience"):
        impose(path, out, nup=2, limits=Limits(patience=0.01))
    assert not out.exists()


def test_a_trusted_file_is_drawn_in_this_process() -> None:
    """The bytes are the same; a limit of memory would be a limit of the caller."""
    made = impose(FOURTEEN, booklet=True, trusted=True, limits=Limits(memory=100))
    assert made == impose(FOURTEEN, booklet=True)
