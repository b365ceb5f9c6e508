"""`printkit digest`: many articles under one cover."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from printkit.cli import files, options
from printkit.cli.choices import chosen, inputs
from printkit.cli.telling import tell, tell_remark
from printkit.errors import EmptyIssueError, PrintkitError, StrictError

if TYPE_CHECKING:
    from printkit.errors import RecordError
    from printkit.readers import Reading
    from printkit.report import Account, Digest

_FINE = ("ok", "duplicate", "skipped")

_issue = options.together(
    click.option("--title", help="The publication's name."),
    click.option("--masthead", help="As on the cover, where that is other than the title."),
    click.option("--number", help="Of the issue."),
    click.option("--date", metavar="DAY", help="Of the issue: 2019-09-16."),
    click.option("--note", metavar="MARKDOWN", help="The editor's note."),
    click.option("--note-by", metavar="NAME", help="Who signs it."),
    click.option(
        "--cover-picture",
        metavar="FILE",
        help="Default: the first article's lead picture.",
    ),
    click.option("--cover-caption", metavar="TEXT", help="Of that picture."),
    click.option("--cover-credit", metavar="TEXT", help="Of that picture."),
    click.option(
        "--colophon",
        metavar="MARKDOWN",
        help="What stands in it, besides how it is made.",
    ),
)
_period = options.together(
    click.option(
        "--week",
        is_flag=False,
        flag_value="last",
        metavar="[WEEK]",
        help="Articles of an ISO week, 2019-W37; without a value, of the last complete one.",
    ),
    click.option("--from", "since", metavar="DAY", help="Articles since that day: 2019-09-09."),
    click.option("--to", "until", metavar="DAY", help="Articles until that day, it included."),
    click.option("--timezone", metavar="ZONE", help="Whose days they are: Europe/Madrid."),
    click.option("--undated/--no-undated", default=None, help="Let undated articles in."),
)
_selection = options.together(
    click.option(
        "--section",
        "only_sections",
        multiple=True,
        metavar="NAME",
        help="Only this one; repeatable.",
    ),
    click.option(
        "--tag",
        "only_tags",
        multiple=True,
        metavar="NAME",
        help="Only articles so tagged; repeatable.",
    ),
    click.option(
        "--source",
        "only_sources",
        multiple=True,
        metavar="NAME|HOST",
        help="Only from there; repeatable.",
    ),
    click.option(
        "--limit", type=click.IntRange(1), metavar="N", help="At most so many, the newest."
    ),
    click.option(
        "--max-per-source", type=click.IntRange(1), metavar="N", help="At most so many of each."
    ),
)
_makeup = options.together(
    click.option(
        "--head",
        "sections",
        multiple=True,
        metavar="SECTION",
        help="Sections, in this order; repeatable.",
    ),
    click.option(
        "--start",
        type=click.Choice(["page", "flow"]),
        help="Each article on a new page, or following the one before within its section.",
    ),
    click.option(
        "--without",
        multiple=True,
        metavar="PART",
        help="cover, note, contents, heads, sources, picture-credits, colophon; repeatable.",
    ),
    click.option(
        "--prepend",
        multiple=True,
        metavar="FILE.pdf",
        help="After the cover; repeatable.",
    ),
    click.option(
        "--append", multiple=True, metavar="FILE.pdf", help="After the articles; repeatable."
    ),
)


@click.command("digest")
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    help="The PDF to write; - for standard output.",
)
@_issue
@_period
@_selection
@_makeup
@options.edition
@options.printing
@options.report
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="How many to print at a time.")
@click.option("--no-cache", is_flag=True, help="Print all anew, and keep nothing.")
def command(
    records: tuple[str, ...],
    output: str,
    report: Path | None,
    jobs: int | None,
    no_cache: bool,
    config: Path | None,
    fetch: bool,
    allow_embargoed: bool,
    strict: bool,
    **given: Any,
) -> None:
    """Print all articles, bound into one PDF.

    A RECORD is as in `printkit export`. There are cover, contents, sections, sources and
    credits, each of which can be left away.
    """
    pdf = files.output(output)
    from printkit.issue.digest_choices import edition_and_plan
    from printkit.press.startup import hasten_weasyprint

    hasten_weasyprint()
    choices = chosen(config, "digest", given, edition_and_plan)
    files.refuse_losses(records, inputs(config, choices), [pdf, report])
    files.refuse_nowhere([pdf, report])
    order = {"fetch": fetch, "allow_embargoed": allow_embargoed, "strict": strict, **choices}
    order |= {"jobs": jobs, "cache": not no_cache}
    made = _bind(files.read(records, report), pdf, report, order)
    if any(account.status not in _FINE for account in made.accounts):
        raise SystemExit(1)


def _bind(
    found: Sequence["Reading | RecordError"],
    pdf: Path | None,
    report: Path | None,
    order: dict[str, Any],
) -> "Digest":
    """Make the digest; whatever happens, tell of as many accounts as records."""
    from printkit import pipeline

    made: Digest | None = None
    failed: PrintkitError | None = None
    accounts = _not_run(found)
    try:
        made = pipeline.digest(found, pdf, **order)
        accounts = made.accounts
    except PrintkitError as error:
        failed = error
        if isinstance(error, EmptyIssueError | StrictError):
            accounts = cast("tuple[Account, ...]", error.accounts) or accounts
        raise
    finally:
        for account in accounts:
            tell(account)
        try:
            if made:
                _hand_over(made, pdf)
        finally:
            if report:
                files.write_report(_report(made, accounts, failed), report)
    return made


def _hand_over(made: "Digest", pdf: Path | None) -> None:
    for remark in made.remarks:
        tell_remark(remark)
    files.hand_over(made.pdf, pdf)


def _not_run(found: Sequence["Reading | RecordError"]) -> tuple["Account", ...]:
    """The accounts where no digest was made: records that cannot be read still say why."""
    from printkit.errors import RecordError
    from printkit.report import Account

    return tuple(
        Account.of_error(one.where, one)
        if isinstance(one, RecordError)
        else Account(one.where, "not_run")
        for one in found
    )


def _report(
    made: "Digest | None", accounts: Sequence["Account"], failed: PrintkitError | None
) -> dict[str, Any]:
    if made:
        return made.to_json()
    return {
        "digest": None,
        "error": failed and failed.to_json(),
        "records": [account.to_json() for account in accounts],
    }
