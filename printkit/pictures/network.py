"""Fetch a picture from a public web address; the only network access of printkit.

In: an http or https address. Out: the bytes that the server gives. This module checks schemes,
ports and redirects, and limits time and size; `public_session` connects to public hosts only.
Several threads may fetch at the same time.
"""

import socket
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from http.client import responses as phrases
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from printkit.edition.choices import Fetch
from printkit.edition.limits import DEFAULTS, MB, Limits, with_setting
from printkit.errors import PrintkitError
from printkit.pictures.deadline import ConnectionDeadline
from printkit.pictures.host_turns import HostTurns
from printkit.pictures.public_session import public_session

if TYPE_CHECKING:
    from requests import Response, Session

PORTS = (80, 443)

_WORTH_ANOTHER_TRY = (429, 502, 503)
_PAUSE = 0.3  # seconds before the second try
_CHUNK = 65_536


def resolve_fetch(choice: bool | Fetch, limits: Limits = DEFAULTS) -> Fetch | None:
    """Return the function that fetches pictures, or None if the network is to stay off.

    Args:
        choice: the `fetch` of a job ticket: True stands for `fetch` of this module.
        limits: the limits of `fetch` of this module; another function has limits of its own.
    """
    return partial(fetch, limits=limits) if choice is True else choice or None


def fetch(
    url: str,
    *,
    limits: Limits = DEFAULTS,
    allowed_networks: Sequence[str] = (),
    allowed_ports: Collection[int] = (),
    turns: HostTurns | None = None,
    take_bytes: Callable[[int], object] = bool,
) -> bytes:
    """Fetch the content of a web address, decompressed.

    Args:
        url: http or https, in full.
        limits: `fetch_seconds` for everything together (names, redirects, second try, content),
            `redirects`, and `picture_size` of the unpacked content.
        allowed_networks: private networks that may be asked, too, in CIDR notation: for example
            the network of the newsroom's own picture server.
        allowed_ports: ports that may be asked besides PORTS.
        turns: the turns at each host, which the fetches of a run share; to wait for a turn counts
            as time, too. A fetch that stands alone needs no turns.
        take_bytes: is called with the number of bytes of each piece that arrives, and may raise
            a PermissionError.

    Raises:
        PermissionError: the address, or an address it redirects to, must not be asked; or the
            answer is over `limits.picture_size`.
        OSError: there was no answer, or no answer in time (TimeoutError), or the server answered
            with an error.
        PrintkitError: the extra with the HTTP client is not installed.
    """
    ports = {*PORTS, *allowed_ports}
    with ConnectionDeadline(limits.fetch_seconds) as deadline, _plain_errors(deadline):
        turns = turns or HostTurns(limits.fetches_per_host)
        errand = _Errand(deadline, ports, turns, ExitStack(), limits)
        return deadline.run(partial(_ask, url, allowed_networks, errand, take_bytes))


class _Errand(NamedTuple):
    """One fetch: its deadline, ports and turns of hosts, the fetch's turn, its limits."""

    deadline: ConnectionDeadline
    ports: Collection[int]
    turns: HostTurns
    turn: ExitStack
    limits: Limits

    def go_to(self, url: str) -> None:
        """Check an address, and wait for a turn at its host; a turn at another host ends."""
        self.turn.close()
        self.deadline.check()
        host = _checked_host(url, self.ports)
        self.turn.enter_context(self.turns.turn(host, self.deadline.left))


@contextmanager
def _plain_errors(deadline: ConnectionDeadline) -> Iterator[None]:
    """Translate the errors of the HTTP client into those of `fetch`."""
    try:
        from AntiSSRF import AntiSSRFError
        from requests import RequestException, Timeout
        from urllib3.exceptions import HTTPError
        from urllib3.exceptions import TimeoutError as LateError
    except ModuleNotFoundError as error:
        raise PrintkitError(
            f"fetching pictures needs the package {error.name}, which is not installed",
            remedy='pip install "printkit-press[fetch]"',
        ) from error
    try:
        yield
    except AntiSSRFError as error:
        raise PermissionError("the host of the address is not public") from error
    except (Timeout, LateError) as error:
        raise deadline.late() from error  # the client waits no longer than the deadline
    except (RequestException, HTTPError) as error:
        # A connection that the deadline cut ends in any of these errors.
        deadline.check()
        raise ConnectionError(_in_short(error)) from error
    except socket.gaierror as error:
        raise ConnectionError("the host of the address is not known") from error


def _ask(
    url: str, networks: Sequence[str], errand: _Errand, take_bytes: Callable[[int], object]
) -> bytes:
    with (
        errand.turn,
        public_session(errand.deadline, networks) as session,
        _answer(session, url, errand) as response,
    ):
        return _content(response, errand, take_bytes)


def _answer(session: "Session", url: str, errand: _Errand) -> "Response":
    """Return the answer; try a second time if the server may only be busy for a moment."""
    from requests import ConnectionError as NoConnection

    try:
        response = _followed(session, url, errand)
        if response.status_code not in _WORTH_ANOTHER_TRY:
            return response
        response.close()
    except NoConnection:
        pass
    time.sleep(min(_PAUSE, errand.deadline.left))
    return _followed(session, url, errand)


def _followed(session: "Session", url: str, errand: _Errand) -> "Response":
    """Return the answer at the end of the redirects; check each address like the first."""
    from requests import Request

    for _ in range(errand.limits.redirects + 1):
        errand.go_to(url)
        request = session.prepare_request(Request("GET", url))
        # session.send would read the whole content of a redirect, however long.
        response = session.get_adapter(url).send(request, stream=True, timeout=errand.deadline.left)
        if not response.is_redirect:
            return response
        response.close()
        url = _next_address(url, response.headers["location"])
    told = f"the address redirects more than {errand.limits.redirects} times"
    raise with_setting(PermissionError(told), "redirects")


def _next_address(url: str, location: str) -> str:
    try:
        address = urljoin(url, location)
    except ValueError as error:
        raise PermissionError("the address redirects to no web address") from error
    if url.lower().startswith("https:") and address.lower().startswith("http:"):
        raise PermissionError("the address redirects from https to http")
    return address


def _checked_host(url: str, ports: Collection[int]) -> str:
    """Return the host of an address that may be asked, in small letters."""
    try:
        parts = urlsplit(url)
        port = parts.port
        host, user = parts.hostname, parts.username or parts.password
    except ValueError as error:
        raise PermissionError("the address is no web address") from error
    if parts.scheme not in ("http", "https"):
        raise PermissionError(f"pictures are not taken from {parts.scheme}: addresses")
    if not host:
        raise PermissionError("the address names no host")
    if user is not None:
        raise PermissionError("the address holds a user name or a password")
    if port is not None and port not in ports:
        refused = PermissionError(f"pictures are not taken from port {port}")
        refused.add_note(f"--allow-port {port} allows the port")
        raise refused
    return host.rstrip(".")


def _content(response: "Response", errand: _Errand, take_bytes: Callable[[int], object]) -> bytes:
    status = response.status_code
    if status != 200:
        raise OSError(f"the server answered {status} {phrases.get(status, '')}".strip())
    content = bytearray()
    # raw.read unpacks piece by piece, so that a packed bomb is found before it fills the memory.
    while chunk := response.raw.read(_CHUNK, decode_content=True):
        take_bytes(len(chunk))
        content += chunk
        if len(content) > errand.limits.picture_size * MB:
            told = f"the answer is over the limit of {errand.limits.picture_size} MB"
            raise with_setting(PermissionError(told), "picture_size")
    errand.deadline.check()
    return bytes(content)


def _in_short(error: Exception) -> str:
    """Return a short message for an error of the HTTP client, whose own message is long."""
    from requests import exceptions as kinds

    if isinstance(error, kinds.SSLError):
        return "the server's certificate is not trusted"
    if isinstance(error, kinds.ConnectionError):
        return "there was no connection"
    if isinstance(error, kinds.InvalidURL):
        return "the address is no web address"
    return "the answer broke off or was garbled"
