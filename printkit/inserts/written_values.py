"""Written values: takes fields and free texts that PDFium drew, writes their words in own faces.

PDFium names fonts that it does not embed, so each viewer would show other letters, or none. Here
the words of the appearance stream, between `/Tx BMC` and `EMC` (ISO 32000-1, 12.7.3.3), are drawn
anew in faces of printkit, which are embedded. Border and background stay as PDFium drew them.
"""

import io
from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream

from printkit.errors import PressError
from printkit.inserts.fields import words_of_annotation
from printkit.inserts.line_drawing import finite_number
from printkit.inserts.untrusted_values import array_items
from printkit.inserts.value_boxes import Corner, boxed_value
from printkit.press.boxed_texts import BoxedPages, BoxedText, print_boxed

_BEGIN, _END = b"/Tx BMC", b"EMC"
_MOST = 500  # fields of one file; the time for the words of one file is limited

_BoxedValue = tuple[Dictionary, BoxedText, Corner]


def write_values(pdf: Pdf, drawn: Sequence[Dictionary], fonts: Dictionary) -> list[str]:
    """Write the words of annotations in embedded faces, where PDFium has drawn them.

    Args:
        pdf: the file.
        drawn: the annotations that PDFium has drawn.
        fonts: the fonts of the form, by name.

    Returns:
        The words for which no face has all letters.
    """
    values: list[_BoxedValue] = []
    for one in drawn:
        undrawn = "/AP" not in one and _put_blank_look(pdf, one)
        found = boxed_value(one, fonts) if _is_written(one) else None
        if found and len(values) < _MOST:
            values.append((one, *found))
        elif undrawn:
            del one["/AP"]
    if not values:
        return []
    try:
        printed = print_boxed([text for _, text, _ in values])
    except PressError:
        return [words for one, _, _ in values for words in words_of_annotation(one)]
    _put(pdf, values, printed)
    missing = set(printed.missing)
    return [text.words for _, text, _ in values if missing.intersection(text.words)]


def _put_blank_look(pdf: Pdf, one: Dictionary) -> bool:
    """Give an annotation a look without words: PDFium draws no note whose font is missing."""
    sides = [finite_number(side) for side in array_items(one.get("/Rect"))[:4]]
    known = [side for side in sides if side is not None]
    if len(known) < 4:
        return False
    width, height = (abs(known[place + 2] - known[place]) for place in (0, 1))
    look = pdf.make_stream(_BEGIN + b" " + _END)
    box = Array([0, 0, round(width, 2), round(height, 2)])
    look.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=box))
    one["/AP"] = Dictionary(N=look)
    return True


def _is_written(one: Dictionary) -> bool:
    look = one.get("/AP")
    stream = look.get("/N") if isinstance(look, Dictionary) else None
    return isinstance(stream, Stream) and _BEGIN in stream.read_bytes()


def _put(pdf: Pdf, values: Sequence[_BoxedValue], printed: BoxedPages) -> None:
    """Put each printed text into the appearance of its annotation."""
    with Pdf.open(io.BytesIO(printed.pdf)) as made:
        for (one, _, (left, bottom)), number in zip(values, printed.numbers, strict=True):
            look = one["/AP"]["/N"]
            before, _, rest = look.read_bytes().partition(_BEGIN)
            behind = rest.rpartition(_END)[2]
            words = Page(made.pages[number].obj).as_form_xobject()
            place = f" q 1 0 0 1 {left:.2f} {bottom:.2f} cm /Words Do Q ".encode()
            look.write(before + _BEGIN + place + _END + behind)
            resources = look.get("/Resources", Dictionary())
            if "/Font" in resources:
                del resources["/Font"]
            resources["/XObject"] = Dictionary(Words=pdf.copy_foreign(words))
            look["/Resources"] = resources
            look["/Type"], look["/Subtype"] = Name.XObject, Name.Form
