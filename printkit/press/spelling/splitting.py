"""Splitting: takes the operators that draw a line, puts `/ActualText` round some of the glyphs.

Arrays of glyphs and distances are split; the visible glyphs and their places stay the same.
"""

import re
from collections.abc import Iterable

from printkit.press.spelling.passages import Passage
from printkit.press.spelling.speller import Glyph

# In an array: a string of glyphs, or a distance.
_TOKEN = re.compile(rb"[<]([0-9a-f]*)[>]|[^<>]+")
_REST = Passage((0.0,) * 10_000, 4, None)  # unknown glyphs stay as they are
_NARROW = 4  # per cent: an invisible glyph is drawn with so much of its width


def with_texts(operators: Iterable[object], passages: Iterable[Passage]) -> list[object]:
    """Return the operators that draw a line, with the text of each passage that needs one.

    Args:
        operators: the operators as WeasyPrint wrote them; it shows text with `TJ` only.
        passages: the passages of the line, in the order of painting.
    """
    line = _LineOperators(passages)
    for operator in operators:
        if isinstance(operator, bytes) and operator.endswith(b"] TJ"):
            line.show(operator[1:-4])
        else:
            line.add(operator)
    return line.written


class _LineOperators:
    """The operators of a line that are written so far."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.written: list[object] = []
        self._passages = iter(passages)
        self._now = Passage((), 4, None)
        self._left = 0  # glyphs of the passage that are still to be shown
        self._moved = 0.0  # since the beginning of the passage, in thousandths of the font size
        self._rise = b"0 Ts"
        self._array = b""

    def show(self, array: bytes) -> None:
        """Write an array of glyphs and distances, split where a text begins or ends."""
        if self._left and self._now.text is not None:
            self._go_back()
        for token in _TOKEN.finditer(array):
            if token[1] is None:
                self._array += b" " + token[0]  # the space keeps two distances apart
                self._moved -= sum(map(float, token[0].split()))
            else:
                self._show_glyphs(token[1])
        self._close_array()

    def add(self, operator: object) -> None:
        """Write an operator that shows nothing."""
        self.written.append(operator)
        if isinstance(operator, bytes) and operator.endswith(b" Ts"):
            self._rise = operator

    def _show_glyphs(self, codes: bytes) -> None:
        while codes:
            while not self._left:
                self._begin()
            digits = self._now.digits
            count = min(self._left, len(codes) // digits)
            self._array += b"<" + codes[: count * digits] + b">"
            codes = codes[count * digits :]
            shown = len(self._now.widths) - self._left
            self._moved += sum(self._now.widths[shown : shown + count])
            self._left -= count
            if not self._left and self._now.text is not None:
                self._end()

    def _go_back(self) -> None:
        """Begin a further piece of a passage with a space at the place where the passage begins.

        Otherwise PDFium may put other text between the pieces, and then give the text of the
        passage again.
        """
        if space := self._now.space:
            self._move(-self._moved)
            self._show(space)
            self._move(self._moved - space.width)

    def _begin(self) -> None:
        """Go on to the next passage."""
        passage = self._now = next(self._passages, _REST)
        self._left, self._moved = len(passage.widths), 0
        if passage.text is None:
            return
        self._close_array()
        if passage.ahead is None:
            self._open(passage.text)
        elif passage.carrier and not passage.widths:
            self._move(-passage.ahead - _narrow(passage.carrier))
            self._carry(passage.text, passage.carrier)
            self.written.append(b"EMC")
            if passage.ahead:
                self._move(passage.ahead)
        elif passage.carrier and passage.space:
            # The text of a mark stands where the mark's letter begins, not where the mark is drawn.
            self._move(-passage.shift - passage.ahead)
            self._carry(passage.text, passage.carrier)
            self._move(-_narrow(passage.carrier))
            self._show(passage.space)
            self._move(passage.shift + passage.ahead - passage.space.width)

    def _end(self) -> None:
        """End a passage with a text; behind a mark, go back to where the mark's letter begins."""
        passage = self._now
        if passage.ahead is not None and passage.space:
            way = passage.shift + self._moved
            self._move(-way - passage.space.width)
            self._show(passage.space)
            self._close_array()
            self.written.append(b"EMC")
            self._move(way)
        else:
            self._close_array()
            self.written.append(b"EMC")

    def _carry(self, text: str, carrier: Glyph) -> None:
        """Begin an `/ActualText` with a glyph that is drawn invisibly."""
        self._close_array()
        self._open(text)
        self.written += [b"0 Ts", b"3 Tr %d Tz" % _NARROW]
        self._show(carrier)
        self._close_array()
        self.written += [b"0 Tr 100 Tz", self._rise]

    def _open(self, text: str) -> None:
        told = text.encode("utf-16-be").hex()
        self.written.append(f"/Span <</ActualText <feff{told}>>> BDC".encode())

    def _show(self, glyph: Glyph) -> None:
        self._array += b"<%04x>" % glyph.number

    def _move(self, distance: float) -> None:
        """Move to the right by thousandths of the font size."""
        self._array += b" %.3f" % -distance

    def _close_array(self) -> None:
        if self._array:
            self.written.append(b"[" + self._array.replace(b"><", b"") + b"] TJ")
        self._array = b""


def _narrow(glyph: Glyph) -> float:
    """Return the width of a glyph that is drawn invisibly."""
    return glyph.width * _NARROW / 100
