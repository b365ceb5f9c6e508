"""`printkit check`: the remarks on records before they are printed."""

from pathlib import Path

import click

from printkit.cli import files, options
from printkit.cli.beginning import begin_printing
from printkit.cli.choices import choose_for_export
from printkit.cli.limit_choices import choose_limits, limit_options
from printkit.cli.networks import choose_fetch
from printkit.cli.terminal import print_account


@click.command("check")
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@options.edition
@options.fetch
@options.strict
@options.jobs
@limit_options
@options.trust
@options.debug
def command(
    records: tuple[str, ...],
    config: Path | None,
    fetch: bool,
    strict: bool,
    jobs: int,
    trust: bool,
    patience: float | None,
    memory: int | None,
    **given: str | None,
) -> None:
    """Show the remarks on records, and print no PDF."""
    begin_printing(trusted=trust)
    from printkit.pipeline import checking

    choices = choose_for_export(config, given)
    limits = choose_limits(config, patience, memory)
    fetching = choose_fetch(fetch, config, "export", given, limits)
    failed = False
    for argument in records:
        record, name = files.find_record(argument)
        accounts = checking.check(
            record, name, fetch=fetching, jobs=jobs, trusted=trust, limits=limits, **choices
        )
        for account in accounts:
            print_account(account)
            fine = account.status in ("ok", "skipped")
            failed |= not fine or bool(strict and account.status == "ok" and account.remarks)
    if failed:
        raise SystemExit(1)
