"""The fence refuses files, network and processes that no work needs."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from printkit.workers.losses import (
    UnexpectedError,
)
from printkit.workers.tasks import Workers
from tests.support.worker_tasks import connected, dead_once, forked, read_file, run_command


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
