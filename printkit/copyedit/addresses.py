"""Addresses in a body: an address as it stands there goes in, an absolute one comes out."""

from urllib.parse import urljoin


def join_address(base: str | None, given: str) -> str:
    """Return an address made absolute, where the article says where its body stood.

    An address that cannot be read, or that stands in an article without an address, stays as
    it is.
    """
    given = given.strip()
    try:
        return urljoin(base, given) if base else given
    except ValueError:
        return given
