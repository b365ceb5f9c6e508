"""Answer WeasyPrint's requests for files: from gathered bytes, printkit's styles, the fonts.

Takes an address, gives bytes. Nothing here opens a network connection; a file is read only
if it is one of printkit's styles or lies in the theme's own folder.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from printkit.press.fonts import read_font
from printkit.press.loading import weasyprint
from printkit.themes import STYLES, Theme


class GatheredFetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc]  # WeasyPrint is untyped
    """Give WeasyPrint the bytes that a function has for an address, and nothing else.

    The fetcher never calls the methods of its base class, which open files and follow redirects.

    Attributes:
        refused: the addresses that were asked for and not given.
    """

    def __init__(self, take: Callable[[str], bytes | None]) -> None:
        """Take the function that gives the bytes of an address, or None to refuse it."""
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._take = take
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> Any:
        """Return a response with the bytes of this address, or an empty one."""
        body = self._take(url)
        if body is None:
            # An empty body instead of an error: an error in the fetch of a @color-profile
            # is not caught by WeasyPrint and ends the document.
            self.refused.append(url)
        return weasyprint.urls.URLFetcherResponse(url, body or b"")

    def open(self, url: Any, data: object = None, timeout: object = None) -> Any:
        """Return the same for a request, as urllib's openers are called."""
        return self.fetch(url if isinstance(url, str) else url.full_url)


def read_style(url: str, theme: Theme) -> bytes | None:
    """Read a font, one of printkit's styles, or a file of the theme's own folder."""
    if url.startswith("font:"):
        return read_font(url)
    path = Path(unquote(urlsplit(url).path)).resolve()
    if not url.startswith("file:") or not path.is_file():
        return None
    homes = (STYLES, theme.path.parent)
    return path.read_bytes() if any(path.is_relative_to(home) for home in homes) else None
