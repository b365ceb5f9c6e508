"""Tracebacks of bugs go to the file of `--debug`, and never to the terminal."""

import os
from pathlib import Path

import click
import pytest

from printkit.cli.debugging import keep_debug_file, write_traceback
from printkit.errors import OutputError, PressError
from printkit.workers.losses import UnexpectedError
from tests.support.time_limits import ends_soon

BUG_WITH_SECRET = UnexpectedError("failed", traceback="see sftp://ana:CANARY@host/x")
BUG = UnexpectedError("failed", where="a.json", traceback="Traceback: lines")


def test_only_bugs_are_written_and_each_at_the_end(tmp_path: Path) -> None:
    """Without `--debug`, nothing is written."""
    path = tmp_path / "debug.txt"
    command = click.Command("any")
    with click.Context(command) as context:
        write_traceback(BUG)
        keep_debug_file(context, click.Option(["--debug"]), path)
        write_traceback(PressError("no bug"))
        assert not path.exists()
        write_traceback(BUG)
        write_traceback(BUG)
    assert path.read_text() == "a.json\nTraceback: lines\n" * 2


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The folder is missing."""
    with click.Context(click.Command("any")) as context:
        keep_debug_file(context, click.Option(["--debug"]), tmp_path / "none" / "debug.txt")
        with pytest.raises(OutputError, match="could not be written"):
            write_traceback(BUG)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """Nobody may ever read from the pipe."""
    os.mkfifo(tmp_path / "pipe")
    with ends_soon(), click.Context(click.Command("any")) as context:
        keep_debug_file(context, click.Option(["--debug"]), tmp_path / "pipe")
        with pytest.raises(OutputError, match=r"pipe: .*a pipe"):
            write_traceback(BUG)


def test_a_traceback_has_no_password_of_an_address(tmp_path: Path) -> None:
    """A user sends the file to others."""
    with click.Context(click.Command("any")) as context:
        keep_debug_file(context, click.Option(["--debug"]), tmp_path / "debug.txt")
        write_traceback(BUG_WITH_SECRET)
    assert "see sftp://***@host/x" in (tmp_path / "debug.txt").read_text()
