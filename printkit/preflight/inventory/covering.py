"""Texts of a record and the paper → the words of each text that no printed letter covers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from printkit.preflight.inventory.printed_letters import PrintedLetters
from printkit.text.patterns import regex

# Bars part the cells of a table in Markdown.
_WORD = regex(r"[^\s|]+")
_LONG = 24  # letters of a text that is sought as a whole
_SHORT = 10  # letters of the shortest run of words that is sought as a run
_COUNTS = (3, 2)  # how many neighbours may make up one word


class _Rest(NamedTuple):
    """Words of a text that are not covered yet.

    Attributes:
        text: the number of the text.
        first: the number of the first word in its text.
        near: a position on paper that is close to the place of these words.
        tokens: the words.
    """

    text: int
    first: int
    near: int
    tokens: Sequence[str]


def uncovered(texts: Sequence[str], cells: Sequence[bool], paper: PrintedLetters) -> list[str]:
    """Return for each text its words that are not on paper; an empty text if all are there.

    Each letter on paper covers one letter of the texts. Whole texts are sought first, then the
    longest runs of words, and then single words: so pictures that move, hyphens, and numbers of
    notes do no harm, and a word that the record repeats must be printed as often.

    Args:
        texts: the texts, in the order of the record.
        cells: for each text whether the text stands in a cell of a table. There a number must be
            unbroken; elsewhere a long number may go on in the next line.
        paper: the printed letters.
    """
    rest = _take_whole(texts, paper)
    rest.sort(key=lambda one: -sum(map(len, one.tokens)))
    gaps = [gap for one in rest for gap in _take_runs(one, paper)]
    left = [word for gap in gaps for word in _take_words(gap, cells[gap.text], paper)]
    left = [word for word in left if not paper.take_glued(word.tokens[0], word.near)]
    lost: dict[int, set[int]] = defaultdict(set)
    for word in left:
        if not paper.take_disordered(word.tokens[0], word.near, texts[word.text]):
            lost[word.text].add(word.first)
    return [_quoted(text, lost[number], paper) for number, text in enumerate(texts)]


def _take_whole(texts: Sequence[str], paper: PrintedLetters) -> list[_Rest]:
    rest, near = [], 0
    for number, text in enumerate(texts):
        tokens = paper.tokens(text)
        size = sum(map(len, tokens))
        at = paper.find(tokens, near) if size >= _LONG else -1
        if at >= 0:
            near = paper.take(at, size)
        elif tokens:
            rest.append(_Rest(number, 0, near, tokens))
    return rest


def _take_runs(one: _Rest, paper: PrintedLetters) -> Iterator[_Rest]:
    """Take the longest runs of words of a text; yield the words between the runs."""
    near, behind_run, first = one.near, 0, 0
    while first < len(one.tokens):
        count, at = _longest_run(one.tokens, first, near, paper)
        if count:
            yield _Rest(one.text, behind_run, near, one.tokens[behind_run:first])
            near = paper.take(at, sum(map(len, one.tokens[first : first + count])))
            behind_run = first + count
        first += count or 1
    yield _Rest(one.text, behind_run, near, one.tokens[behind_run:])


def _longest_run(
    tokens: Sequence[str], first: int, near: int, paper: PrintedLetters
) -> tuple[int, int]:
    """Return how many words from the first one on stand together on paper, and where."""
    most = len(tokens) - first
    known = size = 0
    while size < _SHORT and known < most:
        size += len(tokens[first + known])
        known += 1
    place = paper.find(tokens[first : first + known], near) if size >= _SHORT else -1
    if place < 0:
        return 0, -1
    step = 1
    while step and known < most:
        tried = min(known + step, most)
        at = paper.find(tokens[first : first + tried], near)
        if at >= 0:
            known, place, step = tried, at, step * 2
        elif tried == known + 1:
            break
        else:
            most, step = tried - 1, 1
    return known, place


def _take_words(gap: _Rest, in_cell: bool, paper: PrintedLetters) -> Iterator[_Rest]:
    """Take words that are whole on paper; yield each of the other words.

    Markup may part a word, so neighbours that make up a word together are tried, too.
    """
    first = 0
    while first < len(gap.tokens):
        here = gap.tokens[first:]
        count = next(
            (n for n in _COUNTS if n <= len(here) and paper.take_joined(here[:n], gap.near)), 0
        )
        if not count and here[1:]:
            count = paper.take_parts(here, gap.near)
        if not count and not paper.take_word(here[0], gap.near, unbroken=in_cell):
            yield _Rest(gap.text, gap.first + first, gap.near, here[:1])
        first += count or 1


def _quoted(text: str, lost: set[int], paper: PrintedLetters) -> str:
    """Return the words of a text that have a lost part, as the text has these words."""
    quoted: list[str] = []
    number = last = 0
    for at, word in enumerate(_WORD.findall(text) if lost else ()):
        count = len(paper.tokens(word))
        if not lost.isdisjoint(range(number, number + count)):
            quoted += ["…"] if quoted and at > last + 1 else []
            quoted.append(word)
            last = at
        number += count
    return " ".join(quoted)
