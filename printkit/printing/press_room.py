"""The press room: takes the settings of a run, gives the workers that read and print its records.

A worker may read the files that its task names, such as the folder of a record's pictures, and no
others. Pictures of the network come from this process.
"""

import os
from dataclasses import replace

from printkit.edition.choices import Fetch
from printkit.edition.ticket import JobTicket
from printkit.printing.readable import readable_files
from printkit.workers.child import fetch_through_parent
from printkit.workers.idle import PRELOADED
from printkit.workers.tasks import Workers

# With this many articles, more processes save more time than they take to start.
_MANY = 6


def open_press_room(
    ticket: JobTicket,
    jobs: int = 1,
    *,
    trusted: bool = False,
) -> Workers:
    """Return the workers for a run; see `Workers` for the arguments.

    Args:
        ticket: how the articles are printed; its `fetch` fetches the pictures of the network, and
            its limits are those of each task.
        jobs, trusted: as in Workers.
    """
    return Workers(
        jobs,
        limits=ticket.limits,
        fetch=fetch_of(ticket),
        preload=PRELOADED,
        readable=readable_files,
        trusted=trusted,
    )


def fetch_of(ticket: JobTicket) -> Fetch | None:
    """Return the function that fetches the pictures of a run; None if the network stays off."""
    if not ticket.fetch:
        return None
    from printkit.pictures.run_fetcher import fetch_for_run  # the network takes long to import

    return fetch_for_run(ticket.fetch, ticket.limits)


def ticket_for_workers(ticket: JobTicket, workers: Workers) -> JobTicket:
    """Return a ticket whose pictures of the network come through the parent of the workers."""
    if not ticket.fetch or not workers.has_parent:
        return ticket
    return replace(ticket, fetch=fetch_through_parent)


def jobs_for(articles: int, jobs: int | None, fetch: object) -> int:
    """Return the number of processes that print a number of articles.

    Args:
        articles: the number of articles.
        jobs: the number of processes; None for as many as the machine has cores. For few articles,
            and for a function that may not stand several calls at once, None means 1.
        fetch: a function of the caller that fetches pictures; or True or False.
    """
    if jobs is not None:
        return jobs
    alone = articles < _MANY or callable(fetch)
    return 1 if alone else min(os.cpu_count() or 1, articles)
