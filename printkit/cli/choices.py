"""Choices: options and printkit.toml go in, named choices come out; options take precedence."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from printkit.cli.toml_file import read_tables
from printkit.edition.roots import read_roots, refuse_missing_roots
from printkit.errors import EditionError, PrintkitError
from printkit.files.opening import why_no_file
from printkit.themes import find_templates, find_theme

if TYPE_CHECKING:
    from printkit.edition.choices import EditionChoices
    from printkit.issue.digest_choices import DigestChoices

_PATHS = ("cover_picture", "append", "prepend", "templates", "roots")
NETWORK = ("allow_network", "allow_port")
"""Choices that only fetching needs; `cli/networks.py` reads these from printkit.toml."""
# printkit.toml may not set these options: they belong to one run, and the file serves many runs.
_OPTIONS_OF_A_RUN = frozenset(
    {
        "allow_embargoed",
        "config",
        "dask",
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
# A plan has a week, or a first and a last day: so a week on the command line takes the place of the
# days in the file, and a day takes the place of the week.
_REPLACED = {"week": ("since", "until"), "since": ("week",), "until": ("week",)}

Check = Callable[[Mapping[str, object], str], object]


def choose_for_export(config: Path | None, given: Mapping[str, object]) -> "EditionChoices":
    """Return the choices of `[export]` in printkit.toml; options of the command line replace them.

    Args:
        config: the path of printkit.toml; None for no file.
        given: the options; an option that the user left out is None or empty.

    Raises:
        EditionError: the file cannot be read, or a choice of the file or the command line is wrong.
        ThemeError: there is no such theme, or the theme or a template is broken.
    """
    from printkit.edition import edition_from

    return cast("EditionChoices", _choose(config, "export", given, edition_from))


def choose_for_digest(config: Path | None, given: Mapping[str, object]) -> "DigestChoices":
    """Return the choices of `[digest]` in printkit.toml; options of the command line replace them.

    The arguments and the errors are those of choose_for_export.
    """
    from printkit.issue.digest_choices import edition_and_plan

    return cast("DigestChoices", _choose(config, "digest", given, edition_and_plan))


def list_inputs(
    config: Path | None, choices: "EditionChoices | DigestChoices"
) -> Iterator[str | Path]:
    """Yield every file that is read for the choices: printkit.toml, and the files that they name.

    The choices name cover picture, inserts, theme and templates.
    """
    if config:
        yield config
    for name, value in choices.items():
        if _is_path(name, value):
            yield from _files(value)
    templates = choices.get("templates")
    found = find_templates(None if templates is None else str(templates))
    yield from (one.place for one in found.templates)


def _choose(
    config: Path | None, table: str, given: Mapping[str, object], check: Check
) -> dict[str, object]:
    options = {
        name: value
        for name, value in given.items()
        if value not in (None, ()) and name not in NETWORK
    }
    choices = _read_file(config, table, check) if config else {}
    places = {name: f"{config} [{table}]: {name}" for name in choices if name not in options}
    for name in options:
        for replaced in _REPLACED.get(name, ()):
            choices.pop(replaced, None)
    choices |= options
    check(choices, "")
    for name, refuse in _REFUSALS.items():
        if value := choices.get(name):
            try:
                refuse(value)
            except PrintkitError as error:
                raise error.at(places.get(name, "")) from error
    return choices


def _refuse_roots(folders: object) -> None:
    refuse_missing_roots("root", read_roots(folders))


def _refuse_theme(theme: object) -> None:
    find_theme(str(theme))


def _refuse_templates(folder: object) -> None:
    from printkit.markup.templates import refuse_broken_templates

    refuse_broken_templates(str(folder))


def _refuse_picture(path: object) -> None:
    if why := why_no_file(Path(str(path))):
        raise EditionError(
            f"the cover's picture cannot be used: {why}",
            where=str(path),
            remedy="Give a JPEG, PNG, WebP, AVIF or TIFF file as cover_picture.",
        )


# What refuses the value of a choice that is a path, before the first record is read.
_REFUSALS: Mapping[str, Callable[[object], None]] = {
    "roots": _refuse_roots,
    "theme": _refuse_theme,
    "templates": _refuse_templates,
    "cover_picture": _refuse_picture,
}


def _read_file(config: Path, table: str, check: Check) -> dict[str, object]:
    from printkit.edition.choices import replace_aliases
    from printkit.issue.digest_choices import ALIASES

    where = f"{config} [{table}]"
    choices = {name: one for name, one in read_table(config, table).items() if name not in NETWORK}
    _refuse_options(choices, where)
    check(choices, where)
    found = replace_aliases(choices, ALIASES)
    return {name: _from_folder(config.parent, name, value) for name, value in found.items()}


def _refuse_options(choices: Mapping[str, object], where: str) -> None:
    """Refuse names in printkit.toml that are options of one run, such as `output`."""
    options = [name for name in choices if name.replace("-", "_") in _OPTIONS_OF_A_RUN]
    if options:
        raise EditionError(
            *(f"{name} is an option of the command line, not a choice" for name in options),
            where=where,
        )


def read_table(config: Path, table: str) -> dict[str, object]:
    """Return a table of printkit.toml as it is; empty for a file that has other limits only.

    Raises:
        EditionError: the file cannot be read, or has no such table.
    """
    tables = read_tables(config, table)
    if table not in tables and "limits" not in tables:
        raise EditionError(
            f"there is no table [{table}]",
            where=str(config),
            remedy=f"Write [{table}] and its choices below it, or leave out --config.",
        )
    return tables.get(table, {})


def _from_folder(folder: Path, name: str, value: object) -> object:
    """Return the value of a choice; paths in printkit.toml start at the folder of this file."""
    if isinstance(value, list):
        return [_from_folder(folder, name, entry) for entry in value]
    if isinstance(value, str) and value and _is_path(name, value):
        return str(folder / value)
    return value


def _is_path(name: str, value: object) -> bool:
    """Tell whether the value of a choice is a path; a theme may also be a name."""
    is_style = isinstance(value, str) and value.endswith(".css")
    return name in _PATHS or (name == "theme" and is_style)


def _files(value: object) -> Iterator[str | Path]:
    for path in value if isinstance(value, list | tuple) else [value]:
        if isinstance(path, str | Path) and path:
            yield path
