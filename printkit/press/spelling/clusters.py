"""Clusters: takes a line that WeasyPrint drew, gives its clusters with their glyphs and letters.

A cluster is the smallest piece of a line whose letters and glyphs belong together: one letter
and one glyph, or a letter with its marks, a ligature, a syllable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from printkit.press.spelling.runs import Run, runs_of

if TYPE_CHECKING:
    from weasyprint.formatting_structure.boxes import TextBox
    from weasyprint.pdf.fonts import Font
    from weasyprint.pdf.stream import Stream

HYPHEN = "\N{HYPHEN}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"

JOINERS = ("\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}")
_MARKS = ("Mn", "Me")

# A function that returns the glyphs of a font whose text is one letter and stays so, each with its
# letter.
KnownIn = Callable[["Font"], set[tuple[int, str]]]


class Cluster(NamedTuple):
    """A cluster as it is drawn.

    Attributes:
        font: WeasyPrint's font.
        glyphs: the numbers of the glyphs in the order of painting, from left to right.
        shifts: how far each glyph is moved to the right, in thousandths of the font size.
        text: the letters in the order of reading.
        leftwards: whether the letters are read from right to left.
        plain: whether this is a sequence of letters, each of which is the text of its glyph.
        enclosed: whether the letters are read from left to right within text that is read from
            right to left, as a number in Hebrew.
    """

    font: Font
    glyphs: tuple[int, ...]
    shifts: tuple[float, ...]
    text: str
    leftwards: bool
    plain: bool = False
    enclosed: bool = False

    @property
    def digits(self) -> int:
        """Return how many hexadecimal digits the code of a glyph has."""
        return 2 if self.font.bitmap else 4

    @property
    def is_mark(self) -> bool:
        """Return whether the cluster begins with a mark that belongs to another letter."""
        return category(self.text[:1] or " ") in _MARKS

    @property
    def is_joiner(self) -> bool:
        """Return whether the cluster is a joiner or non-joiner that draws nothing."""
        return not self.glyphs and self.text in JOINERS

    def with_next(self, other: Cluster) -> Cluster:
        """Return one cluster made of this one and of the next one on the line."""
        text = other.text + self.text if self.leftwards else self.text + other.text
        glyphs, shifts = self.glyphs + other.glyphs, self.shifts + other.shifts
        return self._replace(glyphs=glyphs, shifts=shifts, text=text)


def clusters_of(stream: Stream, textbox: TextBox, known_in: KnownIn) -> list[Cluster]:
    """Return the clusters of a line in the order of painting.

    Args:
        stream: the stream that the line was drawn on.
        textbox: the line, a `TextBox`.
        known_in: returns the glyphs of a font whose text is one letter and stays so. A sequence
            of such glyphs is returned as one cluster, which saves time: most lines are plain.
    """
    clusters = _with_marks(_clusters(runs_of(stream, textbox), known_in))
    # Hyphenation sets U+2010 in WeasyPrint, unless CSS asks for another character; writers use
    # the hyphen of the keyboard, U+002D.
    hyphenated = textbox.text.endswith(HYPHEN) and textbox.style["hyphenate_character"] == HYPHEN
    if hyphenated and clusters and clusters[-1].text == HYPHEN:
        # A reader then joins both halves of the word (ISO 32000-1, 14.8.2.2.3).
        clusters[-1] = clusters[-1]._replace(text=SOFT_HYPHEN)
    return clusters


def _clusters(runs: Iterable[Run], known_in: KnownIn) -> Iterator[Cluster]:
    plain = _Plain()
    known: set[tuple[int, str]] = set()
    for run in runs:
        if run.font is not plain.font:
            yield from plain.taken()
            plain.font, known = run.font, known_in(run.font)
        text = run.text.decode()
        letter_by_letter = len(text) == len(run.glyphs) and not run.level
        if letter_by_letter and known.issuperset(zip(run.glyphs, text, strict=True)):
            plain.add(run.glyphs, text)
            continue
        for begin, end, letters in _parts(run.starts(), run.text):
            if not run.level and end - begin == 1 and (run.glyphs[begin], letters) in known:
                plain.add([run.glyphs[begin]], letters)
                continue
            yield from plain.taken()
            drawn = run.drawn(begin, end)
            enclosed = run.level > 1 and not run.leftwards
            yield Cluster(run.font, *drawn, letters, run.leftwards, enclosed=enclosed)
    yield from plain.taken()


class _Plain:
    """Letters of one font that become one cluster; each letter is the text of its glyph."""

    def __init__(self) -> None:
        self.font: Font | None = None
        self._glyphs: list[int] = []
        self._text = ""

    def add(self, glyphs: list[int], text: str) -> None:
        """Add glyphs and their letters."""
        self._glyphs += glyphs
        self._text += text

    def taken(self) -> Iterator[Cluster]:
        """Yield the letters as one cluster, but the last letter as a cluster of its own.

        The last letter may be a hyphen, or the next glyph may be a mark on this letter.
        """
        glyphs, text = tuple(self._glyphs), self._text
        self._glyphs, self._text = [], ""
        if text[:-1]:
            yield Cluster(self.font, glyphs[:-1], (), text[:-1], leftwards=False, plain=True)
        if text:
            yield Cluster(self.font, glyphs[-1:], (0,), text[-1], leftwards=False)


def _parts(starts: list[int], text: bytes) -> Iterator[tuple[int, int, str]]:
    """Yield where the glyphs of each cluster begin and end, and the letters of the cluster.

    Args:
        starts: for each glyph, the place in the text where the glyph's cluster begins.
        text: the letters of the run, in UTF-8.
    """
    ends = dict(pairwise([*sorted(set(starts)), len(text)]))
    begin = 0
    for index in range(1, len(starts) + 1):
        if index == len(starts) or starts[index] != starts[begin]:
            yield begin, index, text[starts[begin] : ends[starts[begin]]].decode()
            begin = index


def _with_marks(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Join each mark that is a cluster of its own to its letter, if both have the same font.

    Otherwise a PDF reader takes the distance to the mark for a space. A joiner that draws nothing
    is joined to the letter before it, too, because only a text of glyphs can hold the joiner.
    """
    joined: list[Cluster] = []
    for one in clusters:
        last = joined[-1] if joined else None
        alike = last and (last.leftwards, last.font) == (one.leftwards, one.font)
        is_joined = not one.leftwards and one.is_joiner and last and last.text != HYPHEN
        if last and alike and ((last if one.leftwards else one).is_mark or is_joined):
            joined[-1] = last.with_next(one)
        else:
            joined.append(one)
    return joined
