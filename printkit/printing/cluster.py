"""Join a Dask cluster: the address of a scheduler goes in, an executor for its workers comes out.

Owns Dask. The scheduler gives the tasks of a lost worker to another worker. A task that hangs is
stopped by the worker itself, within the limits of the run.
"""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from printkit.errors import EditionError
from printkit.files.addresses import Address
from printkit.printing.fit_workers import FitWorkers
from printkit.printing.local_cluster import SETTINGS, open_local_cluster
from printkit.printing.scheduler_addresses import refuse_wrong_scheduler
from printkit.text.address_secrets import hide_secrets_of
from printkit.text.characters import one_line
from printkit.workers.losses import is_unfit

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")

LOCAL = "local"
"""In the place of an address: workers on this machine, which end with the run."""
_CONNECTING = 10  # seconds
_FIRST_WORKER = 60  # seconds; containers start in any order


class JoinedCluster(NamedTuple):
    """The workers of a cluster.

    Attributes:
        executor: gives tasks to the workers.
        jobs: how many tasks the workers do at a time.
    """

    executor: Executor
    jobs: int


class ClusterExecutor(Executor):
    """An executor of Dask whose tasks can be given up.

    Dask leaves some tasks without an end when the connection to the scheduler breaks.

    After a worker that joined later has shown that it is unfit, tasks go to fit workers only. An
    unfit worker fails at once, and so is always free: Dask would give it one task after the other.

    Args:
        inner: the executor of Dask.
        find_fit: returns the addresses of the workers that can print.
    """

    def __init__(self, inner: Executor, find_fit: Callable[[], Sequence[str]] = lambda: ()) -> None:
        self._inner = inner
        self._find_fit = find_fit
        self._met_unfit = False
        self._waiting: set[Future[Any]] = set()

    def submit(self, fn: Callable[..., T], /, *args: object, **kwargs: object) -> "Future[T]":
        """Give a task to a worker.

        Raises:
            PressError: no worker is fit.
        """
        where = {"workers": self._find_fit()} if self._met_unfit else {}
        future = self._inner.submit(fn, *args, **where, **kwargs)
        self._waiting.add(future)
        future.add_done_callback(self._note_end)
        return future

    def _note_end(self, future: "Future[Any]") -> None:
        self._waiting.discard(future)
        if not future.cancelled() and is_unfit(future.exception()):
            self._met_unfit = True

    def give_up(self) -> None:
        """Cancel all tasks that have no result yet."""
        for future in tuple(self._waiting):
            future.cancel()


@contextmanager
def open_cluster(
    address: str, jobs: int = 1, store: Address | None = None
) -> Iterator[JoinedCluster]:
    """Join the cluster of a scheduler; or start a cluster on this machine, and end it afterwards.

    Args:
        address: the address of the scheduler, such as `tcp://10.0.0.5:8786`; or `local`.
        jobs: the number of workers of a local cluster; elsewhere, all workers print.
        store: the folder to which workers publish; None if the client publishes.

    Raises:
        EditionError: Dask is not installed, the address is wrong or has no scheduler, the scheduler
            has no worker, a worker has another version of printkit or of an engine, or a worker
            cannot write to the store.
        NoSpaceError: there is no room for temporary files.
    """
    if address != LOCAL:
        refuse_wrong_scheduler(address)
    try:
        import dask  # takes long to import
        from distributed.utils import silence_logging_cmgr
    except ImportError as error:
        raise EditionError(
            f"a cluster needs the package distributed, which cannot be imported: {error}",
            remedy='pip install "printkit-press[dask]"',
        ) from error
    with dask.config.set(SETTINGS), silence_logging_cmgr(logging.CRITICAL):
        if address == LOCAL:
            with open_local_cluster(jobs) as found, _joined(found, store) as cluster:
                yield cluster
        else:
            with _joined(address, store) as cluster:
                yield cluster


@contextmanager
def _joined(address: str, store: Address | None) -> Iterator[JoinedCluster]:
    try:
        client = _client_class()(address, timeout=_CONNECTING, set_as_default=False)
    # Dask raises a TypeError for tls without certificates, and for ucx without its package.
    except (OSError, ValueError, TypeError) as error:
        raise EditionError(
            f"no Dask scheduler answers: {hide_secrets_of(address, one_line(str(error)))}",
            where=address,
            remedy="Start `dask scheduler`, or give the address that it tells.",
        ) from error
    ended = threading.Event()
    try:
        jobs = sum(_waited_for(client, address).values())
        fit = FitWorkers(client, store)
        fit.refuse_unfit()
        executor = ClusterExecutor(client.get_executor(pure=False), fit.find)
        threading.Thread(target=_watch, args=(client, executor, ended), daemon=True).start()
        yield JoinedCluster(executor, jobs)
    finally:
        ended.set()
        client.close(timeout=1)


def _client_class() -> "type[Client]":
    """Return the class of Dask's client, which then does nothing when Python deletes a client.

    Dask would wait for a client that never connected, and tell a traceback. A client that
    connected is closed before.
    """
    from distributed import Client

    class JoinedClient(Client):
        def __del__(self) -> None:
            pass

    return JoinedClient


def _watch(client: "Client", executor: "ClusterExecutor", ended: threading.Event) -> None:
    """Give all tasks up when the scheduler is gone, until a run has ended."""
    while not ended.wait(1):
        if client.status != "running":
            executor.give_up()


def _waited_for(client: "Client", address: str) -> Mapping[str, int]:
    """Wait until the scheduler has a worker; return the number of threads of each worker."""
    try:
        client.wait_for_workers(1, timeout=_FIRST_WORKER)
    except TimeoutError as error:
        raise EditionError(
            "the Dask scheduler has no worker",
            where=address,
            remedy=f"Start `dask worker {address} --nthreads 1` on a machine with printkit.",
        ) from error
    threads: Mapping[str, int] = client.nthreads()
    return threads
