"""Addresses in a body: an address as written goes in, an absolute address comes out."""

from urllib.parse import urljoin


def join_address(base: str | None, given: str) -> str:
    """Return an absolute address: the given address, joined to the address of the article.

    An address that cannot be read stays as it is. If the article has no address, all given
    addresses stay as they are.
    """
    given = given.strip()
    try:
        return urljoin(base, given) if base else given
    except ValueError:  # as for `http://[broken`; `links` later reports the address
        return given
