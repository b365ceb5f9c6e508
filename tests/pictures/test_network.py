"""Fetching from a server that lies, and addresses that must never be asked."""

import gzip
import ipaddress
import random
import socket
import ssl
import subprocess
import sys
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from printkit.edition.limits import Limits
from printkit.errors import PrintkitError
from printkit.pictures.network import fetch, resolve_fetch
from tests.support.forbidden_addresses import FORBIDDEN, spell
from tests.support.paths import CHECKOUT
from tests.support.picture_servers import Server, reply
from tests.support.press_runs import fetch_nothing
from tests.support.quick_cases import mark_slow

HERE = ("127.0.0.1/32",)
fetch_here = partial(fetch, allowed_networks=HERE, allowed_ports=range(1, 65536))
PICTURE = b"\x89PNG not really, but the fetcher does not look inside"


LOOPBACK = (
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.255.255.254",
    "127.0.0.1.",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "017700000001",
    "0177.0.0.1",
    "0",
    "0x0",
    "0.0.0.0",  # noqa: S104
    "localhost",
    "LOCALHOST",
    "localhost.",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[::7f00:1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[2001:0:7f00:1::]",
    "127.0.0.1%00.example.org",
    "１２７.0.0.1",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
)
PRIVATE = (
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "[fe80::1]",
    "[fc00::1]",
    "[fec0::1]",
    "[ff02::1]",
    "[2001:db8::1]",
    "intranet.example.org",
    "mixed.example.org",
    "six.example.org",
)
METADATA = (
    "169.254.169.254",
    "169.254.170.2",
    "0xa9fea9fe",
    "2852039166",
    "0251.0376.0251.0376",
    "[::ffff:169.254.169.254]",
    "[fd00:ec2::254]",
    "168.63.129.16",
    "metadata.google.internal",
)


@pytest.mark.parametrize("scheme", ["http", "HTTPS"])
@pytest.mark.parametrize("host", [*LOOPBACK, *PRIVATE, *METADATA])
def test_no_spelling_of_a_private_address_is_asked(
    host: str,
    scheme: str,
    calls: list[tuple[str, int]],
    names: dict[str, list[list[str]]],
) -> None:
    """Each of sixty spellings, in http and https, is refused without a connection."""
    names |= {
        "localhost": [["127.0.0.1"]],
        "metadata.google.internal": [["169.254.169.254"]],
        "intranet.example.org": [["10.1.2.3"]],
        "mixed.example.org": [["8.8.8.8", "10.1.2.3"]],
        "six.example.org": [["::1"]],
    }
    with pytest.raises(OSError, match=r"not public|not known|no web address") as told:
        fetch(f"{scheme}://{host}/picture.jpg")
    assert not isinstance(told.value, TimeoutError)
    assert calls == []


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname",
        "FILE:///etc/hostname",
        "ftp://example.org/a.jpg",
        "gopher://127.0.0.1:70/_",
        "dict://127.0.0.1:11211/",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "//example.org/a.jpg",
        "example.org/a.jpg",
        "http:///a.jpg",
        "https://",
        "http://[::1",
        "http://[]/a.jpg",
        "http://[v1.x]/a.jpg",
        "http://user@8.8.8.8/a.jpg",
        "http://user:word@8.8.8.8/a.jpg",
        "http://8.8.8.8@127.0.0.1/a.jpg",
        "http://:word@8.8.8.8/a.jpg",
        "http://8.8.8.8:99999/a.jpg",
        "http://exa mple.org/a.jpg",
        "http://" + "a" * 70 + ".org/a.jpg",
        "http://-.-/a.jpg",
        "http://\udcff.org/a.jpg",
        "",
    ],
)
@pytest.mark.usefixtures("names")
def test_what_is_no_plain_web_address_is_refused(url: str, calls: list[tuple[str, int]]) -> None:
    """Other schemes, passwords, broken hosts and ports are refused before any connection."""
    with pytest.raises(OSError):  # noqa: PT011, each has words of its own
        fetch(url)
    assert calls == []


def test_public_addresses_are_asked(
    calls: list[tuple[str, int]], names: dict[str, list[list[str]]]
) -> None:
    """Each of four public addresses is connected to."""
    names["example.org"] = [["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]]
    for host in ("example.org", "8.8.8.8", "[2606:4700::6810:84e5]", "1.1.1.1"):
        with pytest.raises(ConnectionError):
            fetch(f"http://{host}/a.jpg")
    asked = [host for host, _ in calls]
    assert set(asked) == {"93.184.215.14", "8.8.8.8", "2606:4700::6810:84e5", "1.1.1.1"}


def test_a_picture_is_fetched(serve: Callable[..., Server]) -> None:
    """The picture comes from a network that the caller allows."""
    server = serve(reply(body=PICTURE))
    assert fetch_here(server.address()) == PICTURE
    with pytest.raises(PermissionError, match="not public"):
        fetch(server.address(), allowed_ports=range(1, 65536))
    assert server.paths == ["/picture.jpg"]


def test_only_the_ports_of_the_web_are_asked(serve: Callable[..., Server]) -> None:
    """Another port is asked if the caller names the port; a redirect leads to no other port."""
    server = serve(reply(body=PICTURE))
    port = server.server_address[1]
    with pytest.raises(PermissionError, match=f"from port {port}") as told:
        fetch(server.address(), allowed_networks=HERE)
    assert told.value.__notes__ == [f"--allow-port {port} allows the port"]
    assert fetch(server.address(), allowed_networks=HERE, allowed_ports=[port]) == PICTURE
    away = serve(reply(302, Location=server.address()))
    allowed = [away.server_address[1]]
    with pytest.raises(PermissionError, match=f"from port {port}"):
        fetch(away.address(), allowed_networks=HERE, allowed_ports=allowed)
    assert len(server.paths) == 1


@pytest.mark.parametrize("slow", [2.5, 30])
def test_names_are_resolved_within_the_deadline(
    slow: float, monkeypatch: pytest.MonkeyPatch, calls: list[tuple[str, int]]
) -> None:
    """A slow resolver made 40 seconds of 3: the second try began anew."""

    def resolve(*_: object, **__: object) -> list[object]:
        if threading.current_thread() is threading.main_thread() or released.wait(slow):
            raise AssertionError("the resolver was waited for")
        raise socket.gaierror(socket.EAI_AGAIN, "try again")

    released = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    before = time.monotonic()
    with pytest.raises(TimeoutError, match="within 1 seconds"):
        fetch("http://slow.example.org/a.jpg", limits=Limits(fetch_seconds=1))
    assert time.monotonic() - before < 30
    assert calls == []


def test_no_made_address_of_a_private_network_is_asked(
    calls: list[tuple[str, int]],
    names: dict[str, list[list[str]]],
) -> None:
    """Of 400 addresses, names and mixed answers none is asked."""
    seed = 20261128
    chance = random.Random(seed)
    for number in range(400):
        block = ipaddress.ip_network(chance.choice(FORBIDDEN))
        address = block[chance.randrange(block.num_addresses)]
        plain = spell(address, chance) if address.version == 4 else f"[{address}]"
        name = f"n{number}.example.org"
        host = chance.choice([plain, plain, name])
        names[name] = [chance.choice([[str(address)], ["8.8.8.8", str(address)]])]
        url = f"{chance.choice(['http', 'https'])}://{host}/{number}.jpg"
        with pytest.raises(OSError, match=r"not public|not known|no web address|no connection"):
            fetch(url)
        assert calls == [], (seed, number, url, names[name])


@pytest.mark.parametrize("location", mark_slow(range(100), but=range(0, 100, 20)))
def test_no_redirect_leads_to_a_private_network(
    location: int, serve: Callable[..., Server], calls: list[tuple[str, int]]
) -> None:
    """The first host is allowed; the address behind the redirect is made by chance."""
    chance = random.Random(location)
    block = ipaddress.IPv4Network(chance.choice(FORBIDDEN[:16]))
    address = block[chance.randrange(block.num_addresses)]
    if address == ipaddress.IPv4Address("127.0.0.1"):
        address += 1
    server = serve(reply(302, Location=f"http://{spell(address, chance)}/a.jpg"))
    with pytest.raises(OSError, match=r"not public|not known|no web address|no connection"):
        fetch_here(server.address())
    assert set(calls) == {server.server_address}


@pytest.mark.parametrize(
    "coding", mark_slow(["gzip", "deflate", "gzip, gzip", "br"], but={"gzip, gzip"})
)
def test_bombs_of_all_codings_stay_small(coding: str, serve: Callable[..., Server]) -> None:
    """A nested bomb of gzip is a bomb of a thousandth of the size."""
    body = bytes(100_000_000)
    for one in coding.split(", "):
        body = zlib.compress(body, 1) if one == "deflate" else gzip.compress(body, 1)
    server = serve(reply(body=body, Content_Encoding=coding))
    program = (
        "import resource, sys; from printkit.pictures.network import fetch\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try: fetch(sys.argv[1], allowed_networks=['127.0.0.1/32'], allowed_ports=range(65536))\n"
        "except OSError as error: print(error)\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)"
    )
    command = [sys.executable, "-c", program, server.address()]
    told, megabytes = subprocess.check_output(command, text=True, timeout=60).splitlines()
    assert "10 MB" in told or "garbled" in told
    assert int(megabytes) < 50 + 25  # the HTTP client itself takes 25 MB


def test_a_packed_body_is_unpacked(serve: Callable[..., Server]) -> None:
    """A server may compress although the client asks for plain bytes."""
    server = serve(reply(body=gzip.compress(PICTURE), Content_Encoding="gzip"))
    assert fetch_here(server.address()) == PICTURE
    assert server.headers[0]["accept-encoding"] == "identity"


def test_nothing_of_this_machine_is_told(
    serve: Callable[..., Server],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Proxy settings are ignored; .netrc and cookies are not sent."""
    proxy, server = serve(reply(body=b"proxied")), serve(reply(body=PICTURE, Set_Cookie="a=b"))
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password secret")
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.address(""))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for _ in range(2):
        assert fetch_here(server.address()) == PICTURE
    assert proxy.paths == []
    for headers in server.headers:
        assert not {"authorization", "cookie", "referer", "proxy-authorization"} & set(headers)


def test_redirects_are_followed_but_not_for_ever(serve: Callable[..., Server]) -> None:
    """Five redirects are followed, relative redirects too; the sixth is an error."""

    def hops(request: BaseHTTPRequestHandler) -> None:
        left = int(request.path.strip("/"))
        reply(302, Location=f"{left - 1}")(request) if left else reply(body=PICTURE)(request)

    server = serve(hops)
    assert fetch_here(server.address("/5")) == PICTURE
    server.paths.clear()
    with pytest.raises(PermissionError, match="more than 5 times"):
        fetch_here(server.address("/99"))
    assert len(server.paths) == 6


@pytest.mark.parametrize(
    "onward",
    [
        "http://127.0.0.2:{port}/secret",
        "http://0x7f000002:{port}/secret",
        "//127.0.0.2:{port}/secret",
        "http://[::ffff:127.0.0.2]:{port}/secret",
        "HTTP://169.254.169.254/latest/meta-data",
        "http://user:word@127.0.0.1:{port}/secret",
        "file:///etc/hostname",
        "ftp://127.0.0.2:{port}/secret",
        "data:image/png;base64,AAAA",
        "http://[::1",
        "http://twice.example.org:{port}/secret",
    ],
)
def test_a_redirect_is_no_way_around(
    onward: str,
    serve: Callable[..., Server],
    calls: list[tuple[str, int]],
    names: dict[str, list[list[str]]],
) -> None:
    """An allowed server redirects to a private address: no connection is made."""
    names["twice.example.org"] = [["127.0.0.2"]]
    canary = serve(reply(body=b"secret"), host="127.0.0.2")
    place = onward.format(port=canary.server_address[1])
    server = serve(reply(302, Location=place))
    with pytest.raises(PermissionError):
        fetch_here(server.address())
    assert {host for host, _ in calls} == {"127.0.0.1"}
    assert canary.paths == []


def test_a_name_that_changes_its_address_is_asked_where_it_was_checked(
    serve: Callable[..., Server],
    calls: list[tuple[str, int]],
    names: dict[str, list[list[str]]],
) -> None:
    """DNS rebinding: the connection goes to the address that was checked."""
    server, canary = serve(reply(body=PICTURE)), serve(reply(body=b"secret"), host="127.0.0.2")
    names["flip.example.org"] = [["127.0.0.1"], ["127.0.0.2"]]
    url = server.address(host="flip.example.org")
    assert fetch_here(url) == PICTURE
    assert {host for host, _ in calls} == {"127.0.0.1"}
    assert server.headers[0]["host"].startswith("flip.example.org")
    with pytest.raises(PermissionError, match="not public"):
        fetch_here(url)
    names["both.example.org"] = [["127.0.0.1", "127.0.0.2"]]
    with pytest.raises(PermissionError, match="not public"):
        fetch_here(server.address(host="both.example.org"))
    assert canary.paths == []


def drip(request: BaseHTTPRequestHandler, start: bytes) -> None:
    """Send a body one byte after the other, for a minute."""
    request.wfile.write(start)
    for _ in range(1_200):
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.05)


SLOW = {
    "a body in drops": b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n",
    "an endless body in drops": b"HTTP/1.1 200 OK\r\n\r\n",
    "a body in drops, in pieces": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    "a packed body in drops": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
    b"\x1f\x8b\x08\0\0\0\0\0\0\xff\0\xff\xff\0\0",  # the following bytes are stored unpacked
    "a head in drops": b"HTTP/1.1 200 OK\r\nX-Slow: ",
    "a status in drops": b"HTTP/1.1 200 ",
    "rubbish in drops, worth a second try": b"rubbish ",
}


def is_ours(thread: threading.Thread) -> bool:
    """Tell whether a thread does not belong to the server of the test."""
    return "process_request" not in thread.name


@pytest.mark.parametrize("start", SLOW.values(), ids=SLOW.keys())
def test_drops_do_not_stretch_the_time(start: bytes, serve: Callable[..., Server]) -> None:
    """A slow body ends at the deadline, and no thread is left behind."""
    server = serve(lambda request: drip(request, start))
    before, threads = time.monotonic(), set(threading.enumerate())
    with pytest.raises(TimeoutError, match=r"within 0\.5 seconds"):
        fetch_here(server.address(), limits=Limits(fetch_seconds=0.5))
    assert time.monotonic() - before < 30  # all drops take a minute
    # The thread of the work ends soon behind the deadline; the server's may be at their answers.
    while left := [one for one in threading.enumerate() if one not in threads and is_ours(one)]:
        assert time.monotonic() - before < 30, left
        time.sleep(0.05)


def test_a_server_that_says_nothing_is_left(serve: Callable[..., Server]) -> None:
    """The deadline ends a silent connection as well, including the second try."""
    server = serve(lambda _: time.sleep(60))
    before = time.monotonic()
    with pytest.raises(OSError, match=r"no whole answer within 0\.5 seconds"):
        fetch_here(server.address(), limits=Limits(fetch_seconds=0.5))
    assert time.monotonic() - before < 30


def test_a_packed_bomb_is_not_unpacked(serve: Callable[..., Server]) -> None:
    """A hundred megabytes in a hundred packed kilobytes are refused at ten, with little memory."""
    packed = gzip.compress(bytes(100_000_000), 1)
    server = serve(reply(body=packed, Content_Encoding="gzip"))
    tracemalloc.start()
    try:
        with pytest.raises(PermissionError, match="10 MB"):
            fetch_here(server.address())
        assert tracemalloc.get_traced_memory()[1] < 40_000_000
    finally:
        tracemalloc.stop()


def test_a_limit_of_the_user_is_kept_and_told(serve: Callable[..., Server]) -> None:
    """Size, redirects and time: each error has a note with the setting."""
    server = serve(reply(body=bytes(11_000_000)))
    assert len(fetch_here(server.address(), limits=Limits(picture_size=12))) == 11_000_000
    larger = resolve_fetch(True, Limits(picture_size=12))
    assert isinstance(larger, partial)
    assert len(larger(server.address(), **fetch_here.keywords) or b"") == 11_000_000
    onward, silent = serve(reply(302, Location="/")), serve(lambda _: time.sleep(60))
    for at, limits, told, name in (
        (server, Limits(picture_size=9), "limit of 9 MB", "picture_size"),
        (onward, Limits(redirects=2), "more than 2 times", "redirects"),
        (silent, Limits(fetch_seconds=0.25), r"0\.25 seconds", "fetch_seconds"),
    ):
        with pytest.raises(OSError, match=told) as caught:
            fetch_here(at.address(), limits=limits)
        assert caught.value.__notes__ == [f"limits.{name} changes the limit"]


def test_an_endless_body_is_cut(serve: Callable[..., Server]) -> None:
    """A server that never stops is stopped at the limit."""

    def endless(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            request.wfile.write(bytes(1_000_000))

    with pytest.raises(PermissionError, match="10 MB"):
        fetch_here(serve(endless).address())


def test_the_body_of_a_redirect_is_not_read(serve: Callable[..., Server]) -> None:
    """A redirect with an endless body is followed at once; to read the body is an error."""

    def endless(request: BaseHTTPRequestHandler) -> None:
        if request.path == "/there":
            return reply(body=PICTURE)(request)
        request.wfile.write(b"HTTP/1.1 302 Found\r\nLocation: /there\r\n\r\n")
        while True:
            request.wfile.write(bytes(1_000_000))

    assert fetch_here(serve(endless).address(), limits=Limits(fetch_seconds=60)) == PICTURE


def test_half_a_body_is_not_taken_for_a_whole(serve: Callable[..., Server]) -> None:
    """A body shorter than announced, or wrongly packed, is an error."""
    server = serve(reply(body=PICTURE, Content_Length="5000"))
    with pytest.raises(ConnectionError, match="broke off"):
        fetch_here(server.address())
    server = serve(reply(body=PICTURE, Content_Encoding="gzip"))
    with pytest.raises(ConnectionError, match="garbled"):
        fetch_here(server.address())


@pytest.mark.parametrize("status", [429, 502, 503])
def test_what_failed_for_the_moment_is_tried_once_more(
    status: int, serve: Callable[..., Server]
) -> None:
    """A server that is busy once is asked again; a server that is busy twice is an error."""

    def busy(request: BaseHTTPRequestHandler) -> None:
        reply(status)(request) if len(server.paths) == 1 else reply(body=PICTURE)(request)

    server = serve(busy)
    assert fetch_here(server.address()) == PICTURE
    always = serve(reply(status))
    with pytest.raises(OSError, match=f"answered {status}"):
        fetch_here(always.address())
    assert len(always.paths) == 2


def test_a_dropped_line_is_tried_once_more(serve: Callable[..., Server]) -> None:
    """The server hangs up without an answer, then answers."""

    def shy(request: BaseHTTPRequestHandler) -> None:
        if len(server.paths) > 1:
            reply(body=PICTURE)(request)

    server = serve(shy)
    assert fetch_here(server.address()) == PICTURE


@pytest.mark.parametrize("status", [204, 304, 400, 403, 404, 410, 500])
def test_a_refusal_is_not_asked_again(status: int, serve: Callable[..., Server]) -> None:
    """An answer that will not change is an error at once, with its status."""
    server = serve(reply(status))
    with pytest.raises(OSError, match=f"answered {status} [A-Z]"):
        fetch_here(server.address())
    assert len(server.paths) == 1


@pytest.fixture
def shop(serve: Callable[..., Server], tmp_path: Path) -> tuple[Callable[..., Server], Path]:
    """Start HTTPS servers for shop.example.org, with a certificate that is trusted."""
    paper, key = tmp_path / "paper.pem", tmp_path / "key.pem"
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=shop.example.org"
        " -addext subjectAltName=DNS:shop.example.org"
    )
    try:
        subprocess.run(
            [*command.split(), "-out", str(paper), "-keyout", str(key)],
            check=True,
            capture_output=True,
        )
    except FileNotFoundError:
        pytest.skip("there is no openssl to make a certificate with")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(paper, key)

    def secure(answer: Callable[..., None]) -> Server:
        server = serve(answer)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        return server

    return secure, paper


def test_https_is_checked_against_the_name(
    shop: tuple[Callable[..., Server], Path],
    names: dict[str, list[list[str]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The certificate must match the name, not the address; https never becomes http."""
    secure, paper = shop
    names |= {"shop.example.org": [["127.0.0.1"]], "thief.example.org": [["127.0.0.1"]]}
    server = secure(reply(body=PICTURE))
    url = f"https://shop.example.org:{server.server_address[1]}/a.jpg"
    with pytest.raises(ConnectionError, match="not trusted"):
        fetch_here(url)
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(paper))
    monkeypatch.setattr("requests.certs.where", lambda: str(paper))
    assert fetch_here(url) == PICTURE
    with pytest.raises(ConnectionError, match="not trusted"):
        fetch_here(url.replace("shop", "thief"))
    down = secure(reply(302, Location="http://shop.example.org/a.jpg"))
    with pytest.raises(PermissionError, match="from https to http"):
        fetch_here(url.replace(str(server.server_address[1]), str(down.server_address[1])))


def test_drops_within_https_do_not_stretch_the_time(serve: Callable[..., Server]) -> None:
    """A handshake that never ends stops at the deadline too."""

    def never(_: BaseHTTPRequestHandler) -> None:
        raise AssertionError("no request can come")

    server = serve(never)
    # The type of a handler class is written as the type of a function that makes a handler.
    server.RequestHandlerClass.handle = (  # type: ignore[attr-defined]
        lambda self: drip(self, b"\x16\x03\x03\x40\x00")
    )
    before = time.monotonic()
    with pytest.raises(TimeoutError):
        fetch_here(server.address().replace("http:", "https:"), limits=Limits(fetch_seconds=0.5))
    assert time.monotonic() - before < 30


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error has the command that installs the client."""
    monkeypatch.setitem(sys.modules, "AntiSSRF", None)
    with pytest.raises(PrintkitError, match=r'pip install "printkit-press\[fetch\]"'):
        fetch("https://example.org/a.jpg")


def test_the_client_is_loaded_only_when_used() -> None:
    """The import of the module loads no HTTP client."""
    script = (
        "import sys, printkit.pictures.network; print({'requests', 'AntiSSRF'} & set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=CHECKOUT,
    )
    assert run.stdout.strip() == "set()"


def test_a_ticket_says_who_fetches() -> None:
    """`fetch` means nobody, this module, or the caller's own function."""
    assert resolve_fetch(False) is None
    assert isinstance(resolve_fetch(True), partial)
    assert resolve_fetch(fetch_nothing) is fetch_nothing
