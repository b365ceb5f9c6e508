"""Conditions of an import in a style sheet: takes CSS nodes, tells whether these hold on paper."""

from collections.abc import Sequence
from typing import Any

_OF_PAPER = ("all", "print")


def is_for_print(conditions: Sequence[object]) -> bool:
    """Tell whether WeasyPrint follows an import with these conditions.

    WeasyPrint reads layers and media types, and ignores an import with another condition.

    Args:
        conditions: the nodes after the address, without spaces and comments.
    """
    left = list(conditions)
    # WeasyPrint takes `layer` in small letters only.
    if left and "layer" in (getattr(left[0], "value", ""), getattr(left[0], "name", "")):
        del left[0]
    if not left:
        return True
    if _word(left[0]) == "only":
        del left[0]
    # Every second node is the comma between two media types.
    types, commas = [_word(one) for one in left[::2]], left[1::2]
    is_list = all(types) and all(one == "," for one in commas) and len(types) == len(commas) + 1
    return is_list and any(one in _OF_PAPER for one in types)


def _word(node: Any) -> str:
    """Return a word in small letters; empty for another node."""
    return str(node.lower_value) if node.type == "ident" else ""
