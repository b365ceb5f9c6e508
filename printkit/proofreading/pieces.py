"""Reading a proof piece by piece: every piece, mostly a line, belongs to one text of the copy."""

from collections.abc import Sequence
from itertools import accumulate

_TRIES = 12  # beginnings that are followed up for one text
AHEAD = 300  # pieces; on a page there are seldom more


class Pieces:
    """The pieces of a proof, of which each text takes those it is made of.

    Args:
        letters: of every piece what is compared, in reading order.
        to_left: the pieces with right-to-left writing; the order of words in them is not known.
    """

    def __init__(self, letters: Sequence[str], to_left: frozenset[int]) -> None:
        self._letters = letters
        self._to_left = to_left
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
        tries = 0
        for first in range(after + 1, min(after + 1 + ahead, len(self._letters))):
            if self._continues(text, 0, first):
                if found := self._follow(text, first):
                    for piece in found:
                        self._taken[piece] = True
                    return first
                if (tries := tries + 1) == _TRIES:
                    return None
        return None

    def _follow(self, text: str, first: int) -> list[int]:
        """The pieces of a text that begins with one; none if they do not make it whole."""
        found: list[int] = []
        here = 0
        for piece in range(first, min(first + AHEAD + len(text), len(self._letters))):
            if piece > (found[-1] if found else first) + AHEAD:
                break
            if self._continues(text, here, piece):
                found.append(piece)
                here += len(self._letters[piece])
                if here == len(text):
                    return found
        return []

    def _continues(self, text: str, here: int, piece: int) -> bool:
        if self._taken[piece]:
            return False
        letters = self._letters[piece]
        if piece not in self._to_left:
            return text.startswith(letters, here)
        return sorted(text[here : here + len(letters)]) == sorted(letters)
