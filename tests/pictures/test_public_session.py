"""The session of the HTTP client: public hosts, or networks that the caller names; no proxies."""

from collections.abc import Callable

import pytest
from AntiSSRF import AntiSSRFError
from requests import RequestException

from printkit.pictures.deadline import ConnectionDeadline
from printkit.pictures.public_session import public_session
from tests.support.picture_servers import Server, reply


def test_only_networks_that_are_named_are_asked(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy of the environment is never asked."""
    server, proxy = serve(reply(body=b"here")), serve(reply(body=b"proxy"))
    monkeypatch.setenv("HTTP_PROXY", proxy.address(""))
    with ConnectionDeadline(60) as deadline:
        with public_session(deadline, ["127.0.0.1/32"]) as session:
            assert session.get(server.address()).content == b"here"
        with public_session(deadline, []) as session, pytest.raises(AntiSSRFError):
            session.get(server.address())
    assert (server.paths, proxy.paths) == (["/picture.jpg"], [])
    assert server.headers[0]["user-agent"] == "printkit"


def test_the_connections_of_a_session_are_watched(serve: Callable[..., Server]) -> None:
    """A connection that is made behind the deadline is closed before a request is sent."""
    server = serve(reply(body=b"late"))
    with ConnectionDeadline(60) as deadline:
        pass
    with (
        public_session(deadline, ["127.0.0.1/32"]) as session,
        pytest.raises((TimeoutError, RequestException)),
    ):
        session.get(server.address())
    assert server.paths == []
