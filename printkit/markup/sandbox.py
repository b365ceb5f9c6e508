"""The sandbox: takes a template loader, gives Jinja's immutable sandbox with more limits.

A template may come from somebody else. A template prints values and loops over them; it reads no
file, changes no value, and calls only the methods that are listed here. The words of a record are
always escaped: there is no `safe` filter and no `autoescape` tag. The work of a template
is counted.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from jinja2 import BaseLoader, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from printkit.markup.shown_fields import MissingValue, is_printkits, shown_fields
from printkit.markup.template_filters import checked_filter, join_shown
from printkit.markup.template_operations import (
    OPERATORS,
    check_call,
    finalize,
    operate,
    shown_on_page,
)
from printkit.markup.template_work import count_turn, count_value

# Types of Python itself: Jinja's sandbox knows which of their methods are safe.
_PLAIN = (str, int, float, tuple, list, dict, date)
# `random` differs each time, and the same record must give the same bytes; the other two show
# values as Python or JavaScript writes them, in which a reader has no interest.
_NOT_FOR_PAPER = ("random", "pprint", "tojson")
_RUN_THROUGH = (nodes.Template, nodes.Block, nodes.Macro, nodes.CallBlock, nodes.For)


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


class _CountingGenerator(CodeGenerator):
    """Jinja's compiler, which makes each template count its work."""

    def visit_Template(self, node: nodes.Template, frame: Any = None) -> None:  # noqa: N802 (Jinja's)
        for loop in list(node.find_all(nodes.For)):
            if loop.test:
                loop.test = nodes.And(_call("count_turn", loop), loop.test, lineno=loop.lineno)
        parts: list[Any] = [node, *node.find_all(_RUN_THROUGH)]
        for part in parts:
            length = sum(len(data.data) for data in part.find_all(nodes.TemplateData))
            turn = nodes.ExprStmt(
                _call("count_turn", part, nodes.Const(length)), lineno=part.lineno
            )
            part.body.insert(0, turn)
        for text in list(node.find_all(nodes.Concat)):
            text.nodes = [_call("shown", one, one) for one in text.nodes]
        for compared in list(node.find_all(nodes.Operand)):
            compared.expr = _call("count_value", compared.expr, compared.expr)
        for item in list(node.find_all(nodes.Getitem)):
            if isinstance(item.arg, nodes.Slice):
                item.node = _call("count_value", item, item.node)
        super().visit_Template(node, frame)


def _call(name: str, at: nodes.Node, *args: nodes.Expr) -> nodes.Call:
    """Return a syntax node of Jinja that calls a function of the sandbox, with the line of `at`."""
    function = nodes.EnvironmentAttribute(name, lineno=at.lineno)
    return nodes.Call(function, list(args), [], None, None, lineno=at.lineno)


class TemplateSandbox(ImmutableSandboxedEnvironment):
    """Jinja's environment for all templates, printkit's and the user's own."""

    code_generator_class = _CountingGenerator
    intercepted_binops = OPERATORS
    count_turn = staticmethod(count_turn)
    count_value = staticmethod(count_value)
    shown = staticmethod(shown_on_page)

    def __init__(self, loader: BaseLoader) -> None:
        """Take the loader that finds templates by their names."""
        super().__init__(
            loader=loader,
            autoescape=True,
            # A misspelt name is an error; by default, Jinja would print nothing for it.
            undefined=MissingValue,
            finalize=finalize,
            keep_trailing_newline=True,
            extensions=[_AlwaysEscaped],
        )
        for name in ("safe", *_NOT_FOR_PAPER):
            del self.filters[name]
        self.filters["join"] = join_shown
        self.filters = {name: checked_filter(name, do) for name, do in self.filters.items()}
        # A page has all its values: `lipsum` would add random text, and `range` long lists.
        self.globals.clear()

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:  # noqa: ARG002 (Jinja's)
        """Return the result of an operator, if it is not too long."""
        return operate(operator, left, right)

    def call(__self, __context: Context, __obj: object, *args: object, **kwargs: object) -> object:  # noqa: N805
        """Call a macro or a method, and count what it returns."""
        check_call(__obj, args, kwargs)
        return count_value(super().call(__context, __obj, *args, **kwargs))

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Allow fields and properties of printkit's values, and safe methods of Python's own types.

        Other methods are dangerous: `parse_raw` of a record, a method of pydantic, can load a
        pickle, and a pickle can run any program.
        """
        kind: type = type(obj)
        if is_printkits(kind):
            return attr in shown_fields(kind)
        is_known = isinstance(obj, _PLAIN) or kind.__module__.startswith("jinja2.")
        return is_known and super().is_safe_attribute(obj, attr, value)
