"""Files and folders of records."""

import os
from pathlib import Path

import pytest

from printkit.errors import RecordError
from printkit.readers.files import bytes_of, records_in, told_path


def test_a_folder_gives_its_records_sorted(tmp_path: Path) -> None:
    """Subfolders are read, too, but hidden files and other files are not."""
    names = ["b.md", "a.json", "C.TXT", "sub/d.jsonl", ".e.json", ".git/f.json", "g.jpg", "h"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in records_in(tmp_path)]
    assert found == ["C.TXT", "a.json", "b.md", "sub/d.jsonl"]


def test_a_file_is_itself(tmp_path: Path) -> None:
    """A file that the user names is read with any suffix."""
    path = tmp_path / "harbour"
    path.write_text("x")
    assert records_in(path) == (path,)


@pytest.mark.parametrize("read", [records_in, bytes_of])
def test_a_missing_path_is_named(read: object, tmp_path: Path) -> None:
    """The message holds the path as the caller gave the path."""
    assert callable(read)
    with pytest.raises(RecordError, match=r"gone\.json: there is no such file"):
        read(tmp_path / "gone.json")
    with pytest.raises(RecordError, match="null byte"):
        read(Path("a\0b"))


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    """The error names the suffixes of records."""
    with pytest.raises(RecordError, match=r"holds no record\n.*\.jsonl"):
        records_in(tmp_path)


@pytest.mark.timeout(30)
def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    """The path is a folder, a pipe that no program writes to, or an endless device."""
    os.mkfifo(tmp_path / "pipe.json")
    for path, told in (
        (tmp_path, "is a folder"),
        (tmp_path / "pipe.json", "is a pipe"),
        (Path("/dev/zero"), "is a device"),
    ):
        with pytest.raises(RecordError, match=told):
            bytes_of(path)


def test_a_pipe_in_a_folder_is_no_record(tmp_path: Path) -> None:
    """Only regular files are gathered."""
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(RecordError, match="holds no record"):
        records_in(tmp_path)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    """A file of 64 MB is read, a file with a byte more is not."""
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(64 * 10**6 + 1)
    with pytest.raises(RecordError, match="over 64 MB"):
        bytes_of(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_file_is_named(tmp_path: Path) -> None:
    """The error gives the system's own reason."""
    path = tmp_path / "a.json"
    path.touch(0o000)
    with pytest.raises(RecordError, match="cannot be read: Permission denied"):
        bytes_of(path)


def test_a_name_of_any_bytes_can_be_printed() -> None:
    """A file's name need not be text."""
    assert told_path(Path(os.fsdecode(b"a\xff.json"))) == "a\ufffd.json"
