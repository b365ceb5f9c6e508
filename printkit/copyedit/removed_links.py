"""Links without an address on paper: the links of one body go in, one remark comes out."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from printkit.edition.limits import Limits, written
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


def tell_left_off(addresses: Collection[str], limits: Limits, where: str) -> list[Remark]:
    """Return one remark on all addresses of links that are one too many for paper.

    Args:
        addresses: the addresses; their links and the words of these links are printed.
        limits: the limits of the run.
        where: names the record in the remark.
    """
    if not addresses:
        return []
    first = next(iter(addresses))
    count = "1 address" if len(addresses) == 1 else f"{written(len(addresses))} addresses"
    told = f"{count} of links left off paper, the first: {first[:200]}"
    told += f"; printkit prints at most {limits.told('told_addresses')}"
    removed = tuple(Removed("address of a link", one) for one in addresses)
    return [Remark("PK304", told, where, "body", removed=removed)]
