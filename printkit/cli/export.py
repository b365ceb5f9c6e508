"""`printkit export`: each article to a PDF of its own."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.cli import files, options
from printkit.cli.account_book import AccountBook
from printkit.cli.beginning import begin_printing
from printkit.cli.choices import choose_for_export, list_inputs
from printkit.cli.interrupts import until_interrupted
from printkit.cli.limit_choices import choose_limits, limit_options
from printkit.cli.networks import choose_fetch
from printkit.cli.single_run import ExportRun, SingleRun
from printkit.cli.terminal import show_progress
from printkit.errors import PrintkitError

if TYPE_CHECKING:
    from printkit.report import Account


@click.command("export")
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@options.output()
@click.option(
    "-d",
    "--directory",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for PDFs, which are named after date and headline; default: this folder."
    " In -o, -d and --report, {week} and {date} become the week and the day of today.",
)
@options.edition
@options.printing
@options.report
@options.jobs
@limit_options
@options.trust
@options.debug
@click.option("--html", is_flag=True, help="Keep the page's HTML beside each PDF.")
def command(
    records: tuple[str, ...],
    output: str | None,
    directory: Path | None,
    fetch: bool,
    allow_embargoed: bool,
    strict: bool,
    report: Path | None,
    jobs: int,
    trust: bool,
    patience: float | None,
    memory: int | None,
    html: bool,
    config: Path | None,
    **given: str | None,
) -> None:
    """Print each RECORD to a PDF.

    A RECORD is a file of JSON, JSON Lines, Markdown or plain text; a folder of such files; or -
    for standard input.
    """
    _refuse_misuse(records, output, directory, html)
    begin_printing(trusted=trust)
    choices = choose_for_export(config, given)
    pdf, report, directory = _name_outputs(output, report, directory)
    markup = pdf.with_suffix(".html") if pdf and html else None
    files.refuse_overwriting(records, list_inputs(config, choices), [pdf, markup, report])
    limits = choose_limits(config, patience, memory)
    fetching = choose_fetch(fetch, config, "export", given, limits)
    from printkit.edition import edition_from
    from printkit.edition.ticket import JobTicket

    ticket = JobTicket(edition_from(choices), fetching, allow_embargoed, strict, limits)
    sources = files.find_sources(records, report) if output is None else []

    def begin() -> ExportRun:
        if output is not None:
            return SingleRun(records[0], pdf, ticket, trusted=trust)
        from printkit.pipeline import batch

        return batch.open_batch(sources, directory or Path(), ticket, jobs, trusted=trust)

    places = [one.where for one in sources] or records
    if _print_and_report(begin, places, report, html=html):
        raise SystemExit(1)


def _name_outputs(
    output: str | None, report: Path | None, directory: Path | None
) -> tuple[Path | None, Path | None, Path | None]:
    """Return the paths of the PDF, the report and the folder, with today's day in their names.

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


def _name_for_today(path: Path | None) -> Path | None:
    """Return a path with the week and the day of today in the place of patterns."""
    from datetime import datetime

    from printkit.files.name_patterns import fill_for_day

    return path and fill_for_day(path, datetime.now().astimezone().date())


def _refuse_misuse(
    records: tuple[str, ...], output: str | None, directory: Path | None, html: bool
) -> None:
    if output and directory:
        raise click.UsageError("-o names one file, -d a folder for many; give only -o or only -d.")
    if output == files.STANDARD and html:
        raise click.UsageError("--html writes a file beside the PDF; give -o FILE or -d DIRECTORY.")
    if output is not None and len(records) > 1:
        raise click.UsageError("-o names one file; for several records give a folder with -d.")


def _counted(run: ExportRun) -> Iterator["Account"]:
    """Yield the accounts of a run, and count them in a progress bar."""
    accounts = run.accounts()
    with show_progress(lambda: len(run.places)) as advance:
        for account in accounts:
            yield account
            advance()


def _print_and_report(
    begin: Callable[[], ExportRun], places: Sequence[str], report: Path | None, *, html: bool
) -> bool:
    """Print a run, report each account as it comes; return whether a record failed.

    Args:
        begin: opens the run.
        places: the names of the records, if the run cannot be opened.
        report: the file of the report; None for no report.
        html: keep the page's HTML beside each PDF.

    Raises:
        ThemeError: a template is broken; the report names the error, too.
    """
    book = AccountBook(report)
    run: ExportRun | None = None
    failed: PrintkitError | None = None
    try:
        run = begin()
        for account in until_interrupted(_counted(run)):
            book.take(_keep_markup(account) if html else account)
    except PrintkitError as error:
        failed = error
        raise
    finally:
        # The report has an account of every record, even if the user interrupts the run.
        book.close(run.places if run else places, failed)
    book.tell_left()
    return book.has_failures


def _keep_markup(account: "Account") -> "Account":
    """Write the page's HTML beside the PDF; if the file cannot be written, the record fails."""
    from printkit.files.publishing import publish
    from printkit.report import Account

    made = account.result
    if made is None or made.path is None:
        return account
    try:
        publish(made.markup.encode(), made.path.with_suffix(".html"))
    except PrintkitError as error:
        return Account.of_error(account.record, error)
    return account
