"""Options of `printkit export` for many records: options go in, checked choices come out."""

from collections.abc import MutableMapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, cast

import click

from printkit.cli.event_log import LogFormat
from printkit.cli.options import together
from printkit.files.addresses import is_remote
from printkit.files.opening import spelt
from printkit.text.patterns import regex

Publisher = Literal["client", "worker"]
_WHOLE = 100  # percent: more than all records cannot fail
_PERCENT = regex(r"\s*([0-9]{1,3}(?:\.[0-9]{1,9})?)\s*%?\s*")
_WITH_MANY = "belongs to a run of many records; leave out -o, and give a folder with -d."


def percent(text: str) -> float:
    """Return a share in percent, which is written with or without the sign.

    Raises:
        BadParameter: the text is no number from 0 to less than 100.
    """
    found = _PERCENT.fullmatch(text)
    number = float(found[1]) if found else -1
    if not 0 <= number < _WHOLE:
        raise click.BadParameter(f"{text!r} is no number from 0 to less than 100, such as 30%.")
    return number


run_options = together(
    click.option(
        "--output-pattern",
        metavar="PATTERN",
        help="Name the PDFs in the folder so: {year}/{date}-{slug}-{id8}.pdf.",
    ),
    click.option(
        "--resume", is_flag=True, help="Print no record again that an earlier run printed."
    ),
    click.option(
        "--retry",
        is_flag=True,
        help="With --resume, print records again that ran out of time or crashed.",
    ),
    click.option(
        "--wait", is_flag=True, help="Wait for the end of another run that writes to the folder."
    ),
    click.option(
        "--publish",
        type=click.Choice(["client", "worker"]),
        help="Who writes the PDFs of a run with --dask: this machine, or the worker that printed"
        " the record, to the address in -d; default: client.",
    ),
    click.option(
        "--log",
        type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
        metavar="FILE",
        help="Append a line for each event of the run to this file; - for standard error.",
    ),
    click.option(
        "--log-format",
        type=click.Choice(["text", "json"]),
        help="The format of a line of --log; default: text.",
    ),
    click.option(
        "--verbose", is_flag=True, help="List the ten slowest records at the end of the run."
    ),
    click.option(
        "--fail-after",
        type=click.IntRange(1),
        metavar="N",
        help="Stop the run when this many records failed.",
    ),
    click.option(
        "--fail-rate",
        type=percent,
        metavar="PERCENT",
        help="Stop the run when more of its records failed than this, as 30 or 30%; from 20 records"
        " on.",
    ),
)


@dataclass(frozen=True)
class RunChoices:
    """The choices for a run of many records.

    Attributes:
        output_pattern: names the PDFs; None for names of day and headline.
        resume: take over what an earlier run printed.
        retry: print records again that ran out of time or crashed.
        wait: wait for another run that holds the folder.
        publish: who writes the PDFs; None for this machine, the client.
        log: the file of the log; `-` for standard error; None for no log.
        log_format: the format of a line of the log; None for text.
        verbose: list the slowest records.
        fail_after: the number of failures at which the run stops; None for no such number.
        fail_rate: the failures, in percent, above which the run stops; None for no such share.
    """

    output_pattern: str | None = None
    resume: bool = False
    retry: bool = False
    wait: bool = False
    publish: Publisher | None = None
    log: Path | None = None
    log_format: LogFormat | None = None
    verbose: bool = False
    fail_after: int | None = None
    fail_rate: float | None = None


def take_run_choices(given: MutableMapping[str, object], *, to_folder: bool) -> RunChoices:
    """Take the options of this module out of all options.

    Args:
        given: the options of the command line; what remains are other options.
        to_folder: whether the PDFs go to a folder.

    Raises:
        UsageError: an option has no sense without another option.
    """
    values = {one.name: given.pop(one.name) for one in fields(RunChoices)}
    for name, value in values.items():
        if not to_folder and value is not None and value is not False:
            raise click.UsageError(f"--{name.replace('_', '-')} {_WITH_MANY}")
    if is_remote(spelt(cast("Path", values["log"] or Path()))):
        raise click.UsageError("--log appends to a file of this machine, and a store has none.")
    if values["retry"] and not values["resume"]:
        raise click.UsageError("--retry needs --resume: a new run prints every record.")
    if values["log_format"] and not values["log"]:
        raise click.UsageError("--log-format needs --log FILE.")
    return RunChoices(
        cast("str | None", values["output_pattern"]),
        bool(values["resume"]),
        bool(values["retry"]),
        bool(values["wait"]),
        cast("Publisher | None", values["publish"]),
        cast("Path | None", values["log"]),
        cast("LogFormat | None", values["log_format"]),
        bool(values["verbose"]),
        cast("int | None", values["fail_after"]),
        cast("float | None", values["fail_rate"]),
    )
