"""Shapes: the name of a field goes in, the kind of value that the field holds comes out."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from printkit.article import Value


class Shape(NamedTuple):
    """The kind of value that a field holds.

    Attributes:
        nested: the model of the value, or of each value in a list, if it has fields of its own.
        many: True for a list of values.
        moment: True for a date or a moment, except for the end of an embargo.
        line: True for a text, or a list of texts, without fields of its own.
        number: True for a whole number.
        takes_empty: True where an empty text is a value; elsewhere it counts as not given.
    """

    nested: type[Value] | None
    many: bool
    moment: bool
    line: bool
    number: bool
    takes_empty: bool


def nested_model(model: type[Value], name: str) -> type[Value] | None:
    """Return the model of a field's value, if the value has fields of its own; else None."""
    return shape_of(model, name).nested


@cache
def shape_of(model: type[Value], name: str) -> Shape:
    """Return the shape of a model's field."""
    field = model.model_fields[name]
    inside = tuple(_inside(field.annotation))
    bare = {get_origin(one) for one in inside}
    nested = (one for one in inside if _is_model(one))
    return Shape(
        nested=next(nested, None),
        many=any(get_origin(one) is tuple for one in inside),
        moment=datetime in inside and date in inside,
        line=str in inside and not any(_is_model(one) for one in inside) and Mapping not in bare,
        number=int in inside,
        takes_empty=field.is_required() or _takes_empty(field.rebuild_annotation()),
    )


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Value)


def _inside(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _inside(part)


def _takes_empty(annotation: Any) -> bool:
    try:
        TypeAdapter(annotation).validate_python("")
    except ValidationError:
        return False
    return True
