"""Make name trees, the sorted maps of a PDF from strings to objects."""

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Object


def name_tree(entries: Iterable[tuple[Object, Object]]) -> Dictionary:
    """Return a name tree that is one node. No two entries may have the same name."""
    # Viewers search the tree by halves, so its names are sorted, as bytes: ISO 32000-1, 7.9.6.
    ordered = sorted(entries, key=lambda entry: bytes(entry[0]))
    return Dictionary(Names=Array([one for entry in ordered for one in entry]))
