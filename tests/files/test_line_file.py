"""A file of lines: each line is there whole, or not at all."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from printkit.errors import OutputError
from printkit.files.line_file import LineFile
from tests.support.small_disks import run_on_small_disk

ENDLESS = """
import sys
from pathlib import Path
from printkit.files.line_file import LineFile
with LineFile(Path(sys.argv[1]), drop_cut_line=True) as file:
    for number in range(10**9):
        file.append(f"{number} " + "x" * 5_000)
        if number == 50:
            print("ready", flush=True)
"""

FULL = """
from pathlib import Path
from printkit.errors import NoSpaceError
from printkit.files.line_file import LineFile
with LineFile(Path("a"), drop_cut_line=True) as file:
    file.append("one")
    try:
        file.append("x" * 100_000)
    except NoSpaceError as error:
        print(error.code, error)
    file.append("two")
print(Path("a").read_bytes())
"""


def append(path: Path, *lines: str, drop: bool = True) -> None:
    """Append lines to a file."""
    with LineFile(path, drop_cut_line=drop) as file:
        for line in lines:
            file.append(line)


def test_lines_are_appended_to_the_lines_before(tmp_path: Path) -> None:
    """A second process goes on where the first one stopped."""
    path = tmp_path / "a.jsonl"
    append(path, "one", "zwei ü")
    append(path, "three")
    assert path.read_text("utf-8") == "one\nzwei ü\nthree\n"


def test_each_line_is_on_disk_before_the_file_is_closed(tmp_path: Path) -> None:
    """Nothing waits in a buffer."""
    with LineFile(tmp_path / "a", drop_cut_line=True) as file:
        file.append("one")
        assert (tmp_path / "a").read_text() == "one\n"


@pytest.mark.parametrize(
    ("drop", "left"), [(True, "one\nthree\n"), (False, "one\ntwo, cut\nthree\n")]
)
def test_a_line_that_is_cut_off_is_dropped_or_ended(tmp_path: Path, drop: bool, left: str) -> None:
    """The next line stands on a line of its own in either case."""
    path = tmp_path / "a"
    path.write_text("one\ntwo, cut")
    append(path, "three", drop=drop)
    assert path.read_text() == left


def test_a_long_line_that_is_cut_off_is_dropped_whole(tmp_path: Path) -> None:
    """The line end is looked for in block after block."""
    path = tmp_path / "a"
    path.write_text("one\n" + "x" * 300_000)
    append(path, "two")
    assert path.read_text() == "one\ntwo\n"
    path.write_text("x" * 300_000)
    append(path, "two")
    assert path.read_text() == "two\n"


def test_a_killed_process_leaves_whole_lines(tmp_path: Path) -> None:
    """The kill comes while the process writes."""
    path = tmp_path / "a"
    running = subprocess.Popen([sys.executable, "-c", ENDLESS, path], stdout=subprocess.PIPE)
    assert running.stdout
    assert running.stdout.readline() == b"ready\n"
    running.send_signal(signal.SIGKILL)
    running.communicate()
    append(path, "last")
    *lines, last = path.read_text().splitlines()
    assert last == "last"
    assert len(lines) > 50
    assert [line.split()[0] for line in lines] == [str(n) for n in range(len(lines))]
    assert {len(line.split()[1]) for line in lines} == {5_000}


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """Somebody might lead our lines into another file."""
    (tmp_path / "a").symlink_to(tmp_path / "b")
    with pytest.raises(OutputError, match="is a link, a pipe or a device; the lines before"):
        LineFile(tmp_path / "a", drop_cut_line=True)
    assert not (tmp_path / "b").exists()


def test_a_pipe_is_no_file_of_lines(tmp_path: Path) -> None:
    """The opening does not wait for a reader."""
    os.mkfifo(tmp_path / "a")
    with pytest.raises(OutputError, match="this is a pipe, to which no lines are written"):
        LineFile(tmp_path / "a", drop_cut_line=True)


def test_a_missing_folder_is_one_error(tmp_path: Path) -> None:
    """The error names the file."""
    with pytest.raises(OutputError, match="a: a line could not be written: No such file"):
        LineFile(tmp_path / "no" / "a", drop_cut_line=True)


def test_on_a_full_disk_no_part_of_a_line_stays(tmp_path: Path) -> None:
    """The lines before stay, and the error says that nothing more can be written."""
    told = run_on_small_disk(tmp_path, "64k", FULL)
    assert told == (
        "PK171 a: a line could not be written: No space left on device; the lines before are whole"
        "\n  Free space there.\n"
        "b'one\\ntwo\\n'\n"
    )
