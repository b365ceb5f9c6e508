"""Read values of somebody else's PDF: a value may have a type that the standard forbids."""

from pikepdf import Array, Boolean, Dictionary, Object, Stream


def array_items(value: Object | None) -> list[Object]:
    """Return the items of an array; an empty list if the value is no array."""
    return list(value) if isinstance(value, Array) else []


def is_true(value: object) -> bool:
    """Return whether the value is the boolean true; the number 1 and the text `true` are not."""
    return isinstance(value, Boolean) and bool(value)


def is_plain(value: object) -> bool:
    """Return whether the value is a number, a string or a name, or an array of nothing else."""
    if isinstance(value, Array):
        return all(not isinstance(one, Array) and is_plain(one) for one in value)
    return not isinstance(value, Dictionary | Stream)
