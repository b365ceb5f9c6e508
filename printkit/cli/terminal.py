"""Terminal: prints accounts, remarks and a progress bar on standard error; owns rich."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from printkit.cli.debugging import write_traceback
from printkit.text.characters import safe_for_terminal

if TYPE_CHECKING:
    from collections.abc import Collection

    from rich.progress import Progress

    from printkit.errors import PrintkitError, RecordAccount
    from printkit.remarks import Remark

# With fewer articles, a progress bar would disappear before anybody could read it.
_ENOUGH_FOR_A_BAR = 4


def print_account(account: "RecordAccount", told: "Collection[Remark]" = ()) -> None:
    """Print an account's error and its remarks on standard error, but the remarks told before."""
    for remark in account.remarks:
        if remark not in told:
            print_remark(remark)
    if account.error:
        print_failure(account.status, account.error)


def print_failure(status: str, error: "PrintkitError") -> None:
    """Print the error of a record or of a joined PDF on standard error."""
    click.echo(safe_for_terminal(f"{status}: {error} [{error.code}]"), err=True)
    write_traceback(error)


def print_remark(remark: "Remark") -> None:
    """Print a remark on standard error, in one line."""
    click.echo(safe_for_terminal(str(remark)), err=True)


@contextmanager
def show_progress(total: Callable[[], int | None]) -> Iterator[Callable[..., None]]:
    """Show a line of progress, if standard error is a terminal and there are enough articles.

    The line has a bar, the number of articles that are done, the rate, the time that remains, and
    the number of articles of each status.

    Args:
        total: gives the number of articles, which is known late; None if nobody knows.

    Yields:
        A function to call after each article, with the status of its account.
    """
    if not sys.stderr.isatty():
        yield lambda _="": None
        return
    bar = _progress_line()
    counts: dict[str, int] = {}
    with bar:
        task = bar.add_task("Printing", total=total(), visible=False, rate="", counts="")
        begin = time.monotonic()

        def advance(status: str = "done") -> None:
            counts[status] = counts.get(status, 0) + 1
            rate = sum(counts.values()) / max(time.monotonic() - begin, 0.001)
            told = ", ".join(f"{number:,} {one}" for one, number in counts.items())
            known = total()
            bar.update(task, advance=1, total=known, rate=f"{rate:.1f}/s", counts=told)
            bar.update(task, visible=known is None or known >= _ENOUGH_FOR_A_BAR)

        yield advance


def _progress_line() -> "Progress":
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[counts]}"),
        console=Console(stderr=True),
        transient=True,
    )


def write_json(value: object) -> str:
    """Return the value as indented JSON that keeps letters of every script."""
    return json.dumps(value, ensure_ascii=False, indent=2)
