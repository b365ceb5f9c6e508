"""Recognised: a language and its likelihood go in, the answer of a recognition comes out."""

from typing import NamedTuple

from printkit.wording.language import UNKNOWN


class Recognised(NamedTuple):
    """A language, and how sure that is.

    Attributes:
        tag: BCP 47; `und`, or `und-Arab` with the script, where the language cannot be told.
        sureness: from 0 to 1.
    """

    tag: str
    sureness: float

    @property
    def is_known(self) -> bool:
        """Return whether the language can be told."""
        return not self.tag.startswith(UNKNOWN)
