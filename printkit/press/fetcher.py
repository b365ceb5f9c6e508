"""Answer WeasyPrint's requests for files: gathered pictures, styles, fonts, a theme's own files.

Takes an address, gives bytes. Nothing here opens a network connection; a file is read only
if it is one of printkit's styles or one of the files that the theme names in its style sheets.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, url2pathname

from printkit.pages import Picture
from printkit.pictures.decoding import TooLargeError, UnreadableError
from printkit.pictures.photograph import develop
from printkit.press.fonts import read_font
from printkit.press.loading import weasyprint
from printkit.themes import STYLES, Theme
from printkit.themes.own_files import SCHEME, printkit_styles

_LARGEST_PAGE = (1000.0, 1000.0)  # millimetres; the largest sheet of an edition


class _Response(weasyprint.urls.URLFetcherResponse):  # type: ignore[misc]  # WeasyPrint is untyped
    """An answer to WeasyPrint, of bytes alone.

    Where an answer has a path, WeasyPrint opens the file itself and passes the bytes over
    (`RasterImage`).
    """

    path = None


class GatheredFetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc]
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

    def fetch(self, url: str, headers: object = None) -> _Response:  # noqa: ARG002 (WeasyPrint's)
        """Return a response with the bytes of this address, or an empty one."""
        body = self._take(url)
        if body is None:
            # An empty body instead of an error: an error in the fetch of a @color-profile
            # is not caught by WeasyPrint and ends the document.
            self.refused.append(url)
        return _Response(url, body or b"")

    def open(
        self,
        url: str | Request,
        data: object = None,  # noqa: ARG002 (urllib's openers take it)
        timeout: object = None,  # noqa: ARG002
    ) -> _Response:
        """Return the same for a request, as urllib's openers do."""
        return self.fetch(url if isinstance(url, str) else url.full_url)


def read_style(url: str, theme: Theme) -> bytes | None:
    """Read what a style sheet asks for: a font, one of printkit's styles, a file of the theme."""
    if url.startswith("font:"):
        return read_font(url)
    if url.startswith(SCHEME):
        return (
            (STYLES / url.removeprefix(SCHEME)).read_bytes() if url in printkit_styles() else None
        )
    path = _path(url)
    may_be_read = path in theme.files or (path.is_relative_to(STYLES) and path.is_file())
    return path.read_bytes() if may_be_read else None


def read_for_page(url: str, theme: Theme, pictures: Mapping[str, Picture]) -> bytes | None:
    """Read what a page asks for: a gathered picture, or a picture of the theme."""
    if url in pictures:
        return pictures[url].data
    path = _path(url)
    return _theme_picture(path, theme.state) if path in theme.files else None


def _path(url: str) -> Path:
    """Return the file that an address means, links followed; of another scheme no file at all."""
    return Path(url2pathname(urlsplit(url).path)).resolve() if url.startswith("file:") else Path()


@lru_cache(maxsize=16)
def _theme_picture(path: Path, state: str) -> bytes:  # noqa: ARG001 (part of the cache key)
    """Return a picture as PDF/A can hold it: sRGB or grey.

    Args:
        path: of the file. WeasyPrint itself reads a drawing (SVG), and remarks on a broken file.
        state: the theme's, so that a picture that changed is read anew.
    """
    data = path.read_bytes()
    try:
        return develop(data, page_size=_LARGEST_PAGE).data
    except (UnreadableError, TooLargeError):
        return data
