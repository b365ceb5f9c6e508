"""The files of a theme that is not printkit's: its style sheets, fonts and pictures.

Takes the path of the theme's style sheet, gives every file that the theme may use and a hash
that changes with them. A theme may use printkit's own styles by the address `printkit:…`, and
files of its own folder; it may use no other file, and nothing from the network.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from printkit.errors import ThemeError
from printkit.files.opening import read_text_file, reason
from printkit.remarks import Remark
from printkit.text.patterns import regex
from printkit.themes.declarations import Mention
from printkit.themes.file_addresses import address_problem, file_at, printkit_style
from printkit.themes.printkit_styles import reached_styles
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
_LARGEST_SHEET = 2_000_000  # bytes


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
            style = printkit_style(address.text, current)
            if style and is_sheet:
                styles.append(style)
            elif not style and address not in told and (path := file_at(address.text, current)):
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
        if problem := address_problem(address.text, sheet, folder):
            yield address, f"cannot use {address.text[:80]!r}: {problem}"


def _addresses(scanned: ScannedSheet) -> Iterator[tuple[bool, Mention]]:
    """Yield each address but those of faces that printkit has, and whether a sheet is there."""
    yield from ((True, one) for one in scanned.imports)
    yield from ((False, one) for one in scanned.addresses if not one.text.startswith("font:"))


def _circles(sheets: Mapping[Path, ScannedSheet], theme: Path) -> Iterator[str]:
    """Yield the imports by which a style sheet imports itself: WeasyPrint would never end."""
    imports = {
        sheet: {
            path: _line(sheet, one, theme)
            for one in reversed(scanned.imports)
            if not printkit_style(one.text, sheet) and (path := file_at(one.text, sheet))
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
        return read_text_file(sheet, _LARGEST_SHEET)
    except (OSError, ValueError) as error:
        raise ThemeError(
            f"{sheet.name} {reason(error)}", where=where, remedy="Save it as text, in UTF-8."
        ) from error
