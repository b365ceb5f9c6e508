"""A store of objects on this machine: moto answers as S3 does, in a process of its own.

    with open_object_store() as store:
        store.put("in/a.json", b"{}")
        ledger.run("export", "s3://bucket/in/a.json", "--fetch", **store.surroundings)

The tests speak to the store in plain HTTP, and printkit through s3fs.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from html import unescape
from http.client import HTTPConnection
from importlib.util import find_spec
from re import findall
from typing import Any
from urllib.parse import quote

import pytest

BUCKET = "bucket"
# moto believes everybody who says who he is.
_AUTHORIZATION = "AWS4-HMAC-SHA256 Credential=key/20260101/us-east-1/s3/aws4_request"
_NEEDED = ("moto", "flask", "flask_cors", "s3fs")


class ObjectStore:
    """A store with one empty bucket.

    Args:
        process: the server.
        port: where the server listens.

    Attributes:
        surroundings: the variables of the environment with which s3fs finds the store.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", port: int) -> None:
        self._process = process
        self._port = port
        self.surroundings: dict[str, Any] = {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
            "AWS_ACCESS_KEY_ID": "key",
            "AWS_SECRET_ACCESS_KEY": "CANARY",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def put(self, key: str, data: bytes) -> None:
        """Put an object into the bucket."""
        self._ask("PUT", f"/{BUCKET}/{quote(key)}", data)

    def remove(self, key: str) -> None:
        """Remove an object."""
        self._ask("DELETE", f"/{BUCKET}/{quote(key)}")

    def read(self, key: str) -> bytes:
        """Return the bytes of an object."""
        return self._ask("GET", f"/{BUCKET}/{quote(key)}")

    def sha256(self, key: str) -> str:
        """Return the SHA-256 of an object in hexadecimal."""
        return sha256(self.read(key)).hexdigest()

    def list_keys(self) -> list[str]:
        """Return the keys of all objects, sorted."""
        told = self._ask("GET", f"/{BUCKET}?list-type=2").decode()
        return sorted(map(unescape, findall("<Key>([^<]*)</Key>", told)))

    def empty(self) -> None:
        """Remove all objects."""
        for key in self.list_keys():
            self.remove(key)

    def stop(self) -> None:
        """Let the store go away, as with a broken line."""
        self._process.kill()
        self._process.wait()

    def hang(self) -> None:
        """Let the store take connections, and answer no more."""
        self._process.send_signal(signal.SIGSTOP)

    def make_bucket(self) -> None:
        """Wait until the server answers, and make the bucket."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with suppress(OSError):
                self._ask("PUT", f"/{BUCKET}")
                return
            time.sleep(0.1)
        raise AssertionError("the object store does not answer")

    def _ask(self, method: str, path: str, data: bytes = b"") -> bytes:
        line = HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            line.request(method, path, data, {"Authorization": _AUTHORIZATION})
            answer = line.getresponse()
            told = answer.read()
        finally:
            line.close()
        assert answer.status < 300, (answer.status, told)
        return told


@contextmanager
def open_object_store() -> Iterator[ObjectStore]:
    """Start a store, and end it afterwards; skip the test where a package is missing."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "moto.server", "-H", "127.0.0.1"]
    surroundings = {**os.environ, "AWS_EC2_METADATA_DISABLED": "true"}
    process = subprocess.Popen(
        [*command, "-p", str(port)],
        env=surroundings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        store = ObjectStore(process, port)
        store.make_bucket()
        yield store
    finally:
        process.kill()
        process.wait()
