"""Classes of attributes, told apart: one file's `wide` is not another's."""

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Object


def renamed(tree: Object, elements: Iterable[Object], opening: str) -> dict[str, Object]:
    """Give a tree's classes names that no other tree has.

    Args:
        tree: the StructTreeRoot, with its ClassMap.
        elements: all of the tree; classes that are not in the map are taken from them.
        opening: what the names of no other tree open with.

    Returns:
        The classes by their new names.
    """
    found = tree.get(Name.ClassMap)
    classes = dict(found.items()) if isinstance(found, Dictionary) else {}
    names = {
        # Names are bytes: not all can be read as text.
        name.encode(errors="surrogateescape"): f"/{opening}{number}"
        for number, name in enumerate(classes, 1)
    }
    for element in elements:
        if Name.C in element:
            element.C = Array(_renamed(element.C, names))
    return dict(zip(names.values(), classes.values(), strict=True))


def _renamed(classes: Object, names: dict[bytes, str]) -> list[Object]:
    """The names that are known; numbers of revisions, which may follow them, go."""
    listed = list(classes) if isinstance(classes, Array) else [classes]
    given = (bytes(one) for one in listed if isinstance(one, Name))
    return [Name(names[name]) for name in given if name in names]
