"""The files of a theme that is not printkit's: its style sheets, fonts and pictures.

Takes the path of the theme's style sheet, gives every file that the theme may use and a hash
that changes with them. A theme may use printkit's own styles by the address `printkit:…`, and
files of its own folder; it may use no other file, and nothing from the network.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from printkit.errors import ThemeError
from printkit.files.opening import why_no_file
from printkit.remarks import Remark
from printkit.text.patterns import regex
from printkit.themes.declarations import Mention
from printkit.themes.folders import STYLES
from printkit.themes.printkit_styles import (
    SCHEME,
    instead_of,
    printkit_styles,
    reached_styles,
    style_address,
)
from printkit.themes.sheet_remarks import place_in, remarks_on_sheets
from printkit.themes.stylesheet import ScannedSheet, find_nesting, scan
from printkit.themes.value_remarks import remarks_on_values

REMEDY = (
    'A theme may use printkit\'s styles, as in @import "printkit:base.css", and its own folder.'
)

# WeasyPrint calls itself for each bracket within a bracket. Printkit's own styles have 4.
_DEEPEST = 30
# Python reads whole numbers of at most 4300 digits, and tinycss2 raises the error of Python.
_LONG_NUMBER = regex(r"\d{4000}")


class OwnFiles(NamedTuple):
    """The files that a theme uses, and the remarks on its style sheets.

    Attributes:
        paths: the resolved paths of the theme's style sheet and of every file that it asks for.
        state: a hash that changes when one of these files does.
        styles: the addresses of printkit's styles that the theme imports, directly or not.
        remarks: on tokens that the theme may not set, and on a theme without printkit's base.
    """

    paths: tuple[Path, ...]
    state: str
    styles: tuple[str, ...]
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
    styles: list[str] = []
    problems: list[str] = []
    state = sha256()
    waiting = [sheet]
    while waiting:
        current = waiting.pop(0)
        if current in texts:
            continue
        text = read_sheet(current, where)
        state.update(f"{current}\0{text}\0".encode())
        if unreadable := _unreadable(text):
            problems.append(f"{_line(current, unreadable, sheet)}: {unreadable.text}")
        texts[current] = scanned = scan("" if unreadable else text)
        told = dict(_problems(scanned, current, folder))
        problems += (f"{_line(current, one, sheet)}: {told[one]}" for one in told)
        for is_sheet, address in _addresses(scanned):
            style = _printkit_style(address.text, current)
            if style and is_sheet:
                styles.append(style)
            elif not style and address not in told:
                path = file_at(address.text, current)
                (waiting.append if is_sheet else others.setdefault)(path)
    problems += _circles(texts, sheet)
    if problems:
        raise ThemeError(*problems, where=where, remedy=REMEDY)
    for path in others:
        # Fonts and pictures may be large: their time and size stand for their bytes.
        seen = path.stat()
        state.update(f"{path} {seen.st_mtime_ns} {seen.st_size}\0".encode())
    reached = reached_styles(styles)
    remarks = (*remarks_on_sheets(texts, reached, folder), *remarks_on_values(texts, folder))
    return OwnFiles((*texts, *others), state.hexdigest(), reached, remarks)


def _unreadable(text: str) -> Mention | None:
    """Return the place that no program can read in a style sheet, with the reason, or None."""
    if number := _LONG_NUMBER.search(text):
        return Mention(text.count("\n", 0, number.start()) + 1, "this number is too long")
    line = find_nesting(text, _DEEPEST)
    told = f"there are more than {_DEEPEST} brackets around this place"
    return Mention(line, told) if line else None


def _line(sheet: Path, mention: Mention, theme: Path) -> str:
    """Return the place of a mention for an error, which names the theme's file itself."""
    return f"line {mention.line}" if sheet == theme else place_in(sheet, mention, theme.parent)


def _problems(scanned: ScannedSheet, sheet: Path, folder: Path) -> Iterator[tuple[Mention, str]]:
    """Yield each place of a style sheet that a theme may not have, with the reason."""
    for late in scanned.late_imports:
        reason = "another rule begins before it; write all imports at the beginning of the file"
        yield late, f"CSS ignores the import of {late.text[:80]!r}: {reason}"
    for unended in scanned.unended_imports:
        reason = "a semicolon is missing behind the address"
        yield unended, f"CSS ignores the import of {unended.text[:80]!r}: {reason}"
    for _, address in _addresses(scanned):
        if problem := _address_problem(address.text, sheet, folder):
            yield address, f"cannot use {address.text[:80]!r}: {problem}"


def _addresses(scanned: ScannedSheet) -> Iterator[tuple[bool, Mention]]:
    """Yield each address but those of faces that printkit has, and whether a sheet is there."""
    yield from ((True, one) for one in scanned.imports)
    yield from ((False, one) for one in scanned.addresses if not one.text.startswith("font:"))


def _circles(sheets: Mapping[Path, ScannedSheet], theme: Path) -> Iterator[str]:
    """Yield the imports by which a style sheet imports itself: WeasyPrint would never end."""
    imports = {
        sheet: {
            file_at(one.text, sheet): _line(sheet, one, theme)
            for one in reversed(scanned.imports)
            if not _printkit_style(one.text, sheet)
        }
        for sheet, scanned in sheets.items()
    }
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


def _printkit_style(address: str, sheet: Path) -> str:
    """Return the address of the style of printkit's that an address means; empty for none."""
    if style := style_address(address):
        return style
    path = file_at(address, sheet)
    is_style = path.is_relative_to(STYLES) and path.is_file()
    return f"{SCHEME}{path.relative_to(STYLES).as_posix()}" if is_style else ""


def file_at(address: str, sheet: Path) -> Path:
    """Return the file that an address in a style sheet means."""
    parts = urlsplit(address)
    written = url2pathname(parts.path) if parts.scheme else unquote(parts.path)
    # A symbolic link may lead out of the folder: follow all links before the folder is compared.
    return (sheet.parent / written).resolve()


def _address_problem(address: str, sheet: Path, folder: Path) -> str:
    """Say why a theme may not use an address, and what to write instead; empty if allowed."""
    if style := style_address(address):
        known = printkit_styles()
        return "" if style in known else f"printkit has no such style{instead_of(style)}"
    # `//host/font.woff2` has no scheme, but names a host (RFC 3986, 4.2).
    if urlsplit(address).scheme not in ("", "file") or address.startswith("//"):
        return "nothing is loaded from the network; save the file beside the theme"
    if _printkit_style(address, sheet):
        return ""
    path = file_at(address, sheet)
    if not path.is_relative_to(folder):
        return f"the file is outside the theme's folder{instead_of(address)}"
    problem = why_no_file(path)
    # A folder or a pipe is there, so no other address is meant.
    if problem.startswith("is "):
        return f"{path.name} {problem}"
    return f"{problem}{instead_of(address)}" if problem else ""
