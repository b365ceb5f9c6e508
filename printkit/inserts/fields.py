"""Read form fields and notes of a foreign PDF: the words that belong to an annotation."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from printkit.inserts.untrusted_values import array_items, whole_number
from printkit.text.characters import one_line

_DEEPEST = 20
_PASSWORD = 1 << 13  # a flag of a text field: ISO 32000-1, table 228
_LONGEST = 2_000
_INHERITED = ("/FT", "/V", "/Ff", "/DA", "/Q", "/MaxLen", "/Opt")
# The words of these kinds stand elsewhere: on the page under a link, in the note of a pop-up.
_WITHOUT_WORDS = {"/Link", "/Popup"}


def field_entry(one: Dictionary, key: str) -> Object | None:
    """Return an entry of a form field; a field inherits entries from the fields above it."""
    above: Object | None = one
    for _ in range(_DEEPEST):
        if not isinstance(above, Dictionary):
            return None
        if key in above:
            return above[key]
        above = above.get("/Parent")
    return None


def adopt_orphans(pdf: Pdf) -> None:
    """Add to the form each field of a page that the form does not list.

    Programs that join files often lose the form and keep the fields on the pages. PDFium draws
    only fields of the form.
    """
    form = pdf.Root.get("/AcroForm")
    known = _reached(form)
    for page in pdf.pages:
        _make_fields_indirect(pdf, page.obj)
    orphans = [one for page in pdf.pages for one in _fields_of(page.obj) if one.objgen not in known]
    if not orphans:
        return
    if not isinstance(form, Dictionary):
        pdf.Root["/AcroForm"] = form = pdf.make_indirect(Dictionary())
    for number, one in enumerate(orphans):
        for key in _INHERITED:
            found = field_entry(one, key)
            if found is not None:
                one[key] = found
        if "/Parent" in one:
            del one["/Parent"]
        # Two fields of one name would have one value.
        one["/T"] = String(f"orphan {number}")
    form["/Fields"] = Array([*array_items(form.get("/Fields")), *orphans])


def _make_fields_indirect(pdf: Pdf, page: Object) -> None:
    """Make each field of a page an object of its own: a form can list no other fields."""
    annotations = page.get("/Annots")
    for place, one in enumerate(array_items(annotations)):
        if isinstance(annotations, Array) and _is_field(one) and not one.is_indirect:
            annotations[place] = pdf.make_indirect(one)


def _is_field(one: Object) -> bool:
    return isinstance(one, Dictionary) and one.get("/Subtype") == Name.Widget


def _reached(form: Object | None) -> set[tuple[int, int]]:
    """Return the fields that can be reached from a form."""
    seen: set[tuple[int, int]] = set()
    waiting = array_items(form.get("/Fields")) if isinstance(form, Dictionary) else []
    while waiting:
        one = waiting.pop()
        if isinstance(one, Dictionary) and one.is_indirect and one.objgen not in seen:
            seen.add(one.objgen)
            waiting += array_items(one.get("/Kids"))
    return seen


def _fields_of(page: Object) -> list[Dictionary]:
    fields = filter(_is_field, array_items(page.get("/Annots")))
    return [one for one in fields if isinstance(one, Dictionary) and one.is_indirect]


def flags_of(one: Dictionary) -> int:
    """Return the flags of an annotation: ISO 32000-1, table 165."""
    return whole_number(one.get("/F"))


def words_of_annotation(one: Dictionary) -> list[str]:
    """Return the values of a field as they are shown, or the words of a note or a mark."""
    return [words for words in _each_words_of(one) if words]


def _each_words_of(one: Dictionary) -> list[str]:
    kind = str(one.get("/Subtype"))
    if kind in _WITHOUT_WORDS:
        return []
    if kind != "/Widget":
        undrawn = one.get("/Name") if kind == "/Stamp" and "/AP" not in one else None
        name = one_line(str(undrawn)[1:_LONGEST]) if isinstance(undrawn, Name) else ""
        return [name, _text(one.get("/Contents"))]
    type_, flags = field_entry(one, "/FT"), whole_number(field_entry(one, "/Ff"))
    if type_ == Name.Tx and not flags & _PASSWORD:
        return [_text(field_entry(one, "/V"))]
    return _choices(one) if type_ == Name.Ch else []


def options_of(one: Dictionary) -> list[str]:
    """Return the words that a viewer shows for each entry of a list."""
    return [shown for _, shown in _options(one)]


def _options(one: Dictionary) -> list[tuple[str, str]]:
    """Return each entry of a list: its value, and the words that a viewer shows for the value."""
    pairs = [array_items(option) or [option] for option in array_items(field_entry(one, "/Opt"))]
    return [(_text(pair[0]), _text(pair[-1])) for pair in pairs]


def _choices(one: Dictionary) -> list[str]:
    """Return the words that a viewer shows for each chosen entry of a list."""
    shown = dict(_options(one))
    value = field_entry(one, "/V")
    chosen = array_items(value) if isinstance(value, Array) else [value]
    return [shown.get(_text(word), _text(word)) for word in chosen]


def _text(value: Object | None) -> str:
    if isinstance(value, Stream):
        value = String(value.read_bytes()[:_LONGEST])
    return one_line(str(value)[:_LONGEST]) if isinstance(value, String) else ""
