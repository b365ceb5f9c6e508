"""Errands: a task leaves this machine with bytes and choices, and is done within the limits."""

import os
import pickle
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from operator import add
from pathlib import Path
from typing import Any

import pytest

from printkit.edition import Edition
from printkit.edition.limits import Limits
from printkit.edition.ticket import JobTicket
from printkit.errors import PressError, PrintkitError, ThemeError
from printkit.pipeline.printed_records import account_for_lost, print_record_of_batch
from printkit.printing.elsewhere import FarPress, open_presses
from printkit.printing.errand_paths import pack_arguments
from printkit.printing.errands import FarErrand
from printkit.readers import Reading
from printkit.report import Account
from printkit.workers.losses import CrashError, TimeLimitError
from printkit.workers.tasks import Workers
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.own_templates import write_templates
from tests.support.own_themes import write_theme
from tests.support.press_runs import make_reading
from tests.support.worker_tasks import FOR_EVER, doubled, process_of, told

PICTURES = '<p>Two pictures.</p><img src="mole.png" alt="A mole"><img src="mle.png" alt="B">'


class Posting(Executor):
    """An executor that pickles its tasks, as for another machine; keeps all that was sent."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def submit(self, fn: Any, /, *args: Any, **_: Any) -> "Future[Any]":
        """Do a task at once, with a copy of its arguments."""
        self.sent.append(pickle.dumps((fn, args)))
        future: Future[Any] = Future()
        work, copies = pickle.loads(self.sent[-1])  # noqa: S301
        try:
            future.set_result(work(*copies))
        except PrintkitError as error:
            future.set_exception(error)
        return future


def printed(ticket: JobTicket, reading: Reading, executor: Executor | None = None) -> Account:
    """Return the account of a record that is printed here, or by an executor."""
    workers, far = open_presses(ticket, 1, executor)
    with workers:
        presses = far or workers
        (account,) = presses.run(print_record_of_batch, account_for_lost, [(reading, ticket)])
    return account


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a picture."""
    folder = tmp_path / "canary-folder"
    folder.mkdir()
    (folder / "mole.png").write_bytes(encode_picture(draw_scene(40, 30)))
    return folder


def test_an_errand_has_bytes_and_no_path(folder: Path) -> None:
    """The account is the same as of a print here, with the hint at a similar name."""
    theme = write_theme(folder, ":root { --ink: nonsense }")
    templates = write_templates(folder / "own", article='{% extends "base/article.html" %}')
    ticket = JobTicket(Edition(theme=theme, templates=templates))
    reading = make_reading("a", folder, body=PICTURES)
    post = Posting()
    account = printed(ticket, reading, post)
    assert account == printed(ticket, reading)
    assert account.result
    assert any("there is mole.png" in one.message for one in account.remarks)
    (sent,) = post.sent
    errand: FarErrand = pickle.loads(sent)[1][0]  # noqa: S301
    assert str(folder).encode() not in pickle.dumps((errand.arguments, errand.look.files))


def test_a_broken_template_is_named_as_the_user_named_it(folder: Path) -> None:
    """The other machine has another path."""
    templates = write_templates(folder / "own", article="{{ nothing.at.all }}")
    ticket = JobTicket(Edition(templates=templates))
    with pytest.raises(ThemeError) as caught:
        printed(ticket, make_reading("a"), Posting())
    assert f"{templates}/article.html:1" in str(caught.value)


@pack_arguments.register
def _pack_number(number: int) -> tuple[object, ...]:
    return (number,)


@pytest.mark.parametrize(("number", "code"), [(FOR_EVER, "PK153"), (13, "PK155")])
def test_a_task_that_hangs_or_dies_costs_itself_alone(number: int, code: str) -> None:
    """The process of the task is killed where the task is done; the executor goes on."""
    ticket = JobTicket(limits=Limits(patience=3))
    with ThreadPoolExecutor(2) as executor, Workers(trusted=True) as workers:
        far = FarPress(executor, 2, ticket, workers)
        first, lost, last = far.run(doubled, told, [(2,), (number,), (4,)])
    assert (first, last) == (4, 8)
    assert isinstance(lost, TimeLimitError | CrashError)
    assert lost.code == code
    assert lost.seconds is not None


def test_trusted_work_is_done_in_the_process_of_the_executor() -> None:
    """Nothing stops such work; the caller said so."""
    with ThreadPoolExecutor(1) as executor, Workers(trusted=True) as workers:
        far = FarPress(executor, 1, JobTicket(), workers, trusted=True)
        assert list(far.run(process_of, told, [(1,)])) == [os.getpid()]


def test_each_task_is_finished_in_its_own_way() -> None:
    """A task that was lost is not finished; results stay in order."""
    finishes = (partial(add, 10 * number) for number in range(1, 4))
    ticket = JobTicket(limits=Limits(patience=30))
    with ThreadPoolExecutor(2) as executor, Workers(trusted=True) as workers:
        far = FarPress(executor, 2, ticket, workers)
        first, lost, last = far.run(doubled, told, [(2,), (13,), (4,)], finishes=finishes)
    assert (first, last) == (14, 38)
    assert isinstance(lost, CrashError)


class Inventing(Executor):
    """An executor that gives results of its own."""

    def submit(self, *_: Any, **__: Any) -> "Future[Any]":
        """Give a mapping in the place of a result."""
        future: Future[Any] = Future()
        future.set_result({"nonsense": 1})
        return future


def test_an_executor_that_invents_results_is_one_error() -> None:
    """The error names the kind of the value, and tells what to do."""
    with pytest.raises(PressError, match="the executor gave dict in the place of the result"):
        printed(JobTicket(), make_reading("a"), Inventing())
