"""`printkit check`: what an export would remark on, without the export."""

from pathlib import Path

import click

from printkit.cli import files, options
from printkit.cli.choices import chosen
from printkit.cli.telling import tell


@click.command("check")
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@options.edition
@options.fetch
@options.strict
def command(
    records: tuple[str, ...],
    config: Path | None,
    fetch: bool,
    strict: bool,
    **given: str | None,
) -> None:
    """Say what an export would remark on; print nothing."""
    from printkit import pipeline
    from printkit.edition import edition_from

    choices = chosen(config, "export", given, edition_from)
    failed = False
    for name in records:
        for account in pipeline.check(*files.record(name), fetch=fetch, **choices):
            tell(account)
            failed |= account.status != "ok" or bool(strict and account.remarks)
    if failed:
        raise SystemExit(1)
