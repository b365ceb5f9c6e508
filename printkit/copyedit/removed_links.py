"""Removed links: the links that were removed from a body go in, one remark comes out."""

from collections.abc import Sequence
from typing import NamedTuple

from printkit.remarks import Remark, Removed


class RemovedLink(NamedTuple):
    """A link that was removed, while its words were kept.

    Attributes:
        address: where the link was to lead.
        reason: why the link cannot be printed.
    """

    address: str
    reason: str


def tell_removed(links: Sequence[RemovedLink], where: str) -> list[Remark]:
    """Return one remark on all links that were removed, with the first as an example."""
    if not links:
        return []
    address, reason = links[0]
    count = f"{len(links)} links were" if len(links) > 1 else "1 link was"
    example = f"{address[:200]}: {reason}" if address else reason
    told = f"{count} removed and the words kept ({example})"
    removed = tuple(Removed("link", link.address) for link in links)
    return [Remark("PK302", told, where, removed=removed)]
