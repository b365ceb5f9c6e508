"""`printkit digest`: many articles under one cover."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.cli import digest_options, files, options
from printkit.cli.beginning import begin_printing
from printkit.cli.choices import choose_for_digest, list_inputs
from printkit.cli.clusters import choose_printers, dask
from printkit.cli.limit_choices import choose_limits, limit_options
from printkit.cli.networks import choose_fetch
from printkit.cli.overwriting import refuse_overwriting
from printkit.cli.owed_report import accept_report, find_owed_sources, write_report
from printkit.cli.terminal import print_account, print_failure, print_remark
from printkit.errors import EmptyIssueError, PrintkitError, RecordError, StrictError

if TYPE_CHECKING:
    from printkit.errors import RecordAccount
    from printkit.files.addresses import Destination
    from printkit.issue.digest_choices import DigestChoices
    from printkit.readers import Reading
    from printkit.report import Digest

# The report of a digest that was not made, and ended without an error.
_UNMADE = {"digest": None, "error": None}
# A record with one of these states is no failure.
_FINE = ("ok", "duplicate", "skipped")


@click.command("digest", epilog="A RECORD is as in `printkit export`.")
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@options.output(
    required=True,
    help="The PDF to write; - for standard output. In its name and its folders, {week}, {date},"
    " {from}, {to} and {number} become the week, the days and the number of the issue.",
)
@digest_options.issue
@digest_options.period
@digest_options.selection
@digest_options.makeup
@options.edition
@options.printing
@options.report
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="How many to print at a time.")
@dask
@limit_options
@options.trust
@options.debug
@click.option("--no-cache", is_flag=True, help="Print everything again; keep nothing.")
def command(
    records: tuple[str, ...],
    output: str,
    report: "Destination | None",
    jobs: int | None,
    dask: str | None,
    no_cache: bool,
    trust: bool,
    patience: float | None,
    memory: int | None,
    config: Path | None,
    fetch: bool,
    allow_embargoed: bool,
    strict: bool,
    **given: object,
) -> None:
    """Print all articles, bound into one PDF."""
    pdf = files.find_output(output)
    _begin(report, records, trusted=trust)
    choices = choose_for_digest(config, given)
    limits = choose_limits(config, patience, memory)
    written = named, named_report = _name_files(choices, pdf, report)
    _refuse_wrong_outputs(records, list_inputs(config, choices), (pdf, report), written)
    sources, _ = find_owed_sources(records, named_report, fetch=fetch, head=_UNMADE)
    from printkit.pipeline import digest as pipeline
    from printkit.printing import reading

    found = reading.read_sources_of(sources, jobs=jobs or 1, limits=limits, trusted=trust)
    with choose_printers(dask, jobs) as printers:
        bind = partial(
            pipeline.digest,
            found,
            pdf,
            **printers._asdict(),
            cache=not no_cache,
            fetch=choose_fetch(fetch, config, "digest", given, limits),
            allow_embargoed=allow_embargoed,
            strict=strict,
            trusted=trust,
            limits=limits,
            **choices,
        )
        made = _bind_and_report(bind, found, named, named_report)
    if made.missing_inserts or any(one.status not in _FINE for one in made.accounts):
        raise SystemExit(1)


def _begin(report: "Destination | None", records: Sequence[str], *, trusted: bool) -> None:
    """Owe the report, unless the choices have yet to fill a pattern in its name; get ready."""
    from printkit.files.name_patterns import has_pattern

    if not has_pattern(report):
        accept_report(report, records, head=_UNMADE)
    begin_printing(trusted=trusted)


def _refuse_wrong_outputs(
    records: Sequence[str],
    others: Iterable[str | Path],
    given: "tuple[Destination | None, Destination | None]",
    written: "tuple[Destination | None, Destination | None]",
) -> None:
    """Refuse to overwrite an input file, or to write to a missing folder.

    Args:
        records, others: the records, and other input files.
        given, written: the places of the PDF and the report, with patterns and without.
    """
    refuse_overwriting(records, others, written)
    files.refuse_missing_outputs(written, files.folders_of_patterns(given, written))


def _name_files(
    choices: "DigestChoices", pdf: "Destination | None", report: "Destination | None"
) -> "tuple[Destination | None, Destination | None]":
    """Return the places of the PDF and the report with the values of the issue in their names.

    Replace the week `last` in the choices by the name of the week: a run that begins just before
    midnight would otherwise print one week into files that are named after another week.
    """
    from datetime import UTC, datetime

    from printkit.issue.digest_choices import edition_and_plan
    from printkit.issue.output_names import name_for_issue, settle_week

    _, plan = edition_and_plan(choices)
    plan = settle_week(plan, datetime.now(UTC))
    if plan.week:
        choices["week"] = plan.week
    if report:
        files.refuse_suffix(report, ".json")
    return (
        pdf and name_for_issue(pdf, plan),
        report and name_for_issue(report, plan),
    )


def _bind_and_report(
    bind: Callable[[], "Digest"],
    found: Sequence["Reading | RecordError"],
    pdf: "Destination | None",
    report: "Destination | None",
) -> "Digest":
    """Make the digest; print and report an account of every record, even if the digest fails."""
    made: Digest | None = None
    failed: PrintkitError | None = None
    accounts: Sequence[RecordAccount] = _not_run(found)
    try:
        made = bind()
        accounts = made.accounts
    except PrintkitError as error:
        failed = error
        if isinstance(error, EmptyIssueError | StrictError):
            accounts = error.accounts or accounts
        raise
    finally:
        for account in accounts:
            print_account(account)
        try:
            if made:
                _hand_over(made, pdf)
        finally:
            if report:
                write_report(_report(made, accounts, failed), report)
    return made


def _hand_over(made: "Digest", pdf: "Destination | None") -> None:
    for remark in made.remarks:
        print_remark(remark)
    for error in made.missing_inserts:
        print_failure("failed", error)
    files.hand_over(made.pdf, pdf)


def _not_run(found: Sequence["Reading | RecordError"]) -> tuple["RecordAccount", ...]:
    """Return accounts for a digest that could not be made: only broken records have an error."""
    from printkit.report import Account

    return tuple(
        Account.of_error(one.where, one)
        if isinstance(one, RecordError)
        else Account(one.where, "not_run")
        for one in found
    )


def _report(
    made: "Digest | None", accounts: Sequence["RecordAccount"], failed: PrintkitError | None
) -> dict[str, object]:
    if made:
        return made.to_json()
    return {
        **_UNMADE,
        "error": failed and failed.to_json(),
        "records": [account.to_json() for account in accounts],
    }
