"""What a command says: paths on standard output, all else on standard error, reports as JSON."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from printkit.remarks import Remark
    from printkit.report import Account


def tell(account: "Account") -> None:
    """The path on stdout; remarks and what went wrong on stderr."""
    for remark in account.remarks:
        tell_remark(remark)
    if account.error:
        click.echo(clean(f"{account.status}: {account.error} [{account.error.code}]"), err=True)
    elif account.result and account.result.path:
        click.echo(account.result.path)


def tell_remark(remark: "Remark") -> None:
    """One line on stderr."""
    click.echo(clean(str(remark)), err=True)


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr, if it is a terminal and there is more than a handful to print."""
    if total < 4 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Printing", total=total)
        yield lambda: bar.advance(task)


def as_json(value: object) -> str:
    """Indented, and in the letters it has."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def clean(text: str) -> str:
    """Text for a terminal: what a record says cannot steer it."""
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)
