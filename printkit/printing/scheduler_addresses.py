"""Addresses of Dask schedulers: a text goes in; a wrong form is refused before Dask is asked."""

import re

from printkit.errors import EditionError
from printkit.text.patterns import regex

_SCHEMES = ("tcp", "tls", "ucx", "ws", "wss")
_ADDRESS = regex(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?P<host>\[[0-9a-f:.%]+\]|[^\s/:@\[\]?#]+)"
    r"(?::(?P<port>[0-9]{1,5}))?/?",
    re.IGNORECASE,
)


def refuse_wrong_scheduler(address: str) -> None:
    """Refuse a text that cannot be the address of a scheduler; ask no network.

    Raises:
        EditionError: the scheme, the host or the port is missing or wrong, or a user is named.
    """
    if why := _why_wrong(address):
        raise EditionError(
            f"is not the address of a Dask scheduler: {why}",
            where=address,
            remedy="Give an address such as tcp://10.0.0.5:8786, or local for workers of this"
            " machine.",
        )


def _why_wrong(address: str) -> str:
    if "@" in address:
        return "a scheduler takes no user and no password"
    found = _ADDRESS.fullmatch(address)
    if not found:
        return "its form is not tcp://HOST:PORT"
    scheme, port = (found["scheme"] or "tcp").lower(), found["port"]
    if scheme not in _SCHEMES:
        return f"{scheme} is none of {', '.join(_SCHEMES)}"
    if not port:
        return "the number of the port is missing"
    return "" if 0 < int(port) < 2**16 else f"there is no port {port}"
