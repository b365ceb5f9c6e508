"""Do a run of `printkit export`: a run goes in, and its accounts go to terminal, report and log."""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.cli.account_book import AccountBook
from printkit.cli.clusters import Printers
from printkit.cli.failure_limit import FINE, FailureLimit
from printkit.cli.interrupts import held_interrupts
from printkit.cli.run_events import RunEvents, tell_events
from printkit.cli.run_options import RunChoices
from printkit.cli.single_run import ExportRun, SingleRun
from printkit.cli.terminal import show_progress
from printkit.errors import PrintkitError
from printkit.text.characters import safe_for_terminal

if TYPE_CHECKING:
    from printkit.edition.ticket import JobTicket
    from printkit.files.addresses import Destination
    from printkit.readers.record_sources import RecordSource
    from printkit.report import Account


def open_one(
    record: str, pdf: "Destination | None", ticket: "JobTicket", *, trusted: bool, html: bool
) -> Callable[[RunEvents], ExportRun]:
    """Return a function that opens the run of one record; see SingleRun for the arguments."""

    def begin(_: RunEvents) -> ExportRun:
        return SingleRun(record, pdf, ticket, trusted=trusted, html=html)

    return begin


def open_many(
    sources: "Sequence[RecordSource]",
    folder: "Destination | None",
    ticket: "JobTicket",
    choices: RunChoices,
    printers: Printers,
    *,
    trusted: bool,
    html: bool,
) -> Callable[[RunEvents], ExportRun]:
    """Return a function that opens a run of many records into a folder.

    Args:
        sources: the records.
        folder: the folder of the PDFs; None for the current folder.
        ticket: how the articles are printed.
        choices: the choices for the run.
        printers, trusted: the executor and its workers, and `trusted`, as in export_many.
        html: keep the HTML of each page beside its PDF.

    Raises:
        EditionError: the output pattern is wrong.
    """
    from printkit.article.output_patterns import OutputPattern

    pattern = OutputPattern(choices.output_pattern) if choices.output_pattern is not None else None

    def begin(events: RunEvents) -> ExportRun:
        from printkit.pipeline.batch import open_batch
        from printkit.pipeline.kept_account import Keeping

        place, (executor, jobs) = folder or Path(), printers
        keeping = Keeping(choices.resume, choices.retry, choices.wait)
        batch = open_batch(
            sources, place, ticket, jobs or 1, executor, trusted=trusted, keeping=keeping
        )
        batch.pattern, batch.html = pattern, html
        batch.publish = choices.publish or "client"
        batch.tell_retries(events.take_retry)
        return batch

    return begin


def print_and_report(
    begin: Callable[[RunEvents], ExportRun],
    places: Sequence[str],
    report: "Destination | None",
    choices: RunChoices,
) -> bool:
    """Print a run, tell of each account as it comes; return whether a record failed.

    Args:
        begin: opens the run.
        places: the names of the records, if the run cannot be opened.
        report: the file of the report; None for no report.
        choices: the choices for the run.

    Raises:
        ThemeError: a template is broken; the report names the error, too.
    """
    book = AccountBook(report)
    run: ExportRun | None = None
    failed: PrintkitError | None = None
    with tell_events(choices) as events:
        try:
            run = begin(events)
            _print_all(run, book, events, FailureLimit(choices.fail_after, choices.fail_rate))
        except PrintkitError as error:
            failed = error
            raise
        finally:
            # The report has an account of every record, even if the user interrupts the run.
            with held_interrupts():
                book.close(run.places if run else places, failed, run.earlier if run else {})
            events.take_rest(book.not_run)
            if run:
                _tell_of_earlier_run(run)
    book.tell_left()
    return book.has_failures


def _print_all(run: ExportRun, book: AccountBook, events: RunEvents, limit: FailureLimit) -> None:
    # The run is closed here, and not when Python finds the time: its folder is locked until then.
    with closing(_counted(run)) as accounts:
        for account in accounts:
            book.take(account)
            events.take(account)
            if told := limit.take(account):
                click.echo(told, err=True)
                return


def _counted(run: ExportRun) -> "Generator[Account, None, None]":
    """Yield the accounts of a run, and count them in a progress bar."""
    with closing(run.accounts()) as accounts, show_progress(lambda: len(run.places)) as advance:
        for account in accounts:
            yield account
            advance(account.status)


def _tell_of_earlier_run(run: ExportRun) -> None:
    for problem in run.problems:
        click.echo(safe_for_terminal(problem), err=True)
    if not run.earlier:
        return
    of_all = f"{len(run.earlier)} of {len(run.places)} records"
    click.echo(f"taken over from an earlier run: {of_all}", err=True)
    left = sum(one.status not in FINE for one in run.earlier.values())
    if left:
        told = f"of these, {left} ran out of time or crashed"
        click.echo(f"{told}; --retry prints such records again", err=True)
