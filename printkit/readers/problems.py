"""Problems of a record: an error of pydantic goes in, a sentence in plain words comes out."""

from collections.abc import Mapping
from datetime import date

from pydantic_core import ErrorDetails

from printkit.readers.plain_values import Unreadable

FieldPath = tuple[str | int, ...]

_LONGEST = 40
_DATE = "a date is wanted, written as 2019-09-13 or 2019-09-13T08:30:00+02:00"

# The keys are beginnings of pydantic's error types: `string` stands for `string_type` and others.
_WANTED = {
    "timezone": "a time zone is wanted, as in 2019-09-13T08:30:00+02:00",
    "datetime": _DATE,
    "date": _DATE,
    "string": "text is wanted",
    "bool": "true or false is wanted",
    "int": "a whole number is wanted",
    "finite": "a finite number is wanted",
    "tuple": "a list is wanted",
    "model": "an object with named fields is wanted",
    "mapping": "an object with named fields is wanted",
    "dict": "an object with named fields is wanted",
}
_FORMS: Mapping[int | str, str] = {"object_position": "two percentages are wanted, as in 50% 30%"}


def quoted(value: object) -> str:
    """Return a value for a message: short, on one line, without unprintable characters."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case Mapping():
            return "an object"
        case list() | tuple():
            return "a list"
        case str():
            return repr(value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…")
        case int() if abs(value) > 10**_LONGEST:
            return "a huge number"
        case int() | float() | date():
            return str(value)
    kind = value.kind if isinstance(value, Unreadable) else type(value).__name__
    return f"of type {kind}"


def problem(error: ErrorDetails, field: str) -> str:
    """Return a sentence on the field as the user spelt it: what was found, and what is wanted."""
    found = quoted(error["input"])
    kind = error["type"]
    if kind == "missing":
        return f"{field} is missing"
    if kind == "value_error":
        return _own_check(str(error["ctx"]["error"]), field, found)
    return f"{field} is {found}; {_wanted(error)}"


def _own_check(text: str, field: str, found: str) -> str:
    """Return a sentence from an error text of the article's own checks.

    The field is empty where the error is about the whole record.
    """
    if not field:
        return text
    if text == "is empty" or text.startswith("has "):
        return f"{field} {text}"
    problem = text if text.startswith("is ") else f"cannot be used: {text[:1].lower()}{text[1:]}"
    return f"{field} {found} {problem}"


def _wanted(error: ErrorDetails) -> str:
    kind, about = error["type"], error.get("ctx", {})
    if kind == "literal_error":
        return f"write {about['expected']}"
    if kind == "greater_than":
        return f"a number above {about['gt']} is wanted"
    if error["loc"][-1] in _FORMS:
        return _FORMS[error["loc"][-1]]
    families = (family for family in _WANTED if kind.startswith(family))
    return _WANTED.get(next(families, ""), "this value cannot be used here")
