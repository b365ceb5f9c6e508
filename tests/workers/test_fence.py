"""The fence refuses files, network and processes that no work needs."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from printkit.workers.losses import (
    UnexpectedError,
)
from printkit.workers.tasks import Workers
from tests.support.worker_tasks import (
    called,
    connected,
    dead_once,
    forked,
    read_file,
    read_link_to,
    removed_in,
    run_command,
    tidied,
)


def test_a_worker_opens_only_the_files_that_its_task_names(tmp_path: Path) -> None:
    """The folder for temporary files is allowed, too; nothing may be written elsewhere."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"a")
    (tmp_path / "b.txt").write_bytes(b"b")
    with Workers(readable=lambda _: [tmp_path / "in"]) as room:
        assert room.do(read_file, str(tmp_path / "in" / "a.txt")) == b"a"
        for path in (tmp_path / "b.txt", tmp_path / "in" / ".." / "b.txt", Path("/etc/passwd")):
            with pytest.raises(UnexpectedError, match="PermissionError"):
                room.do(read_file, str(path))
        with pytest.raises(UnexpectedError, match="PermissionError"):
            room.do(dead_once, str(tmp_path / "in" / "new"))
    assert sorted(one.name for one in (tmp_path / "in").iterdir()) == ["a.txt"]


def test_a_worker_has_no_network() -> None:
    """A server of this machine gets no connection."""
    with socket.create_server(("127.0.0.1", 0)) as server, Workers() as room:
        server.settimeout(0.2)
        with pytest.raises(UnexpectedError, match="PermissionError"):
            room.do(connected, server.getsockname()[1])
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize("work", [run_command, forked])
def test_a_worker_starts_no_process(work: Callable[[int], int]) -> None:
    """The audit hook refuses it."""
    with Workers() as room, pytest.raises(UnexpectedError, match="PermissionError"):
        room.do(work, 1)


@pytest.mark.parametrize(
    ("module", "function", "arguments"),
    [
        ("os", "remove", ("{file}",)),
        ("os", "rename", ("{file}", "{folder}/new")),
        ("os", "replace", ("{file}", "{folder}/new")),
        ("os", "link", ("{file}", "{folder}/new")),
        ("os", "symlink", ("{file}", "{folder}/new")),
        ("os", "mkdir", ("{folder}/new",)),
        ("os", "makedirs", ("{folder}/new/b",)),
        ("os", "rmdir", ("{folder}/empty",)),
        ("os", "chmod", ("{file}", 0o777)),
        ("os", "truncate", ("{file}", 0)),
        ("os", "utime", ("{file}",)),
        ("os", "setxattr", ("{file}", "user.a", b"a")),
        ("shutil", "rmtree", ("{folder}",)),
        ("shutil", "move", ("{file}", "{folder}/new")),
        ("shutil", "copy", ("{file}", "{folder}/new")),
        ("sqlite3", "connect", ("{folder}/new",)),
        ("ctypes", "CDLL", (None,)),
        ("ctypes", "CDLL", ("libc.so.6",)),
        ("os", "posix_spawn", ("/bin/true", ["true"], {})),
        ("os", "execv", ("/bin/true", ["true"])),
        ("os", "kill", (1, 0)),
        ("os", "killpg", (1, 0)),
        ("importlib", "import_module", ("multiprocessing.popen_spawn_posix",)),
        ("importlib", "import_module", ("multiprocessing.popen_forkserver",)),
    ],
)
def test_a_worker_changes_nothing_outside_its_folders(
    module: str, function: str, arguments: tuple[object, ...], tmp_path: Path
) -> None:
    """No function of Python that makes, moves or removes files goes round the fence."""
    folder, file = tmp_path / "kept", tmp_path / "kept" / "a.txt"
    (folder / "empty").mkdir(parents=True)
    file.write_bytes(b"a")
    before = (file.stat().st_mode, file.stat().st_mtime_ns)
    given = (
        one.format(file=file, folder=folder) if isinstance(one, str) else one for one in arguments
    )
    with Workers(readable=lambda _: [folder]) as room:
        assert room.do(tidied, 1) is False
        with pytest.raises(UnexpectedError, match="PermissionError") as caught:
            room.do(called, module, function, *given)
    assert "a worker process may not" in caught.value.traceback
    assert sorted(one.name for one in folder.iterdir()) == ["a.txt", "empty"]
    assert (file.stat().st_mode, file.stat().st_mtime_ns) == before
    assert file.read_bytes() == b"a"


def test_a_worker_removes_no_file_by_the_number_of_its_folder(tmp_path: Path) -> None:
    """The name alone would stand for a file of the current folder."""
    (tmp_path / "a.txt").touch()
    refused = pytest.raises(UnexpectedError, match="PermissionError")
    with Workers(readable=lambda _: [tmp_path]) as room, refused:
        room.do(removed_in, str(tmp_path), "a.txt")
    assert (tmp_path / "a.txt").exists()


def test_no_link_leads_a_worker_out_of_its_files(tmp_path: Path) -> None:
    """Links of the system, of the folder of a task, of a font, and of the worker itself."""
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "link.ttf").symlink_to(tmp_path / "secret.txt")
    ways = (tmp_path / "in" / "link.txt", tmp_path / "link.ttf", "/proc/self/environ")
    with Workers(readable=lambda _: [tmp_path / "in"]) as room:
        for path in (*ways, f"/proc/self/root{tmp_path}/secret.txt", "/proc/self/cmdline"):
            with pytest.raises(UnexpectedError, match="PermissionError"):
                room.do(read_file, str(path))
        with pytest.raises(UnexpectedError, match="PermissionError"):
            room.do(read_link_to, str(tmp_path / "secret.txt"))
