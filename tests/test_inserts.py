"""Foreign PDFs: pages are kept, active content is removed, and some files are refused."""

import io
import os
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from printkit import inserts
from printkit.edition.limits import DEFAULTS, MB, Limits
from printkit.errors import InsertError
from printkit.inserts import stream_limits
from printkit.inserts.sanitising_worker import sanitise_in_worker
from tests.support import printed_articles, structure_tree
from tests.support.admitted_inserts import admit_here
from tests.support.imposition_pdfs import make_numbered_pdf, save_pdf
from tests.support.paths import CORPUS
from tests.support.plain_weasyprint import draw_square, print_plain
from tests.support.quick_cases import mark_slow

KINDS = CORPUS / "hostile-pdf"
ADMITTED = {
    "p01_active_content": (1, {"PK302", "PK711", "PK712", "PK714"}),
    "p08_prev_loop": (1, {"PK712", "PK715"}),
    "p10_size_huge": (1, {"PK712", "PK715"}),
    "p11_length_self": (1, {"PK712", "PK715"}),
    "p13_outline_loop": (1, {"PK712"}),
    "p18_names_loop": (1, {"PK712"}),
    "p22_junk_before_header": (2, {"PK712"}),
    "p23_two_eofs_appended": (2, {"PK712"}),
    "p24_nul_padded": (2, {"PK712"}),
}
REFUSED = {
    "p02_encrypted_user": "needs a password",
    "p03_encrypted_owner_only": "owner does not allow",
    "p04_truncated": "cut short",
    "p05_zero_bytes": "is no PDF",
    "p06_html_named_pdf": "is no PDF",
    "p07_kids_loop": "has a loop",
    "p09_kids_loop_two_hop": "has a loop",
    "p12_flate_bomb_1GB": "unpacks to over 75 MB",
    "p14_page_tree_deep": "too deep",
    "p15_page_shared_50k": "more than 2,000 pages",
    "p16_nested_arrays": "is broken: a page of the file cannot be read",
    "p17_parent_loop": "page 1 has no size",
    "p19_mediabox_bad": "page 1 has no size",
    "p20_no_pages": "no pages",
    "p21_root_missing": "is broken: unable to find page tree",
}


def slashed(words: str) -> set[str]:
    """Return the words as names of PDF."""
    return {f"/{word}" for word in words.split()}


# Forbidden in an admitted file: these keys, and these names of actions and annotations.
KEYS = slashed(
    "AA AF JS OpenAction AcroForm XFA EF EmbeddedFiles Collection PieceInfo Thumb Metadata Outlines"
    " Names Dests OCProperties Perms OPI Ref Alternates AP"
)
WORDS = slashed(
    "JavaScript Launch SubmitForm ImportData GoToR GoToE Rendition Movie Sound Screen 3D RichMedia"
    " FileAttachment Widget Filespec EmbeddedFile PS"
)
BODY = """<h1 id=top>Tide tables</h1><p>The ferry leaves at nine.</p>
<p><a href="https://ferry.example/">Timetable</a>, <a href="#end">rules</a></p>
<img src="{}" alt="A square">
<p style="opacity: .5; background: linear-gradient(teal, white)">Half seen</p>
<p id=end style="break-before: page">Dogs travel free.</p>"""

Change = Callable[[Pdf], object]


@cache
def leaflet() -> bytes:
    """Return two tagged pages with a picture, a gradient, transparency and links."""
    return print_plain(BODY.format(draw_square(40)))


def changed(change: Change, data: bytes | None = None, **saving: Any) -> bytes:
    """Return the leaflet after a change."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data or leaflet())) as pdf:
        change(pdf)
        pdf.save(file, **saving)
    return file.getvalue()


@pytest.fixture
def admit(tmp_path: Path) -> Callable[[bytes], inserts.AdmittedInsert]:
    """Admit bytes as a file named `summer-sale_2019.pdf`."""

    def admitted(data: bytes) -> inserts.AdmittedInsert:
        path = tmp_path / "summer-sale_2019.pdf"
        path.write_bytes(data)
        return admit_here(path)

    return admitted


@pytest.fixture
def admit_in_child(tmp_path: Path) -> Callable[[bytes], inserts.AdmittedInsert]:
    """Admit bytes as a file, read in a process of its own."""

    def admitted(data: bytes) -> inserts.AdmittedInsert:
        path = tmp_path / "ad.pdf"
        path.write_bytes(data)
        return inserts.admit(path)

    return admitted


Admit = Callable[[bytes], inserts.AdmittedInsert]


def codes(admitted: inserts.AdmittedInsert) -> set[str]:
    """Return the codes of the remarks."""
    return {remark.code for remark in admitted.remarks}


def said(admitted: inserts.AdmittedInsert, code: str) -> str:
    """Return the messages of the remarks with a code."""
    return " ".join(remark.message for remark in admitted.remarks if remark.code == code)


def harm_in(pdf: bytes) -> set[str]:
    """Return forbidden keys and words in any object of the file, read by pypdf."""
    reader = PdfReader(io.BytesIO(pdf))
    found = set()
    for one in _values(reader):
        if isinstance(one, DictionaryObject):
            found |= KEYS & one.keys()
            found |= {str(value) for value in one.values() if isinstance(value, str)} & WORDS
    return found


def _values(reader: PdfReader) -> Iterator[Any]:
    """Yield every value that can be reached from the trailer, each object once."""
    ahead: list[Any] = [reader.trailer]
    seen = set()
    while ahead:
        one = ahead.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in seen:
                continue
            seen.add(one.idnum)
            one = one.get_object()
        yield one
        if isinstance(one, DictionaryObject):
            ahead += [one.raw_get(key) for key in one]
        elif isinstance(one, ArrayObject):
            ahead += list.__iter__(one)


def look(pdf: bytes, *, drawn: bool = True) -> list[Any]:
    """Return every page as pixels, and the text on it."""
    shown: list[Any] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            image = page.render(scale=0.7, draw_annots=drawn).to_pil()
            shown += [image.size, image.tobytes(), page.get_textpage().get_text_bounded()]
    return shown


def targets(pdf: bytes) -> list[str]:
    """Return the address or the page number behind each link."""
    reader = PdfReader(io.BytesIO(pdf))
    numbers = {page.indirect_reference: number for number, page in enumerate(reader.pages, 1)}
    found = []
    for page in reader.pages:
        for one in (link.get_object() for link in page.get("/Annots", ())):
            action = one.get("/A")
            found.append(
                action["/URI"] if action else f"page {numbers[list.__getitem__(one['/Dest'], 0)]}"
            )
    return found


def link(pdf: Pdf, **where: Any) -> None:
    """Put a link on the first page, before the others."""
    where = {"Rect": Array([9, 9, 99, 99]), **where}
    annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, **where)
    pdf.pages[0].Annots.insert(0, pdf.make_indirect(annotation))


def to(address: str) -> Dictionary:
    """Return an action that leads to an address."""
    return Dictionary(S=Name.URI, URI=String(address))


# --- the corpus ---


@pytest.mark.parametrize(
    "name", mark_slow([*ADMITTED, *REFUSED], but=[*list(ADMITTED)[::3], *list(REFUSED)[::3]])
)
def test_twenty_four_hostile_kinds(name: str) -> None:
    """The table tells each end; two engines open an admitted file and find no harm."""
    path = KINDS / f"{name}.pdf"
    if not path.exists():
        pytest.skip("the corpus ../shared/corpus is absent")

    if name in REFUSED:
        with pytest.raises(InsertError, match=REFUSED[name]) as refused:
            inserts.admit(path)
        assert refused.value.where == str(path)
        assert refused.value.remedy
        return
    admitted = inserts.admit(path)
    assert (admitted.page_count, codes(admitted)) == ADMITTED[name]
    assert harm_in(admitted.pdf) == set()
    assert len(look(admitted.pdf)) == 3 * admitted.page_count


def test_the_corpus_is_all_in_the_table() -> None:
    """A new hostile file of the corpus needs a row in the table."""
    if not KINDS.exists():
        pytest.skip("the corpus ../shared/corpus is absent")
    assert {path.stem for path in KINDS.glob("*.pdf")} == ADMITTED.keys() | REFUSED.keys()


# --- content that is kept ---


def test_pages_look_and_read_as_they_did(admit: Admit) -> None:
    """Pixels and words are equal, with picture, gradient and transparency."""
    admitted = admit(leaflet())
    assert look(admitted.pdf) == look(leaflet())
    assert look(admitted.pdf) != look(changed(lambda pdf: pdf.pages[1].rotate(90, relative=True)))
    assert admitted.page_count == 2


def test_links_to_addresses_and_pages_stay(admit: Admit) -> None:
    """Web, mail and telephone addresses stay, and places in the file by position or name."""

    def more(pdf: Pdf) -> None:
        here = [pdf.pages[1].obj, Name.Fit]
        link(pdf, A=to("mailto:sea@ferry.example"))
        link(pdf, A=to("TEL:+34-956"))
        link(pdf, A=Dictionary(S=Name.GoTo, D=Array(here)))
        link(pdf, Dest=Array([1, Name.Fit]))
        link(pdf, Dest=Name.Quay)
        link(pdf, Dest=String("pier"))
        pdf.Root.Dests = Dictionary(Quay=Dictionary(D=Array(here)))
        leaf = Dictionary(Names=Array([String("pier"), Array(here)]))
        tree = pdf.make_indirect(Dictionary(Kids=Array([leaf, pdf.Root.Names.Dests])))
        tree.Kids.append(tree)
        pdf.Root.Names.Dests = tree

    admitted = admit(changed(more))
    assert sorted(targets(admitted.pdf)) == sorted(
        ["page 2"] * 5 + ["TEL:+34-956", "mailto:sea@ferry.example", "https://ferry.example/"]
    )
    assert "PK714" not in codes(admitted)


ASTRAY: list[dict[str, Any]] = [
    {"A": to("javascript:alert(1)")},
    {"A": to("file:///etc/passwd")},
    {"A": to("//ferry.example/")},
    {"A": to("https://ferry.example/\nx")},
    {"A": to("https://ferry.example/" + "x" * 5000)},
    {"A": Dictionary(S=Name.URI, URI=Array([String("https://ferry.example/")]))},
    {"Dest": String("nowhere")},
    {"Dest": Array([99, Name.Fit])},
    {"Dest": Array([])},
    {"Dest": Array([Dictionary(Type=Name.Page), Name.Fit])},
    {"Dest": Array([1, Dictionary(JS=String("x"))])},
    {},
    {"Dest": Array([1, Name.Fit]), "Rect": Dictionary(JS=String("x"))},
    {"Dest": Array([1, Name.Fit]), "Rect": Array([9, 9, 99, Dictionary(JS=String("x"))])},
]


def test_links_elsewhere_are_left_out_and_told(admit: Admit) -> None:
    """Such links have other schemes, dangerous addresses, or places that are not in the file."""

    def lead_astray(pdf: Pdf) -> None:
        for where in ASTRAY:
            link(pdf, **where)

    admitted = admit(changed(lead_astray))
    assert sorted(targets(admitted.pdf)) == ["https://ferry.example/", "page 2"]
    assert said(admitted, "PK714") == f"annotations left out: {len(ASTRAY)} Link"


def test_sizes_and_turns_stay(admit: Admit) -> None:
    """Mixed sizes, a crop box, a rotation, a unit and inherited values stay."""

    def resize(pdf: Pdf) -> None:
        first, second = pdf.pages
        pdf.Root.Pages.Rotate, pdf.Root.Pages.MediaBox = 90, Array([0, 0, 300, 200])
        del second.obj.MediaBox
        first.obj.update({"/CropBox": Array([10, 10, 200.5, 300]), "/UserUnit": 2.5})
        first.obj.Rotate = 270

    pages = PdfReader(io.BytesIO(admit(changed(resize)).pdf)).pages
    assert [float(side) for side in pages[0].cropbox] == [10, 10, 200.5, 300]
    assert (pages[0].rotation, pages[0].user_unit) == (270, 2.5)
    assert (pages[1].rotation, pages[1].user_unit) == (90, 1)
    assert [float(side) for side in pages[1].mediabox] == [0, 0, 300, 200]


def stamp(pdf: Pdf, kind: str, flags: int = 4, **more: Any) -> None:
    """Draw a black square by an annotation on the first page."""
    form = pdf.make_stream(b"0 0 10 10 re f")
    form.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 10, 10])})
    annotation = Dictionary(
        Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[20, 20, 60, 60], F=flags, **more
    )
    annotation.AP = Dictionary(N=form)
    pdf.pages[0].Annots.append(pdf.make_indirect(annotation))
    if kind == "Widget":
        pdf.Root.AcroForm = Dictionary(Fields=[pdf.pages[0].Annots[-1]])


@pytest.mark.parametrize("kind", ["Stamp", "Widget", "FileAttachment", "3D"])
def test_what_annotations_draw_becomes_the_page(admit: Admit, kind: str) -> None:
    """The page looks as before, a remark tells, and the annotation no longer acts."""
    given = changed(lambda pdf: stamp(pdf, kind, FT=Name.Tx, T=String("name")))
    admitted = admit(given)
    # PDFium draws widgets only in a file with a form; widgets look like stamps here.
    wanted = look(changed(lambda pdf: stamp(pdf, "Stamp")))
    assert look(admitted.pdf, drawn=False) == wanted != look(leaflet())
    assert said(admitted, "PK713") == f"annotations printed as part of the page: 1 {kind}"
    assert harm_in(admitted.pdf) == set()


def test_hidden_annotations_are_not_drawn(admit: Admit) -> None:
    """Annotations for the screen alone are left out, too; a remark counts both kinds."""

    def hide(pdf: Pdf) -> None:
        stamp(pdf, "Stamp", flags=6)
        stamp(pdf, "Text", flags=0)
        stamp(pdf, "Popup")

    admitted = admit(changed(hide))
    assert look(admitted.pdf) == look(leaflet())
    assert said(admitted, "PK714") == "annotations left out: 1 Stamp, 1 Text"


def test_what_the_file_says_is_told_on_one_clean_line(admit: Admit) -> None:
    """The file names the kinds of its annotations: escapes go, and a long name is cut."""

    def shout(pdf: Pdf) -> None:
        stamp(pdf, "\x1b[31mRed\n")
        stamp(pdf, "x" * 9000)

    told = said(admit(changed(shout)), "PK713")
    assert told.isprintable()
    assert "1 [31mRed" in told
    assert len(told) == 400


def test_a_field_without_looks_is_drawn_from_its_value(admit: Admit) -> None:
    """A form may ask the viewer to draw its fields."""

    def fill(pdf: Pdf) -> None:
        field = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, Rect=[20, 20, 200, 60], F=4, FT=Name.Tx
        )
        field.update({"/T": String("name"), "/V": String("Bollard"), "/DA": String("/He 12 Tf")})
        pdf.pages[0].Annots.append(pdf.make_indirect(field))
        face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        pdf.Root.AcroForm = Dictionary(
            Fields=[pdf.pages[0].Annots[-1]],
            NeedAppearances=True,
            DR=Dictionary(Font=Dictionary(He=face)),
        )

    admitted = admit(changed(fill))
    assert "Bollard" in look(admitted.pdf)[2]
    assert said(admitted, "PK713") == "annotations printed as part of the page: 1 Widget"


def test_tags_stay_where_they_are_whole(admit: Admit) -> None:
    """Tree, language and marks are the same; the structure check finds no fault."""
    given = printed_articles.print_article().pdf
    admitted = admit(given)
    assert admitted.tagged
    assert structure_tree.show_tree(admitted.pdf) == structure_tree.show_tree(given)
    assert structure_tree.find_faults(admitted.pdf) == structure_tree.find_faults(given) == []
    assert str(PdfReader(io.BytesIO(admitted.pdf)).root_object["/Lang"]) == "en"
    assert codes(admitted) == set()
    assert said(admit(leaflet()), "PK716") == (
        "the file's tags are unchecked; the digest claims neither PDF/UA nor PDF/A"
    )


def test_tags_lead_to_nothing_that_was_not_looked_at(admit: Admit) -> None:
    """A tree may name pages, drawings or annotations by itself; attributes are checked, too."""

    def tempt(pdf: Pdf) -> None:
        script = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
        stray = pdf.make_indirect(Dictionary(Type=Name.Page, AA=Dictionary(O=script)))
        element = pdf.Root.StructTreeRoot.K
        element = element[0] if isinstance(element, Array) else element
        leads = Dictionary(Type=Name.OBJR, Obj=script, Pg=stray, Stm=script)
        element.update({"/A": Dictionary(O=Name.List, AA=script), "/AF": Array([script])})
        element.K = Array([*element.K, leads]) if isinstance(element.K, Array) else leads

    given = changed(tempt)
    admitted = admit(given)
    assert admitted.tagged
    assert harm_in(given) >= {"/AA", "/AF", "/JS", "/JavaScript"}
    assert harm_in(admitted.pdf) == set()


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
        lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
        lambda pdf: stamp(pdf, "Stamp"),
        lambda pdf: pdf.pages[0].Annots[0].__setitem__("/A", to("ftp://ferry.example/")),
    ],
    ids=["not marked", "no tree", "drawn into the page", "a link lost"],
)
def test_tags_go_where_they_are_not_whole(admit: Admit, change: Change) -> None:
    """No content of the result points into a tree that is gone."""
    admitted = admit(changed(change))
    assert not admitted.tagged
    assert "PK716" not in codes(admitted)
    assert said(admitted, "PK712") == (
        "the file has no tags for screen readers; the digest claims neither PDF/UA nor PDF/A"
    )
    for one in _values(PdfReader(io.BytesIO(admitted.pdf))):
        if isinstance(one, DictionaryObject):
            assert not {"/StructParents", "/StructParent", "/StructTreeRoot"} & one.keys()


# --- content that is removed ---


def arm(pdf: Pdf) -> None:
    """Put one object of each kind that can act or be carried into the leaflet."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    file = pdf.make_stream(b"MZ", Dictionary(Type=Name.EmbeddedFile))
    spec = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("a.exe"), EF={"/F": file}))
    page, root = pdf.pages[0].obj, pdf.Root
    root.OpenAction, root.AA, root.AF = script, Dictionary(WC=script), Array([spec])
    root.Names = Dictionary(
        JavaScript=Dictionary(Names=[String("x"), script]),
        EmbeddedFiles=Dictionary(Names=[String("a.exe"), spec]),
    )
    root.AcroForm = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp/>"))
    root.Collection = Dictionary(Type=Name.Collection)
    root.Outlines = Dictionary(First=Dictionary(Title=String("x"), A=script))
    page.AA, page.AF, page.PieceInfo = Dictionary(O=script), Array([spec]), Dictionary(X=script)
    page.Thumb = page.Metadata = pdf.make_stream(b"x")
    for kind in ("Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Hide"):
        link(pdf, A=Dictionary(S=Name(f"/{kind}"), F=String("x"), Next=script))
    link(pdf, A=Dictionary(S=Name.URI, URI=String("https://a.example/"), Next=script), AA=page.AA)
    link(pdf, Dest=Array([page, Name.Fit]), PA=script, BS=Dictionary(W=1, JS=String("x")))
    for kind in ("Movie", "Sound", "Screen", "3D", "RichMedia", "FileAttachment"):
        stamp(pdf, kind, A=script, FS=spec)
    ghost = pdf.make_stream(b"%!PS", Dictionary(Type=Name.XObject, Subtype=Name.PS))
    image = next(iter(page.Resources.XObject.values()))
    image.update({"/OPI": Dictionary(F=spec), "/Alternates": Array([spec]), "/AF": spec})
    image.update({"/Metadata": file, "/PieceInfo": script})
    page.Resources.XObject.Ghost = ghost
    page.Resources.Font[next(iter(page.Resources.Font.keys()))].AA = Dictionary(O=script)


def test_nothing_active_is_admitted(admit: Admit) -> None:
    """The check finds active content in the original, and no active content in the result."""
    given = changed(arm)
    assert harm_in(given) >= {"/AA", "/AF", "/JS", "/OpenAction", "/XFA", "/EF", "/PieceInfo"}
    assert harm_in(given) >= {"/JavaScript", "/Launch", "/GoToR", "/RichMedia", "/PS", "/Movie"}

    admitted = admit(given)
    assert harm_in(admitted.pdf) == set()
    assert b"app.alert" not in b"".join(
        one.get_data()
        for one in _values(PdfReader(io.BytesIO(admitted.pdf)))
        if hasattr(one, "get_data")
    )


def test_what_was_taken_out_is_told_by_name(admit: Admit) -> None:
    """The remark names each kind once, in a fixed order."""
    told = said(admit(changed(arm)), "PK711")
    assert told == (
        "taken out: JavaScript, PostScript, actions that hide something, actions that read a file,"
        " actions that send a form, actions that start a program, an XFA form, embedded files,"
        " links to embedded files, links to other files, media, pictures outside the file"
    )


def test_a_stream_outside_the_file_is_not_asked_for(admit: Admit) -> None:
    """The key of the stream goes; data in the file itself stay."""

    def outside(pdf: Pdf) -> None:
        content = pdf.pages[0].Contents
        content = content[0] if isinstance(content, Array) else content
        content.F, content.FFilter = String("/etc/passwd"), Name.FlateDecode

    admitted = admit(changed(outside))
    assert said(admitted, "PK711") == "taken out: streams outside the file"
    assert b"passwd" not in admitted.pdf
    for one in _values(PdfReader(io.BytesIO(admitted.pdf))):
        if hasattr(one, "get_data"):
            assert not {"/F", "/FFilter"} & one.keys()


def test_same_file_same_bytes(admit: Admit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes with other hashes of strings make the same bytes, too."""
    made = []
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        made.append(admit(changed(arm, deterministic_id=True)))
        if seed == "1":
            time.sleep(1.01)  # the engine's clock counts seconds
    assert made[0] == made[1]
    assert made[0].pdf.startswith(b"%PDF-1.7")


def test_the_worker_imports_little() -> None:
    """The first joined file starts a process; article types and the viewer's engine load slowly."""
    code = "import sys, printkit.workers.child, printkit.inserts.opening; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "pikepdf" in loaded.stdout.split()
    assert not {"pydantic", "pypdfium2", "weasyprint"} & set(loaded.stdout.split())


# --- titles ---


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Ferries of the Bay", "Ferries of the Bay"),
        (" Two\nlines\x07 and a \u202etrick ", "Two lines and a trick"),
        ("Microsoft Word - Ferries", "Ferries"),
        ("Microsoft Word - ad_final.docx", "Summer sale 2019"),
        ("Untitled-1", "Summer sale 2019"),
        ("", "Summer sale 2019"),
        ("x" * 500, "x" * 200),
    ],
)
def test_the_title_is_one_that_can_be_read(admit: Admit, given: str, title: str) -> None:
    """The title is from the metadata, else from the file's name."""

    def entitle(pdf: Pdf) -> None:
        pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(given)))
        if "/Metadata" in pdf.Root:
            del pdf.Root.Metadata

    assert admit(changed(entitle)).title == title


def test_the_title_may_stand_in_xmp(admit: Admit) -> None:
    """Newer programs write the title there; the pages are admitted with broken XMP, too."""

    def entitle(pdf: Pdf) -> None:
        with pdf.open_metadata(update_docinfo=False) as metadata:
            metadata["dc:title"] = "Café & quay"
        del pdf.trailer["/Info"]

    def spoil(pdf: Pdf) -> None:
        entitle(pdf)
        pdf.Root.Metadata.write(b"no such thing", filter=Name.FlateDecode)

    assert admit(changed(entitle)).title == "Café & quay"
    assert admit(changed(spoil, fix_metadata_version=False)).title == "Summer sale 2019"


def test_a_date_in_a_name_keeps_its_hyphens(tmp_path: Path) -> None:
    """`2019-09-13` is one word."""
    path = tmp_path / "fair-2019-09-13.pdf"
    path.write_bytes(changed(lambda pdf: pdf.trailer.Info.__setitem__("/Title", String(""))))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        del pdf.Root.Metadata
        pdf.save(path)
    assert inserts.admit(path).title == "Fair 2019-09-13"


# --- refusals ---


@cache
def bomb(megabytes: int, start: bytes = b"") -> bytes:
    """Return a few bytes that unpack to very many bytes."""
    packer = zlib.compressobj(9)
    return b"".join(
        [
            packer.compress(start),
            *(packer.compress(bytes(1_000_000)) for _ in range(megabytes)),
            packer.flush(),
        ]
    )


def put(pdf: Pdf, data: bytes, filters: list[str]) -> None:
    """Make packed bytes a picture of the first page."""
    picture = pdf.make_stream(b"", Dictionary(Subtype=Name.Image, Width=9, Height=9))
    picture.write(data, filter=Array([Name(f"/{one}") for one in filters]))
    pdf.pages[0].Resources.XObject.Bomb = picture


def bury(pdf: Pdf) -> None:
    """Hang the first page very deep in the page tree."""
    for _ in range(60):
        pdf.Root.Pages = pdf.make_indirect(
            Dictionary(Type=Name.Pages, Kids=Array([pdf.Root.Pages]), Count=2)
        )


def braid(pdf: Pdf) -> None:
    """Make branches of the page tree share branches: a billion ways without a page."""
    branch = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(), Count=0))
    for _ in range(30):
        branch = pdf.make_indirect(
            Dictionary(Type=Name.Pages, Kids=Array([branch, branch]), Count=0)
        )
    pdf.Root.Pages = branch


def crowd(pdf: Pdf) -> None:
    """Give the file too many pages."""
    pdf.Root.Pages.Kids = Array([pdf.pages[0].obj] * 2001)


def shape(**keys: Any) -> Change:
    """Return a change that sets keys of the second page."""
    return lambda pdf: pdf.pages[1].obj.update({f"/{key}": value for key, value in keys.items()})


REFUSALS: dict[str, tuple[Change, str]] = {
    "a bomb": (lambda pdf: put(pdf, bomb(80), ["FlateDecode"]), "75 MB"),
    "a bomb in a bomb": (
        lambda pdf: put(pdf, zlib.compress(bomb(80)), ["FlateDecode", "FlateDecode"]),
        "75 MB",
    ),
    "a bomb under a picture": (
        lambda pdf: put(pdf, bomb(80), ["FlateDecode", "DCTDecode"]),
        "75 MB",
    ),
    "a broken stream": (lambda pdf: put(pdf, b"no such thing", ["FlateDecode"]), "is broken"),
    "too many pages": (crowd, "more than 2,000 pages"),
    "a braided tree": (braid, "has a loop"),
    "a deep tree": (bury, "too deep"),
    "a flat page": (shape(MediaBox=Array([0, 0, 500, 0])), "page 2 has no size"),
    "a huge page": (shape(MediaBox=Array([0, 0, 500, 99999])), "page 2 has no size"),
    "a page of words": (shape(MediaBox=Array([0, 0, 500, Name.X])), "page 2 has no size"),
    "a page of three sides": (shape(MediaBox=Array([0, 0, 500])), "page 2 has no size"),
    "a huge unit": (shape(UserUnit=75000), "page 2 has no size"),
    "a slant": (shape(Rotate=37), "page 2 is not turned"),
    "pages made by the viewer": (
        lambda pdf: pdf.Root.update({"/NeedsRendering": True}),
        "XFA form",
    ),
}


@pytest.mark.parametrize("kind", mark_slow(REFUSALS, but=list(REFUSALS)[::3]))
def test_refusals_say_what_is_wrong(admit: Admit, kind: str) -> None:
    """The error has the file, the reason and the remedy."""
    change, reason = REFUSALS[kind]
    with pytest.raises(InsertError, match=reason) as refused:
        admit(changed(change))
    assert refused.value.where.endswith("summer-sale_2019.pdf")
    assert refused.value.remedy


def test_streams_are_weighed_together() -> None:
    """Each of three streams is small enough, and the three together are too large."""
    with pikepdf.new() as pdf:
        streams = [pdf.make_stream(bytes(2_000_000)) for _ in range(3)]
        limits = stream_limits.StreamLimits(pdf, Limits(pdf_unpacked_size=5))
        limits.check(streams[0])
        limits.check(streams[1])
        with pytest.raises(InsertError, match="5 MB"):
            limits.check(streams[2])


def test_all_wrong_pages_are_told(admit: Admit) -> None:
    """The error names up to five pages by number, and counts the other wrong pages."""

    def spoil(pdf: Pdf) -> None:
        for _ in range(6):
            pdf.pages.append(pdf.pages[1])
            pdf.pages[-1].obj.Rotate = 1

    with pytest.raises(InsertError) as refused:
        admit(changed(spoil))
    assert len(refused.value.problems) == 6
    assert refused.value.problems[0] == "page 3 is not turned by a multiple of 90 degrees (Rotate)"
    assert refused.value.problems[-1] == "and 1 more"


ALL = pikepdf.Permissions(modify_assembly=True)


@pytest.mark.parametrize(
    ("encryption", "reason"),
    [
        (pikepdf.Encryption(owner="o", user="u", allow=ALL), "needs a password"),
        (pikepdf.Encryption(owner="o", allow=ALL._replace(modify_assembly=False)), "not allow"),
        (pikepdf.Encryption(owner="o", allow=ALL._replace(extract=False)), "not allow"),
        (
            pikepdf.Encryption(owner="o", allow=ALL._replace(print_highres=False)),
            "not allow",
        ),
    ],
)
def test_protection_is_respected(admit: Admit, encryption: pikepdf.Encryption, reason: str) -> None:
    """The file has a password, or its owner forbids a right that binding needs."""
    with pytest.raises(InsertError, match=reason):
        admit(changed(lambda _: None, encryption=encryption))


def test_an_owner_who_allows_it_is_taken_at_their_word(admit: Admit) -> None:
    """A file that is encrypted without password and forbids no right comes out readable."""
    given = changed(lambda _: None, encryption=pikepdf.Encryption(owner="o", allow=ALL))
    admitted = admit(given)
    assert not PdfReader(io.BytesIO(admitted.pdf)).is_encrypted
    assert look(admitted.pdf) == look(leaflet())


def test_a_damaged_file_is_mended_and_told(admit: Admit) -> None:
    """The file's table of objects is wrong, so qpdf searches the file for objects."""
    start = leaflet().rindex(b"startxref")
    admitted = admit(leaflet()[:start] + b"startxref\n7\n%%EOF")
    assert codes(admitted) == {"PK715", "PK716"}
    assert look(admitted.pdf) == look(leaflet())


def test_no_file_and_no_pdf(tmp_path: Path) -> None:
    """A missing file, another format, a cut file and a vast file each have an own error."""
    (tmp_path / "page.pdf").write_text("<!doctype html>")
    (tmp_path / "cut.pdf").write_bytes(leaflet()[:-600])
    with (tmp_path / "vast.pdf").open("wb") as file:
        file.truncate(DEFAULTS.pdf_size * MB + 1)
    for name, reason in {
        "gone.pdf": "there is no such file",
        "page.pdf": "is no PDF",
        "cut.pdf": "cut short",
        "vast.pdf": "more than 100 MB",
    }.items():
        with pytest.raises(InsertError, match=reason):
            inserts.admit(tmp_path / name)


# --- the other process ---


def chained(links: int) -> bytes:
    """Return a page that draws a form that draws a form, and so on, until a stack overflows."""
    kids = "<</XObject<</a %d 0 R>>>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources{kids % 4}>>",
    ]
    form = "<</Subtype/Form/BBox[0 0 9 9]/Length 0/Resources%s>>stream\n\nendstream"
    objects += [form % (kids % (number + 1)) for number in range(4, 4 + links)]
    told = [f"{number} 0 obj\n{one}\nendobj\n" for number, one in enumerate(objects, 1)]
    return ("%PDF-1.7\n" + "".join(told) + "trailer\n<</Root 1 0 R>>\n%%EOF").encode()


def test_a_file_that_kills_its_reader_is_refused(admit_in_child: Admit) -> None:
    """The engine's stack overflows in another process; the calling process lives on."""
    with pytest.raises(InsertError, match=r"process .* died|not read within"):
        admit_in_child(chained(15_000))


def test_a_file_that_takes_too_long_is_refused() -> None:
    """The reader is killed, and no process stays behind."""
    with pytest.raises(InsertError, match=r"not read within 0\.01 seconds") as caught:
        sanitise_in_worker(save_pdf(make_numbered_pdf(900)), Limits(joined_seconds=0.01))
    assert "joined_seconds in [limits]" in caught.value.remedy


def test_the_other_process_has_its_memory_limited() -> None:
    """A file that needs more than the limit is refused, and the limit is named."""
    pdf = save_pdf(make_numbered_pdf(900))
    with pytest.raises(InsertError, match=r"115 MB of memory \(limits\.memory\)") as caught:
        sanitise_in_worker(pdf, Limits(memory=115))
    assert caught.value.remedy.startswith("Give a PDF with fewer pages")


def bundled(megabytes: int) -> bytes:
    """Return a page whose size stands in an object stream, before a lot of padding."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox 4 0 R>>",
    ]
    packed = bomb(megabytes, b"4 0 [0 0 99 99]")
    head = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    objects.append(head + packed + b"\nendstream")
    made, starts = b"%PDF-1.7\n", []
    for number, one in zip((1, 2, 3, 5), objects, strict=True):
        starts.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    rows = [(1, start) for start in starts[:3]] + [(2, 5), (1, starts[3]), (1, len(made))]
    table = b"".join(bytes([kind]) + at.to_bytes(4, "big") + b"\0" for kind, at in rows)
    head = b"6 0 obj\n<</Type/XRef/W[1 4 1]/Index[1 6]/Size 7/Root 1 0 R/Length %d>>" % len(table)
    end = b"stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % (table, len(made))
    return made + head + end


def test_bundles_are_not_unpacked_beyond_the_limit(admit_in_child: Admit) -> None:
    """The engine qpdf unpacks object streams itself; the page of a large stream is lost."""
    assert admit_in_child(bundled(1)).page_count == 1
    with pytest.raises(InsertError, match="page 1 has no size"):
        admit_in_child(bundled(80))


def test_looking_in_takes_no_engine_into_this_process(tmp_path: Path) -> None:
    """Native code reads foreign files in the other process only."""
    (tmp_path / "ad.pdf").write_bytes(leaflet())
    script = (
        "import sys; from pathlib import Path; from printkit import inserts\n"
        "print(inserts.admit(Path(sys.argv[1])).page_count, 'pikepdf' in sys.modules)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "ad.pdf")]
    assert subprocess.run(command, capture_output=True, check=True).stdout == b"2 False\n"


def test_nothing_is_imported_from_the_current_folder(
    admit_in_child: Admit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other users may be able to write into the folder."""
    (tmp_path / "pikepdf.py").write_text("raise SystemExit('mine')")
    monkeypatch.chdir(tmp_path)
    assert admit_in_child(leaflet()).page_count == 2


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """No process writes to the pipe."""
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(InsertError, match="is a pipe"):
        inserts.admit(tmp_path / "pipe.pdf")
