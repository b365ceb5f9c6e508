"""Order of schema.org: items with their `position` go in, a list in their order comes out.

The positions count, and not the order in the record. Items of one position keep their order, and
an item without a position stays behind the item before. A list that counts down keeps its order,
and each of its items has its own number.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from printkit.readers.schema_values import text_of
from printkit.text.patterns import regex

_NUMBER = regex(r"[#№]?\s?(\d{1,6})(?:\.0*|[.)º°])?")
_BEFORE_ALL = -1
_LISTS = ("itemListElement", "hasPart", "step", "steps", "item")
_DEEPEST = 6


def in_order(items: Sequence[object], order: str = "") -> Sequence[object]:
    """Return items by their positions; as they are, if the list counts down or begins again.

    Args:
        items: objects of schema.org.
        order: the `itemListOrder` of the list.
    """
    places = _positions(items)
    if not any(places) or "descending" in order.lower() or _begins_again(places):
        return items
    kept, before = list[int](), _BEFORE_ALL
    for place in places:
        before = before if place is None else place
        kept.append(before)
    return [one for _, one in sorted(zip(kept, items, strict=True), key=lambda pair: pair[0])]


def numbered(items: Sequence[tuple[object, str]], name: str) -> str:
    """Return the HTML of items as a list whose numbers are the positions of the items.

    An item without a position stands between numbered items as an item without a number.

    Args:
        items: each object, with its words as HTML.
        name: `ol` or `ul`.
    """
    places = _positions([one for one, _ in items])
    texts = [words for _, words in items]
    if name != "ol" or not any(place is not None for place in places):
        return f"<{name}>{''.join(f'<li>{one}</li>' for one in texts)}</{name}>" if items else ""
    made = list[str]()
    for has_number, group in groupby(
        zip(places, texts, strict=True), key=lambda pair: pair[0] is not None
    ):
        made.append(_list_of(list(group), "ol" if has_number else "ul"))
    return "".join(made)


def position_doubts(value: object, path: str, depth: int = 0) -> Iterator[str]:
    """Yield a sentence for each item that has no number in a list whose other items have one."""
    if isinstance(value, Mapping):
        for key in _LISTS if depth < _DEEPEST else ():
            yield from position_doubts(value.get(key), f"{path}.{key}", depth + 1)
    items = value if isinstance(value, list | tuple) else ()
    places = _positions(items)
    for at, (place, one) in enumerate(zip(places, items, strict=True)):
        yield from position_doubts(one, f"{path}.{at}", depth) if isinstance(one, Mapping) else ()
        given = _given(one)
        if given and _number(given) is None:
            yield f"the position {given[:40]!r} of {path}.{at} is no number"
        elif place is None and any(place is not None for place in places):
            yield f"{path}.{at} has no position; its item stands behind the item before"


def _list_of(items: Sequence[tuple[int | None, str]], name: str) -> str:
    made, wanted = list[str](), 1
    for place, words in items:
        value = f' value="{place}"' if place is not None and place != wanted else ""
        made.append(f"<li{value}>{words}</li>")
        wanted = (place or 0) + 1
    return f"<{name}>{''.join(made)}</{name}>"


def _positions(items: Sequence[object]) -> list[int | None]:
    """Return the position of each item; none for items that all have the same position.

    Programs count from 0, and readers from 1.
    """
    places = [_number(_given(one)) for one in items]
    found = [place for place in places if place is not None]
    if len(items) > 1 and len(found) == len(items) and len(set(found)) == 1:
        return [None] * len(items)
    more = 1 if 0 in found else 0
    return [None if place is None else place + more for place in places]


def _begins_again(places: Sequence[int | None]) -> bool:
    """Tell whether several lists, each of which begins with 1, stand behind each other."""
    found = [place for place in places if place is not None]
    runs = [place for at, place in enumerate(found) if at == 0 or place <= found[at - 1]]
    return len(runs) > 1 and all(place == 1 for place in runs)


def _given(item: object) -> str:
    """Return the position of an item, or of the thing that the item is about."""
    if not isinstance(item, Mapping):
        return ""
    inner = item.get("item")
    own = text_of(item.get("position"))
    return own or (text_of(inner.get("position")) if isinstance(inner, Mapping) else "")


def _number(text: str) -> int | None:
    found = _NUMBER.fullmatch(text) if text.isascii() or "№" in text else None
    return int(found[1]) if found else None
