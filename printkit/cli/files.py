"""Files of the command line: arguments go in, records and output paths come out.

`-` stands for standard input or standard output.
"""

import json
import os
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.cli.standard_input import NAME, read_record_of_input
from printkit.cli.standard_output import say, write_pdf
from printkit.errors import OutputError
from printkit.files.opening import read_at_most, read_whole

if TYPE_CHECKING:
    from printkit.errors import RecordError
    from printkit.readers.inputs import RecordSource

STANDARD = "-"
# This many first bytes of a file show whether a command of printkit wrote the file.
_HEAD = 4096
_LARGEST_REPORT = 200_000_000  # bytes; a report has about 1 kB for each record


def find_record(argument: str) -> "tuple[bytes | Path | RecordError, str]":
    """Return the record that a RECORD argument stands for, and a name if the record has no path.

    A RecordError stands for standard input that cannot be read, or is too large.

    Raises:
        UsageError: the argument is empty, for example a variable of the shell that is not set.
    """
    if not argument:
        raise click.UsageError("a RECORD is empty; give a file, a folder, or - for stdin.")
    if argument == STANDARD:
        return read_record_of_input(), NAME
    return Path(argument), ""


def find_sources(
    arguments: Iterable[str], report: Path | None, log: Path | None = None
) -> "list[RecordSource]":
    """Return the sources of all RECORD arguments.

    Args:
        arguments: the RECORD arguments. A folder may also hold the report of an earlier run.
        report: the path of the report, which is left out of the records; None for no report.
        log: the path of the log of the run, which is left out likewise; None for no log.
    """
    from printkit.readers import inputs

    own = {os.path.realpath(one) for one in (report, log) if one}
    return [
        one
        for argument in arguments
        for one in inputs.sources_of(*find_record(argument))
        if not own or os.path.realpath(one.where) not in own
    ]


def find_output(name: str) -> Path | None:
    """Return the path of the PDF to write; None stands for standard output.

    Raises:
        UsageError: the name is empty, the name has the ending of another format, or standard
            output is a terminal.
    """
    if not name:
        raise click.UsageError("-o has an empty name; give a file, or - for standard output.")
    # Bytes of a PDF can switch a terminal into another mode.
    if name == STANDARD and sys.stdout and sys.stdout.isatty():
        raise click.UsageError(
            "a terminal cannot show a PDF; redirect standard output, or give -o FILE."
        )
    if name == STANDARD:
        return None
    refuse_suffix(Path(name), ".pdf")
    return Path(name)


def refuse_suffix(path: Path, suffix: str) -> None:
    """Refuse a file name with the ending of another format.

    Raises:
        UsageError: the name has another ending.
    """
    from printkit.files.publishing import refuse_other_format

    try:
        refuse_other_format(path, suffix)
    except OutputError as error:
        raise click.UsageError(str(error)) from error


def hand_over(pdf: bytes, path: Path | None) -> None:
    """Print the path to which a PDF was written, or else write the PDF to standard output."""
    if path is None:
        write_pdf(pdf)
    else:
        say(path)


def refuse_overwriting(
    records: Iterable[str], others: Iterable[str | Path], written: Iterable[Path | None]
) -> None:
    """Refuse to overwrite an input file, or somebody else's file in a folder of records.

    Args:
        records: the RECORD arguments; all files of a folder are input files.
        others: other input files.
        written: the files to write; None stands for no file.

    Raises:
        UsageError: a file would be overwritten.
    """
    named = [Path(name) for name in records if name != STANDARD]
    outputs = [path for path in written if path is not None]
    refuse_same_files([*named, *others], outputs)
    precious = [path for path in outputs if not _is_replaceable(path)]
    if not precious:
        return
    refuse_same_files(_within(named), precious)
    folders = {os.path.realpath(one if one.is_dir() else one.parent) for one in named}
    for path in precious:
        if not folders.isdisjoint(map(str, Path(os.path.realpath(path)).parents)):
            raise click.UsageError(
                f"{path} stands in a folder of records, and is neither a PDF nor a report of"
                " printkit's; give another name, or remove this file."
            )


def refuse_missing_outputs(
    written: Iterable[Path | None], made: Collection[Path | None] = ()
) -> None:
    """Refuse to write to a folder that does not exist; commands do this before they print.

    Args:
        written: the files to write; None stands for no file.
        made: folders that the command will make.

    Raises:
        OutputError: a folder does not exist.
    """
    from printkit.files.publishing import refuse_nowhere

    for path in written:
        if path is not None and path.parent not in made:
            refuse_nowhere(path)


def folders_of_patterns(given: Iterable[Path | None], filled: Iterable[Path | None]) -> set[Path]:
    """Return the folders that patterns name, which the command will make."""
    from printkit.files.name_patterns import has_folder_of_pattern

    pairs = zip(given, filled, strict=True)
    return {
        after.parent
        for before, after in pairs
        if before and after and has_folder_of_pattern(before, after)
    }


def _within(named: Iterable[Path]) -> Iterator[Path]:
    """Yield every file of the records; ignore errors, which reading the records reports later."""
    from printkit.errors import RecordError
    from printkit.readers import records_in

    for path in named:
        with suppress(RecordError):
            yield from records_in(path)


def refuse_same_files(read: Iterable[str | Path], written: Iterable[Path | None]) -> None:
    """Refuse a file that is to be written and also read, or written twice.

    Raises:
        UsageError: there is such a file.
    """
    inputs = {_identity(Path(name)) for name in read if name != STANDARD}
    outputs = set()
    for path in written:
        if path is None:
            continue
        identity = _identity(path)
        if identity in inputs:
            raise click.UsageError(f"{path} is an input file; write to a file of another name.")
        if identity in outputs:
            raise click.UsageError(f"{path} is named twice; give each file a name of its own.")
        outputs.add(identity)


def _identity(path: Path) -> object:
    """Return a value that is the same for all names of one file, links and spellings included."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return os.path.realpath(path)
    # A disk that ignores case has one file for two spellings of a name: so do not compare names.
    return state.st_dev, state.st_ino


def _is_replaceable(path: Path) -> bool:
    """Tell whether a file is missing, empty, a PDF, or an HTML file or report of printkit."""
    if not os.path.isfile(path):  # noqa: PTH113  `Path.is_file` raises for a name that is too long
        return True
    try:
        head = read_at_most(path, _HEAD)
        if not head or head.startswith(b"%PDF") or _is_our_markup(head):
            return True
        return head.startswith(b"{") and _is_report(json.loads(read_whole(path, _LARGEST_REPORT)))
    except (OSError, ValueError, RecursionError):
        return False


def _is_our_markup(head: bytes) -> bool:
    return head.startswith(b"<!doctype html>") and b'name="generator" content="printkit' in head


def _is_report(value: object) -> bool:
    accounts = value.get("records") if isinstance(value, dict) else None
    return isinstance(accounts, list) and all(
        isinstance(one, dict) and {"record", "status", "sha256"} <= one.keys() for one in accounts
    )
