"""Scratch folders: gone after the work, and after a kill gone with the next run."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from printkit.errors import NoSpaceError
from printkit.files.scratch import clear_dead_scratch, open_scratch_folder
from tests.support.small_disks import run_on_small_disk

WORKER = """
import sys
from printkit.files.scratch import open_scratch_folder
with open_scratch_folder() as folder:
    (folder / "inner").mkdir()
    (folder / "inner" / "page").write_text("words")
    (folder / "link").symlink_to("/etc")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a folder for temporary files of its own; return this folder."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def start_worker() -> tuple["subprocess.Popen[str]", Path]:
    """Start a process with a scratch folder; return the process and the folder."""
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout
    return worker, Path(worker.stdout.readline().strip())


def age(folder: Path) -> None:
    """Make a folder and its files two hours old."""
    moment = time.time() - 7200
    for path in (*folder.iterdir(), folder):
        os.utime(path, (moment, moment), follow_symlinks=False)


def test_a_scratch_folder_is_gone_after_the_work(temporary: Path) -> None:
    """An error in the work changes nothing; the folder is its user's alone."""
    with open_scratch_folder() as folder:
        assert folder.parent == temporary
        assert folder.stat().st_mode & 0o077 == 0
        (folder / "page").write_text("words")
    assert list(temporary.iterdir()) == []
    with pytest.raises(ZeroDivisionError), open_scratch_folder():
        raise ZeroDivisionError
    assert list(temporary.iterdir()) == []


def test_a_folder_of_a_killed_process_is_removed_an_hour_later(temporary: Path) -> None:
    """A link in the folder is removed, and not the folder behind the link."""
    worker, folder = start_worker()
    worker.kill()
    worker.communicate()
    assert clear_dead_scratch() == 0
    age(folder)
    assert clear_dead_scratch() == 1
    assert list(temporary.iterdir()) == []
    assert Path("/etc").is_dir()


def test_the_first_folder_of_a_process_is_made_where_no_dead_folder_is(temporary: Path) -> None:
    """A program that prints a digest, or one article, tidies up as a batch does."""
    worker, dead = start_worker()
    worker.kill()
    worker.communicate()
    age(dead)
    with open_scratch_folder() as folder:
        assert list(temporary.iterdir()) == [folder]
    assert list(temporary.iterdir()) == []


def test_a_folder_of_a_living_process_stays(temporary: Path) -> None:
    """A run may take all night."""
    worker, folder = start_worker()
    age(folder)
    assert clear_dead_scratch() == 0
    assert (folder / "inner" / "page").exists()
    worker.communicate()
    assert worker.returncode == 0
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("printkit-abcdefgh", "a"),
        ("printkit-abcdefgh", ""),
        ("printkit-scratch-abcdefgh", "a"),
        ("printkit-scratch-my-notes", ""),
        ("other-scratch-abcdefgh", ".printkit-scratch"),
    ],
)
def test_a_folder_that_printkit_did_not_make_stays(temporary: Path, name: str, file: str) -> None:
    """A folder needs both the name and the mark, unless the folder is empty."""
    (temporary / name).mkdir()
    if file:
        (temporary / name / file).write_text("precious")
    age(temporary / name)
    assert clear_dead_scratch() == 0
    assert (temporary / name / file).exists()


def test_an_empty_folder_of_a_process_that_died_at_once_is_removed(temporary: Path) -> None:
    """The process had no time to write its mark."""
    folder = Path(tempfile.mkdtemp(prefix="printkit-scratch-"))
    assert clear_dead_scratch() == 0
    age(folder)
    assert clear_dead_scratch() == 1
    assert list(temporary.iterdir()) == []


def test_a_link_to_a_folder_stays(temporary: Path) -> None:
    """Nobody can lead the removal into another folder."""
    (temporary / "precious").mkdir()
    (temporary / "precious" / ".printkit-scratch").write_text("")
    age(temporary / "precious")
    link = temporary / "printkit-scratch-abcdefgh"
    link.symlink_to("precious")
    moment = time.time() - 7200
    os.utime(link, (moment, moment), follow_symlinks=False)
    assert clear_dead_scratch() == 0
    assert (temporary / "precious" / ".printkit-scratch").exists()


def test_a_missing_folder_for_temporary_files_is_one_error(temporary: Path) -> None:
    """The error names the folder; nothing is removed there."""
    tempfile.tempdir = str(temporary / "missing")
    with pytest.raises(NoSpaceError, match=r"could not be written in .*/missing"):
        open_scratch_folder().__enter__()
    assert clear_dead_scratch() == 0


def test_a_full_disk_has_room_for_a_mark(tmp_path: Path) -> None:
    """The removal of the folder works on a full disk, too."""
    program = """
import os, tempfile
tempfile.tempdir = os.getcwd()
from printkit.files.scratch import open_scratch_folder
open("all", "wb", 0).write(bytes(64 * 1024))
with open_scratch_folder():
    print(len(os.listdir()))
print(os.listdir())
"""
    assert run_on_small_disk(tmp_path, "64k", program) == "2\n['all']\n"
