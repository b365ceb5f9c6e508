"""Files of the command line: arguments go in, records and output paths come out.

`-` stands for standard input or standard output.
"""

import os
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.cli.standard_input import NAME, read_record_of_input
from printkit.cli.standard_output import say, write_pdf
from printkit.errors import OutputError

if TYPE_CHECKING:
    from printkit.errors import RecordError
    from printkit.files.addresses import Destination
    from printkit.readers.record_sources import RecordSource

STANDARD = "-"


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
    arguments: Iterable[str],
    report: "Destination | None",
    log: Path | None = None,
    *,
    fetch: bool = False,
) -> "list[RecordSource]":
    """Return the sources of all RECORD arguments.

    Args:
        arguments: the RECORD arguments. A folder may also hold the report of an earlier run.
        report: the path of the report, which is left out of the records; None for no report.
        log: the path of the log of the run, which is left out likewise; None for no log.
        fetch: read records from the address of a store, too.
    """
    from printkit.readers import inputs

    own = {os.path.realpath(one) for one in (report, log) if one}
    return [
        one
        for argument in arguments
        for one in inputs.sources_of(*find_record(argument), fetch=fetch)
        if not own or os.path.realpath(one.where) not in own
    ]


def find_output(name: str) -> "Destination | None":
    """Return the place of the PDF to write; None stands for standard output.

    Raises:
        UsageError: the name is empty, has the ending of another format or is an address to which
            no file is written, or standard output is a terminal.
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
    from printkit.files.addresses import find_destination

    try:
        place = find_destination(name)
    except OutputError as error:
        raise click.UsageError(str(error)) from error
    refuse_suffix(place, ".pdf")
    return place


def refuse_suffix(path: "Destination", suffix: str) -> None:
    """Refuse a file name with the ending of another format.

    Raises:
        UsageError: the name has another ending.
    """
    from printkit.files.publishing import refuse_other_format

    try:
        refuse_other_format(path, suffix)
    except OutputError as error:
        raise click.UsageError(str(error)) from error


def hand_over(pdf: bytes, path: "Destination | None") -> None:
    """Print the place to which a PDF was written, or else write the PDF to standard output."""
    if path is None:
        write_pdf(pdf)
    else:
        say(path)


def refuse_missing_outputs(
    written: "Iterable[Destination | None]", made: "Collection[Destination | None]" = ()
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


def folders_of_patterns(
    given: "Iterable[Destination | None]", filled: "Iterable[Destination | None]"
) -> "set[Destination]":
    """Return the folders that patterns name, which the command will make."""
    from printkit.files.name_patterns import has_folder_of_pattern

    pairs = zip(given, filled, strict=True)
    return {
        after.parent
        for before, after in pairs
        if before and after and has_folder_of_pattern(before, after)
    }
