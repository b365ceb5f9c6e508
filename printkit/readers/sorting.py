"""Sorting: a record's keys and values go in, the values come out under our field names.

A key that is no field is set aside for `extra`, with its value.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.alias_generators import to_snake

from printkit.article import Article, Image, Value, status_word
from printkit.edition.limits import Limits
from printkit.errors import RecordError
from printkit.readers.date_doubts import is_change
from printkit.readers.date_fields import date_line, read_date_field
from printkit.readers.dated_values import read_dated
from printkit.readers.embedded_articles import OF_PAGE
from printkit.readers.field_values import field_value, without_entities
from printkit.readers.left_texts import left_texts
from printkit.readers.linked_data import is_mere_reference, is_site_path, said
from printkit.readers.named_countries import countries_of
from printkit.readers.named_objects import with_name
from printkit.readers.near_names import STOPS, nearest, stop_for
from printkit.readers.plain_values import too_many_values
from printkit.readers.problems import FieldPath, quoted
from printkit.readers.set_aside import SHOWN_BY, SetAside
from printkit.readers.shapes import Shape, shape_of
from printkit.readers.tag_texts import without_tags_within
from printkit.remarks import Remark
from printkit.text.characters import is_invisible

_LONGEST_KEY = 60
_AS_WRITTEN = {"body", "url", "src", "images", "license_url", "id"}  # HTML, and addresses


class Sorting:
    """One record's keys, sorted under our fields.

    Attributes:
        near: unknown keys that are spelt almost like a field, by the name of the field.
        refusals: problems with keys that may forbid to print the article.
        topics: the sections of the article but the first.
        lost_dates: whether the article has a date that could not be read.
    """

    def __init__(self, where: str, aliases: Mapping[str, str], limits: Limits) -> None:
        self.near: dict[str, str] = {}
        self.refusals: list[str] = []
        self.topics: list[object] = []
        self.lost_dates = False
        self._where = where
        self._aliases = aliases
        self._limits = limits
        self._values = 0
        self._spelling: dict[FieldPath, str] = {}
        self._aside = SetAside()
        self._language = ""
        self._countries: tuple[str, ...] = ()

    def fields(
        self, record: Mapping[str, object], model: type[Value] = Article, path: FieldPath = ()
    ) -> dict[str, object]:
        """Return the values by our field names, without nulls; nested values are sorted, too.

        Of several keys for a field, a filled key wins, then the field's own name, then the first.

        Raises:
            RecordError: the record has more values than an article can have.
        """
        self._count(len(record))
        given = {str(key): value for key, value in record.items() if value is not None}
        names = {key: self._field(key, model) for key in given}
        if model is Article:
            tags = (value for key, value in given.items() if names[key] == "language")
            self._language = next((one for one in tags if isinstance(one, str)), "")
            self._countries = countries_of(given)
        winners: dict[str | None, str] = {}
        for key in sorted(given, key=lambda key: self._rank(key, given[key], names[key], model)):
            winners.setdefault(names[key], key)
        fields: dict[str, Any] = {}
        for key, value in given.items():
            name = names[key]
            if name is None:
                self._set_aside_unknown(key, value, model, path)
            elif winners[name] != key:
                self._set_aside_second(key, winners[name], given, model, path)
            elif not _empty(value) or shape_of(model, name).takes_empty:
                self._spelling[*path, name] = key
                fields |= self._filled(value, shape_of(model, name), (*path, name))
        return fields

    def spelt(self, path: FieldPath) -> str:
        """Return the path of a field as the record spells it: `images.0.src`."""
        ends = range(1, len(path) + 1)
        parts = (self._spelling.get(path[:end], str(path[end - 1])) for end in ends)
        return ".".join(part for part in parts if part)

    @property
    def unknown(self) -> list[tuple[str, object]]:
        """Return the dotted path and the value of each key that no field takes, in their order."""
        return self._aside.values

    def remarks(self) -> Iterator[Remark]:
        """Yield a remark for each value that was set aside."""
        return self._aside.remarks(self._where)

    def _count(self, values: int) -> None:
        self._values += values
        if self._values > self._limits.record_values:
            raise RecordError(too_many_values(self._limits), where=self._where)

    def _field(self, key: str, model: type[Value]) -> str | None:
        if len(key) > _LONGEST_KEY:
            return None
        if model is Article:
            key = key.removeprefix(OF_PAGE)
        own = self._aliases.get(to_snake(key)) if self._aliases and model is Article else None
        return model.field_for(key) or own

    def _rank(
        self, key: str, value: Any, name: str | None, model: type[Value]
    ) -> tuple[bool, bool, bool]:
        """Return the place of a key among the keys for its field; the first key gives the value."""
        is_date = name is not None and shape_of(model, name).moment
        unread = is_date and read_date_field(value, self._language) is None
        return _empty(value), unread, key != name

    def _filled(self, value: Any, shape: Shape, path: FieldPath) -> dict[str, Any]:
        """Return a field with its value; nothing for a value that says nothing."""
        name = str(path[-1])
        if name not in _AS_WRITTEN and (shape.line or shape.nested):
            value, links = without_tags_within(value)
            self._aside.leave_links(self.spelt(path), links)
        given = value
        if shape.moment:
            return self._dated(value, path)
        if name == "section" and isinstance(value, list | tuple):
            value, *self.topics = [said(one, name) for one in value if not _empty(one)] or [None]
            self._aside.tell_topics(self.spelt(path), value, self.topics)
        if shape.nested and not shape.many and isinstance(value, list | tuple):
            value = self._first(value, path)
        text = field_value(value, name, shape, self._language)
        if shape.line and text is not None:
            taken = [text, *self.topics] if name == "section" else text
            left = left_texts(given, taken, name)
            self._aside.leave_texts(self.spelt(path), given, text, left)
        found = self._value(text, shape, path)
        if name == "language" and found is None:
            self._aside.leave_out(self.spelt(path), value, "names no language")
        inner = len(path) > 1 or isinstance(given, Mapping)
        if name == "url" and inner and is_site_path(found):
            self._aside.leave_out(self.spelt(path), found, "is a path within a site")
            return {}
        return {} if found is None else {name: found}

    def _dated(self, value: Any, path: FieldPath) -> dict[str, Any]:
        """Return a date field; for a text that is no date, the line to print, or nothing."""
        moment, doubts = read_dated(value, self._language, self._countries)
        if moment is not None:
            for doubt in doubts:
                self._aside.keep(self.spelt(path), value, doubt)
            changed = path == ("date_published",) and is_change(value)
            return {"date_modified" if changed else str(path[-1]): moment}
        self.lost_dates |= len(path) == 1
        line = date_line(value) if path == ("date_published",) else ""
        became = "printed as written" if line else "left out"
        self._aside.keep(self.spelt(path), value, f"cannot be read as one day; {became}")
        return {"date_line": line} if line else {}

    def _first(self, values: list[Any] | tuple[Any, ...], path: FieldPath) -> Any:
        """Return the first of several values for a field of one value; set the others aside."""
        filled = [one for one in values if not _empty(one)]
        if len(filled) > 1:
            self._aside.keep_others(self.spelt(path), filled)
        return filled[0] if filled else None

    def _value(self, value: Any, shape: Shape, path: FieldPath) -> Any:
        if isinstance(value, list | tuple):
            self._count(len(value))
            filled = [(at, one) for at, one in enumerate(value) if not _empty(one)]
            self._spelling |= {(*path, to): str(at) for to, (at, _) in enumerate(filled)}
            found = [self._one(one, shape, (*path, to)) for to, (_, one) in enumerate(filled)]
            return [one for one in found if one is not None]
        if shape.many and isinstance(value, Mapping):
            self._spelling[*path, 0] = ""
            found_one = self._one(value, shape, (*path, 0))
            return None if found_one is None else [found_one]
        return self._one(value, shape, path)

    def _one(self, value: Any, shape: Shape, path: FieldPath) -> Any:
        if shape.nested is Image and value is False:
            return None  # so systems write that there is no picture
        if shape.nested and isinstance(value, Mapping):
            named = with_name(value) if "name" in shape.nested.requires() else value
            fields = self.fields(named, shape.nested, path)
            if shape.nested is Image and not fields.keys() & SHOWN_BY:
                self._aside.leave_picture(self.spelt(path), value, fields)
                return None
            if not is_mere_reference(value) or shape.nested.requires() <= fields.keys():
                return fields
            self._aside.leave_out(self.spelt(path), value, "refers to an object that is not here")
            return None
        return without_entities(value) if shape.nested and isinstance(value, str) else value

    def _set_aside_unknown(
        self, key: str, value: object, model: type[Value], path: FieldPath
    ) -> None:
        name = self._keep(key, value, path)
        if key.startswith("@"):  # `@context` and `@type` of JSON-LD need no remark
            return
        near = ""
        if len(key) <= _LONGEST_KEY and not self._aside.is_full:
            near = nearest(key, [*model.model_fields, *model.aliases])
        if model is Article:
            self._refuse_stop(key, value, name)
            if near:
                self.near.setdefault(Article.field_for(near) or near, key)
        hint = f"; did you mean {near}?" if near else ""
        self._aside.tell_unknown(name, hint, value)

    def _refuse_stop(self, key: str, value: object, name: str) -> None:
        """Refuse a record with an unknown key that may forbid to print the article."""
        if value and (stop := stop_for(key, value)):
            may_be = "a status" if stop == "status" else "an embargo"
            self.refusals.append(f"{quoted(name)} may be {may_be}; write {stop}")

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
        if model is Article and field in STOPS:
            self.refusals.append(f"{key} and {winner} say different things; keep only one of them")
        name = self._keep(key, value, path)
        self._aside.tell_second(name, winner, value, given[winner])

    def _keep(self, key: str, value: object, path: FieldPath) -> str:
        name = ".".join(part for part in (self.spelt(path), key) if part)
        self._aside.values.append((name, value))
        return name


def _empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and is_invisible(value))
