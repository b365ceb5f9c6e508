"""Take declarations out of a user's theme: takes the text of its style sheet, gives another text.

The press prints a theme with fewer declarations, to find the declaration on which WeasyPrint fails.
"""

from collections.abc import Collection
from pathlib import Path

from printkit.text.patterns import regex
from printkit.themes.declarations import Declaration
from printkit.themes.finding import Theme
from printkit.themes.own_files import read_sheet
from printkit.themes.token_faults import Setting, own_settings

# CSS knows no property with this beginning, so WeasyPrint ignores the declaration.
_SILENT = "no-"
# Line ends as CSS counts them: CSS Syntax 3, 3.3.
_LINE_END = regex(r"\r\n?|\f")


def silenced_sheet(path: Path, theme: Theme, kept: Collection[Setting]) -> str:
    """Return the text of a theme's style sheet in which only some declarations count.

    Args:
        path: the style sheet, one of the theme's files.
        theme: the user's theme.
        kept: the declarations that count.
    """
    sheet = path.relative_to(theme.files[0].parent).as_posix()
    silent = [
        one.declaration for one in own_settings(theme) if one.sheet == sheet and one not in kept
    ]
    return silence(read_sheet(path, theme.name), silent)


def silence(text: str, declarations: Collection[Declaration]) -> str:
    """Return a style sheet in which these declarations set no property.

    The name of each property becomes the name of an unknown property; so rules keep their form.
    """
    lines = _LINE_END.sub("\n", text).split("\n")
    # From the end to the start: a changed name moves only the names behind it.
    for line, column in sorted((one.places[0] for one in declarations), reverse=True):
        whole = lines[line - 1]
        lines[line - 1] = f"{whole[: column - 1]}{_SILENT}{whole[column - 1 :]}"
    return "\n".join(lines)
