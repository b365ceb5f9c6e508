"""Take declarations out of a user's theme: takes the text of its style sheet, gives another text.

The press prints a theme without the tokens whose values do not fit. To find a declaration on which
WeasyPrint fails, the press prints the theme with fewer declarations still.
"""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from printkit.text.patterns import regex
from printkit.themes.declarations import LEFT_OUT, Declaration
from printkit.themes.file_search import read_sheet
from printkit.themes.finding import Theme
from printkit.themes.token_faults import Setting, own_settings
from printkit.themes.value_remarks import judge_values

# Line ends as CSS counts them: CSS Syntax 3, 3.3.
_LINE_END = regex(r"\r\n?|\f")


@lru_cache(maxsize=8)
def counting_settings(theme: Theme) -> tuple[Setting, ...]:
    """Return the declarations of a user's theme but the tokens whose values do not fit."""
    settings = own_settings(theme)
    verdicts = judge_values([one.declaration for one in settings])
    return tuple(
        one for one, verdict in zip(settings, verdicts, strict=True) if not verdict.is_idle
    )


def silenced_sheet(path: Path, theme: Theme, kept: Collection[Setting]) -> str:
    """Return the text of a theme's style sheet in which only some declarations count.

    Args:
        path: the style sheet, one of the theme's files.
        theme: the user's theme.
        kept: the declarations that count.
    """
    sheet = path.relative_to(theme.files[0].parent).as_posix()
    counted = frozenset(kept)
    silent = [
        one.declaration for one in own_settings(theme) if one.sheet == sheet and one not in counted
    ]
    return silence(read_sheet(path, theme.name), silent)


def silence(text: str, declarations: Collection[Declaration]) -> str:
    """Return a style sheet in which these declarations set no property that is used.

    One letter of each name changes: `top` becomes `_op`, and `--qr` becomes `--·r`. So rules keep
    their form, and a message of WeasyPrint names the same places as before.
    """
    lines = _LINE_END.sub("\n", text).split("\n")
    for line, column in (one.places[0] for one in declarations):
        whole = lines[line - 1]
        is_custom = whole.startswith("--", column - 1)
        changed = column + 1 if is_custom else column - 1
        lines[line - 1] = (
            f"{whole[:changed]}{LEFT_OUT[-1] if is_custom else '_'}{whole[changed + 1 :]}"
        )
    return "\n".join(lines)
