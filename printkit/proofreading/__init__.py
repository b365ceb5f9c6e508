"""Proofreading: what of the copy is not in the proof.

letters.py  what of a text is compared
row.py      all letters of a proof in a row, and the ways to find a text in it
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from printkit.proofreading.letters import is_right_to_left
from printkit.proofreading.row import FAR, SHORT, Place, Row

_LONG = 2 * SHORT  # letters; so long a text stands nowhere by chance


class Slip(NamedTuple):
    """A piece of copy that is not where it should be in the proof.

    Attributes:
        field: the field it is from; `body` for a block of the body.
        text: the piece.
        page: the page where it should have been, from 1; None if there is no telling.
        displaced: it is in the proof, but not in its place among the body's blocks.
    """

    field: str
    text: str
    page: int | None
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
        self._ignored = ignored
        self._unread = unread
        self._whole = Row("\n".join(self._pages), ignored)

    @cached_property
    def _bare(self) -> Row:
        return Row("\n".join(self._pages), self._ignored, bare=True)

    @cached_property
    def _page_ends(self) -> list[int]:
        ends = [0]
        for page in self._pages:
            ends.append(ends[-1] + len(self._whole.letters(page)))
        return ends

    def length(self, text: str) -> int:
        """How many letters of a text can be compared."""
        return len(self._whole.letters(text))

    def find(self, text: str, after: int = 0) -> Place | None:
        """Find a text from a place on: whole, in parts, without asides, or its like."""
        return (
            self._whole.find(text, after)
            or self._bare.find(text, after)
            or self._whole.find_parts(text, after)
            or self._bare.find_parts(text, after)
            or self._find_alike(text, after)
        )

    def has_beside(self, other: "Proof", text: str) -> bool:
        """Does a text stand here once more than in the other?"""
        if self._whole.count(text) > other._whole.count(text):
            return True
        if bare := self._bare.count(text):
            return bare > other._bare.count(text)
        return self.find(text) is not None

    def page_of(self, place: int) -> int:
        """The page of a place, counted from 1."""
        return min(bisect_right(self._page_ends, place), len(self._pages))

    def page_where_it_begins(self, text: str) -> int | None:
        """The page that has a text's beginning, if not all of it."""
        place = self._whole.find(self._whole.letters(text)[:SHORT], 0)
        return self.page_of(place.start) if place and self.length(text) > SHORT else None

    def _find_alike(self, text: str, after: int) -> Place | None:
        if not (self._unread or is_right_to_left(text)):
            return None
        # A glyph without text spoils three triples, and its letters mostly go to another's.
        return self._whole.find_alike(text, after, max(0.25, 0.8 - 8 * self._unread))


def proofread(proof: Proof, copy: Sequence[tuple[str, str]]) -> list[Slip]:
    """Compare the proof with the copy: fields, and the body's blocks in reading order.

    A text without a letter or digit cannot be compared and is taken for printed.
    """
    copy = [(field, text) for field, text in copy if proof.length(text)]
    blocks = [text for field, text in copy if field == "body"]
    slips = _proofread_body(proof, blocks)
    lost = {slip.text for slip in slips if not slip.displaced}
    body = Proof([[text for text in blocks if text not in lost]])
    for field, text in copy:
        if field != "body" and not proof.has_beside(body, text):
            slips.append(Slip(field, text, proof.page_where_it_begins(text)))
    return slips


def _proofread_body(proof: Proof, blocks: Sequence[str]) -> list[Slip]:
    slips: list[Slip] = []
    anchors = _anchors(proof, blocks)
    after = 0
    for index, text in enumerate(blocks):
        place = anchors[index] or _between(proof, text, after, anchors[index + 1 :])
        page = proof.page_of(after)
        if not place:
            slips.append(Slip("body", text, page))
            continue
        if place.start < after:
            slips.append(Slip("body", text, page, displaced=True))
        after = place.end
    return slips


def _anchors(proof: Proof, blocks: Sequence[str]) -> list[Place | None]:
    """The places of long blocks: each after the one before it, if it stands there."""
    places: list[Place | None] = []
    after = 0
    for text in blocks:
        long = proof.length(text) > _LONG
        place = (proof.find(text, after) or proof.find(text)) if long else None
        places.append(place)
        after = place.end if place else after
    return places


def _between(proof: Proof, text: str, after: int, anchors: Sequence[Place | None]) -> Place | None:
    """The place of a short block, which must lie before what comes after it."""
    following = next((one.start for one in anchors if one and one.start >= after), after + FAR)
    place = proof.find(text, after) if proof.length(text) <= _LONG else None
    return place if place and place.end <= following else None
