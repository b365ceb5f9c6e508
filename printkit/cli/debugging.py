"""Debugging: keeps the tracebacks of bugs for the file of `--debug`, and off the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from printkit.errors import PrintkitError

_KEY = "printkit.debug"


def keep_debug_file(context: click.Context, _: click.Parameter, path: Path | None) -> None:
    """Keep the FILE of `--debug` for all errors of this command."""
    context.meta[_KEY] = path


def write_traceback(error: "PrintkitError") -> None:
    """Write the traceback of a bug to the end of the file of `--debug`, if the user named one.

    Raises:
        OutputError: the file cannot be written.
    """
    context = click.get_current_context(silent=True)
    path = context.meta.get(_KEY) if context else None
    lines = getattr(error, "traceback", "")
    if not path or not lines:
        return
    from printkit.files.line_file import LineFile
    from printkit.text.address_secrets import hide_secrets

    with LineFile(path, drop_cut_line=False) as file:
        file.append(hide_secrets(f"{error.where}\n{lines}"))
