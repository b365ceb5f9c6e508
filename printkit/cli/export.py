"""`printkit export`: each article to a PDF of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.cli import files, options
from printkit.cli.choices import choose_for_export, list_inputs
from printkit.cli.interrupts import until_interrupted
from printkit.cli.networks import choose_fetch
from printkit.cli.standard_output import say, write_pdf
from printkit.cli.terminal import print_account, show_progress
from printkit.errors import PrintkitError, ThemeError

if TYPE_CHECKING:
    from printkit.edition.choices import EditionChoices, Fetch, TicketChoices
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
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", default=1, help="How many to print at a time."
)
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
    html: bool,
    config: Path | None,
    **given: str | None,
) -> None:
    """Print each RECORD to a PDF.

    A RECORD is a file of JSON, JSON Lines, Markdown or plain text; a folder of such files; or -
    for standard input.
    """
    _refuse_misuse(records, output, directory, html)
    from printkit.press.startup import hasten_weasyprint

    # This call makes the first import of WeasyPrint quick, so the call comes before the import.
    hasten_weasyprint()
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
    ticket = _ticket(choose_fetch(fetch, config, "export", given), allow_embargoed, strict)
    if output is not None:
        names, accounts = _export_one(records[0], pdf, ticket, choices)
    else:
        from printkit import batch

        found = files.read_records(records, report)
        names = [one.where for one in found]
        printing = batch.export_many(found, directory or Path(), jobs=jobs, **ticket, **choices)
        accounts = _count(printing, len(found))
    if _print_and_report(accounts, names, report, html=html):
        raise SystemExit(1)


def _ticket(fetch: "bool | Fetch", allow_embargoed: bool, strict: bool) -> "TicketChoices":
    return {"fetch": fetch, "allow_embargoed": allow_embargoed, "strict": strict}


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


def _export_one(
    argument: str, pdf: Path | None, ticket: "TicketChoices", choices: "EditionChoices"
) -> tuple[list[str], Iterable["Account"]]:
    """Return the name of one article, and the account that is made while the article is printed."""
    record, name = files.find_record(argument)
    where = name or argument

    def printing() -> Iterator["Account"]:
        from printkit import pipeline
        from printkit.files.publishing import publish
        from printkit.report import Account

        try:
            made = pipeline.export(record, name=name, **ticket, **choices)
            if pdf:
                made = replace(made, path=publish(made.pdf, pdf, into_new=True))
        except ThemeError:
            raise  # a wrong option, and no fault of the record
        except PrintkitError as error:
            yield Account.of_error(where, error)
        else:
            if pdf is None:
                write_pdf(made.pdf)
            yield Account(where, "ok", made.remarks, made)

    return [where], printing()


def _count(accounts: Iterable["Account"], total: int) -> Iterator["Account"]:
    """Yield the accounts, and count them in a progress bar."""
    with show_progress(total) as advance:
        for account in accounts:
            yield account
            advance()


def _print_and_report(
    accounts: Iterable["Account"], names: list[str], report: Path | None, *, html: bool
) -> bool:
    """Print each account as it comes, and report all of them; return whether a record failed.

    Raises:
        ThemeError: a template is broken; the report names the error, too.
    """
    from printkit.report import Account

    done: list[Account] = []
    told: set[Remark] = set()
    failed: PrintkitError | None = None
    try:
        for account in until_interrupted(accounts):
            done.append(_keep_markup(account) if html else account)
            print_account(done[-1], told)
            # A remark that names a file and no record is about the theme, for every record.
            told |= {one for one in done[-1].remarks if one.file and not one.record}
            _print_path(done[-1])
    except PrintkitError as error:
        failed = error
        raise
    finally:
        # The report has an account of every record, even if the user interrupts the run.
        done += [Account(name, "not_run") for name in names[len(done) :]]
        if report:
            ended = {"error": failed.to_json()} if failed else {}
            files.write_report({**ended, "records": [one.to_json() for one in done]}, report)
    if left := [one for one in done if one.status == "not_run"]:
        click.echo(f"not run: {len(left)} of {len(done)} records", err=True)
    return any(one.status not in ("ok", "skipped") for one in done)


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
