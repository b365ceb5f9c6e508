"""The press room has as many workers as a run needs, and fetches pictures for them."""

import os

import pytest

from printkit.edition.ticket import JobTicket
from printkit.printing.press_room import jobs_for, open_press_room, ticket_for_workers
from printkit.workers.child import fetch_through_parent
from tests.support.press_runs import fetch_nothing


@pytest.mark.parametrize(
    ("articles", "jobs", "fetch", "expected"),
    [
        (1, None, False, 1),
        (5, None, False, 1),
        (100, None, False, os.cpu_count()),
        (100, None, fetch_nothing, 1),
        (1, 3, fetch_nothing, 3),
    ],
)
def test_few_articles_are_not_worth_many_processes(
    articles: int, jobs: int | None, fetch: object, expected: int
) -> None:
    """The caller may ask for a number."""
    assert jobs_for(articles, jobs, fetch) == expected


def test_workers_ask_this_process_for_pictures() -> None:
    """Trusted work fetches by itself, and so does the work of an executor."""
    ticket = JobTicket(fetch=fetch_nothing)
    with open_press_room(ticket) as workers:
        assert ticket_for_workers(ticket, workers).fetch is fetch_through_parent
        assert ticket_for_workers(JobTicket(), workers) == JobTicket()
    with open_press_room(ticket, trusted=True) as workers:
        assert ticket_for_workers(ticket, workers) == ticket
