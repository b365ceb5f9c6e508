"""Answer WeasyPrint's requests for files: gathered pictures, styles, fonts, a theme's own files.

Takes an address, gives bytes. Nothing here opens a network connection; a file is read only
if it is one of printkit's styles or one of the files that the theme names in its style sheets.
"""

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.request import Request

from printkit.files.opening import read_whole
from printkit.pages import Picture
from printkit.pictures.decoding import TooLargeError, UnreadableError
from printkit.pictures.photograph import develop
from printkit.press.fonts import read_font
from printkit.press.loading import weasyprint
from printkit.themes import STYLES, Theme
from printkit.themes.file_addresses import LARGEST_FILE, file_at
from printkit.themes.printkit_styles import SCHEME, printkit_styles, style_address
from printkit.themes.silencing import counting_settings, silenced_sheet
from printkit.themes.token_faults import Setting, picture_places

# In millimetres: the largest sheet that an edition can have. The pictures of a theme are scaled for
# this sheet, because the same bytes serve prints on every sheet.
_LARGEST_PAGE = (1000.0, 1000.0)


class _Response(weasyprint.urls.URLFetcherResponse):  # type: ignore[misc]  # WeasyPrint is untyped
    """A response to WeasyPrint that has bytes, and never a path.

    If a response has a path, WeasyPrint opens this file itself and ignores the bytes
    (`RasterImage`).
    """

    path = None


class GatheredFetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc]
    """A fetcher that gives WeasyPrint the bytes that a function returns, and nothing else.

    The fetcher never calls the methods of its base class, which open files and follow redirects.

    Attributes:
        refused: the addresses that WeasyPrint asked for and that the function refused.
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
            # An empty body instead of an error: WeasyPrint (css/__init__.py) does not catch an
            # error in the fetch of a @color-profile, and prints no document.
            self.refused.append(url)
        return _Response(url, body or b"")

    def open(
        self,
        url: str | Request,
        data: object = None,  # noqa: ARG002 (urllib's openers take it)
        timeout: object = None,  # noqa: ARG002
    ) -> _Response:
        """Answer a request as `fetch` does. The base class would open the address itself."""
        return self.fetch(url if isinstance(url, str) else url.full_url)


def read_style(url: str, theme: Theme, kept: Collection[Setting] | None = None) -> bytes | None:
    """Return the bytes that a style sheet asks for; None if the sheet may not read this address.

    A style sheet may read fonts, printkit's styles, and the files of its theme.

    Args:
        url: the address.
        theme: the look.
        kept: the declarations of the theme that count; None for all whose values fit.
    """
    if url.startswith("font:"):
        return read_font(url)
    if style := style_address(url):
        is_there = style in printkit_styles()
        return read_whole(STYLES / style.removeprefix(SCHEME), LARGEST_FILE) if is_there else None
    path = _path(url)
    if path in theme.files and path.suffix.lower() == ".css":
        counting = counting_settings(theme) if kept is None else kept
        return silenced_sheet(path, theme, counting).encode()
    if path not in theme.files and not path.is_relative_to(STYLES):
        return None
    try:
        return read_whole(path, LARGEST_FILE)
    except OSError:  # the file is gone, or is another file than the one that was checked
        return None


def read_for_page(url: str, theme: Theme, pictures: Mapping[str, Picture]) -> bytes | None:
    """Return a picture that a page asks for, gathered or of the theme; None for anything else."""
    if url in pictures:
        return pictures[url].data
    path = _path(url)
    try:
        return _theme_picture(path, theme.state) if path in theme.files else None
    except weasyprint.urls.URLFetchingError:
        raise
    except OSError:  # the file is gone, or is another file than the one that was checked
        return None


def load_pictures(theme: Theme) -> None:
    """Load each picture of a user's theme: WeasyPrint logs the pictures that it cannot read."""
    fetcher = GatheredFetcher(lambda url: read_for_page(url, theme, {}))
    options = weasyprint.DEFAULT_OPTIONS
    for path in picture_places(theme):
        weasyprint.images.get_image_from_uri({}, fetcher, options, path.as_uri())


def _path(url: str) -> Path:
    """Return the path of a `file:` address, symbolic links resolved; else an empty path."""
    path = file_at(url, Path()) if url.startswith("file:") else None
    return path or Path()


@lru_cache(maxsize=16)
def _theme_picture(path: Path, state: str) -> bytes:  # noqa: ARG001 (part of the cache key)
    """Return a picture of the theme in sRGB or grey, as PDF/A asks.

    The bytes of an SVG drawing or of a broken file are returned as they are: WeasyPrint draws
    SVG, and logs a broken file.

    Args:
        path: the picture's file.
        state: the state of the theme. A changed picture changes the state, and is read again.
    """
    data = read_whole(path, LARGEST_FILE)
    try:
        return develop(data, page_size=_LARGEST_PAGE).data
    except UnreadableError:
        return data
    except TooLargeError as error:
        # WeasyPrint would decode the picture in spite of its size; this error is logged instead.
        raise weasyprint.urls.URLFetchingError(str(error)) from error
