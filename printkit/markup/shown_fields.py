"""The fields that a template may show: takes a type of printkit's, gives names.

Jinja asks for a value that is not there only when a template prints the value. The error of
Jinja names the Python class of the object; MissingValue names the thing and the most similar field.
"""

import difflib
import inspect
import re
from functools import lru_cache

from jinja2 import StrictUndefined
from jinja2.utils import missing

from printkit.wording.attribution import Attribution

# The methods of an article's language that give words, dates and numbers.
_WORDING = frozenset(
    {"date", "folio", "full_date", "label", "labelled", "moment", "names", "number", "word"}
)
# Types of Python, by the name that a template's author knows.
_NOUNS = {str: "a text", dict: "a mapping", list: "a list", tuple: "a list"} | {
    type(None): "an empty value",
    bool: "a truth value",
    int: "a number",
    float: "a number",
}


class MissingValue(StrictUndefined):
    """A name or a field that does not exist: Jinja raises an error with this message."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        owner, name = self._undefined_obj, self._undefined_name
        if self._undefined_hint or owner is missing:
            return str(super()._undefined_message)
        kind: type = type(owner)
        if not isinstance(name, str):
            return f"{_noun(kind)} has no element {name}"
        told = f"{_noun(kind)} has no {name}"
        known = shown_fields(kind) if is_printkits(kind) else frozenset()
        inner = (one for one in sorted(known) if name in shown_fields(_type_of_field(owner, one)))
        near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
        if meant := next((f"{one}.{name}" for one in inner), "") or next(iter(near), ""):
            return f"{told}; did you mean {meant}?"
        return f"{told}; there are {', '.join(sorted(known))}" if known else told


def is_printkits(kind: type) -> bool:
    """Return whether a type is one of printkit's own."""
    return kind.__module__.startswith("printkit.")


@lru_cache(maxsize=64)
def shown_fields(kind: type) -> frozenset[str]:
    """Return the names of the fields and properties of one of printkit's types."""
    names: set[str] = set(_WORDING if issubclass(kind, Attribution) else ())
    for base in filter(is_printkits, kind.__mro__):
        names |= inspect.get_annotations(base).keys()
        names |= {name for name, one in vars(base).items() if isinstance(one, property)}
    return frozenset(name for name in names if not name.startswith("_"))


def _type_of_field(owner: object, name: str) -> type:
    """Return the type of a field's value; a property is not asked for its value."""
    value = (
        None
        if isinstance(getattr(type(owner), name, None), property)
        else getattr(owner, name, None)
    )
    kind: type = type(value)
    return kind if is_printkits(kind) else object


def _noun(kind: type) -> str:
    """Return the words for a type: `an article layout` for `ArticleLayout`."""
    if kind in _NOUNS:
        return _NOUNS[kind]
    words = " ".join(re.findall(r"[A-Z]?[a-z]+|[A-Z]+", kind.__name__)).lower()
    return f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"
