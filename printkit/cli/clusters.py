"""`--dask`: the option goes in, the executor of a cluster comes out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from concurrent.futures import Executor

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
    address: str | None, jobs: int | None, output: str | None = None
) -> Iterator[Printers]:
    """Join the cluster that the user names, and leave the cluster afterwards.

    Args:
        address: the value of --dask; None for processes of this run.
        jobs: the value of --jobs.
        output: the one file of a run of one record; None for other runs.

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

    with open_cluster(address, jobs or 1) as cluster:
        yield Printers(cluster.executor, cluster.jobs)
