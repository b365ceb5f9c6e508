"""Sorting: a record's keys and values go in, the values come out under our field names.

A key that is no field is set aside for `extra`, with its value.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.alias_generators import to_snake

from printkit.article import Article, Value, status_word
from printkit.errors import RecordError
from printkit.readers.dates import read_date
from printkit.readers.problems import FieldPath, shown
from printkit.remarks import Remark
from printkit.text.characters import is_blank

_REMARKED_KEYS = 20  # a hostile record has a million keys; more are only counted
_LONGEST_KEY = 60
_MOST_VALUES = 20_000
_STOPS = ("status", "embargoed_until")  # the fields that keep an article from being printed
_STOP_WORDS = [*_STOPS, *(key for key, field in Article.aliases.items() if field in _STOPS)]


class Sorting:
    """One record's keys, sorted under our fields.

    Attributes:
        unknown: the dotted path and the value of each key that is no field, in their order.
        near: unknown keys that are spelt almost like a field, by the name of the field.
        refusals: problems with keys that may forbid to print the article.
    """

    def __init__(self, where: str, aliases: Mapping[str, str]) -> None:
        self.unknown: list[tuple[str, object]] = []
        self.near: dict[str, str] = {}
        self.refusals: list[str] = []
        self._where = where
        self._aliases = aliases
        self._values = 0
        self._spelling: dict[FieldPath, str] = {}
        self._messages: list[str] = []

    def fields(
        self, record: Mapping[str, object], model: type[Value] = Article, path: FieldPath = ()
    ) -> dict[str, object]:
        """Return the values by our field names, without nulls; nested values are sorted, too.

        Of several keys for one field, a filled key wins, then the field's own name, then the
        first key.

        Raises:
            RecordError: the record has more values than an article can have.
        """
        self._count(len(record))
        given = {str(key): value for key, value in record.items() if value is not None}
        names = {key: self._field(key, model) for key in given}
        winners: dict[str | None, str] = {}
        for key in sorted(given, key=lambda key: (_empty(given[key]), key != names[key])):
            winners.setdefault(names[key], key)
        fields = {}
        for key, value in given.items():
            name = names[key]
            if name is None:
                self._set_aside_unknown(key, value, model, path)
            elif winners[name] != key:
                self._set_aside_second(key, winners[name], given, model, path)
            elif not _empty(value) or _shape(model, name).takes_empty:
                self._spelling[*path, name] = key
                fields[name] = self._value(value, _shape(model, name), (*path, name))
        return fields

    def spelt(self, path: FieldPath) -> str:
        """Return the path of a field as the record spells it: `images.0.src`."""
        ends = range(1, len(path) + 1)
        parts = (self._spelling.get(path[:end], str(path[end - 1])) for end in ends)
        return ".".join(part for part in parts if part)

    def remarks(self) -> Iterator[Remark]:
        """Yield a remark for each key that was set aside; after twenty, only their number."""
        for message in self._messages[:_REMARKED_KEYS]:
            yield Remark("PK201", message, self._where)
        more = len(self._messages) - _REMARKED_KEYS
        if more > 0:
            yield Remark("PK201", f"and {more} more keys were kept in extra", self._where)

    def _count(self, values: int) -> None:
        self._values += values
        if self._values > _MOST_VALUES:
            message = f"holds more than {_MOST_VALUES:,} values, which is no article"
            raise RecordError(message, where=self._where)

    def _field(self, key: str, model: type[Value]) -> str | None:
        if len(key) > _LONGEST_KEY:
            return None
        own = self._aliases.get(to_snake(key)) if model is Article else None
        return model.field_for(key) or own

    def _value(self, value: object, shape: "_Shape", path: FieldPath) -> object:
        if isinstance(value, list | tuple):
            self._count(len(value))
            filled = [(at, one) for at, one in enumerate(value) if not _empty(one)]
            self._spelling |= {(*path, to): str(at) for to, (at, _) in enumerate(filled)}
            return [self._one(one, shape, (*path, to)) for to, (_, one) in enumerate(filled)]
        if shape.many and isinstance(value, Mapping):
            self._spelling[*path, 0] = ""
            return [self._one(value, shape, (*path, 0))]
        return self._one(value, shape, path)

    def _one(self, value: object, shape: "_Shape", path: FieldPath) -> object:
        if shape.nested and isinstance(value, Mapping):
            return self.fields(value, shape.nested, path)
        if shape.moment and isinstance(value, str):
            return read_date(value) or value
        return value

    def _set_aside_unknown(
        self, key: str, value: object, model: type[Value], path: FieldPath
    ) -> None:
        name = self._keep(key, value, path)
        if key.startswith("@"):  # `@context` and `@type` of JSON-LD need no remark
            return
        near = ""
        if len(key) <= _LONGEST_KEY and len(self._messages) < _REMARKED_KEYS:
            near = _nearest(key, [*model.model_fields, *model.aliases])
        if model is Article:
            self._refuse_stop(key, value, name)
            if near:
                self.near.setdefault(Article.field_for(near) or near, key)
        hint = f"; did you mean {near}?" if near else ""
        self._messages.append(f"{shown(name)} is no field and was kept in extra{hint}")

    def _refuse_stop(self, key: str, value: object, name: str) -> None:
        """Refuse a record with an unknown key that may forbid to print the article."""
        if value and (stop := stop_for(key, value)):
            may_be = "a status" if stop == "status" else "an embargo"
            self.refusals.append(f"{shown(name)} may be {may_be}; write {stop}")

    def _set_aside_second(
        self,
        key: str,
        winner: str,
        given: Mapping[str, object],
        model: type[Value],
        path: FieldPath,
    ) -> None:
        value, field = given[key], self._field(key, model)
        if _empty(value) or status_word(value) == status_word(given[winner]):
            return
        if model is Article and field in _STOPS:
            self.refusals.append(f"{key} and {winner} say different things; keep only one of them")
        name = self._keep(key, value, path)
        self._messages.append(
            f"{shown(name)} was kept in extra, since {winner} gives the same field"
        )

    def _keep(self, key: str, value: object, path: FieldPath) -> str:
        name = ".".join(part for part in (self.spelt(path), key) if part)
        self.unknown.append((name, value))
        return name


class _Shape(NamedTuple):
    """The kind of value that a field holds.

    Attributes:
        nested: the model of the value, or of each value in a list, if it has fields of its own.
        many: True for a list of values.
        moment: True for a date or a moment.
        takes_empty: True where an empty text is a value; elsewhere it counts as not given.
    """

    nested: type[Value] | None
    many: bool
    moment: bool
    takes_empty: bool


def nested_model(model: type[Value], name: str) -> type[Value] | None:
    """Return the model of a field's value, if the value has fields of its own; else None."""
    return _shape(model, name).nested


@cache
def _shape(model: type[Value], name: str) -> _Shape:
    field = model.model_fields[name]
    inside = tuple(_inside(field.annotation))
    nested = (one for one in inside if isinstance(one, type) and issubclass(one, Value))
    return _Shape(
        nested=next(nested, None),
        many=any(get_origin(one) is tuple for one in inside),
        moment=datetime in inside,
        takes_empty=field.is_required() or _takes_empty(field.rebuild_annotation()),
    )


def _inside(annotation: object) -> Iterator[object]:
    yield annotation
    for part in get_args(annotation):
        yield from _inside(part)


def _takes_empty(annotation: Any) -> bool:
    try:
        TypeAdapter(annotation).validate_python("")
    except ValidationError:
        return False
    return True


def _empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and is_blank(value))


def stop_for(key: str, value: object) -> str:
    """Return the field, `status` or `embargoed_until`, that a misspelt key may mean; else empty."""
    if "embargo" in key.casefold():
        return "embargoed_until"
    if len(key) > _LONGEST_KEY or not _nearest(key, _STOP_WORDS):
        return ""
    nearest = Article.field_for(_nearest(key, [*Article.model_fields, *Article.aliases]))
    may_be = nearest == "embargoed_until" or (nearest == "status" and isinstance(value, str))
    return nearest if nearest and may_be else ""


def _nearest(key: str, names: list[str]) -> str:
    return next(iter(get_close_matches(to_snake(key), names, n=1, cutoff=0.75)), "")
