"""`printkit export`: each article to a PDF of its own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from printkit.cli import files, options
from printkit.cli.beginning import begin_printing
from printkit.cli.choices import choose_for_export, list_inputs
from printkit.cli.interrupts import until_interrupted
from printkit.cli.limit_choices import choose_limits, limit_options
from printkit.cli.networks import choose_fetch
from printkit.cli.standard_output import say, write_pdf
from printkit.cli.terminal import print_account, show_progress
from printkit.errors import PrintkitError, ThemeError

if TYPE_CHECKING:
    from printkit.edition.ticket import JobTicket
    from printkit.remarks import Remark
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
    pdf = files.find_output(output) if output is not None else None
    if report:
        files.refuse_suffix(report, ".json")
    choices = choose_for_export(config, given)
    given_names = (pdf, report)
    pdf, report, directory = map(_name_for_today, (pdf, report, directory))
    made = files.folders_of_patterns(given_names, (pdf, report))
    markup = pdf.with_suffix(".html") if pdf and html else None
    files.refuse_overwriting(records, list_inputs(config, choices), [pdf, markup, report])
    files.refuse_missing_outputs([pdf, report], made={*made, directory})
    limits = choose_limits(config, patience, memory)
    fetching = choose_fetch(fetch, config, "export", given)
    sources = files.find_sources(records, report) if output is None else []

    def begin() -> ExportRun:
        from printkit.edition import edition_from
        from printkit.edition.ticket import JobTicket

        edition = edition_from(choices)
        ticket = JobTicket(edition, fetching, allow_embargoed, strict, limits)
        if output is not None:
            return SingleRun(records[0], pdf, ticket, trusted=trust)
        from printkit.pipeline import batch

        return batch.open_batch(sources, directory or Path(), ticket, jobs, trusted=trust)

    places = [one.where for one in sources] or records
    if _print_and_report(begin, places, report, html=html):
        raise SystemExit(1)


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


class ExportRun(Protocol):
    """Records that are printed one by one: a `Batch`, or a single record."""

    @property
    def places(self) -> Sequence[str]:
        """Return the names of all records."""

    def accounts(self) -> Iterator["Account"]:
        """Print the records, and yield the account of each."""


class SingleRun:
    """One record that is printed to one file, or to standard output.

    Args:
        argument: the RECORD argument.
        pdf: the file; None for standard output.
        ticket: how the article is printed.
        trusted: print in this process.
    """

    def __init__(
        self, argument: str, pdf: Path | None, ticket: "JobTicket", *, trusted: bool
    ) -> None:
        self._record, self._name = files.find_record(argument)
        self.places = [self._name or argument]
        self._pdf = pdf
        self._ticket = ticket
        self._trusted = trusted

    def accounts(self) -> Iterator["Account"]:
        """Print the record, and yield its account."""
        from printkit.files.publishing import publish
        from printkit.pipeline import single
        from printkit.report import Account

        (where,) = self.places
        try:
            made = single.print_record(
                self._record, self._ticket, self._name, trusted=self._trusted
            )
            if self._pdf:
                made = replace(made, path=publish(made.pdf, self._pdf, into_new=True))
        except ThemeError:
            raise  # a wrong option, and no fault of the record
        except PrintkitError as error:
            yield Account.of_error(where, error)
        else:
            if self._pdf is None:
                write_pdf(made.pdf)
            yield Account(where, "ok", made.remarks, made)


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
    from printkit.report import Account

    statuses: list[str] = []
    entries: list[dict[str, object]] = []
    told: set[Remark] = set()
    failed: PrintkitError | None = None

    def take(account: Account) -> None:
        statuses.append(account.status)
        if report:
            entries.append(account.to_json())

    run: ExportRun | None = None
    try:
        run = begin()
        for printed in until_interrupted(_counted(run)):
            account = _keep_markup(printed) if html else printed
            take(account)
            print_account(account, told)
            # A remark that names a file and no record is about the theme, for every record.
            told |= {one for one in account.remarks if one.file and not one.record}
            _print_path(account)
    except PrintkitError as error:
        failed = error
        raise
    finally:
        # The report has an account of every record, even if the user interrupts the run.
        for name in (run.places if run else places)[len(statuses) :]:
            take(Account(name, "not_run"))
        if report:
            ended = {"error": failed.to_json()} if failed else {}
            files.write_report({**ended, "records": entries}, report)
    if left := statuses.count("not_run"):
        click.echo(f"not run: {left} of {len(statuses)} records", err=True)
    return not {"ok", "skipped"}.issuperset(statuses)


def _print_path(account: "Account") -> None:
    if account.result and account.result.path:
        say(account.result.path)


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
