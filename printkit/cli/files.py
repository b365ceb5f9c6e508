"""The files a command line names: what is read, what is written, and - for neither."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from printkit.cli.telling import as_json

STANDARD = "-"


def record(name: str) -> tuple[bytes | Path, str]:
    """What a RECORD argument stands for, and what to call it."""
    return (sys.stdin.buffer.read(), "stdin") if name == STANDARD else (Path(name), "")


def output(name: str) -> Path | None:
    """The PDF that is to be written; None for standard output.

    Raises:
        UsageError: it has no name, or would fill a terminal.
    """
    if not name:
        raise click.UsageError("-o names no file.")
    if name == STANDARD and sys.stdout.isatty():
        raise click.UsageError("a PDF is no text for a terminal; redirect it, or give -o FILE.")
    return None if name == STANDARD else Path(name)


def hand_over(pdf: bytes, path: Path | None) -> None:
    """Say where the PDF was written; or write it to standard output."""
    if path is None:
        to_standard_output(pdf)
    else:
        click.echo(path)


def to_standard_output(pdf: bytes) -> None:
    """Bytes as they are."""
    sys.stdout.buffer.write(pdf)


def refuse_clashes(read: Iterable[str | Path], written: Iterable[Path | None]) -> None:
    """No file is named twice: a record is not printed over, nor a PDF reported over.

    Raises:
        UsageError: one is.
    """
    seen = {Path(name).absolute() for name in read if name != STANDARD}
    for path in written:
        if path is not None and path.absolute() in seen:
            raise click.UsageError(f"{path} is named twice; give each file a name of its own.")
        if path is not None:
            seen.add(path.absolute())


def write_report(report: dict[str, Any], path: Path) -> None:
    """Write a report as JSON; a name that is no Unicode is escaped as JSON escapes it."""
    from printkit.publishing import publish

    publish(as_json(report).encode(errors="backslashreplace"), path)
