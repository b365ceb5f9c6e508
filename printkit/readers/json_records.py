"""JSON records: the text of JSON or JSON Lines goes in, raw records with remarks come out."""

import json
import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import RecordError
from printkit.readers.decoding import lost_characters, readable_throughout, too_deep
from printkit.readers.embedded_articles import articles_in, page_of
from printkit.readers.holds import text_is_held
from printkit.readers.json_lists import ItemPlace, places_of_items
from printkit.readers.plain_values import TooManyValuesError, too_many_values
from printkit.readers.problems import quoted
from printkit.remarks import Remark

_LONGEST_NUMBER = 300
_NAMED_KEYS = 5


class RawRecord(NamedTuple):
    """One record as it stands in the file.

    Attributes:
        where: the file's name, and the line or the place in the list: `a.jsonl:14`, `a.json[2]`.
        fields: its keys and values, or the error that tells why the record cannot be read.
        remarks: one for each value whose meaning was in doubt.
    """

    where: str
    fields: Mapping[str, object] | RecordError
    remarks: tuple[Remark, ...] = ()


def raw_records(text: str, name: str, limits: Limits = DEFAULTS) -> Iterator[RawRecord]:
    """Yield the records of a JSON text: one object, a list of objects, or an object on each line.

    Raises:
        RecordError: the text is neither JSON nor JSON Lines, or holds no record.
    """
    lines = [(at, line) for at, line in enumerate(text.split("\n"), start=1) if line.strip()]
    named_lines = name.lower().endswith((".jsonl", ".ndjson"))
    if len(lines) == 1 and named_lines:
        yield from _records_of_lines(lines, name, limits)
        return
    try:
        value, remarks = _load(text, name, limits)
    except RecordError:
        places = places_of_items(text)
        if any(one.is_whole for one in places):
            yield from _records_of_places(places, text, name, limits)
            return
        # Files with the suffix .json may hold JSON Lines, too.
        if len(lines) < 2 or not (named_lines or _mostly_objects([line for _, line in lines])):
            raise
        yield from _records_of_lines(lines, name, limits)
        return
    yield from _records_of_value(value, name, remarks)


def _records_of_places(
    places: list[ItemPlace], text: str, name: str, limits: Limits
) -> Iterator[RawRecord]:
    """Yield the record of each item of a list with a fault."""
    line = done = 0
    for number, place in enumerate(places):
        where = f"{name}[{number}]"
        if place.start == len(text):
            cut = "the list has no end, so records may be lost here: the file was cut off"
            yield RawRecord(where, RecordError(cut, where=where))
            return
        line, done = line + text.count("\n", done, place.start), place.start
        column = place.start - text.rfind("\n", 0, place.start) - 1
        yield _raw_record(text[place.start : place.end], where, limits, (line, column))


def records_of_lines(text: str, name: str, first: int, limits: Limits) -> Iterator[RawRecord]:
    """Yield the record of each line of a part of a file.

    Args:
        text: whole lines.
        name: the name of the file.
        first: the number of the first line in the file.
        limits: how much a record may hold.
    """
    numbered = enumerate(text.split("\n"), start=first)
    return _records_of_lines([(at, line) for at, line in numbered if line.strip()], name, limits)


def _records_of_lines(
    lines: list[tuple[int, str]], name: str, limits: Limits
) -> Iterator[RawRecord]:
    """Yield the record of each line; each line comes with its number."""
    # Some programs write the items of a list line by line, and leave the commas behind them.
    bare = ((at, line.rstrip().removesuffix(",") or line) for at, line in lines)
    return (_raw_record(line, f"{name}:{at}", limits) for at, line in bare)


def _records_of_value(value: object, name: str, remarks: tuple[Remark, ...]) -> Iterator[RawRecord]:
    """Yield the record of a JSON object, or the records of a list.

    Raises:
        RecordError: the list is empty.
    """
    if isinstance(value, list) and (page := page_of(value)):
        found = articles_in(page)
        value = found if len(found) > 1 else page
    if isinstance(value, Mapping) and len(articles := articles_in(value)) > 1:
        value = articles
    if not isinstance(value, list):
        yield RawRecord(name, _object(value, name), remarks)
        return
    if not value:
        raise RecordError("is an empty list and holds no record", where=name)
    for at, one in enumerate(value):
        where = f"{name}[{at}]"
        yield RawRecord(where, _object(one, where), remarks)


def _mostly_objects(lines: list[str]) -> bool:
    return sum(line.startswith("{") for line in lines) * 2 > len(lines)


def _raw_record(
    text: str, where: str, limits: Limits, before: tuple[int, int] | None = None
) -> RawRecord:
    try:
        value, remarks = _load(text, where, limits, before)
    except RecordError as error:
        return RawRecord(where, error.with_held(text_is_held(text)))
    return RawRecord(where, _object(value, where), remarks)


def _object(value: object, where: str) -> Mapping[str, object] | RecordError:
    if isinstance(value, Mapping):
        return value
    return RecordError(
        f"is {quoted(value)}, not an article record",
        where=where,
        remedy='A record is an object with named fields: {"headline": ..., "body": ...}',
    )


def _load(
    text: str, where: str, limits: Limits, before: tuple[int, int] | None = (0, 0)
) -> tuple[object, tuple[Remark, ...]]:
    """Read one JSON text.

    Args:
        text: the text.
        where: the name of the file, and the place in the file.
        limits: how much a record may hold.
        before: the lines above the text, and the characters before its first line; None for one
            line, whose number `where` names.
    """
    loader = _Loader(limits)
    try:
        value = loader.load(text)
    except json.JSONDecodeError as error:
        place = _place_of(error, before)
        problem = error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
        message = f"is no JSON that can be read: {problem} at {place}"
        raise RecordError(message, where=where) from error
    except RecursionError as error:
        raise RecordError(too_deep(limits), where=where) from error
    except TooManyValuesError as error:
        raise RecordError(str(error), where=where).with_held(True) from error
    return value, tuple(loader.remarks(where))


def _place_of(error: json.JSONDecodeError, before: tuple[int, int] | None) -> str:
    if before is None:
        return f"column {error.colno}"
    line, column = before
    return f"line {line + error.lineno}, column {error.colno + (error.lineno == 1) * column}"


class _Loader:
    """A reader of JSON that notes repeated keys, unusable numbers and unreadable characters."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.repeated: dict[str, None] = {}
        self.odd: dict[str, None] = {}
        self.lost = 0

    def load(self, text: str) -> object:
        value, self.lost = readable_throughout(self._loaded(text), self._limits.record_depth)
        return value

    def _loaded(self, text: str) -> object:
        return json.loads(
            text,
            object_pairs_hook=self._object,
            parse_int=self._int,
            parse_float=self._float,
            parse_constant=self._kept_as_text,
        )

    def remarks(self, where: str) -> Iterator[Remark]:
        if self.repeated:
            keys = _listed(self.repeated)
            yield Remark("PK205", f"given more than once, last value taken: {keys}", where)
        if self.odd:
            yield Remark("PK205", f"no usable number, kept as text: {_listed(self.odd)}", where)
        if self.lost:
            yield lost_characters(self.lost, where)

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        if len(pairs) > self._limits.record_values:
            raise TooManyValuesError(too_many_values(self._limits))
        fields = dict(pairs)
        if len(fields) < len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    self.repeated[key] = None
                seen.add(key)
        return fields

    def _int(self, digits: str) -> int | str:
        # Python refuses to convert more than 4300 digits; no record needs so long a number.
        return int(digits) if len(digits) <= _LONGEST_NUMBER else self._kept_as_text(digits)

    def _float(self, digits: str) -> float | str:
        number = float(digits)  # infinite for 1e999, which JSON allows
        return number if math.isfinite(number) else self._kept_as_text(digits)

    def _kept_as_text(self, number: str) -> str:
        self.odd[number] = None
        return number


def _listed(names: Mapping[str, None]) -> str:
    first = [quoted(name) for name in list(names)[:_NAMED_KEYS]]
    more = len(names) - len(first)
    return ", ".join(first) + (f" and {more} more" if more else "")
