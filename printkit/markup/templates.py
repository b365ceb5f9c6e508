"""Fill in templates: takes a template's name and values, gives markup; owns Jinja2.

Jinja2 escapes every value, so that words of a record stay words. It leaves `Markup` values as
they are: text that copy-editing has certified, and markup that templates have made.
"""

import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import lru_cache
from importlib.metadata import version

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    FunctionLoader,
    PrefixLoader,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from markupsafe import Markup

from printkit.errors import ThemeError
from printkit.markup.sandbox import TemplateSandbox
from printkit.text.printed_address import printed_address
from printkit.themes import TEMPLATES
from printkit.themes.own_templates import PREFIX, OwnTemplates, find_templates

# What a wrong template raises when it is filled in, besides Jinja's own errors.
_FAULTS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def fill(name: str, own: str | None, /, **values: object) -> str:
    """Fill in a template.

    Args:
        name: of a file in templates/.
        own: the folder of the user's own templates, whose file of this name is taken first;
            None for none.
        values: all that the template may show, by name.

    Raises:
        ThemeError: the user's own template is wrong; names file and line.
    """
    templates = find_templates(own)
    values["generator"] = generator()
    with _own_errors(templates, values):
        return _environment(templates).get_template(name).render(values)


def fill_part(name: str, macro: str, *values: object, own: str | None = None) -> Markup:
    """Fill in a macro of a template.

    Args:
        name: of a file in templates/. Where the user's own file of this name does not have
            the macro, printkit's own is taken.
        macro: the name of the macro.
        values: its arguments.
        own: as in fill.

    Raises:
        ThemeError: as fill.
    """
    templates = find_templates(own)
    with _own_errors(templates, {}):
        environment = _environment(templates)
        modules = (environment.get_template(one).module for one in (name, f"{PREFIX}/{name}"))
        filled = next(getattr(one, macro) for one in modules if hasattr(one, macro))
        markup: Markup = filled(*values)
        return markup


@lru_cache(maxsize=1)
def generator() -> str:
    """Return the program and its version, `printkit 1.0.0`."""
    return f"printkit {version('printkit')}"


@lru_cache(maxsize=8)
def _environment(own: OwnTemplates) -> TemplateSandbox:
    files = {one.name: (one.text, one.place, None) for one in own.templates}
    printkits = FileSystemLoader(TEMPLATES)
    environment = TemplateSandbox(
        ChoiceLoader([PrefixLoader({PREFIX: printkits}), FunctionLoader(files.get), printkits])
    )
    environment.filters.update(w3c=_w3c, widont=_widont, address=printed_address)
    return environment


@contextmanager
def _own_errors(own: OwnTemplates, values: dict[str, object]) -> Iterator[None]:
    """Tell an error of a user's own template with its place; a fault of printkit's flies as it is.

    Raises:
        ThemeError: the error came up in one of the user's files.
    """
    try:
        yield
    except _FAULTS as error:
        where = _place(error, {one.place for one in own.templates})
        if not where:
            raise
        raise ThemeError(_told(error), where=where, remedy=_remedy(error, values)) from error


def _told(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.message}"
    return "the template takes in itself" if isinstance(error, RecursionError) else str(error)


def _remedy(error: Exception, values: Iterable[str]) -> str:
    if isinstance(error, TemplateNotFound):
        return f"Write {PREFIX}/ before the name of a template of printkit's."
    if isinstance(error, UndefinedError) and str(error).endswith("is undefined"):
        return f"The page's template gets: {', '.join(sorted(values))}."
    return ""


def _place(error: Exception, files: set[str]) -> str:
    """Return the last line of a user's file that an error passed; empty if it passed none."""
    if isinstance(error, TemplateSyntaxError) and error.filename in files:
        return f"{error.filename}:{error.lineno}"
    place = ""
    for frame, line in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename in files:
            # Jinja writes the template's own lines into the traceback, but not of a macro that
            # Python calls: there a line is one of the Python code that Jinja made.
            template = frame.f_globals.get("__jinja_template__")
            line = template.get_corresponding_lineno(line) if template else line
            place = f"{frame.f_code.co_filename}:{line}"
    return place


def _w3c(moment: date | datetime) -> str:
    """Return a date as the W3C writes it; the hour only where its zone is known."""
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.isoformat(timespec="seconds")
    return moment.isoformat()[:10]


def _widont(text: str) -> str:
    """Tie a short last word to the word before it."""
    before, space, last = text.rpartition(" ")
    return f"{before}\u00a0{last}" if space and len(last) <= 8 and " " in before else text
