"""Fetch addresses in a process whose network is watched; run by the suite `addresses`.

    python -m tests.reliability.fetching < CASES

Reads one JSON object a line: `url`, `names` (each with the answers of the resolver, one after the
other), `seconds`, and `answer`, which a server of this process gives: nothing, or the place of a
redirect, or the name of a body. Writes one JSON object a line: what became of the address, which
hosts were asked, the seconds, the megabytes of the process, and by how many it grew for this case.
"""

import gzip
import json
import resource
import socket
import sys
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import brotli  # type: ignore[import-untyped]

from printkit.edition.limits import Limits
from printkit.pictures.network import fetch

_SLOW_NAME = "slow.example.org"
_BOMB = 100  # megabytes of zeros
_numbers = socket.getaddrinfo
_connect = socket.socket.connect


class _Watch:
    """The network as the cases see it: a book of names, a server, and the hosts that were asked."""

    def __init__(self) -> None:
        self.names: dict[str, list[list[str]]] = {}
        self.asked: list[str] = []
        self.answer = ""

    def resolve(self, host: str | bytes, port: int, *_: object, **__: object) -> list[Any]:
        """Return the answers of the book; an address in digits is its own answer."""
        name = (host.decode() if isinstance(host, bytes) else host).rstrip(".").lower()
        if name == _SLOW_NAME:
            time.sleep(20)
            raise socket.gaierror(socket.EAI_AGAIN, "try again")
        answers = self.names.get(name)
        if answers is None:
            return list(_numbers(host, port, 0, socket.SOCK_STREAM, 0, socket.AI_NUMERICHOST))
        now = answers.pop(0) if len(answers) > 1 else answers[0]
        return [one for each in now for one in _numbers(each, port, 0, socket.SOCK_STREAM)]

    def connect(self, line: socket.socket, address: tuple[str, int]) -> None:
        """Note the host, and let only this machine through."""
        self.asked.append(address[0])
        if address[0] != "127.0.0.1":
            raise OSError(f"the suite kept {address[0]} from being asked")
        _connect(line, address)


def _serve(watch: _Watch) -> int:
    """Start a server that answers as the case says; return its port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            _ANSWERS.get(watch.answer, _redirect)(self, watch.answer)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return int(server.server_address[1])


def _redirect(request: BaseHTTPRequestHandler, place: str) -> None:
    request.send_response(302)
    request.send_header("Location", place)
    request.end_headers()


def _drip(request: BaseHTTPRequestHandler, _: str) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    for _number in range(1_200):
        request.wfile.write(b"x")
        time.sleep(0.05)


def _bomb(request: BaseHTTPRequestHandler, coding: str) -> None:
    request.send_response(200)
    request.send_header("Content-Encoding", coding)
    request.send_header("Content-Length", str(len(_BOMBS[coding])))
    request.end_headers()
    request.wfile.write(_BOMBS[coding])


def _make_bomb(coding: str) -> bytes:
    """Pack many zeros, a part at a time: the memory of this process must not tell of its bombs."""
    first, *others = coding.split(", ")
    parts = bytearray()
    packer = zlib.compressobj(1, wbits=31 if first == "gzip" else 15)
    brotlier = brotli.Compressor(quality=1)
    pack, end = (
        (brotlier.process, brotlier.finish) if first == "br" else (packer.compress, packer.flush)
    )
    for _ in range(_BOMB):
        parts += pack(bytes(1_000_000))
    parts += end()
    return gzip.compress(parts, 1) if others else bytes(parts)


_BOMBS = {
    coding: _make_bomb(coding) for coding in ("gzip", "deflate", "br", "gzip, gzip", "br, gzip")
}
_ANSWERS = {
    "a drip": _drip,
    "a silence": lambda *_: time.sleep(60),
    **dict.fromkeys(_BOMBS, _bomb),
}


def _fetch(case: dict[str, Any], watch: _Watch, port: int) -> dict[str, Any]:
    watch.names, watch.answer, watch.asked[:] = case["names"], case["answer"], []
    here = f"http://127.0.0.1:{port}/a.jpg"
    began = time.monotonic()
    networks, ports = (["127.0.0.1/32"], [port, 80, 443]) if case["answer"] else ([], [80, 443])
    try:
        fetch(
            case["url"] or here,
            limits=Limits(fetch_seconds=case["seconds"]),
            allowed_networks=networks,
            allowed_ports=ports,
        )
        end = "fetched"
    except OSError as error:
        end = f"{type(error).__name__}: {error}"
    return {"end": end, "asked": watch.asked, "seconds": time.monotonic() - began}


def main() -> None:
    """Fetch each address of standard input, and write what became of it."""
    watch = _Watch()
    port = _serve(watch)
    socket.getaddrinfo = watch.resolve  # type: ignore[assignment]
    socket.socket.connect = lambda line, address: watch.connect(line, address)  # type: ignore
    for line in sys.stdin:
        before = _peak()
        told = _fetch(json.loads(line), watch, port)
        size = {"megabytes": _peak(), "growth": _peak() - before}
        print(json.dumps(told | size), flush=True)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
