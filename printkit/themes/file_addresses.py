"""Addresses in a user's style sheets: an address goes in, its file or a problem comes out.

A theme may use printkit's own styles by the address `printkit:…`, and files of its own folder. A
theme may use no other file, and nothing from the network.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from printkit.files.opening import told_limit, why_no_file
from printkit.themes.folders import STYLES
from printkit.themes.printkit_styles import SCHEME, instead_of, printkit_styles, style_address

LARGEST_FILE = 100_000_000
"""The most bytes of a font or a picture of a theme; the largest fonts of Chinese have 60 MB."""
_MOST_ADDRESSES = 1_000
_MOST_BYTES_TOGETHER = 500_000_000


def file_at(address: str, sheet: Path) -> Path | None:
    """Return the file that an address in a style sheet means; None if it can mean no file.

    Args:
        address: as the style sheet has it.
        sheet: the path of the style sheet.
    """
    try:
        parts = urlsplit(address)
        written = _written_path(parts.path) if parts.scheme else unquote(parts.path)
        # A symbolic link may lead out of the folder: follow all links before folders are compared.
        return (sheet.parent / written).resolve()
    except (OSError, RuntimeError, ValueError):  # RuntimeError: links in a circle, in Python 3.11
        return None


def _written_path(path: str) -> str:
    from urllib.request import url2pathname  # slow to import, and seldom needed

    return url2pathname(path)


def printkit_style(address: str, sheet: Path) -> str:
    """Return the address of the style of printkit's that an address means; empty for none."""
    if style := style_address(address):
        return style
    path = file_at(address, sheet)
    is_style = path is not None and path.is_relative_to(STYLES) and path.is_file()
    return f"{SCHEME}{path.relative_to(STYLES).as_posix()}" if path and is_style else ""


def address_problem(address: str, sheet: Path, folder: Path) -> str:
    """Say why a theme may not use an address, and what to write instead; empty if allowed.

    Args:
        address: as the style sheet has it.
        sheet: the path of the style sheet.
        folder: the folder of the theme.
    """
    if style := style_address(address):
        known = printkit_styles()
        return "" if style in known else f"printkit has no such style{instead_of(style)}"
    # `//host/font.woff2` has no scheme, but names a host (RFC 3986, 4.2).
    if _scheme(address) not in ("", "file") or address.startswith("//"):
        return "nothing is loaded from the network; save the file beside the theme"
    if printkit_style(address, sheet):
        return ""
    path = file_at(address, sheet)
    if path is None:
        return "the address leads to no file"
    if not path.is_relative_to(folder):
        return f"the file is outside the theme's folder{instead_of(address)}"
    problem = why_no_file(path)
    # A folder or a pipe is there, so no other address is meant.
    if problem.startswith("is "):
        return f"{path.name} {problem}"
    if not problem and path.stat().st_size > LARGEST_FILE:
        return f"{path.name} {told_limit(LARGEST_FILE)}"
    return f"{problem}{instead_of(address)}" if problem else ""


def excess_of_files(files: Mapping[Path, int]) -> Iterator[str]:
    """Yield why the fonts and pictures of a theme are too many or too large.

    Args:
        files: the files, with the number of addresses that lead to each: WeasyPrint may read a
            file for each address.
    """
    if sum(files.values()) > _MOST_ADDRESSES:
        yield f"the theme has more than {_MOST_ADDRESSES:,} addresses of fonts and pictures"
    elif sum(path.stat().st_size * number for path, number in files.items()) > _MOST_BYTES_TOGETHER:
        yield (
            f"the fonts and pictures of the theme are over {_MOST_BYTES_TOGETHER // 10**6} MB"
            " together, with each repetition"
        )


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return address.partition(":")[0]
