"""Structure ids that two parts both use: the later part's are changed."""

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, String


def prefix(elements: Sequence[Object], opening: str) -> None:
    """Open the ids of a part's elements with a prefix, and the ids its table cells refer to.

    Args:
        elements: all elements of the part that bear an id: notes, and heads of tables.
        opening: what no other part's ids open with.
    """
    tables: dict[tuple[int, int], Object] = {}
    for element in elements:
        element.ID = _prefixed(element.ID, opening)
        if element.S == Name.TH:
            table = _table(element)
            tables[table.objgen] = table
    for table in tables.values():
        for cell in _cells(table):
            heads = cell.get(Name.A, Dictionary()).get(Name.Headers, ())
            if heads:
                cell.A.Headers = Array([_prefixed(head, opening) for head in heads])


def _prefixed(name: Object, opening: str) -> String:
    return String(opening + str(name))


def _table(element: Object) -> Object:
    while Name.Table != element.S:
        element = element.P
    return element


def _cells(table: Object) -> Iterator[Object]:
    """The cells of a table, but not of tables within it."""
    waiting = [table]
    while waiting:
        for kid in waiting.pop().K.as_list():
            if not isinstance(kid, Dictionary) or Name.S not in kid:
                continue
            if kid.S in (Name.TH, Name.TD):
                yield kid
            elif Name.Table != kid.S:
                waiting.append(kid)
