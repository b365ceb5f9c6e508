"""Structure ids that two parts both use: the later part's are changed."""

from collections.abc import Iterable, Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Stream, String


def named(elements: Iterable[Object]) -> list[Object]:
    """The elements of a foreign tree that bear an id; one that comes again stays the first's."""
    found: dict[bytes, Object] = {}
    for element in elements:
        name = element.get(Name.ID)
        if isinstance(name, String) and bytes(name) not in found:
            found[bytes(name)] = element
        elif name is not None:
            del element.ID
    return list(found.values())


def prefix(elements: Sequence[Object], opening: str) -> None:
    """Open the ids of a printed part's elements, and what its table cells say of them.

    Args:
        elements: all elements of the part that bear an id: notes, and heads of tables.
        opening: what no other part's ids open with.
    """
    tables = (_table(element) for element in elements if element.S == Name.TH)
    single = {table.objgen: table for table in tables}
    cells = (cell for table in single.values() for cell in _cells(table))
    rename(elements, (cell[Name.A] for cell in cells if Name.A in cell), opening)


def rename(elements: Iterable[Object], attributes: Iterable[Object], opening: str) -> None:
    """Open ids with a prefix, and what attributes say of them.

    Args:
        elements: those that bear an id.
        attributes: dictionaries, or lists of them, in which cells may name their heads.
        opening: what no other part's ids open with.
    """
    for element in elements:
        element.ID = _prefixed(element.ID, opening)
    for one in _dictionaries(attributes):
        heads = one.get(Name.Headers)
        if isinstance(heads, Array) and len(heads):
            one.Headers = Array([_prefixed(head, opening) for head in heads])


def _prefixed(name: Object, opening: str) -> Object:
    return String(opening.encode() + bytes(name)) if isinstance(name, String) else name


def _dictionaries(attributes: Iterable[Object]) -> Iterator[Object]:
    """Each dictionary once, though several elements may share it."""
    seen = set()
    ahead = list(attributes)
    while ahead:
        one = ahead.pop()
        if not isinstance(one, Array | Dictionary | Stream):
            continue
        if one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if isinstance(one, Array):
            ahead += list(one)
        else:
            yield one


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
