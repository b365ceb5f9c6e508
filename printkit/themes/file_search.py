"""Search the files of a theme from sheet to sheet: takes its first sheet, gives all files.

The search tells each address that a theme may not use, and everything that asks for too much.
"""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from printkit.errors import ThemeError
from printkit.files.opening import LargeFileError, read_text_file, reason
from printkit.text.patterns import regex
from printkit.themes.declarations import Mention
from printkit.themes.file_addresses import (
    address_problem,
    excess_of_files,
    file_at,
    printkit_style,
)
from printkit.themes.imported_sheets import (
    MOST_BYTES,
    MOST_SHEETS,
    ImportedSheet,
    excess_of_imports,
)
from printkit.themes.selector_limits import selector_excesses
from printkit.themes.sheet_remarks import place_in
from printkit.themes.stylesheet import ScannedSheet, find_nesting, scan
from printkit.themes.value_limits import MOST_DECLARATIONS, ValueLimits

# WeasyPrint calls itself for each bracket within a bracket. Printkit's own styles have 4.
_DEEPEST = 30
# Python reads whole numbers of at most 4300 digits, and tinycss2 raises the error of Python.
_LONG_NUMBER = regex(r"\d{4000}")
_MOST_TOLD = 10  # values and selectors that ask for too much, in one error


class FileSearch:
    """The search for the files of a theme, from sheet to sheet.

    Attributes:
        waiting: the style sheets that are not read yet.
        texts, sheets: the style sheets that were read, as their text and as their imports say.
        others: fonts and pictures, with the number of their addresses.
        styles: the addresses of printkit's own styles.
        problems: sentences for the error.
        state: the hash of all style sheets.
    """

    def __init__(self, theme: Path, where: str) -> None:
        self._theme, self._where = theme, where
        self.waiting = [theme]
        self.texts: dict[Path, ScannedSheet] = {}
        self.sheets: dict[Path, ImportedSheet] = {}
        self.others: Counter[Path] = Counter()
        self.styles: list[str] = []
        self.problems: list[str] = []
        self.state = sha256()
        self._excesses: list[str] = []

    @property
    def is_excessive(self) -> bool:
        """Return whether so much was found that the search need not go on."""
        return len(self.sheets) > MOST_SHEETS or bool(self._excesses)

    def take(self, sheet: Path) -> None:
        """Read a style sheet, and find the files that the sheet asks for."""
        if sheet in self.texts:
            return
        text = read_sheet(sheet, self._where)
        self.state.update(f"{sheet}\0{text}\0".encode())
        unreadable = _unreadable(text)
        if unreadable:
            self.problems.append(f"{self._line(sheet, unreadable)}: {unreadable.text}")
        excesses = [] if unreadable else [*islice(selector_excesses(text), _MOST_TOLD)]
        self._excesses += (f"{self._line(sheet, one)}: {one.text}" for one in excesses)
        self.texts[sheet] = scanned = scan("" if unreadable or excesses else text)
        self._follow(sheet, scanned, len(text))

    def _follow(self, sheet: Path, scanned: ScannedSheet, size: int) -> None:
        told = dict(_problems(scanned, sheet, self._theme.parent))
        self.problems += (f"{self._line(sheet, one)}: {told[one]}" for one in told)
        places: dict[Path, str] = {}
        imports: list[Path | None] = []
        for is_sheet, address in _addresses(scanned):
            style = printkit_style(address.text, sheet)
            path = None if style or address in told else file_at(address.text, sheet)
            if style and is_sheet:
                self.styles.append(style)
                imports.append(None)
            elif path and is_sheet:
                self.waiting.append(path)
                imports.append(path)
                places.setdefault(path, self._line(sheet, address))
            elif path:
                self.others[path] += 1
        self.sheets[sheet] = ImportedSheet(size, places, imports)

    def excesses(self) -> list[str]:
        """Return the reasons why the theme asks for too much."""
        told = excess_of_imports(self._theme, self.sheets)
        if self._excesses or told:
            return self._excesses or [told]
        declarations = [one for each in self.texts.values() for one in each.declarations]
        if len(declarations) > MOST_DECLARATIONS:
            return [f"the theme has more than {MOST_DECLARATIONS:,} declarations"]
        limits = ValueLimits(declarations)
        values = (
            f"{self._line(sheet, Mention(one.line, one.name))}: {one.name} {excess}"
            for sheet, scanned in self.texts.items()
            for one in scanned.declarations
            if (excess := limits.excess(one))
        )
        return [*islice(values, _MOST_TOLD), *excess_of_files(self.others)]

    def _line(self, sheet: Path, mention: Mention) -> str:
        """Return the place of a mention for an error, which names the theme's file itself."""
        is_theme = sheet == self._theme
        return f"line {mention.line}" if is_theme else place_in(sheet, mention, self._theme.parent)


def _unreadable(text: str) -> Mention | None:
    """Return the place that no program can read in a style sheet, with the reason, or None."""
    if number := _LONG_NUMBER.search(text):
        return Mention(text.count("\n", 0, number.start()) + 1, "this number is too long")
    line = find_nesting(text, _DEEPEST)
    told = f"there are more than {_DEEPEST} brackets around this place"
    return Mention(line, told) if line else None


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


def read_sheet(sheet: Path, where: str) -> str:
    """Return the text of a style sheet that the user wrote.

    Args:
        sheet: the path of the style sheet.
        where: names the theme in the error.

    Raises:
        ThemeError: the style sheet cannot be read, or is no text.
    """
    try:
        return read_text_file(sheet, MOST_BYTES)
    except (OSError, ValueError) as error:
        is_large = isinstance(error, LargeFileError)
        remedy = "Write less." if is_large else "Save it as text, in UTF-8."
        raise ThemeError(f"{sheet.name} {reason(error)}", where=where, remedy=remedy) from error
