"""The sandbox: takes a template loader, gives Jinja's immutable sandbox with more limits.

A template may come from somebody else. A template prints values and loops over them; it reads no
file, changes no value, and calls only the methods that are listed here. The words of a record are
always escaped: there is no `safe` filter and no `autoescape` tag.
"""

import inspect
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from jinja2 import BaseLoader, StrictUndefined, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment

from printkit.wording.attribution import Attribution

# Types of Python itself: Jinja's sandbox knows which of their methods are safe.
_PLAIN = (str, int, float, tuple, list, dict, date)
# The methods of an article's language that give words, dates and numbers.
_WORDING = frozenset(
    {"date", "folio", "full_date", "label", "labelled", "moment", "names", "number", "word"}
)
_UNEQUAL_EACH_TIME = ("random",)  # the same record must give the same bytes


class _AlwaysEscaped(Extension):
    """Refuse the tag and the filter that would print a record's words as markup."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        before = ""
        for token in stream:
            if (before, token.value) in (("block_begin", "autoescape"), ("pipe", "safe")):
                told = f"text is always escaped: a template may not use `{token.value}`"
                raise TemplateSyntaxError(told, token.lineno, stream.name, stream.filename)
            before = token.type
            yield token


class TemplateSandbox(ImmutableSandboxedEnvironment):
    """Jinja's environment for all templates, printkit's and the user's own."""

    def __init__(self, loader: BaseLoader) -> None:
        """Take the loader that finds templates by their names."""
        super().__init__(
            loader=loader,
            autoescape=True,
            # A misspelt name is an error; by default, Jinja would print nothing for it.
            undefined=StrictUndefined,
            keep_trailing_newline=True,
            extensions=[_AlwaysEscaped],
        )
        for name in ("safe", *_UNEQUAL_EACH_TIME):
            del self.filters[name]
        # `lipsum` makes random text, as much as a template asks for.
        del self.globals["lipsum"]

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Allow fields and properties of printkit's values, and safe methods of Python's own types.

        Other methods are dangerous: `parse_raw` of a record, a method of pydantic, can load a
        pickle, and a pickle can run any program.
        """
        kind: type = type(obj)
        if _is_printkits(kind):
            return attr in _shown(kind)
        is_known = isinstance(obj, _PLAIN) or kind.__module__.startswith("jinja2.")
        return is_known and super().is_safe_attribute(obj, attr, value)


def _is_printkits(kind: type) -> bool:
    return kind.__module__.startswith("printkit.")


@lru_cache(maxsize=64)
def _shown(kind: type) -> frozenset[str]:
    """Return the names of the fields and properties of one of printkit's types."""
    names: set[str] = set(_WORDING if issubclass(kind, Attribution) else ())
    for base in filter(_is_printkits, kind.__mro__):
        names |= inspect.get_annotations(base).keys()
        names |= {name for name, one in vars(base).items() if isinstance(one, property)}
    return frozenset(name for name in names if not name.startswith("_"))
