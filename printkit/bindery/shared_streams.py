"""Pictures and colour profiles that are alike, stored once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pikepdf import Array, Dictionary, Name, Object

from printkit.bindery.resources import canvases


def share(resources: Iterable[Object]) -> None:
    """Let all resource dictionaries name the same stream where the streams are alike."""
    store = _Store()
    for found in resources:
        for space in _profiled(found):
            space[1] = store.kept(space[1])
        pictures = found.get(Name.XObject, Dictionary())
        for name, drawn in pictures.items():
            if drawn.get(Name.Subtype) == Name.Image:
                pictures[name] = store.kept(drawn)


def _profiled(resources: Object) -> Iterator[Object]:
    """The colour spaces that have a profile: by name, of pictures, and of transparent groups."""
    named = resources.get(Name.ColorSpace, Dictionary())
    spaces: list[Object | None] = list(named.as_dict().values())
    for canvas in canvases(resources):
        spaces += (canvas.get(Name.ColorSpace), canvas.get(Name.Group, Dictionary()).get(Name.CS))
    for space in spaces:
        if isinstance(space, Array) and space[0] == Name.ICCBased:
            yield space


class _Store:
    """The streams kept so far, by their dictionaries, which hold their length."""

    def __init__(self) -> None:
        self._kept: defaultdict[bytes, list[Object]] = defaultdict(list)

    def kept(self, stream: Object) -> Object:
        """The first stream that is like this one; it may be this one."""
        if Name.SMask in stream:
            stream.SMask = self.kept(stream.SMask)
        alike = self._kept[stream.stream_dict.unparse()]
        for one in alike:
            if one.objgen == stream.objgen or one.read_raw_bytes() == stream.read_raw_bytes():
                return one
        alike.append(stream)
        return stream
