"""The lock of a folder: one run at a time, and no lock of a dead process stays."""

import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from printkit.errors import OutputError
from printkit.files.folder_lock import LOCK, hold_folder
from tests.support.small_disks import run_on_small_disk

HOLDER = """
import sys
from pathlib import Path
from printkit.files.folder_lock import hold_folder
with hold_folder(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
WAITER = """
import sys
from pathlib import Path
from printkit.files.folder_lock import hold_folder
with hold_folder(Path(sys.argv[1]), wait=True):
    path = Path(sys.argv[1], "count")
    count = int(path.read_text() or "0")
    path.write_text(str(count + 1))
"""
REFUSED = """
from pathlib import Path
from printkit.errors import NoSpaceError, OutputError
from printkit.files.folder_lock import hold_folder
try:
    with hold_folder(Path(".")):
        print("held")
except OutputError as error:
    print(error.code, error)
"""


def start(program: str, folder: Path) -> "subprocess.Popen[str]":
    """Start a program of Python with a folder."""
    return subprocess.Popen(
        [sys.executable, "-c", program, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def start_holder(folder: Path) -> "subprocess.Popen[str]":
    """Start a process that holds a folder until its standard input ends."""
    holder = start(HOLDER, folder)
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_second_run_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    """The error names the process, its machine and the time; afterwards the folder is free."""
    holder = start_holder(tmp_path)
    with pytest.raises(OutputError) as refused, hold_folder(tmp_path):
        pass
    told = f"{tmp_path}: another run of printkit writes to this folder: process {holder.pid} on"
    assert str(refused.value).startswith(f"{told} {platform.node()}, since 2")
    assert "Wait for its end with --wait" in str(refused.value)
    holder.communicate()
    with hold_folder(tmp_path):
        pass


def test_a_killed_run_leaves_no_lock(tmp_path: Path) -> None:
    """The file stays, and the next run takes the file over and removes it."""
    holder = start_holder(tmp_path)
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    assert (tmp_path / LOCK).exists()
    with hold_folder(tmp_path):
        assert str(os.getpid()) in (tmp_path / LOCK).read_text()
    assert list(tmp_path.iterdir()) == []


def test_the_lock_ends_with_an_error_in_the_run(tmp_path: Path) -> None:
    """The next run finds the folder empty and free."""
    with pytest.raises(ZeroDivisionError), hold_folder(tmp_path):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_runs_that_wait_hold_the_folder_one_after_another(tmp_path: Path) -> None:
    """No run loses the count of another, though each run removes the lock file at its end."""
    (tmp_path / "count").write_text("")
    with hold_folder(tmp_path):
        waiting = [start(WAITER, tmp_path) for _ in range(6)]
        with pytest.raises(subprocess.TimeoutExpired):
            waiting[0].wait(1)
    for one in waiting:
        one.communicate()
    assert [one.returncode for one in waiting] == [0] * 6
    assert (tmp_path / "count").read_text() == "6"
    assert not (tmp_path / LOCK).exists()


def test_a_link_in_the_place_of_the_lock_is_not_written_to(tmp_path: Path) -> None:
    """Somebody might lead the lock into another file."""
    (tmp_path / "precious").write_text("precious")
    (tmp_path / LOCK).symlink_to("precious")
    with pytest.raises(OutputError, match="no lock could be made"), hold_folder(tmp_path):
        pass
    assert (tmp_path / "precious").read_text() == "precious"


def test_words_in_a_lock_file_cannot_steer_a_terminal(tmp_path: Path) -> None:
    """Anybody who may write to the folder may change the words in the lock file."""
    holder = start_holder(tmp_path)
    (tmp_path / LOCK).write_text('{"process": 7, "host": "\\u001b[31m", "since": "a\\nb"}')
    with pytest.raises(OutputError) as refused, hold_folder(tmp_path):
        pass
    assert "process 7 on [31m, since a b\n" in str(refused.value)
    (tmp_path / LOCK).write_text("no JSON")
    with pytest.raises(OutputError, match=r"writes to this folder\n"), hold_folder(tmp_path):
        pass
    holder.communicate()


def test_a_full_disk_has_room_for_a_lock(tmp_path: Path) -> None:
    """A run that only finds its records done needs no room; the lock file is removed, too."""
    fill = "open('all', 'wb', 0).write(bytes(64 * 1024))\n"
    show = "import os\nprint(os.listdir())\n"
    assert run_on_small_disk(tmp_path, "64k", fill + REFUSED + show) == "held\n['all']\n"


def test_a_folder_for_reading_only_is_one_error(tmp_path: Path) -> None:
    """The error says what to do."""
    told = run_on_small_disk(tmp_path, "64k", REFUSED, read_only=True)
    assert told == (
        "PK171 .: no lock could be made in this folder: Read-only file system\n"
        "  Give a folder that you can write to, with -d.\n"
    )
