"""Arrays of a PDF: any object goes in, the items of an array come out, or none."""

from pikepdf import Array, Object


def items_of(value: Object | None) -> list[Object]:
    """Return the items of an array; none for any other object, which a strange file may have."""
    return list(value) if isinstance(value, Array) else []
