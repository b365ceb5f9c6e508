"""`printkit export`: each article to a PDF of its own."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from printkit.cli import files, options
from printkit.cli.choices import chosen, inputs
from printkit.cli.telling import progress, tell
from printkit.errors import PrintkitError

if TYPE_CHECKING:
    from printkit.report import Account


@click.command("export")
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@click.option("-o", "--output", metavar="FILE", help="The PDF to write; - for standard output.")
@click.option(
    "-d",
    "--directory",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where PDFs go, named after date and headline; default: here.",
)
@options.edition
@options.printing
@options.report
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", default=1, help="How many to print at a time."
)
@click.option("--html", is_flag=True, help="Keep the page markup beside each PDF.")
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

    A RECORD is JSON, JSON Lines, Markdown or plain text; a folder of them; or - for standard
    input.
    """
    _refuse_misuse(records, output, directory, html)
    from printkit.edition import edition_from
    from printkit.press.startup import hasten_weasyprint

    pdf = files.output(output) if output is not None else None
    choices = chosen(config, "export", given, edition_from)
    markup = pdf.with_suffix(".html") if pdf and html else None
    files.refuse_losses(records, inputs(config, choices), [pdf, markup, report])
    files.refuse_nowhere([pdf, report], made=directory)
    order = {"fetch": fetch, "allow_embargoed": allow_embargoed, "strict": strict, **choices}
    hasten_weasyprint()
    if output is not None:
        names, accounts = _export_one(records[0], pdf, order)
    else:
        names, accounts = _export_many(records, directory or Path(), jobs, report, order)
    if _follow(accounts, names, report, html=html):
        raise SystemExit(1)


def _refuse_misuse(
    records: tuple[str, ...], output: str | None, directory: Path | None, html: bool
) -> None:
    if output and directory:
        raise click.UsageError("-o names one file, -d a folder for many; give one of them.")
    if output == files.STANDARD and html:
        raise click.UsageError("--html stands beside a PDF; give -o FILE or -d DIRECTORY.")
    if output is not None and len(records) > 1:
        raise click.UsageError("-o names one file; for several records give a folder with -d.")


def _export_one(
    name: str, pdf: Path | None, order: dict[str, Any]
) -> tuple[list[str], Iterable["Account"]]:
    """Print the one article to the file that was named, or to standard output."""
    from printkit import pipeline
    from printkit.report import Account

    record, called = files.record(name)
    where = called or name
    try:
        made = pipeline.export(record, pdf, name=called, **order)
    except PrintkitError as error:
        return [where], [Account.of_error(where, error)]
    if pdf is None:
        files.to_standard_output(made.pdf)
    return [where], [Account(where, "ok", made.remarks, made)]


def _export_many(
    records: tuple[str, ...],
    folder: Path,
    jobs: int,
    report: Path | None,
    order: dict[str, Any],
) -> tuple[list[str], Iterable["Account"]]:
    """Print each article to the folder, with a progress bar where that takes long."""
    from printkit import pipeline

    found = files.read(records, report)
    accounts = pipeline.export_many(found, folder, jobs=jobs, **order)
    return [one.where for one in found], _watched(accounts, len(found))


def _watched(accounts: Iterable["Account"], total: int) -> Iterator["Account"]:
    with progress(total) as advance:
        for account in accounts:
            yield account
            advance()


def _follow(
    accounts: Iterable["Account"], names: list[str], report: Path | None, *, html: bool
) -> bool:
    """Tell of each account as it comes, and report them all; whether something failed."""
    from printkit.report import Account

    done: list[Account] = []
    try:
        for account in accounts:
            done.append(_keep_markup(account) if html else account)
            tell(done[-1])
    finally:
        # Interrupted or not, as many accounts as records.
        done += [Account(name, "not_run") for name in names[len(done) :]]
        if report:
            files.write_report({"records": [one.to_json() for one in done]}, report)
    return any(one.status != "ok" for one in done)


def _keep_markup(account: "Account") -> "Account":
    """The page markup beside the PDF; that it cannot be written is the record's failure."""
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
