"""Tasks of an executor: results come in order, and an executor that stops is told."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import pytest

from printkit.errors import PressError, PrintkitError, RecordError
from printkit.workers.executor_tasks import IN_FLIGHT, Lost, results_of
from printkit.workers.losses import UnfitWorkerError, time_error
from tests.support.worker_tasks import doubled, thread_of


class GivingUp(Executor):
    """An executor that gives up every second task, as a scheduler whose workers die."""

    def __init__(self, error: BaseException) -> None:
        self._error = error
        self.done = 0

    def submit(self, fn: Any, /, *args: Any, **_: Any) -> "Future[Any]":
        """Do a task at once, or give the task up."""
        future: Future[Any] = Future()
        self.done += 1
        if self.done % 2:
            future.set_result(fn(*args))
        else:
            future.set_exception(self._error)
        return future


@pytest.mark.parametrize("executor", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_will_do(executor: Callable[[int], Executor]) -> None:
    """Results come in order; the executor's owner shuts the executor down."""
    with executor(2) as own:
        assert list(results_of(own, doubled, [1, 2, 3, 4], 2)) == [2, 4, 6, 8]
        assert own.submit(doubled, 5).result() == 10


def test_even_a_single_task_goes_to_the_executor() -> None:
    """The owner of the executor wants the work done there."""
    with ThreadPoolExecutor(1, thread_name_prefix="theirs") as own:
        assert list(results_of(own, thread_of, [1], 4)) == ["theirs_0"]


def test_only_a_few_errands_are_on_their_way() -> None:
    """So a million records need no memory here, and no room on the workers."""
    taken: list[int] = []

    def errands() -> Iterator[int]:
        for number in range(20, 120):
            taken.append(number)
            yield number

    with ThreadPoolExecutor(2) as own:
        results = results_of(own, doubled, errands(), 2)
        assert next(results) == 40
        assert len(taken) == 2 * IN_FLIGHT
        assert sum(1 for _ in results) == 99


def test_an_errand_that_was_lost_before_is_not_sent() -> None:
    """The loss stands in its place among the results."""
    lost = Lost(RecordError("is no record"))
    errands: list[int | Lost] = [1, lost, 3]
    with ThreadPoolExecutor(1) as own:
        assert list(results_of(own, doubled, errands, 1)) == [2, lost, 6]


@pytest.mark.parametrize(
    ("error", "code"), [(time_error(3), "PK153"), (OSError("killed worker"), "PK155")]
)
def test_a_task_that_the_executor_gave_up_is_lost_alone(error: Exception, code: str) -> None:
    """The others give their results."""
    first, lost, last = results_of(GivingUp(error), doubled, [2, 4, 6], 1)
    assert (first, last) == (4, 12)
    assert isinstance(lost, Lost)
    assert lost.error.code == code


def test_a_wrong_choice_ends_all() -> None:
    """An error of printkit that is no loss is the same for every record."""
    with pytest.raises(RecordError, match="wrong"):
        list(results_of(GivingUp(RecordError("wrong")), doubled, [2, 4, 6], 1))


def test_an_executor_that_breaks_is_told() -> None:
    """A process of the executor dies, and the executor accepts no more work."""
    with ProcessPoolExecutor(1) as own, pytest.raises(PressError, match="stopped before"):
        list(results_of(own, doubled, [1, 13, 2], 1))


def test_an_executor_that_is_shut_down_is_told() -> None:
    """Nothing was done; the error says what to do."""
    with ThreadPoolExecutor(1) as own:
        pass
    with pytest.raises(PressError, match="takes no work"):
        list(results_of(own, doubled, [1], 1))


def test_a_cancelled_task_ends_all() -> None:
    """A scheduler that goes away cancels the tasks of its clients."""
    with ThreadPoolExecutor(1) as own:
        results = results_of(own, doubled, [1, 3, 5, 7], 1)
        assert next(results) == 2
        own.shutdown(cancel_futures=True)
        with pytest.raises(PressError):
            list(results)


class Stranger(Executor):
    """An executor that gives what a function gives, whatever it is asked for."""

    def __init__(self, give: Callable[[Any], Any]) -> None:
        self._give = give

    def submit(self, _: Any, /, *args: Any, **__: Any) -> Any:
        """Give something for a task."""
        return self._give(*args)


def ended(error: BaseException) -> "Future[Any]":
    """Return a task that ended with an error."""
    future: Future[Any] = Future()
    future.set_exception(error)
    return future


UNFIT = UnfitWorkerError("pydyf is 1 here, and 2 on the worker", where="worker on a")


@pytest.mark.parametrize("error", [UNFIT, ModuleNotFoundError("no printkit"), AttributeError("x")])
def test_an_errand_of_an_unfit_worker_is_given_again(error: Exception) -> None:
    """The caller hears of each retry; another worker does the errand."""
    given: list[int] = []
    told: list[PrintkitError] = []

    def give(number: int) -> "Future[Any]":
        given.append(number)
        if given.count(2) < 4 and number == 2:
            return ended(error)
        future: Future[Any] = Future()
        future.set_result(2 * number)
        return future

    assert list(results_of(Stranger(give), doubled, [1, 2, 3], 1, told.append)) == [2, 4, 6]
    assert given == [1, 2, 3, 2, 2, 2]
    assert [type(one) for one in told] == [UnfitWorkerError] * 3


def test_a_run_without_fit_workers_ends() -> None:
    """After three further tries, the error names the worker."""
    given: list[int] = []

    def give(number: int) -> "Future[Any]":
        given.append(number)
        return ended(UNFIT)

    with pytest.raises(UnfitWorkerError, match="worker on a"):
        list(results_of(Stranger(give), doubled, [1], 1))
    assert given == [1] * 4


@pytest.mark.parametrize(
    ("give", "told"),
    [
        (lambda _: int("boom"), "the executor takes no work: ValueError: invalid literal"),
        (lambda _: {"nonsense": 1}, "the executor gave dict in the place of a Future"),
    ],
)
def test_an_executor_that_misbehaves_is_one_error(give: Callable[[Any], Any], told: str) -> None:
    """The error tells what the executor did."""
    with pytest.raises(PressError, match=told) as caught:
        list(results_of(Stranger(give), doubled, [1], 1))
    assert caught.value.remedy


def test_a_task_that_ends_with_an_exit_does_not_end_this_process() -> None:
    """The exit costs the errand alone."""
    (lost,) = results_of(Stranger(lambda _: ended(SystemExit(3))), doubled, [1], 1)
    assert isinstance(lost, Lost)
    assert "gave the work up with SystemExit" in str(lost.error)
