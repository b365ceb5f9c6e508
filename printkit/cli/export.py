"""`printkit export`: each article to a PDF of its own."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.cli import files, options
from printkit.cli.beginning import begin_printing
from printkit.cli.choices import choose_for_export, list_inputs
from printkit.cli.clusters import choose_printers, dask, find_store_of_workers
from printkit.cli.export_run import open_many, open_one, print_and_report
from printkit.cli.limit_choices import choose_limits, limit_options
from printkit.cli.networks import choose_fetch
from printkit.cli.overwriting import refuse_overwriting, refuse_same_files
from printkit.cli.owed_report import accept_report, find_owed_sources, owe_report
from printkit.cli.run_options import run_options, take_run_choices

if TYPE_CHECKING:
    from printkit.edition.choices import EditionChoices, Fetch
    from printkit.edition.limits import Limits
    from printkit.edition.ticket import JobTicket
    from printkit.files.addresses import Destination


@click.command("export")
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@options.output()
@click.option(
    "-d",
    "--directory",
    type=options.PlaceType(path_type=Path, file_okay=False),
    help="The folder for PDFs, a path or an address as s3://bucket/week; default: this folder."
    " In -o, -d and --report, {week} and {date} become the week and the day of today.",
)
@options.edition
@options.printing
@options.report
@options.jobs
@dask
@limit_options
@options.trust
@options.debug
@click.option("--html", is_flag=True, help="Keep the page's HTML beside each PDF.")
@run_options
def command(
    records: tuple[str, ...],
    output: str | None,
    directory: "Destination | None",
    fetch: bool,
    allow_embargoed: bool,
    strict: bool,
    report: "Destination | None",
    jobs: int,
    dask: str | None,
    trust: bool,
    patience: float | None,
    memory: int | None,
    html: bool,
    config: Path | None,
    **given: object,
) -> None:
    """Print each RECORD to a PDF.

    A RECORD is a file of JSON, JSON Lines, Markdown or plain text; a folder of such files; or -
    for standard input.
    """
    _refuse_misuse(records, output, directory, html)
    run = take_run_choices(given, to_folder=output is None)
    accept_report(_name_for_today(report), records, report)
    begin_printing(trusted=trust)
    choices = choose_for_export(config, given)
    pdf, report, directory = _name_outputs(output, report, directory)
    store = find_store_of_workers(run.publish, dask, directory)
    markup = pdf.with_suffix(".html") if pdf and html else None
    _refuse_outputs(records, list_inputs(config, choices), [pdf, markup, report], run.log)
    limits = choose_limits(config, patience, memory)
    fetching = choose_fetch(fetch, config, "export", given, limits)
    ticket = _make_ticket(choices, fetching, limits, allow_embargoed, strict)
    if output is not None:
        places = owe_report(report, records)
    else:
        sources, places = find_owed_sources(records, report, run.log, fetch=fetch)
    with choose_printers(dask, jobs, output, store) as printers:
        if output is not None:
            begin = open_one(records[0], pdf, ticket, trusted=trust, html=html)
        else:
            begin = open_many(sources, directory, ticket, run, printers, trusted=trust, html=html)
        if print_and_report(begin, places, report, run):
            raise SystemExit(1)


def _make_ticket(
    choices: "EditionChoices",
    fetching: "bool | Fetch",
    limits: "Limits",
    allow_embargoed: bool,
    strict: bool,
) -> "JobTicket":
    from printkit.edition import edition_from
    from printkit.edition.ticket import JobTicket

    return JobTicket(edition_from(choices), fetching, allow_embargoed, strict, limits)


def _name_outputs(
    output: str | None, report: "Destination | None", directory: "Destination | None"
) -> "tuple[Destination | None, Destination | None, Destination | None]":
    """Return the places of the PDF, the report and the folder, with today's day in their names.

    Raises:
        UsageError: a name has the ending of another format, or is empty.
        OutputError: a folder does not exist.
    """
    pdf = files.find_output(output) if output is not None else None
    if report:
        files.refuse_suffix(report, ".json")
    given = (pdf, report)
    pdf, report, directory = map(_name_for_today, (pdf, report, directory))
    made = files.folders_of_patterns(given, (pdf, report))
    files.refuse_missing_outputs([pdf, report], made={*made, directory})
    return pdf, report, directory


def _name_for_today(path: "Destination | None") -> "Destination | None":
    """Return a place with the week and the day of today in the place of patterns."""
    from datetime import datetime

    from printkit.files.name_patterns import fill_for_day

    return path and fill_for_day(path, datetime.now().astimezone().date())


def _refuse_outputs(
    records: Sequence[str],
    inputs: Iterable[str | Path],
    written: "Sequence[Destination | None]",
    log: Path | None,
) -> None:
    """Refuse outputs that would overwrite inputs; a log only gets more lines, so it may exist.

    Raises:
        UsageError: a file would be overwritten, or is named twice.
    """
    inputs = tuple(inputs)
    refuse_overwriting(records, inputs, written)
    own_log = None if log and str(log) == files.STANDARD else log
    refuse_same_files([*records, *inputs], [*written, own_log])


def _refuse_misuse(
    records: tuple[str, ...], output: str | None, directory: "Destination | None", html: bool
) -> None:
    if output and directory:
        raise click.UsageError("-o names one file, -d a folder for many; give only -o or only -d.")
    if output == files.STANDARD and html:
        raise click.UsageError("--html writes a file beside the PDF; give -o FILE or -d DIRECTORY.")
    if output is not None and len(records) > 1:
        raise click.UsageError("-o names one file; for several records give a folder with -d.")
