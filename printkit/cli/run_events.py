"""Tell of a run while it goes on: its accounts go in, and lines of the log and a table come out."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from printkit.cli.event_log import Event, LogEntry, event_of_status, open_event_log
from printkit.cli.run_options import RunChoices
from printkit.cli.slowest_records import SlowestRecords
from printkit.text.characters import safe_for_terminal
from printkit.workers.losses import UnfitWorkerError

if TYPE_CHECKING:
    from printkit.errors import PrintkitError
    from printkit.report import Account

_KILLED = ("timeout", "crashed")


class RunEvents:
    """The events of a run.

    Args:
        write: writes an event to the log.
    """

    def __init__(self, write: Callable[[LogEntry], None]) -> None:
        self._write = write
        self._begin = time.monotonic()
        self._counts: Counter[str] = Counter()
        self._unfit: set[str] = set()
        self.slowest = SlowestRecords()
        write(LogEntry("started"))

    def take(self, account: "Account") -> None:
        """Tell of a record that is done; a record of an earlier run is only counted."""
        if account.earlier is not None:
            self._counts["taken_over"] += 1
            return
        if account.status == "not_run":
            return
        self._counts[account.status] += 1
        if account.seconds is not None:
            seconds, memory = account.seconds, account.memory_mb
            self.slowest.note(account.record, account.status, seconds, memory)
        self._write(_entry_of(account))

    def take_retry(self, record: str, error: "PrintkitError") -> None:
        """Tell of a record that is tried again: its process died, or its worker is unfit.

        Each unfit worker is named once on standard error.
        """
        told = "; ".join(error.problems)
        if isinstance(error, UnfitWorkerError):
            told = f"{error.where or 'a worker'}: {told}"
            if told not in self._unfit:
                self._unfit.add(told)
                line = f"{told}; other workers print its records [{error.code}]"
                click.echo(safe_for_terminal(line), err=True)
        self._write(LogEntry("retried", record, code=error.code, message=told))

    def take_rest(self, not_run: int) -> None:
        """Count the records that were not run."""
        if not_run:
            self._counts["not_run"] = not_run

    def finish(self) -> None:
        """Tell of the end of the run, with the number of records of each status."""
        seconds = time.monotonic() - self._begin
        self._write(LogEntry("finished", seconds=seconds, counts=self._counts))


@contextmanager
def tell_events(choices: RunChoices) -> Iterator[RunEvents]:
    """Open the log of a run, and end it with the table of the slowest records.

    Raises:
        OutputError: the file of the log cannot be opened.
    """
    with open_event_log(choices.log, choices.log_format or "text") as write:
        events = RunEvents(write)
        try:
            yield events
        finally:
            events.finish()
            if choices.verbose:
                for line in events.slowest.table():
                    click.echo(line, err=True)


def _entry_of(account: "Account") -> LogEntry:
    error = account.error
    return LogEntry(
        _event_of(account.status),
        account.record,
        account.status,
        error.code if error else "",
        "; ".join(error.problems) if error else "",
        account.seconds,
        account.memory_mb,
    )


def _event_of(status: str) -> Event:
    return "killed" if status in _KILLED else event_of_status(status)
