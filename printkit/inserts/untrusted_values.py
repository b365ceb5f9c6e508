"""Read values of somebody else's PDF: a value may have a type that the standard forbids."""

from pikepdf import Array, Boolean, Dictionary, Integer, Object, Stream


def array_items(value: Object | None) -> list[Object]:
    """Return the items of an array; an empty list if the value is no array."""
    return list(value) if isinstance(value, Array) else []


def is_true(value: object) -> bool:
    """Return whether the value is the boolean true; the number 1 and the text `true` are not."""
    return isinstance(value, Boolean) and bool(value)


def whole_number(value: object) -> int:
    """Return the value of a whole number, such as a set of flags; 0 if it is no such number."""
    return int(value) if isinstance(value, int | Integer) else 0


def is_plain(value: object) -> bool:
    """Return whether the value is a number, a string or a name, or an array of nothing else."""
    if isinstance(value, Array):
        return all(not isinstance(one, Array) and is_plain(one) for one in value)
    return not isinstance(value, Dictionary | Stream)
