"""Room: how much type a cover holds, so that none runs over other type, or off the sheet.

An estimate that errs on the safe side: it knows the style sheet's sizes, and of the letters
only how wide they mostly are.
"""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from printkit.edition.papers import Sheet
from printkit.markup.paper import paper_of
from printkit.text.shortening import shortened

_POINT = 25.4 / 72  # millimetres
# Of the size of type: wide letters, capitals, all others.
_WIDE, _CAPITAL, _LETTER = 1.02, 0.7, 0.53
_NARROW = 120  # millimetres across
_THREE_LINES, _FOUR_LINES = 3, 4
_FAR_LEADING = 1.24  # --script-leading of styles/base/scripts.css
_LONG, _LONG_NAME, _VERY_LONG_NAME = 60, 20, 44  # characters; as the template has it


class Type(NamedTuple):
    """Size and leading, points."""

    size: float
    leading: float

    def scaled(self, size: float, leading: float = 0) -> "Type":
        """As many times larger."""
        return Type(self.size * size, self.leading * (leading or size))

    def lines(self, text: str, width: float) -> int:
        """How many lines of so many millimetres the text may take."""
        measure = width / (self.size * _POINT)
        lines, filled = 0, measure
        for word in text.split():
            ems = _ems(word)
            if filled + _LETTER + ems > measure and not _breaks_anywhere(word):
                lines, filled = lines + 1, -_LETTER
            filled += _LETTER + ems
            more = math.ceil(filled / measure) - 1
            lines, filled = lines + more, filled - more * measure
        return lines

    def height(self, text: str, width: float) -> float:
        """How high those lines are, millimetres."""
        return self.lines(text, width) * self.leading * _POINT

    def cut(self, text: str, width: float, lines: int) -> str:
        """As much of the text as so many lines hold."""
        tries = (shortened(text, most) for most in range(len(text), min(1, len(text) - 1), -1))
        return next((one for one in tries if self.lines(one, width) <= lines), "")


class PageMargins(NamedTuple):
    """Of a cover, millimetres."""

    side: float
    top: float
    bottom: float


class Sizes(NamedTuple):
    """What styles/base/digest.css sets for a scale of paper; points but for the words' height."""

    margins: PageMargins
    words: float
    masthead: Type
    headline: Type
    standfirst: Type
    line: Type
    section: float


_SIZES = {
    "small-sheet": Sizes(
        PageMargins(13, 9.5, 8), 100, Type(37, 40), Type(17, 20), Type(9, 12), Type(8.6, 10.8), 10.8
    ),
    "": Sizes(
        PageMargins(18, 13, 11),
        141,
        Type(54, 58),
        Type(24, 28),
        Type(11.4, 15.6),
        Type(10.6, 13.4),
        12,
    ),
    "large-sheet": Sizes(
        PageMargins(25, 18, 15), 200, Type(77, 82), Type(34, 39), Type(15, 20), Type(14, 17.6), 14.4
    ),
}


class Room(NamedTuple):
    """What is left of a cover for its lead and the lines beside it or below.

    Attributes:
        width: of the lead, millimetres.
        others: of the other lines.
        height: of lead and lines together, or of each if they stand side by side.
        beside: whether they do.
        headline, standfirst, line: their type.
        section: how high the line above each headline is, and the space about them both.
    """

    width: float
    others: float
    height: float
    beside: bool
    headline: Type
    standfirst: Type
    line: Type
    section: float

    def announced(self, title: str, standfirst: str) -> tuple[str, str, float]:
        """The lead's words as long as there is room, and what height is left for other lines."""
        # The style sheet sets a long headline smaller, and so it does one that is cut long.
        face = self.headline.scaled(0.76) if len(title) > _LONG else self.headline
        title = face.cut(title, self.width, _FOUR_LINES)
        face = self.headline.scaled(0.76) if len(title) > _LONG else self.headline
        left = self.height - self.section - face.height(title, self.width)
        most = left if self.beside else left - self.height / 3
        lines = min(_FOUR_LINES, int(most / (self.standfirst.leading * _POINT)))
        width = self.width if self.beside else self.width * 0.84
        told = self.standfirst.cut(standfirst, width, lines) if lines > 0 else ""
        return title, told, self.height if self.beside else left - self._height(told, width)

    def shortened(self, title: str) -> str:
        """Another headline, as long as there is room."""
        return self.line.cut(title, self.others, _THREE_LINES)

    def fitting(self, titles: Sequence[str], left: float) -> int:
        """How many of these there is room for in so many millimetres."""
        return sum(total <= left for total in self._totals(titles))

    def _totals(self, titles: Sequence[str]) -> Iterator[float]:
        total = 0.0
        for title in titles:
            total += self.section + self.line.height(title, self.others)
            yield total

    def _height(self, text: str, width: float) -> float:
        return self.standfirst.height(text, width)


def shape(sheet: Sheet) -> str:
    """The class of a sheet that is wider than high, or small as a hand."""
    if sheet.width > sheet.height:
        return "is-wide"
    return "is-narrow" if sheet.width < _NARROW else ""


def room(sheet: Sheet, masthead: str, *, bare: bool) -> Room:
    """What is left under the name of the issue; `bare` is a cover without a picture."""
    sizes = _sizes(sheet)
    side, top, bottom = sizes.margins
    measure = sheet.width - 2 * side
    beside = not bare and shape(sheet) != "is-wide"
    height = sizes.words if beside else sheet.height
    within = measure if bare or beside else measure / 2
    strip = 7 if measure > _NARROW / 2 else 11
    caption = 0 if bare else 8
    taken = strip + _masthead(masthead, sizes.masthead, within) + (24 if bare else 17.6) + caption
    large = Type.scaled
    return Room(
        width=within * 0.58 - 6 if beside else within,
        others=within * 0.42 - 6 if beside else within,
        height=height - top - bottom - taken,
        beside=beside,
        headline=large(sizes.headline, 1.9, 1.75) if bare else sizes.headline,
        standfirst=large(sizes.standfirst, 1.35) if bare else sizes.standfirst,
        line=large(sizes.line, 1.25) if bare else sizes.line,
        section=sizes.section * _POINT + (5.2 if bare else 3),
    )


def _sizes(sheet: Sheet) -> Sizes:
    sizes = _SIZES[paper_of(sheet).scale]
    if shape(sheet) == "is-wide":
        return sizes._replace(masthead=Type(40, 44), headline=Type(22, 26))
    if shape(sheet) == "is-narrow":
        return sizes._replace(masthead=Type(25, 28), headline=Type(11.6, 14))
    return sizes


def _masthead(name: str, face: Type, width: float) -> float:
    """Its height; four lines at most."""
    if _reaches_far(name):
        face = face.scaled(1, _FAR_LEADING)
    if len(name) > _VERY_LONG_NAME:
        face = face.scaled(0.42, 0.45)
    elif len(name) > _LONG_NAME:
        face = face.scaled(0.66, 0.68)
    return min(_FOUR_LINES, face.lines(name, width)) * face.leading * _POINT


def _reaches_far(name: str) -> bool:
    """Whether letters reach far above and below the line, as Arabic ones do."""
    return any(unicodedata.bidirectional(letter) == "AL" for letter in name)


def _ems(text: str) -> float:
    return sum(map(_em, text))


def _breaks_anywhere(word: str) -> bool:
    return any(map(_is_wide, word))


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def _em(letter: str) -> float:
    if _is_wide(letter):
        return _WIDE
    return _CAPITAL if letter.isupper() else _LETTER
