"""Passages: takes the clusters of a line, gives its passages with the texts that they need.

PDF readers sort the pieces of a line by the places where the pieces begin. In a line that runs
from right to left, they then reverse the letters one by one, also within one `/ActualText`. So in
such a line each letter gets an `/ActualText` of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from printkit.press.spelling.clusters import SOFT_HYPHEN, Cluster
from printkit.press.spelling.direction_marks import (
    BEHIND,
    RIGHT_TO_LEFT_MARK,
    ends_in_sign,
    marks_before,
    needs_marks,
)
from printkit.press.spelling.speller import Glyph, Speller

if TYPE_CHECKING:
    from weasyprint.pdf.fonts import Font


class Passage(NamedTuple):
    """A part of a line: glyphs that share one `/ActualText`, or that need none.

    Attributes:
        widths: the width of each glyph, in thousandths of the font size. A passage without glyphs
            has its text on the carrier.
        digits: how many hexadecimal digits the code of a glyph has.
        text: the `/ActualText`; None if the texts of the glyphs are right.
        space: a glyph that shows nothing; None if the font has none.
        shift: how far the first glyph is moved to the right of its place.
        ahead: how far before its place a mark gets its text; None if the passage is no mark.
        carrier: a glyph that is drawn invisibly, so that a text has a glyph to belong to.
    """

    widths: tuple[float, ...]
    digits: int
    text: str | None
    space: Glyph | None = None
    shift: float = 0
    ahead: float | None = None
    carrier: Glyph | None = None


_AHEAD = 2  # thousandths of the font size; WeasyPrint rounds places to whole thousandths


def passages_of(clusters: Sequence[Cluster], closeness: float = 0) -> list[Passage]:
    """Return the passages of a line in the order of painting.

    Args:
        clusters: the clusters of the line.
        closeness: how much closer than usual the letters stand, in thousandths of the font size.
    """
    passages: list[Passage] = []
    last = None
    marks = marks_before(clusters)
    for index, one in enumerate(clusters):
        speller = _speller(one.font)
        told = None if one.plain else speller.spell(one)
        widths = [one.font.widths.get(glyph, 0) for glyph in one.glyphs]
        if index in marks:
            mark = Passage((), 4, marks[index], ahead=-closeness, carrier=speller.carrier)
            _put_mark(passages, last, mark)
        if needs_marks(one):
            behind = BEHIND if one is clusters[-1] and one.text[1:] else ""
            told = None if _says_all(speller, one) and not behind else one.text + behind
            passages.append(Passage(tuple(widths), one.digits, told, speller.space))
        elif told is not None and one.leftwards:
            passages += _leftwards(one, told, widths, speller, closeness)
        elif last and _is_mark_on(one, last):
            before = passages.pop()
            text = (before.text or last.text) + (told or one.text)
            passages.append(Passage((*before.widths, *widths), one.digits, text))
        else:
            space = None if told is None else speller.space
            passages.append(Passage(tuple(widths), one.digits, told, space))
        last = one
    if last and ends_in_sign(clusters):
        _put_mark(passages, last, Passage((), 4, RIGHT_TO_LEFT_MARK))
    return passages


def known_in(font: Font) -> set[tuple[int, str]]:
    """Return the glyphs of a font whose text is one letter and stays so, each with its letter."""
    return _speller(font).plain


def _speller(font: Font) -> Speller:
    """Return the speller of a font, which lives as long as the font."""
    if not hasattr(font, "printkit_speller"):
        font.printkit_speller = Speller(font)
    speller: Speller = font.printkit_speller
    return speller


def _is_mark_on(cluster: Cluster, last: Cluster) -> bool:
    """Return whether a cluster is a mark, in another font, on the cluster before the mark."""
    rightwards = not (cluster.leftwards or last.leftwards)
    return cluster.is_mark and rightwards and cluster.digits == last.digits


def _says_all(speller: Speller, cluster: Cluster) -> bool:
    """Return whether a cluster has one glyph, whose text is the text of the cluster."""
    return len(cluster.glyphs) == 1 and speller.says(cluster.glyphs[0]) == cluster.text


def _put_mark(passages: list[Passage], last: Cluster | None, mark: Passage) -> None:
    """Put a mark of direction between the last cluster and the next one.

    The mark stands on an invisible glyph of the next cluster's font. Fonts of emoji have no such
    glyph: then the mark stands behind the text of the last glyph.
    """
    if mark.carrier:
        passages.append(mark)
    elif last and passages[-1].widths:
        before = passages[-1]
        passages[-1] = before._replace(text=f"{before.text or last.text}{mark.text}")


def _leftwards(
    cluster: Cluster, told: str, widths: Sequence[float], speller: Speller, closeness: float
) -> Iterator[Passage]:
    """Yield the passages of a cluster that is read from right to left, one for each letter."""
    if not widths:
        yield from _carried(told, speller)
        return
    if told == SOFT_HYPHEN:
        yield Passage(tuple(widths), cluster.digits, told)
        return
    base, *marks = speller.letters(cluster)
    glyphs, space = cluster.glyphs, speller.space
    count = len(glyphs) - 1  # of marks: their glyphs are painted before the glyph of the base
    if count > len(marks) or not space or not speller.carrier:
        yield Passage(tuple(widths), cluster.digits, told, space)
        return
    if count and len(marks) > count:
        marks[count - 1 :] = ["".join(marks[count - 1 :])]
    if not count:
        yield from _carried(marks, speller)
    for index, mark in enumerate(reversed(marks[:count])):
        ahead = closeness + _AHEAD * (count - index)
        shift = cluster.shifts[index]
        yield Passage((widths[index],), cluster.digits, mark, space, shift, ahead, speller.carrier)
    said = speller.says(glyphs[-1])
    yield Passage((widths[-1],), cluster.digits, None if said == base else base, space)


def _carried(letters: Iterable[str], speller: Speller) -> Iterator[Passage]:
    """Yield passages without glyphs of their own, for letters in the order of reading."""
    if speller.carrier:
        for letter in reversed([*letters]):
            yield Passage((), 4, letter, ahead=0, carrier=speller.carrier)
