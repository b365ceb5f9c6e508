"""PDFs to impose: which parts of a PDF are taken, and which PDFs are refused."""

import warnings
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import (
    Array,
    Dictionary,
    Encryption,
    Name,
    PageCopyWarning,
    Pdf,
    Permissions,
    Stream,
    String,
)

from printkit.errors import InspectionError
from printkit.imposition import impose
from printkit.imposition.source import open_source
from tests.support.imposition_pdfs import (
    add_page,
    find_word_box,
    make_numbered_pdf,
    read_sides,
    save_pdf,
)

REFUSED = {
    "p02": "encrypted",
    "p04": "broken",
    "p05": "no PDF",
    "p06": "no PDF",
    "p07": "broken",
    "p09": "broken",
    "p12": "unpacks to over",
    "p14": "over a limit",
    "p15": "50000 pages",
    "p16": "broken",
    "p20": "0 pages",
    "p21": "broken",
}


def stamped() -> Pdf:
    """Return a page with a stamp that shows `stamp` 200 points from the corner."""
    pdf = Pdf.new()
    page = add_page(pdf, "page")
    look = pdf.make_stream(b"BT /F 12 Tf 0 0 Td (stamp) Tj ET")
    look.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 100, 20]),
            Resources=page.Resources,
        )
    )
    stamp = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Stamp,
        Rect=Array([200, 200, 300, 220]),
        AP=Dictionary(N=look),
        F=4,
    )
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]))
    page.Annots = Array([pdf.make_indirect(one) for one in (stamp, link, note)])
    return pdf


def lost_form(*, alone: bool, flags: int, **options: object) -> bytes:
    """Return a page with a field that no form lists.

    Args:
        alone: whether the field is an object of its own.
        flags: of the annotation.
        options: for the writer of the file.
    """
    pdf = Pdf.new()
    page = add_page(pdf, "page")
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, Rect=Array([50, 50, 250, 70]), F=flags,
        FT=Name.Tx, T=String("x"), V=String("Harbour"), DA=String("/Helv 10 Tf"),
    )  # fmt: skip
    page.Annots = Array([pdf.make_indirect(field) if alone else field])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PageCopyWarning)
        return save_pdf(pdf, **options)


_SHOWN, _HIDDEN, _NOT_VIEWED = 0, 2, 32
_LOCKED = {"encryption": Encryption(owner="o", user="", allow=Permissions())}


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("flags", [_SHOWN, _HIDDEN, _NOT_VIEWED])
@pytest.mark.parametrize("options", [{}, _LOCKED])
def test_a_lost_form_gives_no_warning_of_the_engine(
    alone: bool, flags: int, options: dict[str, object]
) -> None:
    """In these tests a warning is an error. A field that viewers show is printed."""
    made = impose(lost_form(alone=alone, flags=flags, **options), nup=2)
    told = [one.code for one in made.remarks]
    assert ("Harbour" in read_sides(made.pdf)[0]) == (flags == _SHOWN)
    assert ("PK714" in told) == (flags == _NOT_VIEWED)


def test_what_the_file_says_of_itself_is_kept() -> None:
    """The title is kept, and that the book is bound on the right."""
    pdf = make_numbered_pdf(1)
    pdf.docinfo["/Title"] = "The Coast Herald"
    with open_source(save_pdf(pdf)) as source:
        assert (source.title, source.rtl) == ("The Coast Herald", False)
    pdf.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
    with open_source(save_pdf(pdf)) as source:
        assert source.rtl


def test_a_stamp_is_drawn_and_a_note_is_counted() -> None:
    """Annotations that print are drawn; links are counted as well."""
    with open_source(save_pdf(stamped())) as source:
        assert (source.links, source.notes) == (1, 1)
    made = impose(save_pdf(stamped()), nup=4)
    left, bottom, *_ = find_word_box(made.pdf, 0, "stamp")
    assert left == pytest.approx(100, abs=2)
    assert bottom == pytest.approx(595.28 / 2 + 100, abs=2)


@pytest.mark.parametrize(
    "locks",
    [
        Encryption(user="", owner="owner"),
        Encryption(user="", owner="owner", R=4, aes=False, metadata=False),
        Encryption(user="", owner="owner", allow=Permissions(extract=False, modify_other=False)),
        Encryption(user="", owner="owner", allow=Permissions(print_highres=False)),
    ],
)
def test_a_file_that_may_be_printed_is_imposed(tmp_path: Path, locks: Encryption) -> None:
    """The owner keeps other rights; the sheets have the title and the words of the file."""
    pdf = make_numbered_pdf(3)
    pdf.docinfo["/Title"] = "The Coast Herald"
    path = tmp_path / "locked.pdf"
    path.write_bytes(save_pdf(pdf, encryption=locks))
    made = impose(path, booklet=True)
    assert made.pdf == impose(save_pdf(pdf), booklet=True).pdf
    assert b"The Coast Herald" in made.pdf


def test_a_file_that_needs_a_password_is_refused(tmp_path: Path) -> None:
    """Only the password opens the pages."""
    path = tmp_path / "locked.pdf"
    locks = Encryption(user="secret", owner="owner")
    path.write_bytes(save_pdf(make_numbered_pdf(1), encryption=locks))
    with pytest.raises(InspectionError, match=r"locked\.pdf: the PDF is encrypted\n.*password"):
        impose(path, booklet=True)


def test_a_file_that_must_not_be_printed_is_refused() -> None:
    """The error tells the user to ask the owner."""
    forbidding = Permissions(print_lowres=False, print_highres=False)
    locks = Encryption(user="", owner="owner", allow=forbidding)
    with pytest.raises(InspectionError, match=r"owner does not allow printing\n.*Ask"):
        impose(save_pdf(make_numbered_pdf(1), encryption=locks), booklet=True)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no PDF"),
        (b"%PDF-1.7\nnothing", "broken"),
        (save_pdf(Pdf.new()), "0 pages"),
        (save_pdf(make_numbered_pdf(1))[:300], "broken"),
        (save_pdf(make_numbered_pdf(1)).replace(b"/Type /Pages", b"/Type /Pages /Annots 7"), ""),
    ],
)
def test_a_broken_file_is_one_clear_error(data: bytes, said: str) -> None:
    """A file that can be repaired is imposed."""
    if said:
        with pytest.raises(InspectionError, match=said):
            impose(data, booklet=True)
    else:
        assert impose(data, booklet=True).side_count == 2


def test_a_page_that_cannot_be_unpacked_is_told() -> None:
    """The error has the same words each time: no address in memory."""
    pdf = make_numbered_pdf(1)
    pdf.pages[0].Contents.write(b"rubbish", filter=Name.FlateDecode)
    with pytest.raises(InspectionError, match="broken: errors while decoding") as caught:
        impose(save_pdf(pdf), booklet=True)
    assert "0x" not in str(caught.value)


def test_annotations_that_are_none_are_passed_over() -> None:
    """The list of annotations may have numbers and nulls."""
    pdf = make_numbered_pdf(1)
    pdf.pages[0].Annots = Array([7, None])
    assert "left out" not in str(impose(save_pdf(pdf), booklet=True).remarks)


def test_hostile_files_are_imposed_or_refused(corpus: Path) -> None:
    """Each refused file gets the error that fits its fault."""
    files = sorted((corpus / "hostile-pdf").glob("*.pdf"))
    if not files:
        pytest.skip("the corpus has no hostile-pdf")
    for path in files:
        said = REFUSED.get(path.name[:3])
        if said:
            with pytest.raises(InspectionError, match=said):
                impose(path, booklet=True)
        else:
            assert impose(path, booklet=True).side_count == 2


def test_a_mark_on_a_hidden_layer_stays_hidden() -> None:
    """The layer of an annotation becomes the layer of its appearance."""
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 200))
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Remarks")))
        off = Dictionary(OFF=Array([layer]))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=off)
        look = pdf.make_stream(b"1 0 0 rg 0 0 50 50 re f")
        look.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 50, 50])))
        stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 50, 50]), F=4)
        stamp.AP, stamp.OC = Dictionary(N=look), layer
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(stamp)])
        data = save_pdf(pdf)
    with Pdf.open(BytesIO(impose(data, nup=2).pdf)) as imposed:
        looks = [one for one in imposed.objects if isinstance(one, Stream) and "/OC" in one]
        assert [one.OC.Name for one in looks] == ["Remarks"]
        assert imposed.Root.OCProperties.D.OFF[0].objgen == looks[0].OC.objgen
