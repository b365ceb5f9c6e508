"""Proofreading: what of the copy is not in the proof.

Letters and digits are compared, and nothing else: hyphens at line ends, spaces, quotation
marks, capitals, ligatures, accents and points all change between a text and its print
without anything being lost. Where the order of letters is not to be had either, as in
right-to-left lines, or where the proof itself lacks letters, likeness must do.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from printkit.proofreading.row import FAR, SHORT, Place, Row

_NOTE_NUMBER = re.compile(r"[\s\[(]*\d{1,3}[\s\])]*")
_ADDRESS = re.compile(r"\(\S+\.\S+\)")
_ADDRESS_LINES = 4


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


def proofread(proof: "Proof", copy: Sequence[tuple[str, str]]) -> list[Slip]:
    """Compare the proof with the copy: fields, and the body's blocks in reading order.

    A text without a letter or digit cannot be compared and is taken for printed.
    """
    copy = [(field, text) for field, text in copy if proof.letters(text)]
    blocks = [text for field, text in copy if field == "body"]
    slips = _proofread_body(proof, blocks)
    lost = {slip.text for slip in slips if not slip.displaced}
    body = Proof([[text for text in blocks if text not in lost]])
    for field, text in copy:
        if field != "body" and not _is_printed(proof, body, text):
            slips.append(Slip(field, text, proof.page_where_it_begins(text)))
    return slips


def _is_printed(proof: "Proof", body: "Proof", text: str) -> bool:
    """A field stands on paper once more than the body itself says the same."""
    printed = proof.count(text)
    return printed > body.count(text) if printed else proof.find(text) is not None


def _proofread_body(proof: "Proof", blocks: Sequence[str]) -> list[Slip]:
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


def _anchors(proof: "Proof", blocks: Sequence[str]) -> list[Place | None]:
    """The places of blocks so long that they stand nowhere by chance."""
    places: list[Place | None] = []
    after = 0
    for text in blocks:
        long = len(proof.letters(text)) > 2 * SHORT
        place = (proof.find(text, after) or proof.find(text)) if long else None
        places.append(place)
        after = place.end if place else after
    return places


def _between(
    proof: "Proof", text: str, after: int, anchors: Sequence[Place | None]
) -> Place | None:
    """The place of a short block, which must lie before what comes after it."""
    following = next((one.start for one in anchors if one and one.start >= after), after + FAR)
    place = proof.find(text, after) if len(proof.letters(text)) <= 2 * SHORT else None
    return place if place and place.end <= following else None


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
        self._ignored = ignored
        self._unread = unread
        self._pieces = [piece for page in pages for piece in page]
        read = [[self._words(piece) for piece in page] for page in pages]
        self._whole = Row([words for page in read for words in page])
        lengths = (sum(len(word) for words in page for word in words) for page in read)
        self._pages = list(accumulate(lengths, initial=0))

    @cached_property
    def _bare(self) -> Row:
        """The proof without what is printed in the midst of words that are not its own."""
        return Row([self._words(piece) for piece in self._pieces], _asides(self._pieces))

    def letters(self, text: str) -> str:
        """What of a text can be compared."""
        return "".join(self._words(text))

    def find(self, text: str, after: int = 0) -> Place | None:
        """Find a text from a place on, whole or in parts."""
        needle = self.letters(text)
        return (
            self._whole.find(needle, after)
            or self._whole.find_parts(needle, after)
            or self._bare.find(needle, after)
            or self._bare.find_parts(needle, after)
            or self._find_alike(text, needle, after)
        )

    def count(self, text: str) -> int:
        """Count how often a text stands there whole."""
        return sum(1 for _ in self._whole.all(self.letters(text)))

    def page_of(self, place: int) -> int:
        """The page of a place, counted from 1."""
        return min(bisect_right(self._pages, place), len(self._pages) - 1)

    def page_where_it_begins(self, text: str) -> int | None:
        """The page that has a text's beginning, if not all of it."""
        beginning = self.letters(text)[:SHORT]
        begun = self._whole.find(beginning, 0) if len(beginning) == SHORT else None
        return self.page_of(begun.start) if begun else None

    def _find_alike(self, text: str, needle: str, after: int) -> Place | None:
        if not (self._unread or _is_right_to_left(text)):
            return None
        # A glyph without text spoils three triples, and its letters mostly go to another's.
        return self._whole.find_alike(needle, after, max(0.25, 0.8 - 8 * self._unread))

    def _words(self, text: str) -> list[str]:
        """The words of a text, of which only what must survive printing is left."""
        if text.isascii() and not self._ignored:
            return re.findall(r"[a-z0-9]+", text.lower())
        # Turkish capitals tell ı from i; a Latin typesetter need not.
        plain = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
        return "".join(self._kept(letter) for letter in plain).split()

    def _kept(self, letter: str) -> str:
        if letter in self._ignored:
            return ""
        if letter.isalnum():
            return letter
        joins = unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf")
        return "" if joins else " "


def _asides(pieces: Sequence[str]) -> frozenset[int]:
    """Which pieces are numbers of notes, or addresses of links in brackets."""
    found = {index for index, piece in enumerate(pieces) if _NOTE_NUMBER.fullmatch(piece)}
    opened = [index for index, piece in enumerate(pieces) if piece.lstrip().startswith("(")]
    for start in opened:
        for end in range(start + 1, start + 1 + _ADDRESS_LINES):
            if _ADDRESS.fullmatch("".join(piece.strip() for piece in pieces[start:end])):
                found.update(range(start, end))
    return frozenset(found)


def _is_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
