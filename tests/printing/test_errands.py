"""Errands: a worker does a task with the files that it got, or refuses the task."""

import os
import pickle
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from printkit.edition.ticket import JobTicket
from printkit.files.addresses import Address
from printkit.pipeline.printed_records import (
    account_for_lost,
    print_record_of_batch,
    publish_on_worker,
)
from printkit.press.engine_versions import engine_versions
from printkit.printing.elsewhere import open_presses
from printkit.printing.errands import ErrandTerms, FarErrand, do_errand
from printkit.printing.press_room import ticket_for_workers
from printkit.themes.carried_look import CarriedLook
from printkit.workers.losses import UnexpectedError, UnfitWorkerError
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.press_runs import make_reading
from tests.support.worker_tasks import both_processes, doubled, process_of, with_stop


def test_a_worker_with_other_versions_refuses_the_task() -> None:
    """The error names both versions."""
    there = {**engine_versions(), "pydyf": "0.0.1"}
    terms = ErrandTerms("run", JobTicket(), there, trusted=True)
    with pytest.raises(UnfitWorkerError, match=r"pydyf is 0\.0\.1 here, and .* on the worker"):
        do_errand(FarErrand(doubled, (2,), CarriedLook("broadsheet", None), terms))
    same = ErrandTerms("run", JobTicket(), engine_versions(), trusted=True)
    assert do_errand(FarErrand(doubled, (2,), CarriedLook("broadsheet", None), same)) == (4,)


def fetch_red(_: str) -> bytes:
    """Return a picture for every address."""
    return encode_picture(draw_scene(40, 30))


def test_pictures_of_the_network_are_fetched_by_the_other_machine() -> None:
    """The process that prints has no network, and asks the process of the executor."""
    ticket = JobTicket(fetch=fetch_red)
    reading = make_reading("a", body='<p>A.</p><img src="https://a.example/x.png" alt="A">')
    with ThreadPoolExecutor(1) as executor:
        workers, far = open_presses(ticket, 1, executor)
        assert far
        with workers:
            task = (reading, ticket_for_workers(ticket, workers))
            (account,) = far.run(print_record_of_batch, account_for_lost, [task])
    assert (account.status, [one.code for one in account.remarks]) == ("ok", [])


def test_the_process_of_the_executor_finishes_the_errand() -> None:
    """The process of the work has no network; the function that finishes has."""
    terms = ErrandTerms("run", JobTicket(), engine_versions())
    look = CarriedLook("broadsheet", None)
    done = do_errand(FarErrand(process_of, (1,), look, terms, finish=both_processes)).value
    assert isinstance(done, tuple)
    assert done[0] != done[1] == os.getpid()


def test_a_fault_while_an_errand_is_finished_costs_its_record() -> None:
    """The error is a loss with the details, and no error that an executor would give up with."""
    terms = ErrandTerms("run", JobTicket(), engine_versions(), trusted=True)
    errand = FarErrand(doubled, (2,), CarriedLook("broadsheet", None), terms, finish=with_stop)
    with pytest.raises(UnexpectedError, match="TypeError, which is a bug"):
        do_errand(errand)


def test_an_address_travels_with_its_secrets_and_shows_none() -> None:
    """Dask writes the arguments of a task into its log."""
    address = Address("sftp://ana:CANARY@box/week")
    finish = partial(publish_on_worker, folder=address, name="a.pdf", html=False)
    terms = ErrandTerms("run", JobTicket(), engine_versions())
    errand = FarErrand(doubled, (2,), CarriedLook("broadsheet", None), terms, finish=finish)
    assert "CANARY" not in repr(errand)
    there: FarErrand = pickle.loads(pickle.dumps(errand))  # noqa: S301
    assert isinstance(there.finish, partial)
    assert there.finish.keywords["folder"].full == "sftp://ana:CANARY@box/week"
