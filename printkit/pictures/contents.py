"""Contents of pictures: an address goes in, a digest of the bytes at the address comes out."""

import hashlib

from printkit.pictures.decoding import UnreadableError
from printkit.pictures.sources import PictureSources


class PictureContents:
    """Reads pictures of one record to compare them, within the limits of PictureSources.

    Args:
        sources: the folders and the network, from which the pictures come.
    """

    def __init__(self, sources: PictureSources) -> None:
        self._sources = sources
        self._digests: dict[str, str] = {}

    @property
    def asked(self) -> tuple[str, ...]:
        """The addresses that were read, each once."""
        return tuple(self._digests)

    def digest(self, src: str) -> str:
        """Return the SHA-256 of the bytes at an address; an empty text for a lost picture."""
        if src not in self._digests:
            try:
                found = self._sources.read(src)
                self._digests[src] = hashlib.sha256(found.data).hexdigest()
            except (UnreadableError, OSError):
                self._digests[src] = ""  # `gather_images` reads the address again, and says why
        return self._digests[src]
