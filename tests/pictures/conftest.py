"""Fixtures for fetching: servers on this machine, a resolver, and a record of all connections."""

import socket
from collections.abc import Callable, Iterator

import pytest

from tests.support.picture_servers import Server


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Return a function that starts servers; stop the servers after the test."""
    started: list[Server] = []

    def start(answer: Callable[..., None], host: str = "127.0.0.1") -> Server:
        started.append(Server(host, answer))
        return started[-1]

    yield start
    for server in started:
        server.shutdown()
        server.server_close()


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Record every address that is connected to; let only loopback through."""
    tried: list[tuple[str, int]] = []
    connect = socket.socket.connect

    def watch(line: socket.socket, address: tuple[str, int]) -> None:
        tried.append(address[:2])
        if not address[0].startswith("127."):
            raise OSError(f"the test kept {address[0]} from being asked")
        connect(line, address)

    monkeypatch.setattr(socket.socket, "connect", watch)
    return tried


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[list[str]]]:
    """Replace the resolver: each name has a list of answers, and keeps the last answer."""
    book: dict[str, list[list[str]]] = {}
    numbers = socket.getaddrinfo

    def resolve(host: str | bytes, port: int, *_: object, **__: object) -> list[object]:
        name = host.decode() if isinstance(host, bytes) else host
        known = book.get(name.rstrip(".").lower())
        if known is None:
            return list(numbers(name, port, 0, socket.SOCK_STREAM, 0, socket.AI_NUMERICHOST))
        answers = known.pop(0) if len(known) > 1 else known[0]
        return [entry for one in answers for entry in numbers(one, port, 0, socket.SOCK_STREAM)]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return book
