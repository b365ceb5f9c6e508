"""Long words: the tree of a page goes in, and comes out with places to break in words without end.

The time for hyphenating and breaking a word grows with the square of the word's length. A word of
thousands of letters, such as a key or a row of the same letter, would keep the press busy for
minutes. So a word over WORD letters gets a zero-width space behind every PIECE letters. A run of
letters and signs without a space, such as marks that never close, costs as much: a run over RUN
signs gets such spaces, too. No address is as long as that. Words with no-break spaces between them
are such a run, too. In the scripts of South-East Asia, Pango looks for words in a run; a run over
RUN letters gets spaces between syllables. WeasyPrint breaks no word whose letters stand in many
elements, and needs as long for such a word: the word gets spaces between elements.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from printkit.press.narrow_texts import part_narrow_texts
from printkit.remarks import Remark
from printkit.text.patterns import regex
from printkit.text.shortening import shortened

WORD = 120
"""The letters that a word may have; the longest words of dictionaries have fewer."""
PIECE = 20
"""The letters between two places to break."""
RUN = 1000
"""The letters and signs that may stand without a space."""

# The scripts of East Asia and South-East Asia do not part their words, and break between letters.
_SOUTH_EAST = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_UNPARTED = rf"{_SOUTH_EAST}\u2e80-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^\W\d_{_UNPARTED}]"
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
_MARK = f"[{_MARKS}]"
_WORD = regex(rf"(?:{_LETTER}{_MARK}*+){{{WORD + 1},}}+")
_PIECE = regex(rf"(?:{_LETTER}{_MARK}*+){{{PIECE}}}(?={_LETTER})")
# The white space at which a line may end; no-break spaces are signs of a run.
_SPACES = "\t-\r\x1c-\x20\x85\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000"
_SIGN = rf"[^{_SPACES}{_UNPARTED}]"
_RUN = regex(rf"{_SIGN}{{{RUN + 1},}}+")
_BASE = rf"[^{_SPACES}{_UNPARTED}{_MARKS}]"
_RUN_PIECE = regex(rf"(?:{_BASE}{_MARK}*+){{{PIECE}}}(?={_BASE})")
# Places before a letter that begins a syllable, and not behind a sign that joins.
_FIRST = "\u0e01-\u0e2e\u0e40-\u0e44\u0e81-\u0eae\u0ec0-\u0ec4\u1000-\u102a\u1780-\u17b3"
_JOINS = "\u0e40-\u0e44\u0ec0-\u0ec4\u1039\u17d2"
_SYLLABLE = rf"(?<![{_JOINS}])(?=[{_FIRST}](?![\u1039\u103a]))"
_SYLLABLES_RUN = regex(rf"[{_SOUTH_EAST}]{{{RUN + 1},}}+")
# A row of vowels alone has no such place.
_NO_SYLLABLE = rf"[{_SOUTH_EAST}]{{{2 * PIECE}}}(?=[{_SOUTH_EAST}])"
_SYLLABLES = regex(rf"[{_SOUTH_EAST}]{{{PIECE},{2 * PIECE}}}?{_SYLLABLE}|{_NO_SYLLABLE}")
_SPACE = "\N{ZERO WIDTH SPACE}"
_PLACE = f"\\g<0>{_SPACE}"
_ENDS_RUN = regex(rf"[{_SPACES}{_UNPARTED}]")
_BEGINNING = 40  # characters of a text that a remark repeats
_TEXTS_LEAST = 12  # parts of one long word; an address between brackets has fewer parts
_IN_LINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
    ]
)
_OF_THE_FILE = ("style", "title")


def break_long_words(page: Element) -> list[str]:
    """Put places to break into each word of a page that has too many letters.

    Returns:
        Each text over RUN signs without a space, as the text was before.
    """
    runs: list[str] = []
    _part_runs(page)
    for element in page.iter():
        if element.text and element.tag not in _OF_THE_FILE:
            element.text = _broken(element.text, runs)
        if element.tail:
            element.tail = _broken(element.tail, runs)
    part_narrow_texts(page)
    return runs


def remarks_on_runs(runs: Iterable[str], where: str) -> Iterator[Remark]:
    """Yield the remark PK510 on each text that was broken because it has no space."""
    for run in dict.fromkeys(runs):
        told = f"a text of {len(run):,} characters without a space was broken into lines"
        yield Remark("PK510", f"{told}: {shortened(run, _BEGINNING)}", where)


def _broken(text: str, runs: list[str]) -> str:
    if len(text) <= WORD:
        return text
    runs += [*_RUN.findall(text), *_SYLLABLES_RUN.findall(text)]
    text = _WORD.sub(lambda word: _PIECE.sub(_PLACE, word[0]), text)
    text = _RUN.sub(lambda run: _RUN_PIECE.sub(_PLACE, run[0]), text)
    return _SYLLABLES_RUN.sub(lambda run: _SYLLABLES.sub(_PLACE, run[0]), text)


class _Text(NamedTuple):
    """A text without spaces, at the beginning or the end of a text of an element.

    Attributes:
        element: has the text.
        is_tail: whether the text stands behind the element.
        signs: the length of the part without spaces.
    """

    element: Element
    is_tail: bool
    signs: int


def _part_runs(page: Element) -> None:
    """Put places to break between the elements of each word that stands in many elements."""
    run: list[_Text] = []
    for element, is_tail in _texts(page):
        if element.tag not in _IN_LINE:
            _part_word(run)
            run = []
        text = (element.tail if is_tail else element.text) or ""
        space = _ENDS_RUN.search(text)
        signs = space.start() if space else len(text)
        if signs:
            run.append(_Text(element, is_tail, signs))
        if space:
            _part_word(run)
            signs = _signs_at_end(text)
            run = [_Text(element, is_tail, signs)] if signs else []
    _part_word(run)


def _texts(page: Element) -> Iterator[tuple[Element, bool]]:
    """Yield each element twice, for its text and for the text behind it, in the page's order."""
    left = [(page, False)]
    while left:
        element, is_tail = left.pop()
        yield element, is_tail
        if not is_tail:
            left.append((element, True))
            left += [(child, False) for child in reversed(element)]


def _signs_at_end(text: str) -> int:
    at = len(text)
    while at and not _ENDS_RUN.match(text, at - 1):
        at -= 1
    return len(text) - at


def _part_word(run: Sequence[_Text]) -> None:
    if len(run) < _TEXTS_LEAST or sum(one.signs for one in run) <= WORD:
        return
    passed = 0
    for one in run:
        if passed >= PIECE:
            passed = 0
            if one.is_tail:
                one.element.tail = f"{_SPACE}{one.element.tail}"
            else:
                one.element.text = f"{_SPACE}{one.element.text}"
        passed += one.signs
