"""Reading a proof piece by piece: every piece, mostly a line, belongs to one text of the copy."""

from collections.abc import Sequence
from itertools import accumulate, islice

from printkit.text.direction import is_right_to_left

_TRIES = 12  # beginnings that are followed up for one text
AHEAD = 300  # pieces; on a page there are seldom more


class Pieces:
    """The pieces of a proof, of which each text takes those it is made of.

    Args:
        letters: of every piece what is compared, in reading order.
    """

    def __init__(self, letters: Sequence[str]) -> None:
        self._letters = letters
        self._taken = [not piece for piece in letters]
        self.starts = [0, *accumulate(map(len, letters))]

    def take(self, text: str, after: int, ahead: int) -> int | None:
        """Take the next pieces that make up a text, whatever stands between them.

        Args:
            text: what of it is compared.
            after: a piece; the text begins behind it.
            ahead: how many pieces are looked through.

        Returns:
            The piece it begins with; None if it cannot be made up of pieces.
        """
        loose = is_right_to_left(text)
        starts = range(after + 1, min(after + 1 + ahead, len(self._letters)))
        begun = (first for first in starts if self._continues(text, 0, first, loose))
        tried = islice(begun, _TRIES)
        made = [found for first in tried if (found := self._follow(text, first, loose))]
        if not made:
            return None
        # What ends first and begins last passes over least.
        found = min(made, key=lambda one: (one[-1], -one[0]))
        for piece in found:
            self._taken[piece] = True
        return found[0]

    def _follow(self, text: str, first: int, loose: bool) -> list[int]:
        """The pieces of a text that begins with one; none if they do not make it whole."""
        found: list[int] = []
        here = 0
        piece = first
        while piece < len(self._letters) and piece <= (found[-1] if found else first) + AHEAD:
            if self._continues(text, here, piece, loose):
                found.append(piece)
                here += len(self._letters[piece])
                if here == len(text):
                    return found
            piece += 1
        return []

    def _continues(self, text: str, here: int, piece: int, loose: bool) -> bool:
        """Does a piece hold the next letters? In right-to-left writing they may be in any order."""
        letters = self._letters[piece]
        if self._taken[piece]:
            return False
        if text.startswith(letters, here):
            return True
        some = text[here : here + len(letters)]
        return loose and sorted(some) == sorted(letters)
