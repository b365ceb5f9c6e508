"""Boxes of values: takes a field or a note of a foreign PDF, gives its words as a text with a box.

The size, the colour and the kind of letters come from the default appearance (ISO 32000-1,
12.7.3.3); the box is the box of the appearance that PDFium has drawn.
"""

from collections.abc import Sequence
from math import isfinite
from typing import Literal

from pikepdf import Dictionary, Name, Object, Stream, String

from printkit.inserts.fields import field_entry, options_of, words_of_annotation
from printkit.inserts.line_drawing import finite_number
from printkit.inserts.untrusted_values import array_items, whole_number
from printkit.press.boxed_texts import BoxedText
from printkit.text.characters import one_line

# Flags of fields: ISO 32000-1, tables 228 and 230.
_SEVERAL_LINES, _PASSWORD, _CELLS, _COMBO = 1 << 12, 1 << 13, 1 << 24, 1 << 17
_ARROW = 14.0  # the width of the arrow that PDFium draws beside a choice
_LONGEST, _MOST_LINES, _MOST_CELLS = 2_000, 200, 200
_SMALLEST_BOX, _LARGEST_BOX, _LARGEST_LETTERS = 4.0, 5_000.0, 300.0
_SIDES: tuple[Literal["left", "center", "right"], ...] = ("left", "center", "right")
_COLOURS = {"g": 1, "rg": 3, "k": 4}

Corner = tuple[float, float]


def boxed_value(one: Dictionary, fonts: Dictionary) -> tuple[BoxedText, Corner] | None:
    """Return the words of a field or a free text in their box, and the lower left corner.

    Args:
        one: an annotation with an appearance stream.
        fonts: the fonts of the form, by name.

    Returns:
        None if the annotation shows no words of its own, or shows them as stars.
    """
    kind, flags = _kind_of(one), whole_number(field_entry(one, "/Ff"))
    if not kind or (kind == "/Tx" and flags & _PASSWORD):
        return None
    is_list = kind == "/Ch" and not flags & _COMBO
    lines = _list_lines(one) if is_list else _lines(one, kind)
    box = _inner_box(one, _ARROW if kind == "/Ch" and not is_list else 0)
    if not box or not any(line for line, _ in lines):
        return None
    left, bottom, width, height = box
    size, colour, font = _default_appearance(one)
    cells = whole_number(field_entry(one, "/MaxLen")) if kind == "/Tx" else 0
    if cells > 0:
        lines = [(line[:cells], chosen) for line, chosen in lines]
    text = BoxedText(
        lines=tuple(lines),
        width=width,
        height=height,
        size=size,
        face=_face(fonts.get(font)),
        side=_side(one),
        several_lines=kind == "/FreeText" or bool(kind == "/Tx" and flags & _SEVERAL_LINES),
        cells=cells if flags & _CELLS and 0 < cells <= _MOST_CELLS else 0,
        colour=colour,
    )
    return text, (left, bottom)


def _kind_of(one: Dictionary) -> str:
    if one.get("/Subtype") == Name.FreeText:
        return "/FreeText"
    kind = str(field_entry(one, "/FT"))
    return kind if one.get("/Subtype") == Name.Widget and kind in ("/Tx", "/Ch") else ""


def _lines(one: Dictionary, kind: str) -> list[tuple[str, bool]]:
    if kind == "/Ch":
        return [(" ".join(words_of_annotation(one)), False)]
    value = one.get("/Contents") if kind == "/FreeText" else field_entry(one, "/V")
    if isinstance(value, Stream):
        value = String(value.read_bytes()[:_LONGEST])
    text = str(value)[:_LONGEST] if isinstance(value, String) else ""
    lines = [one_line(line) for line in text.splitlines()[:_MOST_LINES]]
    if kind == "/Tx" and not whole_number(field_entry(one, "/Ff")) & _SEVERAL_LINES:
        lines = [" ".join(lines)]
    return [(line, False) for line in lines]


def _list_lines(one: Dictionary) -> list[tuple[str, bool]]:
    """Return the entries of a list; of a long list, the entries from the first chosen one on."""
    chosen = set(words_of_annotation(one))
    lines = [(shown, shown in chosen) for shown in options_of(one)]
    first = next((place for place, line in enumerate(lines) if line[1]), 0)
    return lines if len(lines) <= _MOST_LINES else lines[first : first + _MOST_LINES]


def _inner_box(one: Dictionary, arrow: float) -> tuple[float, float, float, float] | None:
    """Return left, bottom, width and height of the room for words in an appearance."""
    sides = [finite_number(side) for side in array_items(one["/AP"]["/N"].get("/BBox"))[:4]]
    known = [side for side in sides if side is not None]
    if len(known) < 4:
        return None
    (left, right), (bottom, top) = sorted(known[::2]), sorted(known[1::2])
    border = one.get("/MK")
    edge = 1.0 if isinstance(border, Dictionary) and "/BC" in border else 0.0
    width, height = right - left - 2 * edge - arrow, top - bottom - 2 * edge
    if not _SMALLEST_BOX <= min(width, height) <= max(width, height) <= _LARGEST_BOX:
        return None
    return left + edge, bottom + edge, width, height


def _default_appearance(one: Dictionary) -> tuple[float, str, str]:
    """Return the size of the letters, 0 for none; their colour for CSS; the name of the font."""
    given = field_entry(one, "/DA")
    words = str(given)[:_LONGEST].split() if isinstance(given, String) else []
    size, colour, font = 0.0, "#000", ""
    for place, word in enumerate(words):
        if word == "Tf" and place > 1:
            size, font = (
                min(max(_as_number(words[place - 1]), 0.0), _LARGEST_LETTERS),
                words[place - 2],
            )
        count = _COLOURS.get(word, 0)
        if 0 < count <= place:
            colour = _css_colour([_as_number(part) for part in words[place - count : place]])
    return size, colour, font


def _as_number(word: str) -> float:
    try:
        number = float(word)
    except ValueError:
        return 0.0
    return number if isfinite(number) else 0.0


def _css_colour(parts: Sequence[float]) -> str:
    parts = [min(max(part, 0.0), 1.0) for part in parts]
    if len(parts) == 1:
        parts = parts * 3
    if len(parts) == 4:
        *inks, black = parts
        parts = [(1 - ink) * (1 - black) for ink in inks]
    return f"rgb({', '.join(f'{100 * part:.1f}%' for part in parts)})"


def _side(one: Dictionary) -> Literal["left", "center", "right"]:
    given = whole_number(field_entry(one, "/Q"))
    return _SIDES[given] if 0 <= given < len(_SIDES) else "left"


def _face(font: Object | None) -> Literal["sans", "serif", "mono"]:
    name = str(font.get("/BaseFont", "")).lower() if isinstance(font, Dictionary) else ""
    if "cour" in name or "mono" in name:
        return "mono"
    return "serif" if any(part in name for part in ("times", "serif", "roman")) else "sans"
