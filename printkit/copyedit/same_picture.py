"""Same picture: two addresses go in; whether both show one picture, and which is larger, comes out.

Addresses show one picture if they differ only in a size, or if the files have the same bytes.
"""

from collections.abc import Callable
from unicodedata import normalize
from urllib.parse import unquote

from printkit.copyedit.addresses import join_address
from printkit.copyedit.picture_sizes import split_size
from printkit.pictures.addresses import slashed

DigestOf = Callable[[str], str]
"""Returns a digest of the bytes at the address of a picture; an empty text for a lost picture."""


def digest_of_none(_: str) -> str:
    """Return an empty text: no picture can be read, so only addresses tell pictures apart."""
    return ""


class SamePicture:
    """Compares the addresses of one article's pictures.

    Args:
        base: the article's address, if it has one: relative addresses are joined to it.
        digest_of: reads pictures; only asked where addresses alone do not decide.
    """

    def __init__(self, base: str | None, digest_of: DigestOf = digest_of_none) -> None:
        self._base = base
        self._digest_of = digest_of

    def rest(self, src: str) -> str:
        """Return an address without the size of the picture: equal for all sizes.

        One name may be written with backslashes, with percent signs, or with its letters
        decomposed.
        """
        return normalize("NFC", unquote(split_size(self._joined(src)).rest))

    def digest(self, src: str) -> str:
        """Return a digest of the bytes at an address; an empty text for a lost picture."""
        return self._digest_of(src)

    def larger(self, one: str, other: str) -> str:
        """Return the address of the larger picture of the two that can be read.

        If the sizes are equal, or if neither picture can be read, the first address counts.
        """
        if one == other:
            return one
        sizes = [split_size(self._joined(src)).size for src in (one, other)]
        first, second = (other, one) if sizes[1] > sizes[0] else (one, other)
        return second if not self._digest_of(first) and self._digest_of(second) else first

    def _joined(self, src: str) -> str:
        return join_address(self._base, slashed(src))
