"""The only network: fetches a picture from a public address, and from no other.

microsoft-antissrf resolves each name once, refuses it if any of its addresses is not
public, and connects to the address that was checked. Here are schemes, redirects, and
limits of time and size. Proxies, .netrc and cookies of the machine are never used.
"""

import socket
import threading
import time
from collections.abc import Sequence
from http.client import responses as phrases
from types import TracebackType
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from printkit.edition.choices import Fetch
from printkit.errors import PrintkitError

if TYPE_CHECKING:
    from requests import Response, Session

MAX_BYTES = 10_000_000
MAX_REDIRECTS = 5
SECONDS = 10.0

_ALSO_PRIVATE = ["::/96"]  # IPv4-compatible addresses, missing from the guard's own list
_WORTH_ANOTHER_TRY = (429, 502, 503)
_PAUSE = 0.3  # seconds before the second try
_CHUNK = 65_536


def resolve_fetch(choice: bool | Fetch) -> Fetch | None:
    """Return the function that fetches pictures, or None if the network is to stay off.

    Args:
        choice: the `fetch` of a job ticket: True stands for `fetch` of this module.
    """
    return fetch if choice is True else choice or None


def fetch(url: str, *, seconds: float = SECONDS, allowed_networks: Sequence[str] = ()) -> bytes:
    """Fetch what a web address gives, decompressed.

    Args:
        url: http or https, in full.
        seconds: the most time for everything together: redirects, second try, body.
        allowed_networks: private networks that may be asked all the same, in CIDR notation,
            for example the one of the newsroom's own picture server.

    Raises:
        PermissionError: the address, or one it redirects to, must not be asked, or the
            answer is over MAX_BYTES.
        OSError: there was no answer, none in time (TimeoutError), or not a good one.
        PrintkitError: the extra that brings the HTTP client is not installed.
    """
    try:
        from AntiSSRF import AntiSSRFError
        from requests import RequestException
        from urllib3.exceptions import HTTPError
    except ModuleNotFoundError as error:
        raise PrintkitError(
            f"fetching pictures needs the package {error.name}, which is not installed",
            remedy='pip install "printkit[fetch]"',
        ) from error
    with _Deadline(seconds) as deadline:
        try:
            with _session(deadline, allowed_networks) as session:
                return _body(_answer(session, url, seconds), deadline)
        except AntiSSRFError as error:
            raise PermissionError("it leads to an address that is not public") from error
        except (RequestException, HTTPError) as error:
            deadline.check()
            raise ConnectionError(_in_short(error)) from error
        except socket.gaierror as error:
            raise ConnectionError("its host is not known") from error


class _Deadline:
    """Cuts every connection when the time is up, however slowly the other side drips.

    A socket's own timeout is no help: it starts anew with every byte.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._passed = threading.Event()
        self._lines: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._cut)

    def __enter__(self) -> "_Deadline":
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        for line in self._lines:
            line.close()

    def watch(self, line: socket.socket) -> socket.socket:
        # TLS takes the socket over and leaves the object empty: a duplicate still reaches it.
        self._lines.append(line.dup())
        if self._passed.is_set():
            line.close()
            self.check()
        return line

    def check(self) -> None:
        if self._passed.is_set():
            raise TimeoutError(f"there was no whole answer within {self.seconds:g} seconds")

    def _cut(self) -> None:
        self._passed.set()
        for line in self._lines:
            try:
                line.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # closed by the other side already


def _session(deadline: _Deadline, allowed_networks: Sequence[str]) -> "Session":
    from AntiSSRF import AntiSSRFPolicy, PolicyConfigOptions

    policy = AntiSSRFPolicy(PolicyConfigOptions.EXTERNAL_ONLY_LATEST)
    policy.add_denied_addresses(_ALSO_PRIVATE)
    if allowed_networks:
        policy.add_allowed_addresses(list(allowed_networks))
    policy.allow_plain_text_http = True
    session: Session = policy.get_antissrf_session()
    session.trust_env = False
    session.headers.update(
        {"User-Agent": "printkit", "Accept": "image/*", "Accept-Encoding": "identity"}
    )
    for scheme in ("http", "https"):
        manager = session.get_adapter(f"{scheme}://").poolmanager  # type: ignore[attr-defined]
        pool = manager.pool_classes_by_scheme[scheme]
        watched = {"ConnectionCls": _watched(pool.ConnectionCls, deadline)}
        manager.pool_classes_by_scheme = {scheme: type(pool.__name__, (pool,), watched)}
    return session


def _watched(connection: type[Any], deadline: _Deadline) -> type[Any]:
    class Watched(connection):  # type: ignore[misc]
        def _new_conn(self) -> socket.socket:
            return deadline.watch(super()._new_conn())

    return Watched


def _answer(session: "Session", url: str, seconds: float) -> "Response":
    """The answer, after a second try where the first failed for the moment only."""
    from requests import ConnectionError as NoConnection

    try:
        response = _followed(session, url, seconds)
        if response.status_code not in _WORTH_ANOTHER_TRY:
            return response
        response.close()
    except NoConnection:
        pass
    time.sleep(_PAUSE)
    return _followed(session, url, seconds)


def _followed(session: "Session", url: str, seconds: float) -> "Response":
    """The answer at the end of the redirects, each of which is checked like the first."""
    from requests import Request

    for _ in range(MAX_REDIRECTS + 1):
        _check(url)
        request = session.prepare_request(Request("GET", url))
        # Not session.send: it reads the whole body of a redirect, however long.
        response = session.get_adapter(url).send(request, stream=True, timeout=seconds)
        if not response.is_redirect:
            return response
        response.close()
        url = _onward(url, response.headers["location"])
    raise PermissionError(f"it redirects more than {MAX_REDIRECTS} times")


def _onward(url: str, location: str) -> str:
    try:
        onward = urljoin(url, location)
    except ValueError as error:
        raise PermissionError("it redirects to no web address") from error
    if url.lower().startswith("https:") and onward.lower().startswith("http:"):
        raise PermissionError("it redirects from https to http")
    return onward


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, user = parts.hostname, parts.username or parts.password
    except ValueError as error:
        raise PermissionError("it is no web address") from error
    if parts.scheme not in ("http", "https"):
        raise PermissionError(f"it leads to a {parts.scheme}: address")
    if not host:
        raise PermissionError("it names no host")
    if user is not None:
        raise PermissionError("it carries a user name or password")


def _body(response: "Response", deadline: _Deadline) -> bytes:
    status = response.status_code
    if status != 200:
        raise OSError(f"the server answered {status} {phrases.get(status, '')}".strip())
    body = bytearray()
    while chunk := response.raw.read(_CHUNK, decode_content=True):
        body += chunk
        if len(body) > MAX_BYTES:
            raise PermissionError(f"the answer is over the limit of {MAX_BYTES // 10**6} MB")
    deadline.check()
    return bytes(body)


def _in_short(error: Exception) -> str:
    """What a reader can use of an HTTP client's long tale."""
    from requests import exceptions as told

    if isinstance(error, told.SSLError):
        return "its certificate is not trusted"
    if isinstance(error, told.Timeout):
        return "there was no answer in time"
    if isinstance(error, told.ConnectionError):
        return "there was no connection"
    if isinstance(error, told.InvalidURL):
        return "it is no web address"
    return "the answer broke off or was garbled"
