"""Find all resource dictionaries of a page: its own, and those of the forms drawn on the page.

A resource dictionary names the fonts, pictures and forms that a page or a form draws with. A form
may draw a second form, which has resources too.
"""

from collections.abc import Iterable, Iterator

from pikepdf import Dictionary, Name, Object, Stream


def all_resources(resources: Iterable[Object]) -> Iterator[Object]:
    """Yield each given resource dictionary, and those of all forms drawn with it, each once."""
    waiting = list(resources)
    seen: set[tuple[int, int]] = set()
    while waiting:
        found = waiting.pop()
        # All direct objects have the number (0, 0), so only indirect objects can be recognised.
        if found.is_indirect:
            if found.objgen in seen:
                continue
            seen.add(found.objgen)
        yield found
        for stream in drawn_streams(found):
            # A hostile form may name itself: without `seen`, this loop would not end.
            if stream.is_indirect and stream.objgen not in seen and Name.Resources in stream:
                seen.add(stream.objgen)
                waiting.append(stream.Resources)


def drawn_streams(resources: Object) -> Iterator[Object]:
    """Yield the forms, images, patterns and soft masks that one dictionary names."""
    for kind in (Name.XObject, Name.Pattern):
        yield from (one for one in _entries(resources, kind) if isinstance(one, Stream))
    for state in _entries(resources, Name.ExtGState):
        mask = state.get(Name.SMask) if isinstance(state, Dictionary) else None
        if isinstance(mask, Dictionary) and isinstance(mask.get(Name.G), Stream):
            yield mask.G


def _entries(resources: Object, kind: Name) -> Iterable[Object]:
    named = resources.get(kind)
    return named.as_dict().values() if isinstance(named, Dictionary) else ()
