"""Join a Dask cluster: the address of a scheduler goes in, an executor for its workers comes out.

Owns Dask. The scheduler gives the tasks of a lost worker to another worker. A task that hangs is
stopped by the worker itself, within the limits of the run.
"""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from printkit.errors import EditionError
from printkit.files.addresses import Address
from printkit.press.engine_versions import engine_versions, refuse_other_versions
from printkit.printing.far_stores import refuse_worker_without_store
from printkit.printing.local_cluster import SETTINGS, open_local_cluster

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

    Args:
        inner: the executor of Dask.
    """

    def __init__(self, inner: Executor) -> None:
        self._inner = inner
        self._waiting: set[Future[Any]] = set()

    def submit(self, fn: Callable[..., T], /, *args: object, **kwargs: object) -> "Future[T]":
        """Give a task to a worker."""
        future = self._inner.submit(fn, *args, **kwargs)
        self._waiting.add(future)
        future.add_done_callback(self._waiting.discard)
        return future

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
        EditionError: Dask is not installed, there is no scheduler at the address, the scheduler
            has no worker, a worker has another version of printkit or of an engine, or a worker
            cannot write to the store.
        NoSpaceError: there is no room for temporary files.
    """
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
    from distributed import Client

    try:
        client = Client(address, timeout=_CONNECTING, set_as_default=False)
    except (OSError, ValueError) as error:
        raise EditionError(
            f"no Dask scheduler answers: {' '.join(str(error).split())}",
            where=address,
            remedy="Start `dask scheduler`, or give the address that it tells.",
        ) from error
    ended = threading.Event()
    try:
        jobs = sum(_waited_for(client, address).values())
        _refuse_other_workers(client)
        if store:
            _refuse_workers_without(store, client)
        executor = ClusterExecutor(client.get_executor(pure=False))
        threading.Thread(target=_watch, args=(client, executor, ended), daemon=True).start()
        yield JoinedCluster(executor, jobs)
    finally:
        ended.set()
        client.close(timeout=1)


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


def _refuse_other_workers(client: "Client") -> None:
    """Refuse workers that would print other bytes.

    Raises:
        EditionError: a worker has no printkit, or another version of printkit or of an engine.
    """
    ours = engine_versions()
    for worker, theirs in client.run(engine_versions, on_error="return").items():
        if isinstance(theirs, Mapping):
            refuse_other_versions(ours, theirs, f"worker {worker}")
        else:
            raise _useless(worker, theirs)


def _useless(worker: str, error: object) -> EditionError:
    return EditionError(
        f"printkit cannot be used there: {error}",
        where=f"worker {worker}",
        remedy="Install the same version of printkit here and on all workers.",
    )


def _refuse_workers_without(store: Address, client: "Client") -> None:
    """Refuse workers that cannot write to a store.

    Raises:
        EditionError: a worker lacks the package or the keys of the store, or the store itself.
    """
    for worker, error in client.run(refuse_worker_without_store, store, on_error="return").items():
        if error is not None:
            raise error if isinstance(error, EditionError) else _useless(worker, error)
