"""Resource dictionaries: what content streams call by name, at any depth."""

from collections.abc import Iterable, Iterator

from pikepdf import Dictionary, Name, Object, Stream


def below(resources: Iterable[Object]) -> Iterator[Object]:
    """Every dictionary given, and those of the forms and patterns named in them, each once."""
    waiting = list(resources)
    seen: set[tuple[int, int]] = set()
    while waiting:
        found = waiting.pop()
        if found.is_indirect:
            if found.objgen in seen:
                continue
            seen.add(found.objgen)
        yield found
        for drawn in canvases(found):
            if drawn.is_indirect and drawn.objgen not in seen and Name.Resources in drawn:
                seen.add(drawn.objgen)
                waiting.append(drawn.Resources)


def canvases(resources: Object) -> Iterator[Object]:
    """The forms, pictures, patterns and masks of one dictionary: all that is drawn."""
    for kind in (Name.XObject, Name.Pattern):
        yield from (one for one in _named(resources, kind) if isinstance(one, Stream))
    for state in _named(resources, Name.ExtGState):
        mask = state.get(Name.SMask) if isinstance(state, Dictionary) else None
        if isinstance(mask, Dictionary) and isinstance(mask.get(Name.G), Stream):
            yield mask.G


def _named(resources: Object, kind: Name) -> Iterable[Object]:
    named = resources.get(kind)
    return named.as_dict().values() if isinstance(named, Dictionary) else ()
