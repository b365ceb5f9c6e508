"""Files written whole or not at all."""

import os
import resource
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from printkit.errors import OutputError
from printkit.files.publishing import make_folder, publish
from tests.support.small_disks import run_on_small_disk


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """Limit how large a file this process may write."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def interrupt_before(function: str) -> Iterator[None]:
    """Press Ctrl-C before the first call of a built-in function."""

    def watch(_: FrameType, event: str, called: Any) -> None:
        if event == "c_call" and called.__name__ == function:
            sys.setprofile(None)
            raise KeyboardInterrupt

    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(None)


def test_a_file_is_written_whole_with_the_usual_permissions(tmp_path: Path) -> None:
    """All bytes arrive; the umask decides who may read; no other file is left."""
    umask = os.umask(0o027)
    try:
        publish(b"%PDF", tmp_path / "one.pdf")
    finally:
        os.umask(umask)
    assert (tmp_path / "one.pdf").read_bytes() == b"%PDF"
    assert stat.S_IMODE((tmp_path / "one.pdf").stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["one.pdf"]


def test_parts_become_one_file(tmp_path: Path) -> None:
    """A long report is never whole in memory; if a part fails, the old file stays."""
    path = tmp_path / "one.json"
    publish((f"{n}\n".encode() for n in range(3)), path)
    assert path.read_bytes() == b"0\n1\n2\n"
    with pytest.raises(ZeroDivisionError):
        publish((b"%d" % (1 // n) for n in (1, 0)), path)
    assert path.read_bytes() == b"0\n1\n2\n"
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    """The second printing takes the place of the first printing."""
    path = tmp_path / "one.pdf"
    path.write_bytes(b"a longer first printing")
    publish(b"second", path)
    assert path.read_bytes() == b"second"


def test_a_long_name_can_be_published(tmp_path: Path) -> None:
    """The draft has a short name, so the file may have the longest name of the file system."""
    path = tmp_path / ("n" * 251 + ".pdf")
    publish(b"%PDF", path)
    assert path.is_file()


@pytest.mark.parametrize("target", ["there.txt", "nowhere.txt"])
def test_nothing_is_written_through_a_symbolic_link(tmp_path: Path, target: str) -> None:
    """A link is refused, and the file behind the link stays as before."""
    (tmp_path / "there.txt").write_text("mine")
    link = tmp_path / "link.pdf"
    link.symlink_to(tmp_path / target)
    with pytest.raises(OutputError, match=r"link\.pdf: this is a symbolic link"):
        publish(b"%PDF", link)
    assert link.is_symlink()
    assert (tmp_path / "there.txt").read_text() == "mine"
    assert not (tmp_path / "nowhere.txt").exists()


def test_a_folder_a_pipe_and_a_device_are_left_alone(tmp_path: Path) -> None:
    """The error names the thing that is in the way; the thing stays as before."""
    os.mkfifo(tmp_path / "pipe")
    for path, kind in (
        (tmp_path, "a folder"),
        (Path("/"), "a folder"),
        (tmp_path / "pipe", "a pipe"),
        (Path("/dev/null"), "a device"),
    ):
        with pytest.raises(OutputError, match=f"this is {kind}"):
            publish(b"%PDF", path)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_a_missing_folder_is_named_with_what_to_do(tmp_path: Path) -> None:
    """The message has the path, the reason and the command that makes the folder."""
    with pytest.raises(OutputError) as caught:
        publish(b"%PDF", tmp_path / "none" / "one.pdf")
    told = str(caught.value)
    assert told.startswith(f"{tmp_path / 'none' / 'one.pdf'}: could not be written: No such file")
    assert f"Make the folder {tmp_path / 'none'} first." in told
    assert isinstance(caught.value.__cause__, FileNotFoundError)


def test_a_full_disk_is_told_with_what_to_do(tmp_path: Path) -> None:
    """The older file stays whole."""
    program = """
from pathlib import Path
from printkit.errors import OutputError
from printkit.files.publishing import publish
Path("one.pdf").write_bytes(b"%PDF")
try:
    publish(bytes(100_000), Path("one.pdf"))
except OutputError as error:
    print(error.code, error, Path("one.pdf").read_bytes())
"""
    told = "PK171 one.pdf: could not be written: No space left on device; an older file of this"
    remedy = "Free space there, or give a place on another disk."
    assert run_on_small_disk(tmp_path, "64k", program) == (
        f"{told} name is unchanged\n  {remedy} b'%PDF'\n"
    )


def test_a_file_in_the_way_of_the_folder_is_an_output_error(tmp_path: Path) -> None:
    """A path through a file cannot be used; the error names the file."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="Not a directory"):
        publish(b"%PDF", tmp_path / "file" / "one.pdf")


def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path: Path) -> None:
    """An unfinished write is an error, and its draft is removed."""
    path = tmp_path / "one.pdf"
    path.write_bytes(b"old")
    with file_size_limit(4096), pytest.raises(OutputError, match="File too large; an older file"):
        publish(b"x" * 100_000, path)
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["one.pdf"]


@pytest.mark.parametrize("moment", ["open", "write", "flush", "fsync", "replace"])
def test_an_interruption_leaves_the_old_file_and_no_draft(tmp_path: Path, moment: str) -> None:
    """Ctrl-C at any moment is passed on, and the folder looks as before."""
    path = tmp_path / "one.pdf"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), interrupt_before(moment):
        publish(b"new", path)
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["one.pdf"]


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    """While a file is published many times, a reader always finds one whole printing."""
    path = tmp_path / "one.pdf"
    publish(b"a" * 200_000, path)
    seen: set[bytes] = set()
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=look)
    reader.start()
    # On a busy machine the reader may sleep through the first forty printings.
    for turn in range(2_000):
        publish((b"b", b"a")[turn % 2] * 200_000, path)
        if turn >= 40 and len(seen) == 2:
            break
    done.set()
    reader.join()
    assert seen <= {b"a" * 200_000, b"b" * 200_000}
    assert len(seen) == 2


def test_make_folder_makes_all_that_is_missing_and_is_content_with_what_is_there(
    tmp_path: Path,
) -> None:
    """A folder three deep is made; a second call changes nothing."""
    for _ in range(2):
        make_folder(tmp_path / "a" / "b" / "c")
    assert (tmp_path / "a" / "b" / "c").is_dir()


def test_make_folder_names_a_file_in_its_way(tmp_path: Path) -> None:
    """A file is never replaced by a folder."""
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OutputError, match="the folder could not be made"):
        make_folder(tmp_path / "a")
