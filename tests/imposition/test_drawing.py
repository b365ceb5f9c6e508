"""Pages on sheets: their places, and the parts of the source that the sheets keep."""

import io
from typing import Any

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from printkit.errors import InspectionError
from printkit.imposition import impose
from tests.support.imposition_pdfs import (
    A4,
    A5,
    add_page,
    find_word_box,
    make_numbered_pdf,
    read_sides,
    save_pdf,
)


def one(**keys: Any) -> bytes:
    """Return four pages of 400 x 600 points; the first page has the word `word`."""
    pdf = Pdf.new()
    add_page(pdf, "word", (400, 600), **keys)
    for number in range(3):
        add_page(pdf, f"p{number}e", (400, 600))
    return save_pdf(pdf)


LEFT, BOTTOM, RIGHT, TOP = range(4)


@pytest.mark.parametrize(
    ("keys", "beginning"),
    [
        ({}, {LEFT: 10, BOTTOM: 310}),
        ({"TrimBox": [10, 10, 390, 590]}, {LEFT: 6.9, BOTTOM: 305.2}),
        ({"MediaBox": [-100, -50, 300, 550]}, {LEFT: 60, BOTTOM: 335}),
        ({"CropBox": [0, 0, 200, 300]}, {LEFT: 20, BOTTOM: 320}),
        ({"UserUnit": 2}, {LEFT: 10, BOTTOM: 310}),
        ({"Rotate": 180}, {RIGHT: 190, TOP: 590}),
        ({"Rotate": 90}, {LEFT: 10, BOTTOM: 310}),
        ({"Rotate": 270}, {RIGHT: 190, TOP: 590}),
    ],
)
def test_a_page_stands_as_it_is_read(keys: dict[str, Any], beginning: dict[int, float]) -> None:
    """A page is trimmed and centred, and is as large as its cell of 200 x 300 allows.

    A page that is read as a landscape page is turned to the left in its cell.
    """
    box = find_word_box(impose(one(**keys), nup=4).pdf, 0, "word")
    assert {side: box[side] for side in beginning} == pytest.approx(beginning, abs=0.5)


def test_what_lies_outside_the_trim_box_is_cut_off() -> None:
    """Bleed and printers' marks would stand on the next page."""
    pdf = make_numbered_pdf(2, (400, 600))
    first = pdf.pages[0]
    first.Contents = pdf.make_stream(b"0 0 400 600 re f")
    first.TrimBox = Array([0, 0, 200, 600])
    second = pdf.pages[1]
    second.TrimBox = Array([0, 0, 200, 600])
    made = impose(save_pdf(pdf), nup=2, paper="100x150mm").pdf
    picture = pypdfium2.PdfDocument(made)[0].render().to_pil().convert("L")
    wide, high = picture.size
    # The black page ends at the middle of the sheet.
    assert picture.getpixel((wide // 2 - 3, high // 2)) == 0
    assert picture.getpixel((wide // 2 + 3, high // 2)) == 255


@pytest.mark.parametrize("size", [(1, 600), (10_000, 600)])
def test_a_page_of_no_size_is_refused(size: tuple[float, float]) -> None:
    """The error names the number of the page."""
    pdf = make_numbered_pdf(1)
    add_page(pdf, "odd", size)
    with pytest.raises(InspectionError, match=r"page 2 is .* fits on no sheet"):
        impose(save_pdf(pdf), booklet=True)


def test_pages_of_several_sizes_are_fitted_to_the_usual_one() -> None:
    """A landscape page is turned, a small page grows; both pages stand in the middle."""
    pdf = Pdf.new()
    for word, size in (("wide", (595, 420)), ("one", A5), ("small", (210, 298)), ("two", A5)):
        add_page(pdf, word, size)
    made = impose(save_pdf(pdf), booklet=True).pdf
    assert sorted(read_sides(made)[0]) == ["two", "wide"]
    assert read_sides(made)[1] == ["small", "one"]
    assert find_word_box(made, 1, "small")[:2] == pytest.approx((421 + 40, 40), abs=2)
    assert find_word_box(made, 0, "wide")[1:3] == pytest.approx((20, 842 - 20), abs=2)


def test_a_landscape_page_has_its_head_at_the_left() -> None:
    """As in a book; the page keeps its size, and nothing of the page leaves its cell."""
    pdf = Pdf.new()
    for word, size in (("one", A5), ("wide", A5[::-1]), ("two", A5), ("three", A5)):
        add_page(pdf, word, size)
    pdf.pages[1].Contents = pdf.make_stream(
        b"1 0 0 rg 0 0 595 420 re f 0 0 1 rg 0 400 595 20 re f"  # a blue head
    )
    side = pypdfium2.PdfDocument(impose(save_pdf(pdf), booklet=True).pdf)[1]
    picture = side.render().to_pil().convert("RGB")
    blue, red, white = (0, 0, 255), (255, 0, 0), (255, 255, 255)
    assert [picture.getpixel((at, 300)) for at in (10, 100, 410, 430)] == [blue, red, red, white]
    assert [picture.getpixel((200, at)) for at in (5, 590)] == [red, red]


def test_an_article_of_turned_tables_makes_an_upright_booklet() -> None:
    """Though most of its pages are turned: its first page has the text."""
    pdf = Pdf.new()
    for word, size in (("text", A5), ("first", A5[::-1]), ("second", A5[::-1]), ("end", A5[::-1])):
        add_page(pdf, word, size)
    made = impose(save_pdf(pdf), booklet=True).pdf
    left, bottom, right, top = find_word_box(made, 0, "text")
    assert (left, bottom) == pytest.approx((421 + 20, 20), abs=3)
    assert right - left > top - bottom


@pytest.mark.parametrize("size", [(500, 500), (480, 500), (520, 480)])
def test_a_page_that_is_nearly_square_is_not_turned(size: tuple[float, float]) -> None:
    """The page would hardly be larger."""
    pdf = Pdf.new()
    for word, one_size in (("one", A5), ("square", size), ("two", A5), ("three", A5)):
        add_page(pdf, word, one_size)
    left, bottom, right, top = find_word_box(impose(save_pdf(pdf), booklet=True).pdf, 1, "square")
    assert right - left > top - bottom


def test_a_hidden_layer_stays_hidden() -> None:
    """A layer that the source hides is not on paper."""
    pdf = make_numbered_pdf(1)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Draft"))
    page = pdf.pages[0]
    page.Resources.Properties = Dictionary(L=layer)
    page.Contents = pdf.make_stream(b"/OC /L BDC 0 0 420 596 re f EMC")
    for off, colour in (([layer], 255), ([], 0)):
        pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=off, Order=[layer]))
        side = pypdfium2.PdfDocument(impose(save_pdf(pdf), booklet=True).pdf)[0]
        picture = side.render(may_draw_forms=False).to_pil().convert("L")
        assert picture.getpixel((picture.width * 3 // 4, picture.height // 2)) == colour


def test_nothing_but_pages_comes_along() -> None:
    """The sheets have no script, action, attachment, tag, link, outline, form or claim."""
    pdf = make_numbered_pdf(1)
    pdf.attachments["a.txt"] = b"attached"
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.AcroForm = Dictionary(Fields=[], XFA="x")
    pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.Launch, F="calc.exe"))
    with pdf.open_metadata() as xmp:
        xmp["pdfaid:part"], xmp["pdfaid:conformance"] = "3", "A"
    made = Pdf.open(io.BytesIO(impose(save_pdf(pdf), booklet=True).pdf))
    assert set(made.Root.keys()) == {"/Type", "/Pages", "/Metadata", "/ViewerPreferences"}
    keys = {key for page in made.pages for key in page.obj.keys()}  # noqa: SIM118
    assert keys == {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}
    assert b"pdfaid" not in made.Root.Metadata.read_bytes()
    told = b" ".join(one.unparse(True) for one in made.objects if isinstance(one, Dictionary))
    assert b"JavaScript" not in told
    assert b"Launch" not in told


def test_pages_share_what_they_shared() -> None:
    """A font or picture of all pages is in the file once."""
    pdf = make_numbered_pdf(9, A4)
    shared = pdf.make_indirect(pdf.pages[0].Resources)
    shared.Font.F.ToUnicode = pdf.make_stream(bytes(range(256)) * 400)
    for page in pdf.pages:
        page.Resources = shared
    before = save_pdf(pdf)
    assert len(impose(before, nup=9).pdf) < len(before) + 5_000
