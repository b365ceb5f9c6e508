"""Prefix the structure ids of a part, if an earlier part has the same ids."""

from collections.abc import Iterable, Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Stream, String


def elements_with_ids(elements: Iterable[Object]) -> list[Object]:
    """Return the elements of an insert that have an id.

    If several elements have the same id, the first element keeps the id.
    """
    found: dict[bytes, Object] = {}
    for element in elements:
        own = element.get(Name.ID)
        if isinstance(own, String) and bytes(own) not in found:
            found[bytes(own)] = element
        elif own is not None:
            del element.ID
    return list(found.values())


def prefix_part_ids(elements: Sequence[Object], opening: str) -> None:
    """Prefix the ids of a printed part, and the ids that its table cells refer to.

    Args:
        elements: all elements of the part that have an id: notes, and header cells of tables.
        opening: a prefix that no other part's ids have.
    """
    # Only cells refer to ids, so only tables whose header cells have ids are searched. Python then
    # touches few of the many objects that qpdf copied at once.
    tables = (_table_of(element) for element in elements if element.S == Name.TH)
    distinct = {table.objgen: table for table in tables}
    cells = (cell for table in distinct.values() for cell in _cells(table))
    prefix_ids(elements, (cell[Name.A] for cell in cells if Name.A in cell), opening)


def prefix_ids(elements: Iterable[Object], attributes: Iterable[Object], opening: str) -> None:
    """Prefix the ids of elements, and the ids that attributes refer to.

    Args:
        elements: the elements that have an id.
        attributes: attribute dictionaries, or arrays of them, which may have /Headers.
        opening: a prefix that no other part's ids have.
    """
    for element in elements:
        element.ID = _prefixed(element.ID, opening)
    for one in _dictionaries(attributes):
        headers = one.get(Name.Headers)
        if isinstance(headers, Array) and len(headers):
            one.Headers = Array([_prefixed(header, opening) for header in headers])


def _prefixed(own: Object, opening: str) -> Object:
    return String(opening.encode() + bytes(own)) if isinstance(own, String) else own


def _dictionaries(attributes: Iterable[Object]) -> Iterator[Object]:
    """Yield each attribute dictionary once, though several elements may share it."""
    seen = set()
    waiting = list(attributes)
    while waiting:
        one = waiting.pop()
        if not isinstance(one, Array | Dictionary | Stream):
            continue
        if one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if isinstance(one, Array):
            waiting += list(one)
        else:
            yield one


def _table_of(element: Object) -> Object:
    while Name.Table != element.S:
        element = element.P
    return element


def _cells(table: Object) -> Iterator[Object]:
    """Yield the cells of a table, but not the cells of tables nested in it."""
    waiting = [table]
    while waiting:
        for kid in waiting.pop().K.as_list():
            if not isinstance(kid, Dictionary) or Name.S not in kid:
                continue
            if kid.S in (Name.TH, Name.TD):
                yield kid
            elif Name.Table != kid.S:
                waiting.append(kid)
