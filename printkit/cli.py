"""The counter: takes the order, calls the pipeline, reports; owns click and rich.

Nothing heavier than click is imported before a command needs it.
"""

import errno
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from printkit.errors import EditionError, OutputError, PrintkitError

if TYPE_CHECKING:
    from printkit.inspection import Inspection
    from printkit.report import Account

STDIN = "-"


class Counter(click.Group):
    """A group whose commands may raise any PrintkitError: exit 1 and one clear account."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except PrintkitError as error:
            raise click.ClickException(_clean(f"{error} [{error.code}]")) from error
        except OSError as error:
            # All other files are written and read behind errors of ours.
            if error.errno == errno.EPIPE:
                raise
            told = f"standard output could not be written: {error.strerror} [{OutputError.code}]"
            raise click.ClickException(told) from error
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(130)


@click.group(cls=Counter, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="printkit")
def main() -> None:
    """Print articles to paginated, tagged PDF files."""


def _edition_options(command: Any) -> Any:
    """The choices of an edition; left out, they are printkit.toml's, else the defaults."""
    options = (
        click.option("--theme", metavar="NAME|FILE.css", help="The look; see `printkit themes`."),
        click.option("--paper", metavar="SIZE", help="A4, A5, Letter, … or 170x240mm."),
        click.option("--language", metavar="TAG", help="For articles that name none: en, pt-BR."),
        click.option(
            "--links",
            type=click.Choice(["notes", "inline", "plain"]),
            help="Addresses as numbered notes at the end, where they stand, or not printed.",
        ),
        click.option(
            "--profile",
            type=click.Choice(["archive", "plain"]),
            help="archive is PDF/A-3A and PDF/UA-1 at once.",
        ),
        click.option(
            "--config",
            type=click.Path(path_type=Path, exists=True, dir_okay=False),
            help="A printkit.toml with the same choices under [export].",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@main.command()
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@click.option("-o", "--output", metavar="FILE", help="The PDF to write; - for standard output.")
@click.option(
    "-d",
    "--directory",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where PDFs go, named after date and headline; default: here.",
)
@_edition_options
@click.option("--fetch", is_flag=True, help="Let pictures come from the network.")
@click.option("--allow-embargoed", is_flag=True, help="Print before the embargo ends.")
@click.option("--strict", is_flag=True, help="A remark is a failure.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write an account of every record, as JSON.",
)
@click.option("--jobs", type=click.IntRange(1), default=1, help="How many to print at a time.")
@click.option("--html", is_flag=True, help="Keep the page markup beside each PDF.")
def export(
    records: tuple[str, ...],
    output: str | None,
    directory: Path | None,
    strict: bool,
    report: Path | None,
    jobs: int,
    html: bool,
    fetch: bool,
    allow_embargoed: bool,
    config: Path | None,
    **choices: str | None,
) -> None:
    """Print each RECORD to a PDF: JSON, JSON Lines, Markdown or plain text; a folder; or -."""
    if output and directory:
        raise click.UsageError("-o names one file, -d a folder for many; give one of them.")
    if output == STDIN and html:
        raise click.UsageError("--html stands beside a PDF; give -o FILE or -d DIRECTORY.")
    from printkit.quickstart import import_weasyprint

    import_weasyprint()
    order = {"fetch": fetch, "allow_embargoed": allow_embargoed, "strict": strict}
    _refuse_clashes(records, output, report, html)
    choices = _choices(config, choices)
    if output is not None:
        names, accounts = _export_one(records, output, order, choices)
    else:
        names, accounts = _export_many(records, directory or Path(), jobs, order, choices)
    lines: list[dict[str, Any]] = []
    try:
        for account in accounts:
            told = _keep_markup(account) if html else account
            lines.append(told.to_json())
            _tell(told)
    finally:
        # Interrupted or not, as many accounts as records.
        lines += [_not_run(name) for name in names[len(lines) :]]
        if report:
            # A name that is no Unicode is escaped as JSON escapes it.
            _publish(_json({"records": lines}).encode(errors="backslashreplace"), report)
    if any(line["status"] != "ok" for line in lines):
        raise SystemExit(1)


@main.command()
@click.argument("pdf", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
@click.option(
    "--extract",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the records and other attachments here.",
)
def inspect(pdf: Path, as_json: bool, extract: Path | None) -> None:
    """Say what is inside a PDF: metadata, articles, findings; give the records back."""
    from printkit import inspection

    if extract:
        for path in inspection.extract(pdf, extract):
            click.echo(path)
        return
    found = inspection.inspect(pdf)
    if as_json:
        click.echo(_json(found.to_json()))
        return
    for line in _summary(found):
        click.echo(_clean(line))


@main.command()
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@_edition_options
@click.option("--fetch", is_flag=True, help="Let pictures come from the network.")
@click.option("--strict", is_flag=True, help="A remark is a failure.")
def check(
    records: tuple[str, ...], config: Path | None, fetch: bool, strict: bool, **choices: str | None
) -> None:
    """Read each RECORD and say what an export would remark on; print nothing."""
    from printkit import pipeline

    failed = False
    for name in records:
        for account in pipeline.check(*_record(name), fetch=fetch, **_choices(config, choices)):
            _tell(account)
            failed |= account.status != "ok" or bool(strict and account.remarks)
    if failed:
        raise SystemExit(1)


@main.command()
def themes() -> None:
    """List the themes and what each is for."""
    from printkit.themes import themes as all_themes

    for theme in all_themes():
        click.echo(f"{theme.name:12} {theme.purpose}")


@main.command()
def schema() -> None:
    """Print the JSON Schema of an article's record."""
    from printkit.article import schema as article_schema

    click.echo(_json(article_schema()))


@main.command()
def doctor() -> None:
    """Say what this machine lacks for printing, and the line that installs it."""
    from printkit.doctor import examine

    findings = examine()
    for finding in findings:
        click.echo(f"{finding.state:7} {finding.subject}: {finding.message}")
        if finding.remedy:
            click.echo(f"        {finding.remedy}")
    if any(finding.state == "fault" for finding in findings):
        raise SystemExit(1)


def _record(name: str) -> tuple[bytes | Path, str]:
    """What a RECORD argument stands for, and what to call it."""
    return (sys.stdin.buffer.read(), "stdin") if name == STDIN else (Path(name), "")


def _choices(config: Path | None, given: dict[str, str | None]) -> dict[str, Any]:
    """The choices of printkit.toml's [export], and over them those given as options."""
    chosen: dict[str, Any] = {}
    if config:
        import tomllib

        try:
            tables = tomllib.loads(config.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise EditionError(f"cannot be read: {error}", where=str(config)) from error
        from printkit.edition import edition_from

        chosen = _export_table(tables, str(config))
        edition_from(chosen, where=f"{config} [export]")
    return chosen | {name: value for name, value in given.items() if value is not None}


def _export_table(tables: dict[str, Any], where: str) -> dict[str, Any]:
    strays = [name for name in tables if name != "export"]
    if strays or not isinstance(tables.get("export", {}), dict):
        names = ", ".join(strays) or "export"
        raise EditionError(
            f"{names}: choices stand in the table [export]",
            where=where,
            remedy='Write [export], and below it lines such as theme = "reader".',
        )
    table: dict[str, Any] = tables.get("export", {})
    return table


def _refuse_clashes(
    records: tuple[str, ...], output: str | None, report: Path | None, html: bool
) -> None:
    """No file is named twice: a record is not printed over, nor a PDF reported over."""
    named = [Path(name) for name in records if name != STDIN]
    written = [] if output in (None, STDIN) else [Path(str(output))]
    written += [path.with_suffix(".html") for path in written if html]
    written += [report] if report else []
    seen = {path.absolute() for path in named}
    for path in written:
        if path.absolute() in seen:
            raise click.UsageError(f"{path} is named twice; give each file a name of its own.")
        seen.add(path.absolute())


def _export_one(
    records: tuple[str, ...], output: str, order: dict[str, bool], choices: dict[str, Any]
) -> tuple[list[str], Iterable["Account"]]:
    """Print the one article to the file that was named, or to standard output."""
    from printkit import pipeline
    from printkit.report import Account

    if len(records) > 1:
        raise click.UsageError("-o names one file; for several records give a folder with -d.")
    if not output:
        raise click.UsageError("-o names no file.")
    if output == STDIN and sys.stdout.isatty():
        raise click.UsageError("a PDF is no text for a terminal; redirect it, or give -o FILE.")
    record, name = _record(records[0])
    where = name or records[0]
    path = None if output == STDIN else Path(output)
    try:
        made = pipeline.export(record, path, name=name, **order, **choices)
    except PrintkitError as error:
        return [where], [Account.of_error(where, error)]
    if path is None:
        sys.stdout.buffer.write(made.pdf)
    return [where], [Account(where, "ok", made.remarks, made)]


def _export_many(
    records: tuple[str, ...],
    folder: Path,
    jobs: int,
    order: dict[str, bool],
    choices: dict[str, Any],
) -> tuple[list[str], Iterable["Account"]]:
    """Print each article to the folder, with a progress bar where that takes long."""
    from printkit import pipeline

    found = [one for name in records for one in pipeline.read(*_record(name))]
    accounts = pipeline.export_many(found, folder, jobs=jobs, **order, **choices)
    return [one.where for one in found], _watched(accounts, len(found))


def _watched(accounts: Iterable["Account"], total: int) -> Iterator["Account"]:
    with _progress(total) as advance:
        for account in accounts:
            yield account
            advance()


def _keep_markup(account: "Account") -> "Account":
    """The page markup beside the PDF; that it cannot be written is the record's failure."""
    from printkit.report import Account

    made = account.result
    if made is None or made.path is None:
        return account
    try:
        _publish(made.markup.encode(), made.path.with_suffix(".html"))
    except PrintkitError as error:
        return Account.of_error(account.record, error)
    return account


def _not_run(name: str) -> dict[str, Any]:
    from printkit.report import Account

    return Account(name, "not_run").to_json()


@contextmanager
def _progress(total: int) -> Iterator[Any]:
    """A bar on stderr, if it is a terminal and there is more than a handful to print."""
    if total < 4 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Printing", total=total)
        yield lambda: progress.advance(task)


def _tell(account: "Account") -> None:
    """The path on stdout; remarks and what went wrong on stderr."""
    for remark in account.remarks:
        click.echo(_clean(str(remark)), err=True)
    if account.error:
        click.echo(_clean(f"{account.status}: {account.error} [{account.error.code}]"), err=True)
    elif account.result and account.result.path:
        click.echo(account.result.path)


def _summary(found: "Inspection") -> Iterator[str]:
    """What a person wants to know of a PDF first."""
    size = "{:.0f} x {:.0f} mm".format(*found.paper_size)
    told = {
        "title": found.title,
        "authors": ", ".join(found.authors),
        "publisher": found.publisher,
        "rights": found.rights,
        "language": found.language,
        "created": found.created,
        "modified": found.modified,
        "source": found.source,
        "claims": ", ".join(found.claims) or "none",
        "pages": f"{found.page_count}, {found.paper} {size}",
        "fonts": ", ".join(font.name for font in found.fonts),
        "pictures": str(len(found.pictures)),
        "attached": ", ".join(one.name for one in found.attachments),
    }
    yield from (f"{label:10} {value}" for label, value in told.items() if value)
    yield from (f"{'article':10} {article.headline}" for article in found.articles)
    yield from (f"{'finding':10} {finding}" for finding in found.findings)


def _publish(data: bytes, path: Path) -> None:
    from printkit.publishing import publish

    publish(data, path)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _clean(text: str) -> str:
    """Text for a terminal: what a record says cannot steer it."""
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)
