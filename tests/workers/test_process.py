"""A worker process is killed at each limit, and leaves nothing behind."""

import sys
import tempfile
from pathlib import Path

import pytest

from printkit.edition.limits import Limits
from printkit.errors import PressError
from printkit.workers import idle, process
from printkit.workers.losses import CrashError, MemoryLimitError, TimeLimitError
from printkit.workers.tasks import Workers
from tests.support.worker_tasks import (
    FOR_EVER,
    counted,
    doubled,
    filled,
    left_behind,
    lost,
    lost_sleep,
    slept,
    told,
)


@pytest.mark.slow
def test_processor_time_is_limited_apart_from_the_clock() -> None:
    """The error names the limit, its value and the setting; waiting costs nothing."""
    with Workers(limits=Limits(processor_time=1)) as room:
        (late,) = room.run(counted, told, [(60.0,)])
        assert list(room.run(slept, lost_sleep, [(2.5,)])) == [2.5]
    assert isinstance(late, TimeLimitError)
    assert late.status == "timeout"
    assert all(words in str(late) for words in ("1 seconds of processor", "processor_time"))


def test_memory_is_limited() -> None:
    """The error names the limit, its value and the setting; another process does the rest."""
    with Workers(limits=Limits(memory=500)) as room:
        first, second = room.run(filled, told, [(1_000,), (10,)])
    assert isinstance(first, MemoryLimitError)
    assert all(words in str(first) for words in ("500 MB", "--memory"))
    assert second == 10_000_000


def test_what_a_killed_worker_leaves_behind_is_cleared_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers have a folder of their own for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Workers(2, limits=Limits(patience=1)) as room:
        folders = list(room.run(left_behind, told, [(1,), (2,)], [60, 60]))
        assert all(Path(str(folder)).is_relative_to(tmp_path) for folder in folders)
        assert list(room.run(doubled, lost, [(FOR_EVER,)])) == [0]
    idle.dismiss()
    assert list(tmp_path.iterdir()) == []


def test_an_interpreter_that_cannot_be_started_is_one_clear_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An application that embeds Python may have no interpreter of its own."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Workers() as room, pytest.raises(PressError, match=r"sys\.executable"):
        room.do(doubled, 1)


def test_a_process_that_hangs_before_its_first_work_is_told_with_its_own_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The patience is for the record, which the process has not seen yet."""
    (tmp_path / "never_imported.py").write_text("import time\ntime.sleep(3600)\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(process, "_STARTING", 0.5)
    with Workers(preload="never_imported") as room, pytest.raises(CrashError) as caught:
        room.do(doubled, 1)
    assert "was not ready after 0.5 seconds" in str(caught.value)
    assert "patience" not in str(caught.value)
