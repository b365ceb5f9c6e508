"""Do many tasks, several at a time, in worker processes: takes a function and arguments.

Gives the results in the order of the tasks. A task that is over a limit, or whose process dies,
costs its own result only.
"""

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar, cast

from printkit.edition.choices import Fetch
from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import EditionError, PrintkitError
from printkit.workers import idle
from printkit.workers.door import Arguments, at_the_door
from printkit.workers.losses import CrashError, LimitError, UnexpectedError, memory_error
from printkit.workers.orders import Order
from printkit.workers.passed_environment import passed_environment
from printkit.workers.process import WorkerProcess

T = TypeVar("T")

# So many tasks of each process are under way or wait for their turn: results come in order, and a
# long task must not stop the others.
_AHEAD = 3


class Workers:
    """Processes for the tasks of one run; use an instance in a `with` statement.

    Args:
        jobs: the number of processes.
        limits: as the attribute.
        fetch: fetches the pictures of the network for which workers ask; called in this process,
            by several threads if there are several jobs.
        readable: gives the files and folders that a task may read, from its arguments.
        trusted: do the tasks in this process, where nothing can stop them.
        preload: a module that a process imports before its first task.

    Attributes:
        limits: what each task may take.
        note_retry: is called before a task is done a second time, with the error of the first time
            and the arguments of the task; called by several threads if there are several jobs.

    Raises:
        EditionError: the number of processes is less than 1.
    """

    def __init__(
        self,
        jobs: int = 1,
        *,
        limits: Limits = DEFAULTS,
        fetch: Fetch | None = None,
        readable: Callable[[object], Iterable[Path]] = lambda _: (),
        trusted: bool = False,
        preload: str = "",
    ) -> None:
        if jobs < 1:
            raise EditionError(f"jobs is {jobs}; jobs must be a whole number from 1")
        self._jobs = jobs
        self.limits = limits
        self.note_retry: Callable[..., None] = lambda *_: None
        self._fetch = fetch
        self._readable = readable
        self._writable: tuple[str, ...] = ()
        self._trusted = trusted
        self._preload = preload
        self._threads: ThreadPoolExecutor | None = None
        self._at_work: set[WorkerProcess] = set()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closed = True
        if self._threads:
            self._threads.shutdown(wait=False, cancel_futures=True)
        for process in tuple(self._at_work):
            process.stop()
        if self._threads and kind is None:
            self._threads.shutdown()

    @property
    def has_parent(self) -> bool:
        """Whether tasks run in processes that can ask this process for pictures of the network."""
        return not self._trusted

    def let_write(self, folder: Path) -> None:
        """Let the tasks that follow write in a folder."""
        self._writable = (str(folder),)

    def run(
        self,
        work: Callable[[*Arguments], T],
        lost: Callable[[PrintkitError, *Arguments], T],
        tasks: Iterable[tuple[*Arguments]],
        sizes: Iterable[int] = (),
    ) -> Iterator[T]:
        """Yield the result of each task, in the order of the tasks; tasks start in this order too.

        Args:
            work: the function that does a task. Such a function stands in a module, because workers
                import the function, and returns its failures as results.
            lost: gives the result of a task that did not end: takes a LimitError, a CrashError or
                an UnexpectedError, then the arguments of the task.
            tasks: the arguments of each call; only a few tasks are taken ahead.
            sizes: the time that each task may take, as a multiple of the patience; 1 by default.

        Raises:
            PrintkitError: the work raised this error, or no process could be started.
        """
        sized = with_sizes(tasks, sizes)
        alone = self._trusted or self._jobs == 1
        if alone:
            return (self._result(work, lost, task, size) for task, size in sized)
        return self._results(work, lost, sized)

    def do(self, work: Callable[[*Arguments], T], *arguments: *Arguments, size: float = 1) -> T:
        """Do one task, and return the result; `size` is as in `run`.

        Raises:
            LimitError: the task was over a limit.
            CrashError: the process of the task died, twice.
            UnexpectedError: the task raised an error that printkit does not know.
            PrintkitError: the work raised this error, or no process could be started.
        """
        if self._trusted:
            return _done_here(work, arguments, self.limits)
        try:
            return self._in_process(work, arguments, size)
        except CrashError as error:
            if self._closed:
                raise  # this process killed the worker, because the run ends
            self.note_retry(error, *arguments)
            return self._in_process(work, arguments, size)

    def _in_process(
        self, work: Callable[[*Arguments], T], arguments: tuple[*Arguments], size: float
    ) -> T:
        order = Order(
            work,
            arguments,
            os.getcwd(),  # noqa: PTH109  the current folder as text
            passed_environment(),
            self.limits,
            tuple(map(str, self._readable(arguments))),
            self._writable,
        )
        process = idle.take(self._preload, self.limits)
        self._at_work.add(process)
        try:
            result = process.do(order, self.limits.patience * size, self._fetch)
        finally:
            self._at_work.discard(process)
            idle.give_back(process, self._preload, self.limits)
        return cast("T", result)

    def _result(
        self,
        work: Callable[[*Arguments], T],
        lost: Callable[[PrintkitError, *Arguments], T],
        task: tuple[*Arguments],
        size: int,
    ) -> T:
        begin = time.monotonic()
        try:
            return self.do(work, *task, size=size)
        except (LimitError, CrashError, UnexpectedError) as error:
            error.seconds = time.monotonic() - begin
            return lost(error, *task)

    def _results(
        self,
        work: Callable[[*Arguments], T],
        lost: Callable[[PrintkitError, *Arguments], T],
        tasks: Iterable[tuple[tuple[*Arguments], int]],
    ) -> Iterator[T]:
        waiting: deque[Future[T]] = deque()
        left = iter(tasks)
        try:
            while True:
                for task, size in islice(left, _AHEAD * self._jobs - len(waiting)):
                    waiting.append(self._submitted(work, lost, task, size))
                if not waiting:
                    return
                yield waiting.popleft().result()
        finally:
            # The caller may stop early; then no other task begins.
            for future in waiting:
                future.cancel()

    def _submitted(
        self,
        work: Callable[[*Arguments], T],
        lost: Callable[[PrintkitError, *Arguments], T],
        task: tuple[*Arguments],
        size: int,
    ) -> "Future[T]":
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self._jobs, thread_name_prefix="printkit")
        return self._threads.submit(self._result, work, lost, task, size)


def _done_here(work: Callable[[*Arguments], T], arguments: tuple[*Arguments], limits: Limits) -> T:
    try:
        return at_the_door(work, *arguments)
    except MemoryError as error:
        raise memory_error(limits.memory) from error


def with_sizes(tasks: Iterable[T], sizes: Iterable[int] = ()) -> Iterator[tuple[T, int]]:
    """Yield each task with its size; 1 for every task if there are no sizes.

    Args:
        tasks: the tasks; only the task that is asked for is taken.
        sizes: the time that each task may take, as a multiple of the patience.
    """
    given = tuple(sizes)
    return zip(tasks, given, strict=True) if given else ((one, 1) for one in tasks)
