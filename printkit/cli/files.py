"""The files a command line names: what is read, what is written, and - for neither."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from printkit.cli.telling import as_json

if TYPE_CHECKING:
    from printkit.errors import RecordError
    from printkit.readers import Reading

STANDARD = "-"
_HEAD = 4096


def record(name: str) -> tuple[bytes | Path, str]:
    """What a RECORD argument stands for, and what to call it.

    Raises:
        UsageError: it names nothing: a shell's variable that is not set.
    """
    if not name:
        raise click.UsageError("a RECORD has no name; give a file, a folder, or - for stdin.")
    return (sys.stdin.buffer.read(), "stdin") if name == STANDARD else (Path(name), "")


def read(names: Iterable[str], report: Path | None) -> "list[Reading | RecordError]":
    """All records that are named; the report of an earlier run, in their folder, is none."""
    from printkit.readers import inputs

    own = os.path.realpath(report) if report else ""
    return [
        one
        for name in names
        for one in inputs.read(*record(name))
        if not own or os.path.realpath(one.where) != own
    ]


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


def refuse_losses(
    records: Iterable[str], others: Iterable[str | Path], written: Iterable[Path | None]
) -> None:
    """Nothing that is read is written over, nor anything in the records' folders but our own.

    Args:
        records: the RECORD arguments; of a folder, all that is in it.
        others: what else is read.
        written: what is to be written; None is nothing.

    Raises:
        UsageError: something would be lost.
    """
    named = [Path(name) for name in records if name != STANDARD]
    outputs = [path for path in written if path is not None]
    refuse_clashes([*named, *others], outputs)
    precious = [path for path in outputs if not _is_replaceable(path)]
    if not precious:
        return
    refuse_clashes(_within(named), precious)
    folders = {os.path.realpath(one if one.is_dir() else one.parent) for one in named}
    for path in precious:
        if not folders.isdisjoint(map(str, Path(os.path.realpath(path)).parents)):
            raise click.UsageError(
                f"{path} stands in a folder of records, and is neither a PDF nor a report of"
                " printkit's; give another name, or take it away."
            )


def refuse_nowhere(written: Iterable[Path | None], made: Path | None = None) -> None:
    """Say before the work, not after it, that there is no folder to write to.

    Args:
        written: what is to be written.
        made: a folder that will be made.

    Raises:
        OutputError: there is none.
    """
    from printkit.files.publishing import refuse_nowhere

    for path in written:
        if path is not None and path.parent != made:
            refuse_nowhere(path)


def _within(named: Iterable[Path]) -> Iterator[Path]:
    """Every file of records; of what cannot be read is told when it is read."""
    from printkit.errors import RecordError
    from printkit.readers import records_in

    for path in named:
        with suppress(RecordError):
            yield from records_in(path)


def refuse_clashes(read: Iterable[str | Path], written: Iterable[Path | None]) -> None:
    """No file is named twice: a record is not printed over, nor a PDF reported over.

    Raises:
        UsageError: one is.
    """
    inputs = {_identity(Path(name)) for name in read if name != STANDARD}
    outputs = set()
    for path in written:
        if path is None:
            continue
        identity = _identity(path)
        if identity in inputs:
            raise click.UsageError(f"{path} is to be read; what is written needs another name.")
        if identity in outputs:
            raise click.UsageError(f"{path} is named twice; give each file a name of its own.")
        outputs.add(identity)


def _identity(path: Path) -> object:
    """The same for the same file, through links and in any case, as the file system has it."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return os.path.realpath(path)
    return state.st_dev, state.st_ino


def _is_replaceable(path: Path) -> bool:
    """Whether it is not there, empty, or what a command wrote before."""
    if not path.is_file():
        return True
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if not head or head.startswith(b"%PDF") or _is_our_markup(head):
                return True
            return head.startswith(b"{") and _is_report(json.loads(head + file.read()))
    except (OSError, ValueError, RecursionError):
        return False


def _is_our_markup(head: bytes) -> bool:
    return head.startswith(b"<!doctype html>") and b'name="generator" content="printkit' in head


def _is_report(told: Any) -> bool:
    accounts = told.get("records") if isinstance(told, dict) else None
    return isinstance(accounts, list) and all(
        isinstance(one, dict) and {"record", "status", "sha256"} <= one.keys() for one in accounts
    )


def write_report(report: dict[str, Any], path: Path) -> None:
    """Write a report as JSON; a name that is no Unicode is escaped as JSON escapes it."""
    from printkit.files.publishing import publish

    publish(as_json(report).encode(errors="backslashreplace"), path)
