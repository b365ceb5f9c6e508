"""A worker sees the world of its parent, and ends with its parent."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from printkit.workers.tasks import Workers
from tests.support.worker_tasks import ENVIRONMENT, doubled, environment_of, is_alive, peak_with


def test_a_worker_sees_the_folder_and_the_environment_of_this_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that waited since before the change sees the change."""
    with Workers() as room:
        room.do(doubled, 1)
        monkeypatch.setenv("PRINTKIT_TESTED", "yes")
        monkeypatch.chdir(tmp_path)
        assert room.do(environment_of, "PRINTKIT_TESTED") == ("yes", str(tmp_path))


def test_workers_end_with_their_program(tmp_path: Path) -> None:
    """The worker is in the middle of a task when its program is killed."""
    script = tmp_path / "program.py"
    script.write_text(
        "import sys\n"
        "from tests.support.worker_tasks import told_process\n"
        "from printkit.workers.tasks import Workers\n"
        "with Workers() as room:\n"
        "    room.let_write(sys.argv[1])\n"
        "    room.do(told_process, sys.argv[1] + '/pid')\n"
    )
    told_in = tmp_path / "pid"
    program = subprocess.Popen([sys.executable, str(script), str(tmp_path)], env=ENVIRONMENT)
    while not told_in.exists() or not told_in.read_text():
        time.sleep(0.05)
    program.kill()
    program.wait()
    worker = int(told_in.read_text())
    for _ in range(200):
        if not is_alive(worker):
            return
        time.sleep(0.05)
    pytest.fail("the worker goes on without its program")


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    """Worker processes do not import the script that asks for them."""
    script = tmp_path / "program.py"
    script.write_text(
        "import printkit\n"
        "print('once')\n"
        "print(printkit.export(b'Ships\\n\\nThey come.', name='a.txt', language='en').page_count)\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=True, env=ENVIRONMENT
    )
    assert done.stdout.split() == ["once", "1"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sets a peak of memory back")
def test_each_task_has_a_peak_of_memory_of_its_own() -> None:
    """A large record must not make the records after it look large."""
    with Workers() as workers:
        large, small = workers.do(peak_with, 200), workers.do(peak_with, 1)
    assert large > 200
    assert small < large - 100
