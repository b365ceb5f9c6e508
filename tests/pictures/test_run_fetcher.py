"""One fetcher for a run: many threads ask, and the limits of the run hold for all together."""

import pickle
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from printkit.edition.limits import Limits
from printkit.pictures.run_fetcher import RunFetcher, fetch_for_run
from tests.support.picture_servers import Server, reply
from tests.support.press_runs import fetch_nothing

PICTURE = b"\x89PNG not really, but the fetcher does not look inside"


def make_fetcher(**limits: Any) -> RunFetcher:
    """Return a fetcher that may ask this machine."""
    networks, ports = ("127.0.0.1/32",), tuple(range(1, 65_536))
    return RunFetcher(limits=Limits(**limits), allowed_networks=networks, allowed_ports=ports)


def ask_all(fetch: Callable[[str], bytes], urls: list[str], threads: int = 12) -> list[str]:
    """Fetch addresses from several threads; return an error's words or `ok` for each."""

    def ask(url: str) -> str:
        try:
            return "ok" if fetch(url) == PICTURE else "other bytes"
        except OSError as error:
            return str(error)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(ask, urls))


class Gate:
    """An answer that counts how many requests are there at the same time."""

    def __init__(self, seconds: float) -> None:
        self.most = 0
        self._seconds, self._here = seconds, 0
        self._lock = threading.Lock()

    def __call__(self, request: BaseHTTPRequestHandler) -> None:
        """Answer a request with the picture, after some time."""
        with self._lock:
            self._here += 1
            self.most = max(self.most, self._here)
        time.sleep(self._seconds)
        with self._lock:
            self._here -= 1
        reply(body=PICTURE)(request)


def test_a_host_gets_four_connections_from_twelve_threads(serve: Callable[..., Server]) -> None:
    """All pictures arrive."""
    gate = Gate(0.05)
    server = serve(gate)
    urls = [server.address(f"/{number}.jpg") for number in range(36)]
    assert set(ask_all(make_fetcher(fetch_seconds=60), urls)) == {"ok"}
    assert 2 <= gate.most <= 4


def test_redirects_take_turns_at_the_host_that_they_lead_to(
    serve: Callable[..., Server], names: dict[str, list[list[str]]]
) -> None:
    """Two hosts redirect to each other, and one to itself: nobody waits for the turn of another."""
    names |= {f"{one}.example.org": [["127.0.0.1"]] for one in "ab"}

    def answer(request: BaseHTTPRequestHandler) -> None:
        _, to, *_ = request.path.split("/")
        if to == "there":
            return gate(request)
        location = server.address("/there/a.jpg", f"{to}.example.org")
        return reply(302, Location=location)(request)

    gate, server = Gate(0.02), serve(answer)
    ways = [("a", "a"), ("a", "b"), ("b", "a")] * 8
    urls = [server.address(f"/{to}/{n}", f"{of}.example.org") for n, (of, to) in enumerate(ways)]
    assert set(ask_all(make_fetcher(fetch_seconds=20, fetches_per_host=1), urls)) == {"ok"}
    assert gate.most <= 2


def test_a_wait_for_a_turn_counts_as_time_of_the_fetch(serve: Callable[..., Server]) -> None:
    """The first fetch takes the only turn for longer than the others may take."""
    server = serve(Gate(1.5))
    told = ask_all(
        make_fetcher(fetch_seconds=0.4, fetches_per_host=1), [server.address()] * 3, threads=3
    )
    assert all("in time" in one or "within 0.4 seconds" in one for one in told)


def test_bytes_of_refused_answers_count(serve: Callable[..., Server]) -> None:
    """A server that sends too much is not asked for ever."""
    server = serve(reply(body=bytes(11_000_000)))
    fetch = make_fetcher(run_fetches_size=25, fetch_seconds=60)
    told = ask_all(fetch, [server.address()] * 8, threads=1)
    assert [one for one in told if "10 MB" in one] == told[:2]
    assert {one for one in told[2:] if "25 MB, which is the limit of a run" in one} == {told[2]}
    assert len(set(told[2:])) == 1
    assert len(server.paths) == 3


def test_seconds_of_all_threads_count(serve: Callable[..., Server]) -> None:
    """When the time of the run is over, no server is asked any more."""
    server = serve(Gate(0.05))
    fetch = make_fetcher(run_fetches_seconds=0.01)
    assert ask_all(fetch, [server.address()], threads=1) == ["ok"]
    (told,) = set(ask_all(fetch, [server.address()] * 5))
    assert "0.01 seconds to fetch, which is the limit of a run" in told
    assert len(server.paths) == 1


def test_a_slow_resolver_holds_no_other_host_up(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fetches of a name that nobody resolves end at their deadline; others go on."""
    numbers, released = socket.getaddrinfo, threading.Event()

    def resolve(host: str | bytes, *args: Any, **named: Any) -> list[Any]:
        if b"slow" in (host.encode() if isinstance(host, str) else host):
            released.wait(120)
        return list(numbers(host, *args, **named))

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    server = serve(reply(body=PICTURE))
    urls = [server.address(), f"http://slow.example.org:{server.server_address[1]}/a.jpg"] * 8
    before = time.monotonic()
    told = ask_all(make_fetcher(fetch_seconds=2), urls, threads=16)
    assert time.monotonic() - before < 60  # a resolver alone takes two minutes
    released.set()
    assert set(told[::2]) == {"ok"}
    assert all("within 2 seconds" in one or "in time" in one for one in told[1::2])


def test_a_copy_counts_anew_and_has_the_same_limits(serve: Callable[..., Server]) -> None:
    """Locks do not travel to another process."""
    server = serve(reply(body=bytes(600_000)))
    fetch = make_fetcher(run_fetches_size=1)
    assert ask_all(fetch, [server.address()] * 2, threads=1)[0] == "other bytes"
    copy = pickle.loads(pickle.dumps(fetch))  # noqa: S301 - our own bytes
    assert ask_all(copy, [server.address()], threads=1) == ["other bytes"]
    assert "limit of a run" in ask_all(copy, [server.address()], threads=1)[0]


def test_a_run_has_one_fetcher() -> None:
    """A function of the caller's own stays this function."""
    assert fetch_for_run(False) is None
    assert isinstance(fetch_for_run(True), RunFetcher)
    assert fetch_for_run(True) is not fetch_for_run(True)
    assert fetch_for_run(fetch_nothing) is fetch_nothing
