"""Name trees, which sort by bytes."""

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Object


def name_tree(entries: Iterable[tuple[Object, Object]]) -> Dictionary:
    """A name tree of one leaf; its entries need not be in order, but no name comes twice."""
    ordered = sorted(entries, key=lambda entry: bytes(entry[0]))
    return Dictionary(Names=Array([one for entry in ordered for one in entry]))
