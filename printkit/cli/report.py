"""`printkit report`: what became of the records of a run, which may have been killed."""

from pathlib import Path

import click

from printkit.cli import files
from printkit.cli.report_parts import parts_of_report
from printkit.cli.standard_output import say
from printkit.files.kept_run import KeptRun
from printkit.files.publishing import publish
from printkit.text.characters import safe_for_terminal


@click.command("report")
@click.argument("directory", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default=files.STANDARD,
    help="The file to write, as JSON; - for standard output, which is the default.",
)
def command(directory: Path, report: Path) -> None:
    """Write the report of the last run of `printkit export -d DIR`.

    The report has an account of every record that was done, even if the run was killed.
    """
    to_file = str(report) != files.STANDARD
    if to_file:
        files.refuse_suffix(report, ".json")
    kept = KeptRun(directory)
    for problem in kept.problems:
        click.echo(safe_for_terminal(problem), err=True)
    if not kept.ended:
        told = "the run has not ended: it was killed, or still goes on"
        click.echo(f"{told}; `printkit export --resume` prints the other records", err=True)
    head = {"run": {"started": kept.started or None, "ended": kept.ended or None}}
    parts = parts_of_report(head, (line.account for line in kept.lines()))
    if to_file:
        say(publish(parts, report))
    else:
        say(b"".join(parts).decode())
