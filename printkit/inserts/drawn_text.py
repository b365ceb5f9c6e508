"""Drawn text: words go in, operators and an appearance stream that show the words come out.

The font is Helvetica in bold, which every viewer has (ISO 32000-1, 9.6.2.2).
"""

import math

from pikepdf import Array, Dictionary, Integer, Name, Pdf, Real

# The widest letters of the font are wider, and the spaces narrower, than this part of its size.
_LETTER = 0.75
_ENCODING = "cp1252"


def can_draw(words: str) -> bool:
    """Tell whether the font has all letters of the words."""
    return has_standard_letters(words) and words.isprintable()


def has_standard_letters(words: str) -> bool:
    """Tell whether each letter of the words is in the fonts that every viewer has."""
    try:
        words.encode(_ENCODING)
    except UnicodeEncodeError:
        return False
    return True


def width_of(words: str, size: float) -> float:
    """Return the width of words in a size, and rather too much."""
    return len(words) * _LETTER * size


def text_operators(words: str, size: float, start: tuple[float, float], angle: float = 0.0) -> str:
    """Return operators that show words from a point on, turned by an angle."""
    cosine, sine = math.cos(angle), math.sin(angle)
    turned = f"{cosine:.4f} {sine:.4f} {-sine:.4f} {cosine:.4f} {start[0]:.2f} {start[1]:.2f} Tm"
    shown = words.encode(_ENCODING).hex()
    return f"BT /F1 {size:.2f} Tf {turned} <{shown}> Tj ET"


def draw_look(
    pdf: Pdf, one: Dictionary, operators: str, sides: tuple[float, float, float, float]
) -> None:
    """Give an annotation an appearance stream of operators within its sides."""
    opacity, state = one.get("/CA"), Dictionary()
    if isinstance(opacity, Integer | Real):
        state = Dictionary(GS=Dictionary(CA=opacity, ca=opacity))
        operators = f"/GS gs {operators}"
    look = pdf.make_stream(operators.encode("ascii"))
    box = Array([round(side, 2) for side in sides])
    look.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=box))
    look["/Resources"] = Dictionary(ExtGState=state, Font=Dictionary(F1=_bold(pdf)))
    one["/Rect"], one["/AP"] = box, Dictionary(N=look)


def _bold(pdf: Pdf) -> Dictionary:
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name("/Helvetica-Bold"),
        Encoding=Name.WinAnsiEncoding,
    )
    return pdf.make_indirect(font)
