"""The files of a theme that is not printkit's: its style sheets, fonts and pictures.

Takes the path of the theme's style sheet, gives every file that the theme may use and a hash
that changes with them. A theme may use printkit's own styles by the address `printkit:…`, and
files of its own folder; it may use no other file, and nothing from the network.
"""

import difflib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from printkit.errors import ThemeError
from printkit.remarks import Remark
from printkit.themes.folders import STYLES
from printkit.themes.stylesheet import Mention, ScannedSheet, find_nesting, scan
from printkit.themes.tokens import nearest_token, tokens

SCHEME = "printkit:"
REMEDY = (
    'A theme may use printkit\'s styles, as in @import "printkit:base.css", and its own folder.'
)

# WeasyPrint calls itself for each bracket within a bracket. Printkit's own styles have 4.
_DEEPEST = 30


class OwnFiles(NamedTuple):
    """The files that a theme uses, and the remarks on its style sheets.

    Attributes:
        paths: the resolved paths of the theme's style sheet and of every file that it asks for.
        state: a hash that changes when one of these files does.
        remarks: one for each misspelt token.
    """

    paths: tuple[Path, ...]
    state: str
    remarks: tuple[Remark, ...]


def own_files(sheet: Path, where: str) -> OwnFiles:
    """Find the files that a theme's style sheet asks for, in its own folder.

    Args:
        sheet: the resolved path of the theme's style sheet.
        where: names the theme in errors, as the user named it.

    Raises:
        ThemeError: the theme asks for a file that it may not use, or that is not there.
    """
    folder = sheet.parent
    texts: dict[Path, ScannedSheet] = {}
    others: dict[Path, None] = {}
    problems: list[str] = []
    imports: dict[Path, dict[Path, str]] = {}
    state = sha256()
    waiting = [sheet]
    while waiting:
        current = waiting.pop(0)
        if current in texts:
            continue
        text = read_sheet(current, where)
        state.update(f"{current}\0{text}\0".encode())
        texts[current] = scan(text)
        if line := find_nesting(text, _DEEPEST):
            place = _place(current, Mention(line, ""), folder)
            problems.append(f"{place}: there are more than {_DEEPEST} brackets around this place")
        for is_sheet, address in _addresses(texts[current]):
            if problem := _address_problem(address.text, current, folder):
                place = _place(current, address, folder)
                problems.append(f"{place}: cannot use {address.text[:80]!r}: {problem}")
            elif path := _own_path(address.text, current):
                (waiting.append if is_sheet else others.setdefault)(path)
                if is_sheet:
                    place = _place(current, address, folder)
                    imports.setdefault(current, {}).setdefault(path, place)
    problems += _circles(imports)
    if problems:
        raise ThemeError(*problems, where=where, remedy=REMEDY)
    for path in others:
        # Fonts and pictures may be large: their time and size stand for their bytes.
        seen = path.stat()
        state.update(f"{path} {seen.st_mtime_ns} {seen.st_size}\0".encode())
    return OwnFiles((*texts, *others), state.hexdigest(), tuple(_misspelt(texts, folder)))


def _addresses(scanned: ScannedSheet) -> Iterator[tuple[bool, Mention]]:
    """Yield each address but those of faces that printkit has, and whether a sheet is there."""
    yield from ((True, one) for one in scanned.imports)
    yield from ((False, one) for one in scanned.addresses if not one.text.startswith("font:"))


def _circles(imports: Mapping[Path, Mapping[Path, str]]) -> Iterator[str]:
    """Yield the imports by which a style sheet imports itself: WeasyPrint would never end."""
    for sheet, imported in imports.items():
        for path, place in imported.items():
            if sheet in _reached(path, imports):
                yield f"{place}: {path.name} imports {sheet.name} again; take one import out"


def _reached(sheet: Path, imports: Mapping[Path, Mapping[Path, str]]) -> set[Path]:
    """Return a style sheet with all that it imports, directly or not."""
    reached: set[Path] = set()
    waiting = [sheet]
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            waiting += imports.get(current, {})
    return reached


def read_sheet(sheet: Path, where: str) -> str:
    """Return the text of a style sheet that the user wrote.

    Args:
        sheet: the path of the style sheet.
        where: names the theme in the error.

    Raises:
        ThemeError: the style sheet cannot be read, or is no text.
    """
    try:
        # Editors of Windows begin a file with a mark (U+FEFF), which is no part of the text.
        return sheet.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ThemeError(
            f"{sheet.name} cannot be read: {error}",
            where=where,
            remedy="Save it as text, in UTF-8.",
        ) from error


def _place(sheet: Path, mention: Mention, folder: Path) -> str:
    return f"{sheet.relative_to(folder).as_posix()}:{mention.line}"


def _own_path(address: str, sheet: Path) -> Path | None:
    """Return the file that an address means; None for an address of one of printkit's styles."""
    if address.startswith(SCHEME):
        return None
    parts = urlsplit(address)
    written = url2pathname(parts.path) if parts.scheme else unquote(parts.path)
    # A symbolic link may lead out of the folder: follow all links before the folder is compared.
    path = (sheet.parent / written).resolve()
    return None if path.is_relative_to(STYLES) and path.is_file() else path


def _address_problem(address: str, sheet: Path, folder: Path) -> str:
    """Say why a theme may not use an address, and what to write instead; empty if allowed."""
    if address.startswith(SCHEME):
        known = printkit_styles()
        return "" if address in known else f"printkit has no such style{_instead(address)}"
    # `//host/font.woff2` has no scheme, but names a host (RFC 3986, 4.2).
    if urlsplit(address).scheme not in ("", "file") or address.startswith("//"):
        return "nothing is loaded from the network; save the file beside the theme"
    path = _own_path(address, sheet)
    if path is None:
        return ""
    if not path.is_relative_to(folder):
        return f"the file is outside the theme's folder{_instead(address)}"
    return "" if path.is_file() else f"there is no such file{_instead(address)}"


def _instead(address: str) -> str:
    """Return the advice to write the most similar address of printkit's styles, or nothing."""
    known = printkit_styles()
    name = address.rpartition("/")[2].removeprefix(SCHEME)
    same = [one for one in known if one.removeprefix(SCHEME).rpartition("/")[2] == name]
    near = same or difflib.get_close_matches(address, known, n=1)
    return f'; write "{near[0]}"' if near else ""


@lru_cache(maxsize=1)
def printkit_styles() -> tuple[str, ...]:
    """Return the addresses of printkit's own styles, the shortest first."""
    found = (path.relative_to(STYLES).as_posix() for path in STYLES.rglob("*.css"))
    return tuple(f"{SCHEME}{name}" for name in sorted(found, key=lambda name: (len(name), name)))


def _misspelt(texts: dict[Path, ScannedSheet], folder: Path) -> Iterator[Remark]:
    """Yield a remark for each custom property that is probably a misspelt token.

    A property is right if it is a token, or if the theme itself both sets it and uses it.
    """
    known = {token.name for token in tokens()}
    was_set = {one.text for scanned in texts.values() for one in scanned.set_properties}
    was_used = {one.text for scanned in texts.values() for one in scanned.used_properties}
    of_its_own = (was_set & was_used) - _private()
    for sheet, scanned in texts.items():
        for mention in (*scanned.set_properties, *scanned.used_properties):
            if mention.text not in known | of_its_own:
                message = f"{mention.text} is no token of printkit's"
                if near := nearest_token(mention.text):
                    message += f"; did you mean {near}?"
                yield Remark("PK505", message, file=_place(sheet, mention, folder))


@lru_cache(maxsize=1)
def _private() -> frozenset[str]:
    """Return the properties that only printkit's base may set; their names begin with `--_`."""
    sheets = (path.read_text(encoding="utf-8") for path in (STYLES / "base").glob("*.css"))
    found = {one.text for text in sheets for one in scan(text).set_properties}
    return frozenset(name for name in found if name.startswith("--_"))
