"""Style sheets that import each other: takes the imports of a theme, names circles and excess.

WeasyPrint follows a circle until it breaks, and loads a sheet again for each import of this sheet:
25 sheets that each import the next sheet twice are 33 million.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

# With each repetition. Printkit's own themes load 14 sheets with 40,000 bytes.
MOST_SHEETS = 50
MOST_BYTES = 500_000


class ImportedSheet(NamedTuple):
    """A style sheet of a theme.

    Attributes:
        size: the characters of the text.
        places: the place of the first import of each other sheet of the theme, for errors.
        imports: the sheets of the theme that this sheet imports, with each repetition; None for a
            sheet of printkit's own.
    """

    size: int
    places: Mapping[Path, str]
    imports: Sequence[Path | None]


def circles_of_imports(sheets: Mapping[Path, ImportedSheet]) -> Iterator[str]:
    """Yield the imports by which a style sheet imports itself."""
    for sheet, one in sheets.items():
        for path, place in one.places.items():
            if sheet in _reached(path, sheets):
                yield f"{place}: {path.name} imports {sheet.name} again; take one import out"


def excess_of_imports(theme: Path, sheets: Mapping[Path, ImportedSheet]) -> str:
    """Return why a theme loads too much; empty if the theme does not.

    Args:
        theme: the first sheet.
        sheets: all sheets that the first sheet imports, without circles; too many may be cut off.
    """
    waiting = [theme]
    count, size = 0, 0
    while waiting:
        sheet = sheets.get(waiting.pop())
        if not sheet:
            continue
        count += 1 + sheet.imports.count(None)
        size += sheet.size
        if count > MOST_SHEETS:
            return f"the theme loads more than {MOST_SHEETS} style sheets, with each repetition"
        if size > MOST_BYTES:
            return (
                f"the style sheets of the theme are over {MOST_BYTES // 1000} kB together, with"
                " each repetition"
            )
        waiting += [one for one in sheet.imports if one]
    return ""


def _reached(sheet: Path, sheets: Mapping[Path, ImportedSheet]) -> set[Path]:
    """Return a style sheet with all that it imports, directly or not."""
    reached: set[Path] = set()
    waiting = [sheet]
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            waiting += sheets[current].places if current in sheets else ()
    return reached
