"""Order of schema.org: items with their `position` go in, a list in their order comes out.

The positions count, and not the order in the record. A list that counts down keeps its order, and
each of its items has its own number.
"""

from collections.abc import Mapping, Sequence

from printkit.readers.schema_values import text_of


def in_order(items: Sequence[object], order: str = "") -> Sequence[object]:
    """Return items by their positions; as they are, if an item has none or the list counts down.

    Args:
        items: objects of schema.org.
        order: the `itemListOrder` of the list.
    """
    places = [_position(one) for one in items]
    if None in places or len(set(places)) < len(places) or "descending" in order.lower():
        return items
    return [
        one for _, one in sorted(zip(places, items, strict=True), key=lambda pair: pair[0] or 0)
    ]


def numbered(items: Sequence[tuple[object, str]], name: str) -> str:
    """Return the HTML of items as a list whose numbers are the positions of the items.

    Args:
        items: each object, with its words as HTML.
        name: `ol` or `ul`.
    """
    if not items:
        return ""
    places = [_position(one) for one, _ in items]
    counted = name == "ol" and None not in places and 0 not in places
    made, wanted = list[str](), 1
    for place, (_, words) in zip(places, items, strict=True):
        value = f' value="{place}"' if counted and place != wanted else ""
        made.append(f"<li{value}>{words}</li>")
        wanted = (place or 0) + 1
    return f"<{name}>{''.join(made)}</{name}>"


def _position(item: object) -> int | None:
    text = text_of(item.get("position")) if isinstance(item, Mapping) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None
