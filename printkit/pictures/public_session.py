"""A session of the HTTP client that connects to public addresses only, until a deadline.

Owns requests and microsoft-antissrf. AntiSSRF resolves each host name once, refuses the name if any
of its addresses is not public, and connects to the very address that it checked. Proxies, .netrc
and cookies of the machine are not used.
"""

import socket
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from printkit.pictures.deadline import ConnectionDeadline

if TYPE_CHECKING:
    from requests import Session

_ALSO_PRIVATE = ["::/96"]  # IPv4-compatible addresses, missing from the list of AntiSSRF


def public_session(deadline: ConnectionDeadline, allowed_networks: Sequence[str]) -> "Session":
    """Return a session that connects to public addresses only, until the deadline.

    Args:
        deadline: the deadline, at which the connections of the session are cut.
        allowed_networks: private networks that may be asked, too, in CIDR notation.
    """
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
    # urllib3 has no hook for new connections, so its connection class gets a subclass.
    for scheme in ("http", "https"):
        manager = session.get_adapter(f"{scheme}://").poolmanager  # type: ignore[attr-defined]
        pool = manager.pool_classes_by_scheme[scheme]
        watched = {"ConnectionCls": _watched(pool.ConnectionCls, deadline)}
        manager.pool_classes_by_scheme = {scheme: type(pool.__name__, (pool,), watched)}
    return session


def _watched(connection: type[Any], deadline: ConnectionDeadline) -> type[Any]:
    class Watched(connection):  # type: ignore[misc]
        def _new_conn(self) -> socket.socket:
            return deadline.watch(super()._new_conn())

    return Watched
