"""Give form fields and marks of a foreign PDF the appearance that a viewer would draw for them.

In: a PDF, of which some annotations have no appearance stream. Out: the same PDF, in which
`line_drawing`, `stamps` and PDFium have drawn these annotations, and `written_values` has written
their words. Owns PDFium, together with the preflight.
"""

import io
import re

from pikepdf import Dictionary, Integer, Name, Object, Pdf, Stream

from printkit.inserts import line_drawing
from printkit.inserts.fields import adopt_orphans, field_entry, flags_of
from printkit.inserts.rich_words import join_rich_lines, take_rich_words
from printkit.inserts.stamps import draw_stamp
from printkit.inserts.untrusted_values import array_items, is_true, whole_number

_HIDDEN = 2  # flags of an annotation: ISO 32000-1, table 165
_PRINT = 4
_NO_VIEW = 32
_PUSH_BUTTON = 1 << 16  # a flag of a button: table 226
# Kinds that a viewer opens or plays; their icon is no part of the page.
_ICONS = {"/Text", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"}
_NEVER_DRAWN = {"/Link", "/Popup"}
_WRITTEN = {"/Tx", "/Ch"}
_FONT_CHOICE = re.compile(rb"(/[^\s/()<>\[\]{}%]+)\s+[-+.\d]+\s+Tf\b")


def complete(pdf: Pdf) -> list[str]:
    """Draw each visible annotation that has no appearance, and let all of them be printed.

    Viewers show fields and marks without the Print flag, so these are printed, too. Buttons to
    press and icons get no Print flag.

    Returns:
        The words for which no face has all letters.
    """
    adopt_orphans(pdf)
    form = pdf.Root.get("/AcroForm")
    stale = isinstance(form, Dictionary) and is_true(form.get("/NeedAppearances"))
    wanted = []
    for number, page in enumerate(pdf.pages):
        for place, one in enumerate(array_items(page.obj.get("/Annots"))):
            if not isinstance(one, Dictionary) or not _is_visible(one):
                continue
            if str(one.get("/Subtype")) in _NEVER_DRAWN:
                continue
            take_rich_words(one)
            _let_print(one)
            if stale and str(field_entry(one, "/FT")) in _WRITTEN and "/AP" in one:
                del one["/AP"]
            if not (_has_look(one) or line_drawing.draw(pdf, one) or draw_stamp(pdf, one)):
                join_rich_lines(one)
                wanted.append((number, place, one))
    without_font: list[str] = []
    if wanted:
        # Only forms and notes need the press, which takes long to import.
        from printkit.inserts.written_values import write_values

        _draw_by_engine(pdf, wanted)
        without_font = write_values(pdf, [one for _, _, one in wanted], _fonts_of_form(pdf))
    if isinstance(form, Dictionary) and "/NeedAppearances" in form:
        # qpdf flattens no field while this key asks a viewer for another appearance.
        del form["/NeedAppearances"]
    return without_font


def _draw_by_engine(pdf: Pdf, wanted: list[tuple[int, int, Dictionary]]) -> None:
    """Let PDFium draw annotations, and copy the appearance of each into the file."""
    drawn = _drawn_by_engine(pdf, {number for number, _, _ in wanted})
    with Pdf.open(io.BytesIO(drawn)) as made:
        for number, place, one in wanted:
            others = array_items(made.pages[number].obj.get("/Annots"))
            # The engine reads the file anew, and may find other annotations in a damaged file.
            other = others[place] if place < len(others) else None
            if not isinstance(other, Dictionary) or other.get("/Subtype") != one.get("/Subtype"):
                continue
            look = other.get("/AP")
            if isinstance(look, Dictionary):
                one["/AP"] = pdf.copy_foreign(made.make_indirect(look))
                _name_state(one)
                _give_fonts(pdf, one)


def _drawn_by_engine(pdf: Pdf, pages: set[int]) -> bytes:
    """Return the file as PDFium saves it, after it drew the annotations of some pages.

    If PDFium cannot read the file, the file is returned as it is; remarks name its words then.
    """
    # Only forms and marks without an appearance need the engine, which takes long to import.
    import pypdfium2

    given, drawn = io.BytesIO(), io.BytesIO()
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and "/XFA" in form:
        # pypdfium2 would advise every user to build PDFium anew. The fields are drawn without XFA.
        del form["/XFA"]
    pdf.save(given, fix_metadata_version=False)
    try:
        with pypdfium2.PdfDocument(given.getvalue()) as document:
            document.init_forms()
            for number in sorted(pages):
                page = document[number]
                page.render(scale=0.01)
                page.close()
            document.save(drawn)
    except pypdfium2.PdfiumError:
        return given.getvalue()
    return drawn.getvalue()


def _give_fonts(pdf: Pdf, one: Dictionary) -> None:
    """Give the appearance of a text note the fonts that PDFium names and leaves out.

    Poppler prints no text whose font is missing. The font of a note is a font of the form, or
    Helvetica, which every viewer has (ISO 32000-1, 12.7.3.3 and 9.6.2.2).
    """
    look = one["/AP"].get("/N")
    if not isinstance(look, Stream):
        return
    fonts = _resource(_resource(look, "/Resources"), "/Font")
    shared = _fonts_of_form(pdf)
    for found in _FONT_CHOICE.finditer(look.read_bytes()):
        name = Name(found[1].decode("latin-1"))
        if name not in fonts:
            fonts[name] = shared[name] if name in shared else pdf.make_indirect(_helvetica())


def _resource(holder: Stream | Dictionary, key: str) -> Dictionary:
    """Return the dictionary under a key; put an empty dictionary there if there is none."""
    entry = holder.get(key)
    if isinstance(entry, Dictionary):
        return entry
    made = Dictionary()
    holder[key] = made
    return made


def _fonts_of_form(pdf: Pdf) -> Dictionary:
    form = _dictionary_in(pdf.Root, "/AcroForm")
    return _dictionary_in(_dictionary_in(form, "/DR"), "/Font")


def _dictionary_in(holder: Object, key: str) -> Dictionary:
    entry = holder.get(key)
    return entry if isinstance(entry, Dictionary) else Dictionary()


def _helvetica() -> Dictionary:
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
    )


def _name_state(one: Dictionary) -> None:
    """Give a ticked box its appearance under the name of the box's own state.

    PDFium always names the appearance of a ticked box /Yes; the box may have another name for it.
    """
    look, state = one["/AP"].get("/N"), one.get("/AS")
    if isinstance(look, Dictionary) and isinstance(state, Name) and str(state) not in look:
        ticked = look.get("/Yes")
        if isinstance(ticked, Stream):
            look[str(state)] = ticked


def _is_visible(one: Dictionary) -> bool:
    return not flags_of(one) & (_HIDDEN | _NO_VIEW)


def _let_print(one: Dictionary) -> None:
    """Set the Print flag of a field or a mark, and the state of a box that names no state."""
    pressed = whole_number(field_entry(one, "/Ff")) & _PUSH_BUTTON
    if str(one.get("/Subtype")) not in _ICONS and not pressed:
        one["/F"] = Integer(flags_of(one) | _PRINT)
    value = field_entry(one, "/V")
    if field_entry(one, "/FT") == Name.Btn and "/AS" not in one and isinstance(value, Name):
        one["/AS"] = value


def _has_look(one: Dictionary) -> bool:
    """Return whether the annotation has an appearance stream, or a stream for one of its states."""
    appearance = one.get("/AP")
    look = appearance.get("/N") if isinstance(appearance, Dictionary) else None
    if isinstance(look, Dictionary):
        return any(isinstance(state, Stream) for state in look.values())
    return isinstance(look, Stream)
