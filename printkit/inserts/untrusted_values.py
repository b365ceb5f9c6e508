"""Read values of somebody else's PDF: a value may have a type that the standard forbids."""

from collections.abc import Iterator

from pikepdf import Array, Boolean, Dictionary, Integer, Object, Stream, String


def array_items(value: Object | None) -> list[Object]:
    """Return the items of an array; an empty list if the value is no array."""
    return list(value) if isinstance(value, Array) else []


def name_tree_entries(tree: Object | None) -> Iterator[tuple[String, Object]]:
    """Yield the names and the values of a name tree, which may have loops."""
    waiting = [tree]
    seen = set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Dictionary) or node.objgen in seen:
            continue
        if node.is_indirect:
            seen.add(node.objgen)
        waiting += array_items(node.get("/Kids"))
        entries = array_items(node.get("/Names"))
        for name, value in zip(entries[::2], entries[1::2], strict=False):
            if isinstance(name, String):
                yield name, value


def is_true(value: object) -> bool:
    """Return whether the value is the boolean true; the number 1 and the text `true` are not."""
    return isinstance(value, Boolean) and bool(value)


def whole_number(value: object) -> int:
    """Return the value of a whole number, such as a set of flags; 0 for any other value."""
    return int(value) if isinstance(value, int | Integer) else 0


def is_plain(value: object) -> bool:
    """Return whether the value is a number, a string or a name, or an array of nothing else."""
    if isinstance(value, Array):
        return all(not isinstance(one, Array) and is_plain(one) for one in value)
    return not isinstance(value, Dictionary | Stream)
