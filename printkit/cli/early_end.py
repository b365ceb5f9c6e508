"""The report of a run that a signal ends before the run has begun: its records were not run."""

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click

from printkit.cli.interrupts import Interrupted

_KEY = "printkit.report"


def begin_report() -> None:
    """Note that the report of this command is written from now on, however the run ends."""
    if context := click.get_current_context(silent=True):
        context.meta[_KEY] = True


def report_early_end(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command that writes a report, too, if a signal comes before `begin_report`.

    Args:
        command: has the arguments `records` and `report`. A report whose name has a pattern is
            left out: its name is not known so early.
    """

    @wraps(command)
    def run(records: tuple[str, ...], report: Path | None, **given: Any) -> None:
        try:
            command(records=records, report=report, **given)
        except Interrupted:
            began = click.get_current_context().meta.get(_KEY)
            if report and not began and "{" not in str(report):
                _write_report(records, report)
            raise

    return run


def _write_report(records: Sequence[str], report: Path) -> None:
    from printkit.cli import files
    from printkit.report import Account

    places: list[str] = []
    for record in records:
        # Standard input may come from a program that waits.
        sources = [] if record in ("", files.STANDARD) else files.find_sources([record], report)
        places += [one.where for one in sources] or [record]
    accounts = [Account(name, "not_run").to_json() for name in places]
    files.write_report({"records": accounts}, report)
