"""The operators and calls of a template: takes their values, refuses what is too much.

Jinja's sandbox keeps a template from Python's insides, but neither from a text of a billion
characters nor from the address of an object in memory, which differs each time.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from datetime import date, time
from string import Formatter

from jinja2 import pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Undefined

from printkit.markup.template_work import count_all, count_characters, count_turn, count_value
from printkit.text.patterns import regex

# Widths and repetitions: as many as a `range` of Jinja's sandbox has numbers.
_MOST_COPIES = 100_000
# Python multiplies numbers of so many bits at once, and can write them as text.
_MOST_BITS = 10_000
# `%9d` has a width, `%.9f` a precision, and `%*d` takes the width from a value.
_LONG_PERCENT = regex(r"%(\([^)]*\))?[#0 +-]*(\d*\.?\*|\d*\.?\d{6})")
# A field of `format` may be a number or a name; `{0.upper}` shows a method, `{0:{1}}` has a width.
_PLAIN_FIELD = regex(r"\w*")
_PLAIN_SPEC = regex(r"(?!.*\d{6})[^{}]*")
_OPERATORS: Mapping[str, Callable[[object, object], object]] = {
    "+": operator.add,
    "*": operator.mul,
    "**": operator.pow,
    "%": operator.mod,
    "//": operator.floordiv,
}
OPERATORS = frozenset(_OPERATORS)
# fmt: off (one name a line would hide the list)
# Filters and methods that take a width or a number of parts.
_OF_WIDTH = frozenset(
    (
        "batch",
        "center",
        "expandtabs",
        "indent",
        "ljust",
        "rjust",
        "round",
        "slice",
        "truncate",
        "urlize",
        "wordwrap",
        "zfill",
    )
)
# fmt: on
# What the filters and methods of this name write once more for each time that a text has a sign.
_SIGNS = {
    "expandtabs": "\t",
    "format": "{",
    "format_map": "{",
    "indent": "\n",
    "translate": "",
    "wordwrap": "",
}


def shown_on_page(value: object) -> object:
    """Return a value as a page can show it; nothing for None, which is an empty field.

    Raises:
        SecurityError: the value is a method, a list or an object.
    """
    if value is None:
        return ""
    if isinstance(value, Undefined):
        return str(value)  # tells which name does not exist
    if isinstance(value, str | int | float | date | time):
        return count_value(value)
    raise SecurityError(f"a page cannot show {_described(value)}")


@pass_context
def finalize(context: Context, value: object) -> object:  # noqa: ARG001
    """Return what `{{ }}` prints; the context keeps Jinja from printing constants unasked."""
    return shown_on_page(value)


def operate(sign: str, left: object, right: object) -> object:
    """Return the result of an operator.

    Raises:
        SecurityError: the result would be too long, or would show an object.
    """
    if isinstance(left, str) and sign == "%":
        check_percent(left, right if isinstance(right, tuple) else (right,))
    if sign == "*":
        for one, other in ((left, right), (right, left)):
            if isinstance(one, str | bytes | list | tuple) and isinstance(other, int):
                _refuse_copies(len(one) * other)
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() * (abs(right) if sign == "**" else 1)
        if max(bits, right.bit_length()) > _MOST_BITS:
            raise SecurityError("the number is too large: more than 3,000 digits")
    return count_value(_OPERATORS[sign](left, right))


def check_call(called: object, args: Sequence[object], kwargs: Mapping[str, object]) -> None:
    """Refuse a call that would make a text too long, or would show an object.

    Raises:
        SecurityError: the call is refused.
    """
    count_turn()
    # Jinja's sandbox puts a function of its own around `format`.
    method = getattr(called, "__wrapped__", called)
    text = getattr(method, "__self__", None)
    if isinstance(text, str):
        values = (*args, *kwargs.values())
        name = getattr(method, "__name__", "")
        if name in ("format", "format_map"):
            _check_format(text, values)
        if name == "join":
            count_characters(sum(len(one) for one in args if isinstance(one, Sized)) * len(text))
        count_all(values)
        check_lengths(name, text, values)


def check_lengths(name: str, text: object, values: Sequence[object]) -> None:
    """Refuse a filter or a method that would make a text or a list too long.

    Raises:
        SecurityError: the filter or the method is refused.
    """
    widths = [abs(one) for one in values if isinstance(one, int)] if name in _OF_WIDTH else []
    lengths = [len(one) for one in _flat(values) if isinstance(one, str)]
    for width in widths:
        _refuse_copies(width)
    if name == "urlize":
        _refuse_copies(1000 * sum(lengths))  # Jinja writes them into each of a thousand links
    sign = str(values[0]) if name == "replace" and values else _SIGNS.get(name)
    if isinstance(text, str) and sign is not None:
        count_characters(text.count(sign) * max((*widths, *lengths, 0)))


def check_percent(text: str, values: Sequence[object]) -> None:
    """Refuse to put values into a text with `%` if the result is too long, or shows an object.

    Raises:
        SecurityError: the text is refused.
    """
    if _LONG_PERCENT.search(text):
        raise SecurityError(
            "a width in the text is too large, or is *; write a number below 100,000"
        )
    lengths = [len(str(shown_on_page(one))) for one in _flat(values)]
    count_characters(text.count("%") * max((*lengths, 0)))


def _check_format(text: str, values: Sequence[object]) -> None:
    for _, field, spec, _ in Formatter().parse(text):
        if not _PLAIN_FIELD.fullmatch(field or "") or not _PLAIN_SPEC.fullmatch(spec or ""):
            raise SecurityError(
                f"format cannot fill {{{field}:{spec}}}; give the value itself, and a short width"
            )
    for one in _flat(values):
        shown_on_page(one)


def _flat(values: Iterable[object]) -> Iterator[object]:
    """Yield values, and in the place of a dictionary its values."""
    for one in values:
        yield from one.values() if isinstance(one, dict) else (one,)


def _refuse_copies(number: int) -> None:
    if number > _MOST_COPIES:
        raise SecurityError(
            f"a width or a repetition is larger than {_MOST_COPIES:,}; take a smaller number"
        )


def _described(value: object) -> str:
    if callable(value):
        name = getattr(value, "__name__", getattr(value, "name", type(value).__name__))
        return f"the function {name} itself; write () behind its name"
    if isinstance(value, list | tuple | dict | set | frozenset):
        return f"a {type(value).__name__}; show its entries in a loop, or with join"
    return f"an object of the type {type(value).__name__}; name the field that it shall show"
