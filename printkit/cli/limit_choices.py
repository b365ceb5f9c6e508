"""Limits of the command line: options and printkit.toml go in, `Limits` come out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from printkit.cli.options import together
from printkit.edition.limits import DEFAULTS, Limits, limits_from, written

limits_file = click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A printkit.toml with limits, in a table [limits]; see `printkit limits`.",
)
limit_options = together(
    click.option(
        "--patience",
        type=float,
        metavar="SECONDS",
        help=f"Stop a record after this time; default: {written(DEFAULTS.patience)}.",
    ),
    click.option(
        "--memory",
        type=int,
        metavar="MB",
        help=f"Stop a record that takes more memory; default: {written(DEFAULTS.memory)}.",
    ),
)


def choose_limits(
    config: Path | None, patience: float | None = None, memory: int | None = None
) -> Limits:
    """Return the limits of `[limits]` in printkit.toml; options of the command line replace them.

    Args:
        config: the path of printkit.toml; None for no file. The file need not have the table.
        patience: seconds; None if the user left the option out.
        memory: MB; None if the user left the option out.

    Raises:
        EditionError: the file cannot be read, or a limit is unknown or has a wrong value.
    """
    from printkit.cli.toml_file import read_tables

    values = read_tables(config, "limits").get("limits", {}) if config else {}
    limits = limits_from(values, f"{config} [limits]")
    given: dict[str, Any] = {"patience": patience, "memory": memory}
    return replace(limits, **{name: one for name, one in given.items() if one is not None})
