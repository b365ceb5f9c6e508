"""Proofreading: what of the copy is not in the proof.

asides.py   what the press puts in the midst of a text
pieces.py   the proof piece by piece, each of which one text takes
row.py      all letters of a proof in a row, and the ways to find a text in it
chain.py    which places of texts follow one another
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from printkit.pages import PrintedText
from printkit.preflight.proofreading.asides import ASIDES
from printkit.preflight.proofreading.chain import chain
from printkit.preflight.proofreading.pieces import AHEAD, Pieces
from printkit.preflight.proofreading.row import SHORT, Row, Span
from printkit.text.direction import is_right_to_left

_LONG = 24  # letters; so much of a field must be left without what is put in its midst
_RARE = 12  # places; a text that stands at more is found by those around it
_NEAR = 1500  # letters


class Slip(NamedTuple):
    """A piece of copy that is not where it should be in the proof.

    Attributes:
        copy: the text, with the field and the article that it is from.
        page: the page where it should have been, from 1; 0 if nobody can tell.
        displaced: it is in the proof, but not in its place among the body's blocks.
    """

    copy: PrintedText
    page: int
    displaced: bool = False


class Proof:
    """What stands on paper, ready to be searched.

    Args:
        pages: the pieces of text of every page, in reading order.
        ignored: characters that are left out of every comparison.
        unread: the share of glyphs that have no text; if there are any, likeness must do
            for every script.
    """

    def __init__(
        self, pages: Sequence[Sequence[str]], *, ignored: str = "", unread: float = 0
    ) -> None:
        self._pages = ["\n".join(page) for page in pages]
        self._pieces = [piece for page in pages for piece in page]
        self._ignored = ignored
        self._unread = unread
        self._whole = Row("\n".join(self._pages), ignored)

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        """The proof as it is, and with less and less of what is put in the midst of texts."""
        text = "\n".join(self._pages)
        return self._whole, *(Row(text, self._ignored, asides) for asides in ASIDES)

    def _rows_for(self, text: str, least: int) -> list[Row]:
        """The rows in which enough of a text is left to be told from others."""
        whole = self.length(text)
        lengths = [len(row.letters(text)) for row in self._rows]
        return [
            row
            for row, left in zip(self._rows, lengths, strict=True)
            if left == whole or left >= least
        ]

    @cached_property
    def _page_ends(self) -> list[int]:
        ends = [0]
        for page in self._pages:
            ends.append(ends[-1] + len(self._whole.letters(page)))
        return ends

    def of(self, texts: Sequence[str]) -> "Proof":
        """A proof of some texts of one's own, compared in the same way."""
        return Proof([texts], ignored=self._ignored)

    def letters(self, text: str) -> str:
        """What of a text can be compared."""
        return self._whole.letters(text)

    def pieces(self) -> Pieces:
        """Its pieces, none of them taken."""
        return Pieces([self.letters(piece) for piece in self._pieces])

    def length(self, text: str) -> int:
        """How many letters of a text can be compared."""
        return len(self._whole.letters(text))

    @property
    def end(self) -> int:
        """The place behind the last letter."""
        return len(self._whole.text)

    def places(self, text: str, within: Span | None = None) -> list[Span]:
        """All places of a text that is whole; else where its parts are, if they are."""
        space = within or Span(0, self.end)
        rows = reversed(self._rows_for(text, SHORT))
        found = {one.start: one for row in rows for one in row.all(text, space.start)}
        if not found and (parts := self._find_parts(text, space.start)):
            found = {parts.start: parts}
        return [found[start] for start in sorted(found) if found[start].end <= space.end]

    def find(self, text: str, after: int = 0, least: int = SHORT) -> Span | None:
        """Find a text from a place on: whole, with something in its midst, or its like."""
        rows = self._rows_for(text, least)
        whole = next((one for row in rows for one in row.all(text, after)), None)
        return whole or self._find_parts(text, after) or self._find_alike(text, after)

    def counts(self, text: str) -> list[int]:
        """How often a text stands there whole: as it is, then with less and less in its midst."""
        return [sum(1 for _ in row.all(text)) for row in self._rows_for(text, _LONG)]

    def page_of(self, place: int) -> int:
        """The page of a place, counted from 1."""
        return min(bisect_right(self._page_ends, place), len(self._pages))

    def page_where_it_begins(self, text: str) -> int:
        """The page that has a text's beginning, if not all of it; 0 if no page has."""
        place = next(self._whole.all(self._whole.letters(text)[:SHORT]), None)
        return self.page_of(place.start) if place and self.length(text) > SHORT else 0

    def _find_parts(self, text: str, after: int) -> Span | None:
        return next((one for row in self._rows if (one := row.find_parts(text, after))), None)

    def _find_alike(self, text: str, after: int) -> Span | None:
        if not (self._unread or is_right_to_left(text)):
            return None
        # A glyph without text spoils three triples, and its letters mostly go to another's.
        return self._whole.find_alike(text, after, max(0.25, 0.8 - 8 * self._unread))


def proofread(proof: Proof, copy: Sequence[PrintedText]) -> list[Slip]:
    """Compare the proof with the copy: fields, and the body's blocks in reading order.

    A text without a letter or digit cannot be compared and is taken for printed.
    """
    copy = [one for one in copy if proof.length(one.words)]
    blocks = [one for one in copy if one.field == "body"]
    pieces = proof.pieces()
    slips = _proofread_body(proof, pieces, blocks)
    lost = {slip.copy.words for slip in slips if not slip.displaced}
    body = proof.of([one.words for one in blocks if one.words not in lost])
    for one in copy:
        if one.field != "body" and not _is_printed(proof, body, pieces, one.words):
            slips.append(Slip(one, proof.page_where_it_begins(one.words)))
    return slips


def _is_printed(proof: Proof, body: Proof, pieces: Pieces, text: str) -> bool:
    """A field stands on paper once more than the body says the same, or in pieces of its own."""
    printed = proof.counts(text)
    more = (here > said for here, said in zip(printed, body.counts(text), strict=True))
    return (
        any(more)
        or (not any(printed) and proof.find(text, least=_LONG) is not None)
        or pieces.take(proof.letters(text), -1, proof.end) is not None
    )


def _proofread_body(proof: Proof, pieces: Pieces, blocks: Sequence[PrintedText]) -> list[Slip]:
    texts = [one.words for one in blocks]
    begins = _read_through(proof, pieces, texts)
    if None not in begins:
        return []
    slips: list[Slip] = []
    after = 0
    places = _places(proof, texts)
    sound = _in_sound_runs(begins, places)
    for index, (text, place) in enumerate(zip(texts, places, strict=True)):
        if not place and index not in sound:
            # A short text that stands far away is another that says the same.
            near = 0 if proof.length(text) >= SHORT else max(0, after - _NEAR)
            found = proof.find(text, near)
            displaced = found is not None and (near == 0 or found.start < after + _NEAR)
            slips.append(Slip(blocks[index], proof.page_of(after), displaced))
        after = place.end if place else after
    return slips


def _read_through(proof: Proof, pieces: Pieces, blocks: Sequence[str]) -> list[int | None]:
    """Where each block begins, if it is made up of pieces that no block before it took.

    A block begins behind the beginning, not the end, of the last: the cells of a row that
    breaks between pages stand there in turns.
    """
    begins: list[int | None] = []
    last = -1
    for text in blocks:
        first = pieces.take(proof.letters(text), last, AHEAD)
        begins.append(None if first is None else pieces.starts[first])
        last = last if first is None else first
    return begins


def _in_sound_runs(begins: Sequence[int | None], places: Sequence[Span | None]) -> set[int]:
    """The blocks that were read one after another between two that stand where they are placed."""
    sound: set[int] = set()
    run: list[int] = []
    for index, (begin, place) in enumerate(zip(begins, places, strict=True)):
        run.append(index)
        if begin is not None and place and place.start == begin:
            sound.update(run if all(begins[one] is not None for one in run) else ())
            run = []
    return sound | set(run if all(begins[one] is not None for one in run) else ())


def _places(proof: Proof, blocks: Sequence[str]) -> list[Span | None]:
    """Where each block stands in the order of all: rare ones first, then what is between."""
    options = [proof.places(text) for text in blocks]
    rare = [places if len(places) <= _RARE else [] for places in options]
    chosen = chain(rare, [proof.length(text) for text in blocks])
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and not chosen[end]:
            end += 1
        before = chosen[index - 1] if index else None
        behind = chosen[end] if end < len(blocks) else None
        space = Span(before.end if before else 0, behind.start if behind else proof.end)
        chosen[index:end] = _fitted(proof, blocks[index:end], space)
        index = end + 1
    return chosen


def _fitted(proof: Proof, texts: Sequence[str], space: Span) -> list[Span | None]:
    """The places of texts within a space, one after another."""
    options = [proof.places(text, space) for text in texts]
    chosen = chain(options, [proof.length(text) for text in texts])
    after = space.start
    for index, text in enumerate(texts):
        if not chosen[index] and (place := proof.find(text, after)) and place.end <= space.end:
            chosen[index] = place
        after = max(after, found.end) if (found := chosen[index]) else after
    return chosen
