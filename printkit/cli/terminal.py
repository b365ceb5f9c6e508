"""Terminal: prints accounts, remarks and a progress bar on standard error; owns rich."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from printkit.cli.debugging import write_traceback
from printkit.text.characters import safe_for_terminal

if TYPE_CHECKING:
    from collections.abc import Collection

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
def show_progress(total: Callable[[], int]) -> Iterator[Callable[[], None]]:
    """Show a progress bar, if standard error is a terminal and there are enough articles.

    Args:
        total: gives the number of articles, which is known late.

    Yields:
        A function to call after each article.
    """
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Printing", total=total(), visible=False)

        def advance() -> None:
            bar.update(task, advance=1, total=total(), visible=total() >= _ENOUGH_FOR_A_BAR)

        yield advance


def write_json(value: object) -> str:
    """Return the value as indented JSON that keeps letters of every script."""
    return json.dumps(value, ensure_ascii=False, indent=2)
