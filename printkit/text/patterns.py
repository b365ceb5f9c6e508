"""Patterns: a regular expression goes in, the same expression comes out, compiled at its first use.

The house has some hundred expressions. Most articles need a third of them, and to compile the rest
takes a tenth of the time of a cold export.
"""

import re
from typing import cast


class _Pattern:
    """An expression that has yet to be compiled; its attributes are those of `re.Pattern`."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        value: object = getattr(re.compile(self._expression, self._flags), name)
        setattr(self, name, value)  # the next call finds the method without a detour
        return value


def regex(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Return an expression that is compiled when it is used for the first time.

    A wrong expression raises `re.error` at that time.
    """
    return cast("re.Pattern[str]", _Pattern(expression, flags))
