"""Standard output: lines and PDFs go in; a reader that goes away does not end the run.

`printkit export … | head` reads a few paths and closes the pipe; the other articles are printed
all the same. A service may start printkit with standard output closed.
"""

import os
import sys
from contextlib import suppress

import click

from printkit.errors import OutputError
from printkit.text.characters import safe_for_terminal


def say(text: object) -> None:
    """Write a line to standard output; write nothing if nobody reads standard output any more.

    Raises:
        OutputError: standard output cannot be written, as on a full disk.
    """
    try:
        click.echo(text)
    except BrokenPipeError:
        _give_up()
    except OSError as error:
        raise not_written(error) from error


def list_file(path: object) -> bool:
    """Write the path of a file to standard output; return whether standard output took the path.

    A list that cannot be written ends with one message, and the run goes on.
    """
    try:
        say(path)
    except OutputError as error:
        told = f"the list of files ends here: {error} [{error.code}]"
        click.echo(safe_for_terminal(told), err=True)
        return False
    return True


def write_pdf(pdf: bytes) -> None:
    """Write a PDF to standard output.

    Raises:
        OutputError: standard output is closed or cannot be written, or its reader went away.
    """
    if sys.stdout is None:
        raise OutputError(
            "standard output is closed, and the PDF was to go there", remedy="Give -o FILE."
        )
    try:
        sys.stdout.buffer.write(pdf)
        sys.stdout.flush()
    except OSError as error:
        raise not_written(error) from error


def not_written(error: OSError) -> OutputError:
    """Return the error of standard output that cannot be written; nothing more is written there."""
    _give_up()
    return OutputError(f"standard output could not be written: {error.strerror}")


def _give_up() -> None:
    """Send further standard output to the null device.

    Python writes out the rest of standard output when it exits, and would fail once more.
    """
    # pathlib takes longer to import than the help takes to print.
    with suppress(OSError), open(os.devnull, "wb") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), sys.stdout.fileno())
