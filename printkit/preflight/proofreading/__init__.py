"""Proofreading: the text of printed pages and the texts that must be there → the lost texts.

insertions.py     patterns for numbers and addresses that a page inserts into a text
letter_string.py  all letters of a text in one string, and ways to find another text in it
lines.py          the printed lines, each of which belongs to one text
page_by_page.py   texts that go on beside each other, page by page
page_text.py      all text of the pages, to be searched as letters or as lines
ordering.py       one place for each of several texts, in their order
"""

from collections.abc import Sequence
from typing import NamedTuple

from printkit.pages import PrintedText
from printkit.preflight.proofreading.letter_string import SHORT, Span
from printkit.preflight.proofreading.lines import AHEAD, PrintedLines
from printkit.preflight.proofreading.ordering import choose_in_order
from printkit.preflight.proofreading.page_text import LONG, PageText

# A text that stands at more places than this gets its place from the texts before and behind it.
_RARE = 12
# A short text that is more than so many letters away is another text with the same words.
_NEAR = 1500


class Mismatch(NamedTuple):
    """A text that is not where it must be on the pages.

    Attributes:
        text: the text, with its field and its article.
        page: the page on which the text should have been, counted from 1; 0 if unknown.
        displaced: the text is on paper, but out of its order among the blocks of the body.
    """

    text: PrintedText
    page: int
    displaced: bool = False


def proofread(pages: PageText, texts: Sequence[PrintedText]) -> list[Mismatch]:
    """Find the texts that are not on the pages, and the blocks of the body out of their order.

    A text without a letter or digit cannot be compared; it counts as printed.
    """
    texts = [text for text in texts if pages.length(text.words)]
    blocks = [text for text in texts if text.field == "body"]
    lines = pages.lines()
    found = _proofread_body(pages, lines, blocks)
    lost = {one.text.words for one in found if not one.displaced}
    body = pages.of_texts([block.words for block in blocks if block.words not in lost])
    for text in texts:
        if text.field != "body" and not _is_printed(pages, body, lines, text.words):
            found.append(Mismatch(text, pages.page_of_beginning(text.words)))
    return found


def _is_printed(pages: PageText, body: PageText, lines: PrintedLines, words: str) -> bool:
    """Return whether the words of a field are on paper, apart from the same words in the body.

    The words must be there once more than in the body, or make up printed lines of their own.
    """
    printed = pages.count(words)
    more = (here > said for here, said in zip(printed, body.count(words), strict=True))
    return (
        any(more)
        or (not any(printed) and pages.find(words, least=LONG) is not None)
        or lines.take(pages.reduce(words), -1, pages.end) is not None
    )


def _proofread_body(
    pages: PageText, lines: PrintedLines, blocks: Sequence[PrintedText]
) -> list[Mismatch]:
    texts = [block.words for block in blocks]
    begins = _read_through(pages, lines, texts)
    if None not in begins:
        return []
    found: list[Mismatch] = []
    after = 0
    places = _places(pages, texts)
    sound = _in_sound_stretches(begins, places) | pages.read_page_by_page(texts)
    for index, (block, place) in enumerate(zip(blocks, places, strict=True)):
        if not place and index not in sound:
            near = 0 if pages.length(block.words) >= SHORT else max(0, after - _NEAR)
            seen = pages.find(block.words, near)
            displaced = seen is not None and (near == 0 or seen.start < after + _NEAR)
            found.append(Mismatch(block, pages.page_at(after), displaced))
        after = place.end if place else after
    return found


def _read_through(pages: PageText, lines: PrintedLines, blocks: Sequence[str]) -> list[int | None]:
    """Return where each block begins; None if printed lines do not make up the block.

    Each line belongs to one block. A block need not begin behind the end of the block before it,
    only behind its beginning: where a page break divides a row of a table, the lines of one cell
    stand between the lines of another.
    """
    begins: list[int | None] = []
    last = -1
    for block in blocks:
        first = lines.take(pages.reduce(block), last, AHEAD)
        begins.append(None if first is None else lines.starts[first])
        last = last if first is None else first
    return begins


def _in_sound_stretches(begins: Sequence[int | None], places: Sequence[Span | None]) -> set[int]:
    """Return the numbers of the blocks in stretches whose every block is made up of printed lines.

    Two searches find a block: by its lines (`begins`) and by its words (`places`). A stretch ends
    at each block for which both searches give the same place.
    """
    sound: set[int] = set()
    stretch: list[int] = []
    for index, (begin, place) in enumerate(zip(begins, places, strict=True)):
        stretch.append(index)
        if begin is not None and place and place.start == begin:
            sound.update(stretch if all(begins[one] is not None for one in stretch) else ())
            stretch = []
    return sound | set(stretch if all(begins[one] is not None for one in stretch) else ())


def _places(pages: PageText, blocks: Sequence[str]) -> list[Span | None]:
    """Return the place of each block: first of blocks with few places, then of those between."""
    options = [pages.find_all(block) for block in blocks]
    rare = [places if len(places) <= _RARE else [] for places in options]
    chosen = choose_in_order(rare, [pages.length(block) for block in blocks])
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and not chosen[end]:
            end += 1
        before = chosen[index - 1] if index else None
        behind = chosen[end] if end < len(blocks) else None
        space = Span(before.end if before else 0, behind.start if behind else pages.end)
        chosen[index:end] = _places_within(pages, blocks[index:end], space)
        index = end + 1
    return chosen


def _places_within(pages: PageText, blocks: Sequence[str], space: Span) -> list[Span | None]:
    """Return the place of each block in a span, in the order of the blocks; None if not found."""
    options = [pages.find_all(block, space) for block in blocks]
    chosen = choose_in_order(options, [pages.length(block) for block in blocks])
    after = space.start
    for index, block in enumerate(blocks):
        if not chosen[index] and (place := pages.find(block, after)) and place.end <= space.end:
            chosen[index] = place
        after = max(after, found.end) if (found := chosen[index]) else after
    return chosen
