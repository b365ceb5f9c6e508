"""A file of a user is read, or refused for one clear reason, without waiting."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from printkit.files.opening import (
    kind_of_file,
    read_at_most,
    read_text_file,
    read_whole,
    reason,
    spelt,
    why_no_file,
    why_no_folder,
)
from tests.support.paths import CHECKOUT


def why(path: Path) -> str:
    """Return why a file cannot be read."""
    try:
        read_at_most(path, 100, handed_over=True)
    except (OSError, ValueError) as error:
        return reason(error)
    return "was read"


def test_a_file_is_read_up_to_a_byte_above_the_limit(tmp_path: Path) -> None:
    """The byte above the limit tells the caller that the file is too large."""
    path = tmp_path / "a.json"
    path.write_bytes(b"abc")
    assert read_at_most(path, 3) == b"abc"
    assert read_at_most(path, 1) == b"ab"


def test_what_is_no_folder_is_told(tmp_path: Path) -> None:
    """A name that no folder can have is the name of no folder."""
    os.mkfifo(tmp_path / "pipe")
    assert why_no_folder(tmp_path) == ""
    assert why_no_folder(tmp_path / "pipe") == "is a pipe, not a folder"
    assert why_no_folder(Path("/dev/null")) == "is a device, not a folder"
    assert why_no_folder(Path(__file__)) == "is a file, not a folder"
    for name in ("none", "a\0b", "x" * 5_000):
        assert why_no_folder(tmp_path / name) == "there is no such folder"


@pytest.mark.timeout(30)
def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    """The test tries a folder, a pipe without a writer, an endless device and an empty name."""
    os.mkfifo(tmp_path / "pipe")
    assert why(tmp_path) == "is a folder, not a file"
    assert why(tmp_path / "pipe") == "is a pipe, not a file"
    assert why(Path("/dev/zero")) == "is a device, not a file"
    assert why(tmp_path / "none") == "there is no such file"
    assert why(Path("a\0b")) == "cannot be read: embedded null byte"


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("/proc/self/fd/../../../dev/zero", "is a device, not a file"),
        ("/proc/self/mem", "cannot be read: Input/output error"),
        ("loop", "cannot be read: Too many levels of symbolic links"),
        ("socket", "is a socket or a device, not a file"),
        ("a" * 5000, "cannot be read: File name too long"),
    ],
)
def test_strange_files_of_the_system_are_refused_at_once(
    tmp_path: Path, name: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a number behind `/proc/self/fd/` is a pipe of the shell, for which printkit waits."""
    monkeypatch.chdir(tmp_path)
    Path("loop").symlink_to("loop")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket")
        assert why(Path(name)) == told


@pytest.mark.timeout(5)
@pytest.mark.skipif(not os.access("/proc/kmsg", os.R_OK), reason="only Linux, and only root")
def test_a_file_that_would_wait_is_refused() -> None:
    """The file calls itself regular, and waits for the next message of the kernel."""
    try:
        while os.read(descriptor := os.open("/proc/kmsg", os.O_RDONLY | os.O_NONBLOCK), 10**6):
            os.close(descriptor)
    except OSError:
        pass  # all messages are read, or the container forbids to read them
    assert why(Path("/proc/kmsg")).startswith(("has nothing to read", "cannot be read"))


def test_a_whole_file_is_read_within_its_limit(tmp_path: Path) -> None:
    """A text loses the mark of Windows, and has the line ends of Unix."""
    path = tmp_path / "a.css"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\rc")
    assert read_whole(path, 9) == path.read_bytes()
    assert read_text_file(path, 9) == "a\nb\nc"
    with pytest.raises(OSError, match="over the limit") as error:
        read_whole(path, 8)
    assert reason(error.value) == "is over the limit of 8e-06 MB"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_file_is_told_in_the_systems_words(tmp_path: Path) -> None:
    """The error has the reason of the operating system."""
    path = tmp_path / "a.json"
    path.touch(0o000)
    assert why(path) == "cannot be read: Permission denied"


@pytest.mark.timeout(60)
@pytest.mark.parametrize(("handed_over", "told"), [(True, "b'late'"), (False, "is a pipe")])
def test_a_pipe_from_the_shell_is_read_where_it_is_asked_for(handed_over: bool, told: str) -> None:
    """The reader waits for the command that writes to the pipe."""
    program = (
        "import sys; from pathlib import Path; from printkit.files.opening import read_at_most\n"
        "try: print(read_at_most(Path(sys.argv[1]), 9, handed_over=sys.argv[2] == 'True'))\n"
        "except OSError as error: print(error.strerror)"
    )
    shell = f'exec "{sys.executable}" -c "$1" <(sleep 0.3; printf late) {handed_over}'
    ran = subprocess.run(["bash", "-c", shell, "-", program], capture_output=True, text=True)
    assert ran.stdout.startswith(told), ran.stderr


def test_a_link_is_refused_where_only_a_file_is_allowed(tmp_path: Path) -> None:
    """By default the reader follows a link."""
    (tmp_path / "file").write_bytes(b"abc")
    (tmp_path / "link").symlink_to("file")
    assert read_at_most(tmp_path / "link", 9) == b"abc"
    assert read_at_most(tmp_path / "file", 9, follow_link=False) == b"abc"
    with pytest.raises(OSError, match="symbolic links"):
        read_at_most(tmp_path / "link", 9, follow_link=False)


def test_a_path_is_no_file_for_the_same_reasons(tmp_path: Path) -> None:
    """The check opens no file."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    assert why_no_file(tmp_path / "file") == ""
    assert [why_no_file(tmp_path / name) for name in ("pipe", ".", "none", "a\0b")] == [
        "is a pipe, not a file",
        "is a folder, not a file",
        "there is no such file",
        "cannot be read: embedded null byte",
    ]


def test_no_other_module_opens_files_without_waiting() -> None:
    """The flags of the system stand in one module."""
    modules = [path for path in (CHECKOUT / "printkit").rglob("*.py") if "O_NO" in path.read_text()]
    assert modules == [CHECKOUT / "printkit" / "files" / "opening.py"]


def test_what_stands_at_a_path_is_named(tmp_path: Path) -> None:
    """The names are “a symbolic link”, “a folder” and “a device”; a regular file has no name."""
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("file")
    assert kind_of_file((tmp_path / "file").lstat().st_mode) == ""
    assert kind_of_file((tmp_path / "link").lstat().st_mode) == "a symbolic link"
    assert kind_of_file(tmp_path.lstat().st_mode) == "a folder"
    assert kind_of_file(Path("/dev/null").lstat().st_mode) == "a device"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("https://example.org/a.json", "save what the address leads to"),
        ("HTTP://example.org", "save what the address leads to"),
        ("s3://bucket/week", "save what the address leads to"),
        ("www.example.org/a", "save what the address leads to"),
        ("file:///home/ana/a.json", "write /home/ana/a.json"),
        ("file://localhost/home/ana/a.json", "write /home/ana/a.json"),
        ("C:/week/a.json", "there is no such file"),
        ("week/https", "there is no such file"),
        ("www", "there is no such file"),
    ],
)
def test_an_address_says_what_to_do(name: str, said: str) -> None:
    """“No such file” is true of an address, and helps no user."""
    with pytest.raises(FileNotFoundError) as missing:
        read_at_most(Path(name), 9)
    assert said in reason(missing.value)


def test_an_address_is_spelt_as_it_was_written() -> None:
    """A `Path` drops one of the two slashes."""
    for name in ("https://example.org/a", "file:///home/a.json", "C:/a", "a/b", "www.example.org"):
        assert spelt(Path(name)) == name
