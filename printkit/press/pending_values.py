"""Values of parsed style sheets that WeasyPrint checks while it prints, because they have `var()`.

Takes parsed style sheets, gives these values. WeasyPrint logs a wrong value once, and marks the
value as told. However, an engine keeps its style sheets for many prints, and each print must tell.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from printkit.press.loading import weasyprint


class PendingValues:
    """The values with `var()` in some style sheets.

    Args:
        sheets: the parsed style sheets.
    """

    def __init__(self, sheets: Iterable[weasyprint.CSS]) -> None:
        self._sheets = tuple(sheets)
        self._is_new = True

    def forget_told(self) -> None:
        """Let WeasyPrint log each wrong value again; new style sheets have told nothing yet."""
        if self._is_new:
            self._is_new = False
            return
        for one in self._values:
            one._reported_error = False

    @cached_property
    def _values(self) -> tuple[Any, ...]:
        waiting: list[Any] = [(vars(one.matcher), one.page_rules) for one in self._sheets]
        found: dict[int, Any] = {}
        while waiting:
            value = waiting.pop()
            if isinstance(value, weasyprint.css.tokens.Pending):
                found[id(value)] = value
            elif isinstance(value, dict):
                waiting += value.values()
            elif isinstance(value, list | tuple):
                waiting += value
        return tuple(found.values())
