"""Lists with a fault: the text of a JSON list goes in, the place of each item comes out.

Exports end in the middle when a disk is full or a download stops, and programs put a comma behind
the last item. One fault costs one item: the items before and behind it are read.
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from printkit.text.patterns import regex

_OPENING = regex(r"\s*+\[\s*+(?=\{)")
_BETWEEN = regex(r"[\s,]*+")
_DECODER = json.JSONDecoder()
_TRIES = 20  # broken items together cost at most so many readings of the whole text


class ItemPlace(NamedTuple):
    """The place of an item in the text of a list.

    Attributes:
        start, end: the first character, and the character behind the last.
        is_whole: False for an item that is no JSON; such an item ends where the next begins.
    """

    start: int
    end: int
    is_whole: bool


def places_of_items(text: str) -> list[ItemPlace]:
    """Return the places of the items in a list of objects; none for a text that is no such list.

    The last place is not whole and empty if the list has no end; text behind the end is an item.
    Behind a broken item, the next item is
    a line that begins with an object and has no deeper indent than the first item.
    """
    opening = _OPENING.match(text)
    return list(_each_place(text, opening.end())) if opening else []


def _each_place(text: str, at: int) -> Iterator[ItemPlace]:
    indent = at - text.rfind("\n", 0, at) - 1
    next_item = re.compile(rf"\n[ \t]{{0,{indent}}}+(?=\{{)")
    left = _TRIES * len(text)
    whole = True
    while at < len(text) and text[at] != "]":
        end, failed = _end_of_item(text, at)
        whole = failed is None
        if failed is not None:
            left -= failed - at
            found = next_item.search(text, at) if left > 0 else None
            end = found.end() if found else len(text)
        yield ItemPlace(at, end, whole)
        found = _BETWEEN.match(text, end)
        at = found.end() if found else end
    behind = text[at + 1 :].lstrip()
    if behind or (at >= len(text) and whole):
        yield ItemPlace(len(text) - len(behind), len(text), False)


def _end_of_item(text: str, at: int) -> tuple[int, int | None]:
    """Return where an item ends, and where its reading failed; None for an item that is whole."""
    try:
        return _DECODER.raw_decode(text, at)[1], None
    except json.JSONDecodeError as error:
        return at, error.pos
    except RecursionError:
        return at, len(text)
