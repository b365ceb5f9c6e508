"""Workers: every task is accounted for, in order, also if its process dies."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from printkit.errors import EditionError, PressError, PrintkitError
from printkit.limits import Limits
from printkit.workers import idle
from printkit.workers.idle import PRELOADED
from printkit.workers.losses import (
    CrashError,
    LimitError,
    MemoryLimitError,
    TimeLimitError,
    UnexpectedError,
)
from printkit.workers.tasks import Workers

FOR_EVER = 14
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def doubled(number: int) -> int:
    """Double a number; one number kills its process, another number never ends."""
    if number == 13:
        os._exit(1)
    if number == FOR_EVER:
        time.sleep(600)
    time.sleep(0.05 * (number % 2))  # later tasks end before earlier tasks
    return 2 * number


def lost(error: PrintkitError, number: int) -> int:
    """Return the result in place of a lost task."""
    return -number if isinstance(error, CrashError) else 0


def told(error: PrintkitError, *_: object) -> PrintkitError:
    """Return the error in place of a result."""
    return error


def slept(seconds: float) -> float:
    """Sleep for some seconds."""
    time.sleep(seconds)
    return seconds


def lost_sleep(_: PrintkitError, __: float) -> float:
    """Return the result in place of a lost sleep."""
    return 0.0


def counted(seconds: float) -> float:
    """Work for some seconds of processor time."""
    while time.process_time() < seconds:
        pass
    return seconds


def filled(megabytes: int) -> int:
    """Take memory."""
    return len(bytearray(megabytes * 1_000_000))


def dead_once(path: str) -> str:
    """Die, if this is the first process that does the task."""
    if not Path(path).exists():
        Path(path).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def read_file(path: str) -> bytes:
    """Read a file."""
    return Path(path).read_bytes()


def connected(port: int) -> str:
    """Open a connection to a server of this machine."""
    with socket.create_connection(("127.0.0.1", port)):
        return "connected"


def run_command(_: int) -> int:
    """Start another process."""
    return subprocess.run(["true"], check=False).returncode


def forked(_: int) -> int:
    """Fork this process."""
    return os.fork()


def environment_of(name: str) -> tuple[str | None, str]:
    """Return a variable of the environment, and the current folder."""
    return os.environ.get(name), str(Path.cwd())


def unsendable(_: int) -> Callable[[], int]:
    """Return a result that cannot be pickled."""
    return lambda: 1


def recursed(number: int) -> int:
    """Call itself without end."""
    return recursed(number + 1)


def left_behind(_: int) -> str:
    """Leave a temporary folder behind."""
    return tempfile.mkdtemp()


def process_of(_: int) -> int:
    """Return the process that works."""
    return os.getpid()


def thread_of(_: int) -> str:
    """Return the thread that works."""
    return threading.current_thread().name


def has_weasyprint(_: int) -> bool:
    """Return whether this process has imported WeasyPrint."""
    return "weasyprint" in sys.modules


def broken(number: int) -> int:
    """Fail as a bug would."""
    raise KeyError(number)


def told_process(path: str) -> None:
    """Write the number of this process to a file, and go on for minutes."""
    Path(path).write_text(str(os.getpid()))
    time.sleep(600)


@pytest.fixture(autouse=True)
def no_idle_workers() -> Iterator[None]:
    """Start each test without a process that waits, and leave none behind."""
    idle.dismiss()
    yield
    idle.dismiss()


def is_alive(process: int) -> bool:
    """Tell whether a process runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_trusted_work_is_done_in_this_process() -> None:
    """A task starts when its result is asked for."""
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        return number

    with Workers(trusted=True) as room:
        results: Iterator[int] = room.run(work, lost, [(1,), (2,), (3,)])
        assert (next(results), begun) == (1, [1])
        assert list(results) == [2, 3]


def test_even_one_job_is_done_in_another_process() -> None:
    """The process stays for the next task."""
    with Workers() as room:
        first, second = room.run(process_of, lost, [(1,), (2,)])
    assert first == second != os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_tasks_and_the_dead_are_told(jobs: int) -> None:
    """A process that dies costs its own task only."""
    tasks = [(number,) for number in (1, 2, 13, 3, 4)]
    with Workers(jobs) as room:
        assert list(room.run(doubled, lost, tasks)) == [2, 4, -13, 6, 8]


def test_any_number_of_dead_processes_costs_their_own_tasks() -> None:
    """No pool breaks: ten tasks die, and each is tried twice."""
    with Workers(2) as room:
        found = list(room.run(doubled, lost, [(n,) for n in [13] * 10 + [1]]))
    assert found == [-13] * 10 + [2]


def test_a_task_whose_process_died_is_tried_once_more(tmp_path: Path) -> None:
    """The second process does the task."""
    with Workers() as room:
        room.let_write(tmp_path)
        assert list(room.run(dead_once, told, [(str(tmp_path / "dead"),)])) == ["done"]


@pytest.mark.parametrize("trusted", [True, False])
def test_a_bug_costs_its_own_task(trusted: bool) -> None:
    """The error names the type, asks for a report, and keeps the traceback."""
    with Workers(trusted=trusted) as room:
        first, second = room.run(broken, told, [(1,), (2,)])
    for one in (first, second):
        assert isinstance(one, UnexpectedError)
        assert "KeyError" in str(one)
        assert "report" in str(one)
        assert "Traceback" not in str(one)
        assert "in broken" in one.traceback


def test_endless_recursion_and_a_result_that_cannot_be_sent_are_bugs() -> None:
    """The process does the next task."""
    with Workers() as room:
        (one,) = room.run(recursed, told, [(1,)])
        assert "RecursionError" in str(one)
        (two,) = room.run(unsendable, told, [(1,)])
        assert isinstance(two, UnexpectedError)
        assert list(room.run(doubled, lost, [(1,)])) == [2]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_takes_too_long_is_killed_and_told(jobs: int) -> None:
    """The workers go on with the next task."""
    with Workers(jobs, limits=Limits(patience=1)) as room:
        sizes = [60, 1, 60]
        assert list(room.run(doubled, lost, [(1,), (FOR_EVER,), (3,)], sizes)) == [2, 0, 6]
        assert list(room.run(doubled, lost, [(4,), (5,)], [60, 60])) == [8, 10]


def test_patience_is_as_many_times_as_long_as_a_task_is_large() -> None:
    """A section of n articles has n times the patience."""
    with Workers(2, limits=Limits(patience=0.5)) as room:
        tasks = [(600.0,), (2.0,)]
        assert list(room.run(slept, lost_sleep, tasks, sizes=[1, 120])) == [0.0, 2.0]


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


def test_a_worker_sees_the_folder_and_the_environment_of_this_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that waited since before the change sees the change."""
    with Workers() as room:
        room.do(doubled, 1)
        monkeypatch.setenv("PRINTKIT_TESTED", "yes")
        monkeypatch.chdir(tmp_path)
        assert room.do(environment_of, "PRINTKIT_TESTED") == ("yes", str(tmp_path))


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


def test_workers_wait_for_the_next_run() -> None:
    """The processes are not started again, and end when they are dismissed."""
    tasks = [(n,) for n in range(6)]
    with Workers(2) as room:
        first = set(room.run(process_of, lost, tasks))
    with Workers(2) as room:
        second = set(room.run(process_of, lost, tasks))
    assert os.getpid() not in first | second
    assert len(first | second) <= 2
    idle.dismiss()
    assert not any(map(is_alive, first | second))


def test_a_worker_is_replaced_after_some_tasks_and_when_it_has_grown() -> None:
    """A process keeps what it once took."""
    with Workers(limits=Limits(tasks_per_worker=2)) as room:
        assert len(set(room.run(process_of, lost, [(n,) for n in range(4)]))) == 2


def test_workers_end_with_their_program(tmp_path: Path) -> None:
    """The worker is in the middle of a task when its program is killed."""
    script = tmp_path / "program.py"
    script.write_text(
        "import sys\n"
        "from tests.workers.test_tasks import told_process\n"
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


def test_a_run_that_is_left_alone_takes_its_tasks_back() -> None:
    """A caller that stops asking gets no more work done."""
    with Workers(2) as room:
        results = room.run(doubled, lost, [(n,) for n in range(8)])
        assert next(results) == 0
        assert isinstance(results, Generator)
        results.close()
        assert list(room.run(doubled, lost, [(1,), (2,)])) == [2, 4]


def test_tasks_are_taken_one_by_one() -> None:
    """A run of any number of tasks holds only a few of them."""
    taken: list[int] = []

    def tasks() -> Iterator[tuple[int]]:
        for number in range(100):
            taken.append(number)
            yield (number,)

    with Workers(2) as room:
        results = room.run(doubled, lost, tasks())
        assert next(results) == 0
        assert len(taken) <= 7
        assert sum(1 for _ in results) == 99


@pytest.mark.parametrize("executor", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_will_do(executor: Callable[[int], Executor]) -> None:
    """Results come in order; the executor's owner shuts the executor down."""
    with executor(2) as own:
        with Workers(executor=own) as room:
            assert list(room.run(doubled, lost, [(n,) for n in (1, 2, 3, 4)])) == [2, 4, 6, 8]
        assert own.submit(doubled, 5).result() == 10


def test_even_a_single_task_goes_to_the_executor() -> None:
    """The owner of the executor wants the work done there."""
    with ThreadPoolExecutor(1, thread_name_prefix="theirs") as own, Workers(4, own) as room:
        assert list(room.run(thread_of, told, [(1,)])) == ["theirs_0"]


def test_an_executor_that_breaks_is_told() -> None:
    """A process of the executor dies, and the executor accepts no more work."""
    with ProcessPoolExecutor(1) as own, Workers(executor=own) as room, pytest.raises(PressError):
        list(room.run(doubled, lost, [(1,), (13,), (2,)]))


def test_workers_have_imported_beforehand_what_they_need() -> None:
    """With a preload, a process begins with all imports; another process has imported nothing."""
    with Workers(preload=PRELOADED) as room:
        assert room.do(has_weasyprint, 1)
    with Workers() as room:
        assert not room.do(has_weasyprint, 1)


@pytest.mark.parametrize("jobs", [0, -1])
def test_no_workers_at_all_are_a_wrong_choice(jobs: int) -> None:
    """No task would ever be done."""
    with pytest.raises(EditionError, match=f"jobs is {jobs}"):
        Workers(jobs)


def test_an_interpreter_that_cannot_be_started_is_one_clear_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An application that embeds Python may have no interpreter of its own."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Workers() as room, pytest.raises(PressError, match=r"sys\.executable"):
        room.do(doubled, 1)


def test_every_loss_is_an_error_of_a_limit_or_a_crash() -> None:
    """A caller can tell the two apart."""
    assert issubclass(TimeLimitError, LimitError)
    assert issubclass(MemoryLimitError, LimitError)
    assert not issubclass(CrashError, LimitError)
