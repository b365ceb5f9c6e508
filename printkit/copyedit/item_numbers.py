"""Numbers of items: a body with all its lists goes in, and comes out with the same numbers.

An item may go on the way to paper: an empty item, or an item with only a button. The items behind
such an item keep the numbers that a browser shows, because a text may name these numbers.
"""

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names

_LISTS = names("ol ul menu dir")
_NUMBER = "data-number"


def note_numbers_of_items(root: Node) -> None:
    """Write the number of each item into the item, as a browser counts.

    Args:
        root: the body without hidden items, which a browser does not count.
    """
    items: dict[Node, list[Node]] = {one: [] for one in root.iter("ol")}
    for item in root.iter("li"):
        tree.pop(item, _NUMBER)
        home = next((one for one in tree.ancestors(item) if one.tag in _LISTS), None)
        if home in items:
            items[home].append(item)
    for home, own in items.items():
        step = 1 if home.get("reversed") is None else -1
        number = int(home.get("start") or (1 if step > 0 else len(own)))
        for item in own:
            number = int(item.get("value") or number)
            item.set(_NUMBER, str(number))
            number += step


def keep_numbers_of_items(body: Node) -> None:
    """Give each item its number, where the item would get another number by its place.

    WeasyPrint ignores `reversed`: neither its html.py nor its html5_ua.css reads the attribute. So
    each item of a reversed list gets its number.

    Args:
        body: clean blocks, without the items that went on the way.
    """
    for home in body.iter("ol"):
        expected = int(home.get("start") or 1)
        for item in home.iterchildren("li"):
            number = int(item.get(_NUMBER) or item.get("value") or expected)
            if number != expected or home.get("reversed") is not None:
                item.set("value", str(number))
            expected = number + 1
    for item in body.iter("li"):
        tree.pop(item, _NUMBER)
