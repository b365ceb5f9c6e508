"""Layers of a joined PDF: only a layer that hides something refuses the file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from printkit import inserts
from printkit.errors import InsertError
from tests.support.admitted_inserts import admit_here
from tests.support.imposition_pdfs import make_numbered_pdf
from tests.support.paths import CASES
from tests.support.quick_cases import mark_slow

Hide = Callable[[Pdf, Object], None]
Draw = Callable[[Pdf, Object], None]


def layered(hide: Hide, draw: Draw) -> Pdf:
    """Return a PDF with two layers; the first is hidden by `hide`, and used by `draw`."""
    pdf = make_numbered_pdf(2)
    grid = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Grid")))
    roads = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Roads")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([grid, roads]), D=Dictionary())
    page = pdf.pages[1].obj
    page.Resources.Properties = Dictionary(Grid=grid, Roads=roads)
    hide(pdf, grid)
    draw(pdf, grid)
    return pdf


# --- ways to hide a layer ---


def list_off(pdf: Pdf, grid: Object) -> None:
    """Name the layer in the list of layers that are off."""
    pdf.Root.OCProperties.D.OFF = Array([grid])


def base_off(pdf: Pdf, grid: Object) -> None:
    """Switch all layers off but the other layer."""
    others = [one for one in pdf.Root.OCProperties.OCGs if one != grid]
    pdf.Root.OCProperties.D.update(Dictionary(BaseState=Name.OFF, ON=Array(others)))


def usage(event: str, state: str) -> Hide:
    """Return a change that switches the layer by its usage."""

    def change(pdf: Pdf, grid: Object) -> None:
        grid.Usage = Dictionary({f"/{event}": Dictionary({f"/{event}State": Name(f"/{state}")})})
        use = Dictionary(Event=Name(f"/{event}"), Category=Array([Name(f"/{event}")]))
        use.OCGs = Array([grid])
        pdf.Root.OCProperties.D.AS = Array([*pdf.Root.OCProperties.D.get("/AS", []), use])

    return change


def shown(_pdf: Pdf, _grid: Object) -> None:
    """Leave the layer on."""


# --- ways to use a layer ---


def put(pdf: Pdf, content: bytes) -> None:
    """Draw on the second page."""
    pdf.pages[1].contents_add(pdf.make_stream(content))


def mark(content: bytes = b"0 0 50 50 re f", name: bytes = b"Grid") -> Draw:
    """Return a change that draws content between the marks of a layer."""
    return lambda pdf, _: put(pdf, b"/OC /" + name + b" BDC " + content + b" EMC")


def unused(_pdf: Pdf, _grid: Object) -> None:
    """Leave the layer in the resources only."""


def form(content: bytes, **keys: Any) -> Draw:
    """Return a change that draws a form."""

    def change(pdf: Pdf, grid: Object) -> None:
        made = pdf.make_stream(content)
        made.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 50, 50])))
        if keys.get("OC"):
            made.OC = grid
        made.Resources = Dictionary(Properties=Dictionary(Inner=grid))
        pdf.pages[1].obj.Resources.XObject = Dictionary(Form=made)
        put(pdf, b"/Form Do" if keys.get("drawn", True) else b"")

    return change


def member(rule: Callable[[Object, Object], Dictionary], name: str = "Both") -> Draw:
    """Return a change that draws content of a membership."""

    def change(pdf: Pdf, grid: Object) -> None:
        both = rule(grid, next(one for one in pdf.Root.OCProperties.OCGs if one != grid))
        both.Type = Name.OCMD
        pdf.pages[1].obj.Resources.Properties[f"/{name}"] = pdf.make_indirect(both)
        mark(name=name.encode())(pdf, grid)

    return change


def policy(word: str) -> Draw:
    """Return a membership in both layers."""
    return member(lambda one, two: Dictionary(OCGs=Array([one, two]), P=Name(f"/{word}")))


def expression(*rule: Any) -> Draw:
    """Return a membership by an expression, in which 0 stands for the hidden layer."""

    def built(part: Any, layers: tuple[Object, Object]) -> Any:
        if isinstance(part, tuple):
            return Array([built(one, layers) for one in part])
        return Name(f"/{part}") if isinstance(part, str) else layers[part]

    return member(lambda one, two: Dictionary(VE=built(rule, (one, two))))


def note(pdf: Pdf, grid: Object) -> None:
    """Put a note of the layer on the page."""
    look = pdf.make_stream(b"0 0 9 9 re f", Dictionary(BBox=Array([0, 0, 9, 9])))
    look.Type, look.Subtype = Name.XObject, Name.Form
    one = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), F=4)
    one.update(Dictionary(AP=Dictionary(N=look)))
    one.OC = grid
    pdf.pages[1].obj.Annots = Array([pdf.make_indirect(one)])


HIDING: dict[str, tuple[Hide, Draw]] = {
    "listed": (list_off, mark()),
    "text": (list_off, mark(b"BT /F 9 Tf (Secret) Tj ET")),
    "picture in the content": (list_off, mark(b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI")),
    "within other marks": (list_off, mark(b"/Span BMC 0 0 9 9 re S EMC")),
    "after other marks": (list_off, mark(b"/Span BMC EMC 0 0 9 9 re S")),
    "all but one": (base_off, mark()),
    "on the screen": (usage("View", "OFF"), mark()),
    "in print": (usage("Print", "OFF"), mark()),
    "a form of the layer": (list_off, form(b"0 0 9 9 re f", OC=True)),
    "marks in a form": (list_off, form(b"/OC /Inner BDC 0 0 9 9 re f EMC")),
    "a note": (list_off, note),
    "all on": (list_off, policy("AllOn")),
    "all off, and none is": (shown, policy("AllOff")),
    "any off, and none is": (shown, policy("AnyOff")),
    "not shown": (shown, expression("Not", 0)),
    "both shown": (list_off, expression("And", 0, 1)),
    "not either": (list_off, expression("Not", ("Or", 0, 1))),
}
HARMLESS: dict[str, tuple[Hide, Draw]] = {
    "unused": (list_off, unused),
    "all but one, unused": (base_off, unused),
    "empty marks": (list_off, mark(b"q 1 0 0 1 5 5 cm Q")),
    "another layer": (list_off, mark(name=b"Roads")),
    "another layer is on": (base_off, mark(name=b"Roads")),
    "unknown name": (list_off, mark(name=b"Nobody")),
    "usage for export": (usage("Export", "OFF"), mark()),
    "usage of an unused layer": (usage("Print", "OFF"), unused),
    "shown": (shown, mark()),
    "a form that is not drawn": (list_off, form(b"0 0 9 9 re f", OC=True, drawn=False)),
    "any on": (list_off, policy("AnyOn")),
    "any off, and one is": (list_off, policy("AnyOff")),
    "shown where the layer is not": (list_off, expression("Not", 0)),
    "either shown": (list_off, expression("Or", 0, 1)),
    "nothing to obey": (list_off, member(lambda *_: Dictionary(OCGs=Array([])))),
}


def admit(tmp_path: Path, pdf: Pdf) -> inserts.AdmittedInsert:
    """Save a PDF and admit it."""
    path = tmp_path / "map.pdf"
    pdf.save(path)
    return admit_here(path)


def pixels(pdf: bytes) -> list[bytes]:
    """Return each page as PDFium shows it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=0.5).to_pil().tobytes() for page in document]


@pytest.mark.parametrize(
    "kind",
    mark_slow(HIDING, but={"text", "all but one", "marks in a form", "a note", "not either"}),
)
def test_a_layer_that_hides_something_is_refused(tmp_path: Path, kind: str) -> None:
    """Otherwise the hidden content would be printed; the remedy says how to save the file."""
    with pytest.raises(InsertError, match="hidden layers") as refused:
        admit(tmp_path, layered(*HIDING[kind]))
    assert "without layers" in refused.value.remedy


@pytest.mark.parametrize(
    "kind", mark_slow(HARMLESS, but={"unused", "empty marks", "usage for export", "any on"})
)
def test_a_layer_that_hides_nothing_is_no_reason(tmp_path: Path, kind: str) -> None:
    """The pages look as a viewer shows the file."""
    pdf = layered(*HARMLESS[kind])
    admitted = admit(tmp_path, pdf)
    assert pixels(admitted.pdf) == pixels((tmp_path / "map.pdf").read_bytes())


def test_the_field_cases_of_layers() -> None:
    """Field case b25 has a hidden grid that no page uses, and a hidden grid with a note."""
    assert admit_here(CASES / "b25-layer-off-unused.pdf").page_count == 1
    with pytest.raises(InsertError, match="hidden layers"):
        admit_here(CASES / "b25-layer-off-used.pdf")


def test_pages_without_content_and_odd_layers_are_read(tmp_path: Path) -> None:
    """A page may have no content, and the lists may hold anything."""
    pdf = layered(list_off, unused)
    del pdf.pages[0].obj.Contents
    pdf.Root.OCProperties.D.OFF = Array([1, Name.x, *pdf.Root.OCProperties.D.OFF])
    pdf.Root.OCProperties.D.AS = Array([1, Dictionary()])
    assert admit(tmp_path, pdf).page_count == 2
