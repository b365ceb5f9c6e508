"""Marks of files in use: a mark ends with its process, and only dead old files count as left."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from printkit.files.held_files import is_left_behind, mark_in_use, remove_quietly

HOLDER = """
import sys
from printkit.files.held_files import mark_in_use
file = open(sys.argv[1], "r+b")
print(mark_in_use(file.fileno()), flush=True)
sys.stdin.read()
"""
TWO_HOURS = 7200


def make_old(path: Path) -> Path:
    """Make a file or a folder two hours old; return its path."""
    moment = time.time() - TWO_HOURS
    os.utime(path, (moment, moment))
    return path


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    """Return a file that is two hours old."""
    (tmp_path / "a").write_text("a")
    return make_old(tmp_path / "a")


def test_a_file_in_use_is_not_left_behind_until_its_process_dies(old_file: Path) -> None:
    """SIGKILL ends the mark, too."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, old_file], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout
    assert holder.stdout.readline() == b"True\n"
    assert not is_left_behind(old_file)
    with old_file.open("r+b") as file:
        assert not mark_in_use(file.fileno())
    holder.kill()
    holder.communicate()
    assert is_left_behind(old_file)


def test_a_young_file_is_not_left_behind(old_file: Path) -> None:
    """The process of the file may be about to mark the file."""
    assert is_left_behind(old_file)
    os.utime(old_file)
    assert not is_left_behind(old_file)


def test_a_link_or_a_pipe_is_not_left_behind(tmp_path: Path, old_file: Path) -> None:
    """The check waits for nobody."""
    (tmp_path / "link").symlink_to(old_file)
    moment = time.time() - TWO_HOURS
    os.utime(tmp_path / "link", (moment, moment), follow_symlinks=False)
    assert not is_left_behind(tmp_path / "link")
    assert not is_left_behind(tmp_path / "missing")
    os.mkfifo(tmp_path / "pipe")
    assert not is_left_behind(make_old(tmp_path / "pipe"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files to another user")
def test_a_file_of_another_user_is_not_left_behind(old_file: Path) -> None:
    """Nobody removes the files of another user."""
    os.chown(old_file, 12_345, -1)
    make_old(old_file)
    assert not is_left_behind(old_file)


def test_a_file_that_cannot_be_removed_stays(tmp_path: Path) -> None:
    """The next run tries again."""
    remove_quietly(tmp_path / "missing")
    remove_quietly(tmp_path)
    assert tmp_path.is_dir()
