"""A PDF page with annotations, and what printkit makes of the page."""

from pathlib import Path
from typing import Any

import pypdfium2
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from printkit import inserts
from tests.support.admitted_inserts import admit_here

BOX = [20, 20, 200, 60]
LOST = "the words of an annotation are not on paper: "


class Sheet:
    """A page to put annotations on.

    Args:
        asks: whether the form asks viewers to draw its fields anew.
    """

    def __init__(self, *, asks: bool = False) -> None:
        self.pdf = Pdf.new()
        self.pdf.add_blank_page(page_size=(300, 300))
        face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        fonts = Dictionary(Font=Dictionary(He=face))
        self.page = self.pdf.pages[0].obj
        self.page.Resources, self.page.Annots = fonts, Array([])
        self.form = self.pdf.make_indirect(Dictionary(Fields=Array([]), DR=fonts))
        if asks:
            self.form.NeedAppearances = True
        self.pdf.Root.AcroForm = self.form

    def put(self, kind: str, **keys: Any) -> Object:
        """Put an annotation on the page."""
        one = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(BOX), F=4)
        one.update(Dictionary({f"/{key}": value for key, value in keys.items()}))
        made = self.pdf.make_indirect(one)
        self.page.Annots.append(made)
        return made

    def field(self, kind: str = "Tx", **keys: Any) -> Object:
        """Put a form field on the page."""
        name = String(f"field {len(self.form.Fields)}")
        own = {"FT": Name(f"/{kind}"), "T": name, "DA": String("/He 12 Tf 0 g"), **keys}
        made = self.put("Widget", **own)
        self.form.Fields.append(made)
        return made

    def look(self, content: bytes) -> Dictionary:
        """Return an appearance that another program has drawn."""
        form = self.pdf.make_stream(content)
        form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 180, 40])))
        return Dictionary(N=form)


def admit(tmp_path: Path, sheet: Sheet) -> inserts.AdmittedInsert:
    """Save the sheet and admit it."""
    path = tmp_path / "sheet.pdf"
    sheet.pdf.save(path)
    return admit_here(path)


def words(pdf: bytes) -> str:
    """Return the words on the first page, as PDFium reads them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(document[0].get_textpage().get_text_bounded().split())


def ink(pdf: bytes, box: tuple[int, int, int, int] = (15, 235, 205, 285)) -> int:
    """Return the number of points in a box of the first page that are not white."""
    with pypdfium2.PdfDocument(pdf) as document:
        seen = document[0].render(draw_annots=False, may_draw_forms=False).to_pil().convert("L")
        return sum(seen.crop(box).histogram()[:250])


def lost(admitted: inserts.AdmittedInsert) -> list[str]:
    """Return the words that a remark names as lost."""
    found = (one.message for one in admitted.remarks if one.code == "PK714")
    return [one.removeprefix(LOST) for one in found if one.startswith(LOST)]
