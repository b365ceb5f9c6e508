"""The choices for a printing: those of printkit.toml, and over them those given as options."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from printkit.errors import EditionError

TABLES = ("export", "digest")
_PATHS = ("cover_picture", "append", "prepend")
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
        check: raises an EditionError for what is wrong in the table.

    Raises:
        EditionError: the file cannot be read, or has what is no choice; says the nearest.
    """
    options = {name: value for name, value in given.items() if value not in (None, ())}
    if config is None:
        return options
    choices = _table(config, table)
    check(choices, f"{config} [{table}]")
    choices = {
        _ALIASES.get(name, name): _beside(config, name, value) for name, value in choices.items()
    }
    for name in options:
        for rival in _RIVALS.get(name, ()):
            choices.pop(rival, None)
    return choices | options


def _table(config: Path, table: str) -> dict[str, Any]:
    import tomllib

    try:
        tables = tomllib.loads(config.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
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
