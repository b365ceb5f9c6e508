"""Fill in templates: takes a template's name and values, gives markup; owns Jinja2.

Jinja2 escapes every text, so that words of a record do not become elements. Only values of the
type `Markup` are printed as they are: safe HTML of copy-editing, and markup of other templates.
"""

import traceback
from collections.abc import Callable, Iterable, Iterator
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
from jinja2.exceptions import SecurityError
from markupsafe import Markup, escape

from printkit.errors import ThemeError
from printkit.markup.sandbox import TemplateSandbox
from printkit.markup.template_blocks import lost_parts
from printkit.markup.template_filters import checked_filter
from printkit.markup.template_work import bounded, joined_page
from printkit.text.isolation import END, TO_THE_LEFT, TO_THE_RIGHT, isolated_parts
from printkit.text.printed_address import printed_address
from printkit.themes import TEMPLATES
from printkit.themes.own_templates import PREFIX, OwnTemplates, find_templates
from printkit.wording.language import Direction

# The marks of isolated words, by their numbers, each with the tag that takes its place in markup.
_TAGS = {
    ord(TO_THE_RIGHT): '<bdi dir="ltr">',
    ord(TO_THE_LEFT): '<bdi dir="rtl">',
    ord(END): "</bdi>",
}

# A wrong template raises these errors when it is filled in. The first is the base of Jinja's own.
_FAULTS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NameError,  # Jinja writes 1e999 as the name `inf`
    RecursionError,
    TypeError,
    ValueError,
)


def fill_template(name: str, own: str | None, /, **values: object) -> str:
    """Fill in a template.

    Args:
        name: the name of a file in templates/.
        own: the folder of the user's own templates. If the folder has a file of this name, the
            file takes the place of printkit's template. Without a folder, the value is None.
        values: all values that the template may print, by name.

    Raises:
        ThemeError: the user's own template is wrong; the error names file and line.
    """
    templates = find_templates(own)
    values["generator"] = generator()
    with _own_errors(templates, values), bounded(bool(templates.templates)):
        return joined_page(_environment(templates).get_template(name).generate(values))


def fill_part(name: str, macro: str, *values: object, own: str | None = None) -> Markup:
    """Fill in a macro of a template.

    Args:
        name: the name of a file in templates/. If the user's own file of this name lacks the
            macro, printkit's own file is used.
        macro: the name of the macro.
        values: the arguments of the macro.
        own: the folder of the user's own templates, or None.

    Raises:
        ThemeError: the user's own template is wrong; the error names file and line.
    """
    templates = find_templates(own)
    with _own_errors(templates, {}), bounded(bool(templates.templates)):
        environment = _environment(templates)
        modules = (environment.get_template(one).module for one in (name, f"{PREFIX}/{name}"))
        filled = next(getattr(one, macro) for one in modules if hasattr(one, macro))
        markup: Markup = filled(*values)
        return markup


def refuse_broken_templates(own: str | None) -> None:
    """Refuse a folder of the user's own templates if a template in it cannot be read.

    Args:
        own: as in fill.

    Raises:
        ThemeError: names each such template with its line; or there is no such folder.
    """
    templates = find_templates(own)
    with _own_errors(templates, {}):
        _environment(templates)


def own_template(name: str, own: str | None) -> str:
    """Return the path of the user's own template of this name, or else of the user's folder.

    Args:
        name, own: as in fill. Where the user has no file of this name, a file that the template
            takes in may be the user's.
    """
    places = {one.name: one.place for one in find_templates(own).templates}
    return places.get(name, own or "")


@lru_cache(maxsize=1)
def generator() -> str:
    """Return the program and its version, `printkit 1.0.0`."""
    return f"printkit {version('printkit-press')}"


@lru_cache(maxsize=8)
def _environment(own: OwnTemplates) -> TemplateSandbox:
    files = {one.name: (one.text, one.place, None) for one in own.templates}
    printkits = FileSystemLoader(TEMPLATES)
    # The order counts: `base/` always means printkit's file; else the user's file comes first.
    environment = TemplateSandbox(
        ChoiceLoader([PrefixLoader({PREFIX: printkits}), FunctionLoader(files.get), printkits])
    )
    own_filters: dict[str, Callable[..., object]]
    own_filters = {"w3c": _w3c, "widont": _widont, "address": printed_address, "bdi": _bdi}
    environment.filters |= {name: checked_filter(name, do) for name, do in own_filters.items()}
    _refuse_broken(environment, own)
    return environment


def _refuse_broken(environment: TemplateSandbox, own: OwnTemplates) -> None:
    """Read all templates of the user's own, so that an unused template is no surprise later."""
    faults: list[TemplateSyntaxError] = []
    for one in own.templates:
        try:
            environment.get_template(one.name)
            faults += lost_parts(environment, one)
        except TemplateSyntaxError as error:
            faults.append(error)
        except (RecursionError, SyntaxError, ValueError) as error:
            # Jinja, or Python behind it, gave up and knows no line of the template.
            told = f"the template nests too deep, or has too long a number: {error}"
            faults.append(TemplateSyntaxError(told, 1, one.name, one.place))
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise ThemeError(*(f"{one.filename}:{one.lineno}: {one.message}" for one in faults))


@contextmanager
def _own_errors(own: OwnTemplates, values: dict[str, object]) -> Iterator[None]:
    """Turn an error in a user's own template into a ThemeError with file and line.

    An error in printkit's own templates is a bug and stays the error that it is.

    Raises:
        ThemeError: the error came up in one of the user's files.
    """
    try:
        yield
    except _FAULTS as error:
        where = _place(error, {one.place for one in own.templates})
        if not where and isinstance(error, SecurityError) and own.templates:
            # Printkit's own template did the work that was left: the folder is all that is known.
            where = own.templates[0].place.removesuffix(own.templates[0].name)
        if not where:
            raise
        raise ThemeError(_told(error), where=where, remedy=_remedy(error, values)) from error


def _told(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.message}"
    if isinstance(error, TemplateSyntaxError):
        return error.message or "the template cannot be read"
    if isinstance(error, KeyError):
        return f"there is no word or value {error}"
    return (
        "the template extends or includes itself, or its macro calls itself"
        if isinstance(error, RecursionError)
        else str(error)
    )


def _remedy(error: Exception, values: Iterable[str]) -> str:
    if isinstance(error, TemplateNotFound):
        return f"To use a template of printkit's own, write {PREFIX}/ before its name."
    if isinstance(error, UndefinedError) and str(error).endswith("is undefined"):
        return f"The page's template gets: {', '.join(sorted(values))}."
    return ""


def _place(error: Exception, files: set[str]) -> str:
    """Return the file and line of the user's templates where an error came up, or nothing."""
    if isinstance(error, TemplateSyntaxError) and error.filename in files:
        return f"{error.filename}:{error.lineno}"
    place = ""
    for frame, line in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename in files:
            # Jinja puts lines of the template into the traceback, but not for a macro that Python
            # calls: there the line numbers are those of the Python code that Jinja generated.
            template = frame.f_globals.get("__jinja_template__")
            line = template.get_corresponding_lineno(line) if template else line
            place = f"{frame.f_code.co_filename}:{line}"
    return place


def _w3c(moment: date | datetime) -> str:
    """Return a date in the W3C's format, with the time of day only if the zone is known."""
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.isoformat(timespec="seconds")
    return moment.isoformat()[:10]


def _bdi(text: str, direction: Direction | None = None) -> Markup:
    """Return a text with a `bdi` element in the place of the marks of each isolated part.

    With the direction of the page, the words of the other direction are isolated before.

    WeasyPrint sets the words of an element apart from the words around it. If a mark has no
    partner, because the text was cut short, all marks are dropped.
    """
    text = isolated_parts(text, direction) if direction else text
    opened = text.count(TO_THE_RIGHT) + text.count(TO_THE_LEFT)
    tags = _TAGS if opened == text.count(END) else dict.fromkeys(_TAGS, "")
    return Markup(str(escape(text)).translate(tags))


def _widont(text: str) -> str:
    """Put a no-break space before a short last word, so that no line has this word alone."""
    before, space, last = text.rpartition(" ")
    return f"{before}\u00a0{last}" if space and len(last) <= 8 and " " in before else text
