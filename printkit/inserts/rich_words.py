"""Rich text of foreign annotations: an annotation goes in; its formatted words become its note.

A free text may have its words in `/RC` alone, as XHTML (ISO 32000-1, 12.7.3.4). Programs that draw
an annotation read the plain words of `/Contents`; a field has its plain words in `/V`.
"""

import html

from pikepdf import Dictionary, Name, Object, Stream, String

from printkit.inserts.fields import field_entry
from printkit.inserts.untrusted_values import whole_number

_LONGEST = 20_000  # characters of XHTML
_SEVERAL_LINES = 1 << 12  # a flag of a text field: ISO 32000-1, table 228
_BLOCKS = {"p", "br", "div", "li"}


def take_rich_words(one: Dictionary) -> None:
    """Give an annotation the plain words of its rich text, if the annotation has no plain words."""
    of_field = one.get("/Subtype") == Name.Widget
    plain, rich = ("/V", "/RV") if of_field else ("/Contents", "/RC")
    held = field_entry(one, plain) if of_field else one.get(plain)
    given = field_entry(one, rich) if of_field else one.get(rich)
    if given is None or (held is not None and str(held).strip()):
        return
    if of_field and field_entry(one, "/FT") != Name.Tx:
        return
    words = _plain(_source(given))
    if words:
        one[plain] = String(words)


def join_rich_lines(one: Dictionary) -> None:
    """Write the words of an annotation in one line, where PDFium would draw its lines without gaps.

    PDFium breaks lines only in a field of several lines, and draws "10" above "20" as "1020".
    """
    key = "/V" if one.get("/Subtype") == Name.Widget else "/Contents"
    held = field_entry(one, key) if key == "/V" else one.get(key)
    if key == "/V" and whole_number(field_entry(one, "/Ff")) & _SEVERAL_LINES:
        return
    if isinstance(held, String) and len(str(held).splitlines()) > 1:
        one[key] = String(" ".join(str(held).splitlines()))


def _source(given: Object) -> str:
    if isinstance(given, Stream):
        return given.read_bytes()[:_LONGEST].decode("utf-8", "replace")
    return str(given)[:_LONGEST] if isinstance(given, String) else ""


def _plain(source: str) -> str:
    """Return the words of XHTML, with a line for each paragraph."""
    first, *rest = source.replace("\0", "").split("<")
    parts = [first]
    for piece in rest:
        tag, _, words = piece.partition(">")
        name = tag.strip("/").split(maxsplit=1)[:1]
        parts += ["\0" if name and name[0].strip("/").lower() in _BLOCKS else "", words]
    lines = (" ".join(line.split()) for line in html.unescape("".join(parts)).split("\0"))
    return "\r".join(filter(None, lines))
