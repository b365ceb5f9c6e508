"""Drafts: whatever kills a process, the next run finds and removes its draft."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from printkit.files.drafts import clear_dead_drafts, open_draft

WRITER = """
import sys
from pathlib import Path
from printkit.files.publishing import publish
def parts():
    yield b"one"
    print("writing", flush=True)
    sys.stdin.read()
publish(parts(), Path(sys.argv[1]) / "one.pdf")
"""


def start_writer(folder: Path) -> "subprocess.Popen[str]":
    """Start a process that stands still while it publishes a file."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout
    assert writer.stdout.readline() == "writing\n"
    return writer


def age(folder: Path) -> None:
    """Make all files of a folder two hours old."""
    moment = time.time() - 7200
    for path in folder.iterdir():
        os.utime(path, (moment, moment))


def test_a_draft_goes_with_an_error(tmp_path: Path) -> None:
    """The file has a name of its own while it is written."""
    with open_draft(tmp_path) as draft:
        draft.write(b"half")
        assert [str(path) for path in tmp_path.iterdir()] == [draft.name]
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ZeroDivisionError), open_draft(tmp_path):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_the_draft_of_a_killed_process_is_removed_an_hour_later(tmp_path: Path) -> None:
    """The older file of that name is whole, and stays."""
    (tmp_path / "one.pdf").write_bytes(b"old")
    writer = start_writer(tmp_path)
    writer.kill()
    writer.communicate()
    assert len(list(tmp_path.iterdir())) == 2
    assert clear_dead_drafts(tmp_path) == 0
    age(tmp_path)
    assert clear_dead_drafts(tmp_path) == 1
    assert list(tmp_path.iterdir()) == [tmp_path / "one.pdf"]


def test_a_draft_that_is_still_written_stays(tmp_path: Path) -> None:
    """A process may have stood still for hours, as on a laptop that was closed."""
    writer = start_writer(tmp_path)
    age(tmp_path)
    assert clear_dead_drafts(tmp_path) == 0
    writer.communicate()
    assert writer.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["one.pdf"]


@pytest.mark.parametrize(
    "name", ["a.part", ".a.part", ".0123456789abcdef.part.pdf", ".0123456789ABCDEF.part"]
)
def test_a_file_of_another_program_stays(tmp_path: Path, name: str) -> None:
    """Other programs have drafts, too."""
    (tmp_path / name).write_text("precious")
    age(tmp_path)
    assert clear_dead_drafts(tmp_path) == 0
    assert (tmp_path / name).exists()


def test_a_folder_that_is_missing_has_no_drafts(tmp_path: Path) -> None:
    """No error is raised."""
    assert clear_dead_drafts(tmp_path / "missing") == 0
