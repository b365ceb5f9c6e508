"""The passages of a line: clusters go in; each comes out with the text that readers must be told.

Readers sort what a line shows by the places where it begins. In a line from the right, they
then turn round the letters, one by one, even those of one `/ActualText`. So there each letter
is told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from printkit.press.spelling.clusters import SOFT_HYPHEN, Cluster
from printkit.press.spelling.speller import Glyph, Speller

if TYPE_CHECKING:
    from weasyprint.pdf.fonts import Font


class Passage(NamedTuple):
    """Glyphs that are told together.

    Attributes:
        widths: of each glyph, in thousandths of the font size. Without any, the text is told
            by a carrier.
        digits: how many hexadecimal digits the code of a glyph has.
        text: the text that readers are told; None if the glyphs say it.
        space: a glyph that shows nothing; None if the font has none.
        shift: how far the first glyph is moved to the right of its place.
        ahead: how far before its place a mark is told; None unless the passage is a mark.
        carrier: a glyph that is drawn unseen.
    """

    widths: tuple[float, ...]
    digits: int
    text: str | None
    space: Glyph | None = None
    shift: float = 0
    ahead: float | None = None
    carrier: Glyph | None = None


_AHEAD = 2  # thousandths of the font size; WeasyPrint rounds places to one


def passages_of(clusters: Iterable[Cluster]) -> list[Passage]:
    """Return the passages of a line in the order of painting."""
    passages: list[Passage] = []
    last = None
    for one in clusters:
        speller = _speller(one.font)
        told = None if one.plain else speller.spell(one)
        widths = [one.font.widths.get(glyph, 0) for glyph in one.glyphs]
        if told is not None and one.leftwards:
            passages += _leftwards(one, told, widths, speller)
        elif last and _is_mark_on(one, last):
            before = passages.pop()
            text = (before.text or last.text) + (told or one.text)
            passages.append(Passage((*before.widths, *widths), one.digits, text))
        else:
            space = None if told is None else speller.space
            passages.append(Passage(tuple(widths), one.digits, told, space))
        last = one
    return passages


def known_in(font: Font) -> set[tuple[int, str]]:
    """Return the glyphs of a font that are certain to say a letter, each with its letter."""
    return _speller(font).plain


def _speller(font: Font) -> Speller:
    """Return the speller of a font, which lives as long as the font."""
    if not hasattr(font, "printkit_speller"):
        font.printkit_speller = Speller(font)
    speller: Speller = font.printkit_speller
    return speller


def _is_mark_on(cluster: Cluster, last: Cluster) -> bool:
    """Return whether a cluster is a mark on the cluster before it, in another font."""
    rightwards = not (cluster.leftwards or last.leftwards)
    return cluster.is_mark and rightwards and cluster.digits == last.digits


def _leftwards(
    cluster: Cluster, told: str, widths: Sequence[float], speller: Speller
) -> Iterator[Passage]:
    """Yield the passages of a cluster that is read from the right, one for each letter."""
    if not widths:
        yield from _carried(told, speller)
        return
    if told == SOFT_HYPHEN:
        yield Passage(tuple(widths), cluster.digits, told)
        return
    base, *marks = speller.letters(cluster)
    glyphs, space = cluster.glyphs, speller.space
    count = len(glyphs) - 1  # of the glyphs of marks, which are painted before that of the base
    if count > len(marks) or not space or not speller.carrier:
        yield Passage(tuple(widths), cluster.digits, told, space)
        return
    if count and len(marks) > count:
        marks[count - 1 :] = ["".join(marks[count - 1 :])]
    if not count:
        yield from _carried(marks, speller)
    for index, mark in enumerate(reversed(marks[:count])):
        ahead = _AHEAD * (count - index)
        shift = cluster.shifts[index]
        yield Passage((widths[index],), cluster.digits, mark, space, shift, ahead, speller.carrier)
    said = speller.says(glyphs[-1])
    yield Passage((widths[-1],), cluster.digits, None if said == base else base, space)


def _carried(letters: Iterable[str], speller: Speller) -> Iterator[Passage]:
    """Yield passages without glyphs of their own, for letters in the order of reading."""
    if speller.carrier:
        for letter in reversed([*letters]):
            yield Passage((), 4, letter, ahead=0, carrier=speller.carrier)
