"""`printkit report`: what became of the records of a run, which may have been killed."""

from pathlib import Path

import click

from printkit.cli import files
from printkit.cli.options import PlaceType
from printkit.cli.report_parts import parts_of_report
from printkit.cli.standard_output import say
from printkit.files.addresses import Destination
from printkit.files.kept_run import KeptRun
from printkit.files.publishing import publish_alone
from printkit.files.run_home import open_kept_run
from printkit.text.characters import safe_for_terminal


@click.command("report")
@click.argument("directory", type=PlaceType(path_type=Path), metavar="DIR")
@click.option(
    "--report",
    type=PlaceType(path_type=Path, dir_okay=False, allow_dash=True),
    default=files.STANDARD,
    help="The file to write, as JSON; - for standard output, which is the default.",
)
def command(directory: Destination, report: Destination) -> None:
    """Write the report of the last run of `printkit export -d DIR`.

    The report has an account of every record that was done, even if the run was killed.
    """
    if str(report) != files.STANDARD:
        files.refuse_suffix(report, ".json")
    with open_kept_run(directory) as kept:
        _write(kept, report)


def _write(kept: KeptRun, report: Destination) -> None:
    for problem in kept.problems:
        click.echo(safe_for_terminal(problem), err=True)
    if not kept.ended:
        told = "the run has not ended: it was killed, or still goes on"
        click.echo(f"{told}; `printkit export --resume` prints the other records", err=True)
    head = {"run": {"started": kept.started or None, "ended": kept.ended or None}}
    parts = parts_of_report(head, (line.account for line in kept.lines()))
    if str(report) != files.STANDARD:
        say(publish_alone(parts, report))
    else:
        say(b"".join(parts).decode())
