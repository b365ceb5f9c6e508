"""Store equal pictures and equal colour profiles once in the bound file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pikepdf import Array, Dictionary, Name, Object

from printkit.bindery.resources import drawn_streams


def share(resources: Iterable[Object]) -> None:
    """Make all resource dictionaries name the same stream where two streams are equal."""
    streams = _DistinctStreams()
    for dictionary in resources:
        for space in _profiled_spaces(dictionary):
            space[1] = streams.first_equal(space[1])
        drawn = dictionary.get(Name.XObject, Dictionary())
        for name, stream in drawn.items():
            if stream.get(Name.Subtype) == Name.Image:
                drawn[name] = streams.first_equal(stream)


def _profiled_spaces(resources: Object) -> Iterator[Object]:
    """Yield colour spaces with an ICC profile: named ones, and ones of pictures and of groups."""
    named = resources.get(Name.ColorSpace, Dictionary())
    spaces: list[Object | None] = list(named.as_dict().values())
    for stream in drawn_streams(resources):
        spaces += (stream.get(Name.ColorSpace), stream.get(Name.Group, Dictionary()).get(Name.CS))
    for space in spaces:
        if isinstance(space, Array) and space[0] == Name.ICCBased:
            yield space


class _DistinctStreams:
    """The different streams seen so far, by their dictionaries.

    A stream's dictionary states the length of its data. So data is compared only where two
    dictionaries are equal, which is seldom.
    """

    def __init__(self) -> None:
        self._streams: defaultdict[bytes, list[Object]] = defaultdict(list)

    def first_equal(self, stream: Object) -> Object:
        """Return the first of all equal streams seen; the given stream if no earlier is equal."""
        # The masks come first: two equal pictures are found only if they name the same mask.
        if Name.SMask in stream:
            stream.SMask = self.first_equal(stream.SMask)
        alike = self._streams[stream.stream_dict.unparse()]
        for one in alike:
            if one.objgen == stream.objgen or one.read_raw_bytes() == stream.read_raw_bytes():
                return one
        alike.append(stream)
        return stream
