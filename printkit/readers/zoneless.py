"""Zoneless moments: an article goes in, the paths of its moments without a time zone come out."""

from collections.abc import Iterator
from datetime import datetime

from printkit.article import Value
from printkit.readers.problems import FieldPath


def naive_moments(value: Value, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Yield the path of each moment of an article that has no zone, also within its pictures."""
    for name in type(value).model_fields:
        given = getattr(value, name)
        if isinstance(given, datetime) and given.tzinfo is None:
            yield (*path, name)
        elif isinstance(given, Value):
            yield from naive_moments(given, (*path, name))
        elif isinstance(given, tuple):
            for index, one in enumerate(given):
                if isinstance(one, Value):
                    yield from naive_moments(one, (*path, name, index))
