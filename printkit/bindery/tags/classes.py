"""Rename the attribute classes of an insert, so that no two files' classes clash."""

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Object


def rename_classes(tree: Object, elements: Iterable[Object], opening: str) -> dict[str, Object]:
    """Give a tree's attribute classes names that no other tree has.

    Args:
        tree: the StructTreeRoot, with its ClassMap.
        elements: all elements of the tree, which lose classes that are not in the map.
        opening: a prefix that no other tree's class names have.

    Returns:
        The classes by their new names.
    """
    found = tree.get(Name.ClassMap)
    classes = dict(found.items()) if isinstance(found, Dictionary) else {}
    names = {
        # A PDF name is a sequence of bytes, and may be no valid UTF-8.
        name.encode(errors="surrogateescape"): f"/{opening}{number}"
        for number, name in enumerate(classes, 1)
    }
    for element in elements:
        if Name.C in element:
            element.C = Array(_new_names(element.C, names))
    return dict(zip(names.values(), classes.values(), strict=True))


def _new_names(classes: Object, names: dict[bytes, str]) -> list[Object]:
    """Return the new names of an element's known classes, without their revision numbers."""
    listed = list(classes) if isinstance(classes, Array) else [classes]
    given = (bytes(one) for one in listed if isinstance(one, Name))
    return [Name(names[name]) for name in given if name in names]
