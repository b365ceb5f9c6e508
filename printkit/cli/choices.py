"""The choices for a printing: those of printkit.toml, and over them those given as options."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from printkit.errors import EditionError
from printkit.themes import find_theme

TABLES = ("export", "digest")
_PATHS = ("cover_picture", "append", "prepend")
# Options that tell how one run goes; a file of choices does not.
_OPTIONS = frozenset(
    {
        "allow_embargoed",
        "config",
        "directory",
        "fetch",
        "html",
        "jobs",
        "no_cache",
        "output",
        "report",
        "strict",
    }
)
_ALIASES = {"from": "since", "to": "until"}
# A period that is given on the command line takes the place of another in the file.
_RIVALS = {"week": ("since", "until"), "since": ("week",), "until": ("week",)}

Check = Callable[[Mapping[str, Any], str], object]


def chosen(
    config: Path | None, table: str, given: Mapping[str, Any], check: Check
) -> dict[str, Any]:
    """The choices of a table of printkit.toml, and over them those given as options.

    Args:
        config: the file; None for none.
        table: the command's name.
        given: an option that was left out is None, or has no values.
        check: raises an EditionError for what is wrong in the table, or given.

    Raises:
        EditionError: the file cannot be read, has what is no choice (says the nearest), or a
            choice is wrong, wherever it is made.
        ThemeError: there is no such theme.
    """
    options = {name: value for name, value in given.items() if value not in (None, ())}
    choices = _from_file(config, table, check) if config else {}
    for name in options:
        for rival in _RIVALS.get(name, ()):
            choices.pop(rival, None)
    choices |= options
    check(choices, "")
    if theme := choices.get("theme"):
        find_theme(theme)
    return choices


def inputs(config: Path | None, choices: Mapping[str, Any]) -> list[str | Path]:
    """The files that are read for the choices: those they name, and the file of choices."""
    named = [config, *(choices.get(name) for name in _PATHS)]
    theme = choices.get("theme", "")
    named += [theme if theme.endswith(".css") else None]
    listed = (one if isinstance(one, (list, tuple)) else [one] for one in named)
    return [one for ones in listed for one in ones if one]


def _from_file(config: Path, table: str, check: Check) -> dict[str, Any]:
    choices = _table(config, table)
    _refuse_options(choices, f"{config} [{table}]")
    check(choices, f"{config} [{table}]")
    return {
        _ALIASES.get(name, name): _beside(config, name, value) for name, value in choices.items()
    }


def _refuse_options(choices: Mapping[str, Any], where: str) -> None:
    """Say of what belongs to the command line that it does."""
    strays = [name for name in choices if name.replace("-", "_") in _OPTIONS]
    if strays:
        raise EditionError(
            *(f"{name} is an option of the command line, not a choice" for name in strays),
            where=where,
        )


def _table(config: Path, table: str) -> dict[str, Any]:
    import tomllib

    try:
        tables = tomllib.loads(config.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise EditionError(f"cannot be read: {error}", where=str(config)) from error
    strays = [name for name, value in tables.items() if name not in TABLES or not _is_table(value)]
    if strays:
        raise EditionError(
            f"{', '.join(strays)}: choices stand in the table [{table}]",
            where=str(config),
            remedy=f'Write [{table}], and below it lines such as theme = "reader".',
        )
    if table not in tables:
        raise EditionError(
            f"there is no table [{table}]",
            where=str(config),
            remedy=f"Write [{table}], and below it its choices; or leave --config.",
        )
    found: dict[str, Any] = tables[table]
    return found


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def _beside(config: Path, name: str, value: Any) -> Any:
    """A path in the file is meant from the file's folder."""
    if isinstance(value, list):
        return [_beside(config, name, one) for one in value]
    is_path = name in _PATHS or (name == "theme" and value.endswith(".css"))
    return str(config.parent / value) if is_path and value else value
