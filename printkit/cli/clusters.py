"""`--dask` and the folder of `--publish` go in; the executor of a cluster comes out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from printkit.files.addresses import Address, Destination

dask = click.option(
    "--dask",
    metavar="ADDRESS|local",
    help="Print on the workers of this Dask scheduler, such as tcp://10.0.0.5:8786; or on --jobs"
    " new workers on this machine.",
)


class Printers(NamedTuple):
    """The printers of a run.

    Attributes:
        executor: an executor; None for processes of this run.
        jobs: how many records are printed at a time; None if nobody chose a number.
    """

    executor: "Executor | None"
    jobs: int | None


@contextmanager
def choose_printers(
    address: str | None,
    jobs: int | None,
    output: str | None = None,
    store: "Address | None" = None,
) -> Iterator[Printers]:
    """Join the cluster that the user names, and leave the cluster afterwards.

    Args:
        address: the value of --dask; None for processes of this run.
        jobs: the value of --jobs.
        output: the one file of a run of one record; None for other runs.
        store: the folder to which workers publish; None if this machine publishes.

    Raises:
        UsageError: --dask is given for one record.
        EditionError: as `open_cluster`.
    """
    if address is not None and output is not None:
        raise click.UsageError(
            "--dask belongs to a run of many records; leave out -o, and give a folder with -d."
        )
    if address is None:
        yield Printers(None, jobs)
        return
    from printkit.printing.cluster import open_cluster

    with open_cluster(address, jobs or 1, store) as cluster:
        yield Printers(cluster.executor, cluster.jobs)


def find_store_of_workers(
    publisher: str | None, address: str | None, directory: "Destination | None"
) -> "Address | None":
    """Return the folder to which workers publish; None if this machine publishes.

    Args:
        publisher: the value of --publish.
        address: the value of --dask.
        directory: the value of -d.

    Raises:
        UsageError: --publish is given without its options.
        EditionError: the folder is not in a store that all workers see.
    """
    if publisher != "worker":
        return None
    if address is None or directory is None:
        raise click.UsageError(
            "--publish worker needs --dask, and -d with an address such as s3://bucket/week."
        )
    from printkit.printing.worker_arguments import find_shared_folder

    return find_shared_folder(directory)
