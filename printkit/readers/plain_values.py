"""Plain values: a mapping of any Python values goes in, the values that JSON knows come out.

Dates and bytes stay as they are. An object that says nothing readable is replaced by a value with
the name of its type: the check of the article, which knows the names of the fields, refuses this.
"""

import dataclasses
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from itertools import islice
from pathlib import PurePath
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from printkit.article import Value
from printkit.edition.limits import DEFAULTS, Limits

_LARGEST = 10**300
_NUMERIC_LIBRARIES = {"numpy", "pandas", "polars", "pyarrow"}


class TooManyValuesError(ValueError):
    """A record has more values than an article can have."""


@dataclasses.dataclass(frozen=True)
class Unreadable:
    """An object of a program that says nothing readable; its own methods are not called.

    Attributes:
        kind: the name of its type.
    """

    kind: str


class _Room:
    """The values that a record may still hold; each value of the record takes its place."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.record_values

    def refuse_depth(self, depth: int) -> None:
        if depth > self._limits.record_depth:
            raise RecursionError

    def take(self, values: Iterable[Any]) -> list[Any]:
        """Return values as a list, and count the values of the list."""
        found = list(islice(values, self._left + 1))
        self._left -= len(found)
        if self._left < 0:
            raise TooManyValuesError(too_many_values(self._limits))
        return found


def plain(value: object, limits: Limits = DEFAULTS) -> object:
    """Return a value as texts, numbers, lists and mappings; None for a value that is missing.

    `NaN`, `NaT` and `NA` are the missing values of tables.

    Args:
        value: the value.
        limits: how deep lists and mappings may be nested, and how many values all of them may
            have together. A list that stands in two places counts twice.

    Raises:
        RecursionError: the value is nested too deeply, or holds itself.
        TooManyValuesError: the lists, mappings and iterators have too many values.
    """
    return _made_plain(value, _Room(limits), 0)


def _made_plain(value: object, room: _Room, depth: int) -> object:
    room.refuse_depth(depth)
    if value is None or type(value) in (str, bool, bytes):
        return value
    try:
        return _plain_value(value, room, depth)
    except (RecursionError, TooManyValuesError):
        raise
    except Exception:  # noqa: BLE001
        # A lazy object of a web framework fails even when it is asked for its type, with any error.
        return Unreadable(type(value).__name__)


def _plain_value(value: object, room: _Room, depth: int) -> object:
    match value:
        case Enum():
            return _made_plain(value.value, room, depth + 1)
        case str():
            return str(value)
        case int() | float() | Decimal():
            return _plain_number(value)
        case UUID() | PurePath() | time() | timedelta():
            return str(value)
        case bytearray() | memoryview():
            return bytes(value)
        case Value() | date():
            # The missing date of pandas is a date, too, and is not equal to itself.
            return value if bool(value == value) and str(value) else None  # noqa: PLR0124
    return _plain_object(value, room, depth)


def storable(value: object) -> object:
    """Return a plain value as `extra` can keep it: the name of its type for an object."""
    match value:
        case Mapping():
            return {key: storable(one) for key, one in value.items()}
        case list() | tuple():
            return [storable(one) for one in value]
        case bytes():
            return value.decode(errors="replace")
        case None | str() | int() | float() | date() | Value():
            return value
        case Unreadable():
            return f"<{value.kind}>"
    return f"<{type(value).__name__}>"


def _plain_object(value: Any, room: _Room, depth: int) -> Any:
    kind = type(value)
    if kind.__name__ in ("NAType", "NaTType"):
        return None
    parts = _parts(value, room)
    if isinstance(parts, dict):
        return {_key(key): _made_plain(one, room, depth + 1) for key, one in parts.items()}
    if isinstance(value, Set) and isinstance(parts, list):
        # The order of a set differs from run to run.
        return sorted((_made_plain(one, room, depth + 1) for one in parts), key=repr)
    if isinstance(parts, list):
        return [_made_plain(one, room, depth + 1) for one in parts]
    return parts if isinstance(parts, Unreadable) else _made_plain(parts, room, depth + 1)


def _parts(value: Any, room: _Room) -> Any:
    """Return what an object holds: a mapping, a list, or a value; Unreadable for other objects."""
    kind = type(value)
    library = kind.__module__.partition(".")[0]
    if library in _NUMERIC_LIBRARIES and callable(getattr(value, "tolist", None)):
        listed = value.tolist()
        return room.take(listed) if isinstance(listed, list) else listed
    if (fields := _fields(value)) is not None:
        return dict(room.take(fields.items()))
    if callable(getattr(value, "casefold", None)):
        return str(value)  # a text that is translated only when it is read, as in web frameworks
    if isinstance(value, Set | Sequence | Iterator) or kind.__name__ in _VIEWS:
        return room.take(value)
    return Unreadable(kind.__name__)


_VIEWS = ("dict_keys", "dict_values", "dict_items", "deque", "array")


def _fields(value: Any) -> Mapping[Any, Any] | None:
    """Return the fields of an object that has named ones; None for any other object."""
    if isinstance(value, Mapping):
        return value
    if isinstance(value, BaseModel):
        return {name: getattr(value, name) for name in type(value).model_fields}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: getattr(value, one.name, None) for one in dataclasses.fields(value)}
    as_dict: Callable[[], Mapping[Any, Any]] | None = getattr(value, "_asdict", None)
    return as_dict() if isinstance(value, tuple) and as_dict else None


def too_many_values(limits: Limits) -> str:
    """Return the sentence about a record with more values than an article can have."""
    return f"holds more than {limits.told('record_values')}, which is no article"


def _plain_number(value: float | Decimal) -> int | float | str | None:
    if isinstance(value, int):
        # Python refuses to write a number of many thousand figures; Decimal does not.
        return int(value) if abs(value) < _LARGEST else str(Decimal(value))
    finite = value.is_finite() if isinstance(value, Decimal) else math.isfinite(value)
    if not finite:
        return None
    if isinstance(value, Decimal):
        whole = value.as_tuple().exponent
        small = isinstance(whole, int) and abs(whole) < 100 and abs(value) < 10**15
        return int(value) if small and value == value.to_integral_value() else str(value)
    return float(value)


def _key(key: Any) -> str:
    named = plain(key)
    if isinstance(named, Unreadable):
        return f"<{named.kind}>"
    return named if isinstance(named, str) else str(named) if isinstance(named, int) else repr(key)
