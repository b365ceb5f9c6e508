"""Draw the rubber stamps of a foreign PDF that have no appearance stream.

In: an annotation. Out: the same annotation, with an appearance stream that shows the words of its
name, as ISO 32000-1, 12.5.6.12, asks of viewers. PDFium draws no stamps.
"""

from pikepdf import Dictionary, Name, Pdf

from printkit.inserts.drawn_text import draw_look, text_operators, width_of
from printkit.inserts.line_drawing import colour_operator, finite_number
from printkit.inserts.untrusted_values import array_items
from printkit.text.patterns import regex

_DEFAULT = "Draft"  # ISO 32000-1, table 181
# Acrobat marks its own names by such a beginning: `#SBApproved`, `SHSignHere`.
_NAME = regex(r"/?#?(?:S[BH](?=[A-Z]))?([A-Za-z]{2,40})")
_WORD = regex(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_RED = "0.7 0.1 0.1 rg"
_MARGIN, _LARGEST = 4.0, 48.0


def draw_stamp(pdf: Pdf, one: Dictionary) -> bool:
    """Give a stamp an appearance; return False for any other annotation, or an unknown name."""
    words, sides = stamp_words(one), _corners(one)
    if not words or not sides:
        return False
    left, bottom, right, top = sides
    width, height = right - left, top - bottom
    if min(width, height) < 2 * _MARGIN:
        return False
    room = (width - 2 * _MARGIN) / width_of(words, 1)
    size = min(room, 0.7 * (height - _MARGIN), _LARGEST)
    start = (left + (width - width_of(words, size)) / 2, bottom + height / 2 - 0.36 * size)
    colour = colour_operator(one.get("/C")) or _RED
    frame = f"{left + 1:.2f} {bottom + 1:.2f} {width - 2:.2f} {height - 2:.2f} re S"
    operators = [f"{colour.upper()} 1.5 w {frame}", colour, text_operators(words, size, start)]
    draw_look(pdf, one, " ".join(operators), sides)
    return True


def stamp_words(one: Dictionary) -> str:
    """Return the words that a viewer shows for the name of a stamp; empty if there are none.

    A stamp that has a note and no name is no `Draft`: the note is told in a remark.
    """
    name = one.get("/Name")
    if one.get("/Subtype") != Name.Stamp or (name is None and one.get("/Contents")):
        return ""
    found = _NAME.fullmatch(str(name) if isinstance(name, Name) else _DEFAULT)
    return " ".join(_WORD.findall(found[1])).upper() if found else ""


def _corners(one: Dictionary) -> tuple[float, float, float, float] | None:
    numbers = [finite_number(side) for side in array_items(one.get("/Rect"))[:4]]
    known = [number for number in numbers if number is not None]
    if len(known) < 4:
        return None
    left, right = sorted(known[::2])
    bottom, top = sorted(known[1::2])
    return left, bottom, right, top
