"""Templates: takes a template's name and values, gives markup. Owns Jinja2.

Jinja2 escapes every value, so that words of a record stay words. It leaves `Markup` values as
they are: text that copy-editing has certified, and markup that templates have made.
"""

from datetime import date, datetime
from functools import lru_cache
from importlib.metadata import version
from types import ModuleType
from typing import cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from printkit.text.printed_address import printed_address
from printkit.themes import TEMPLATES


def fill(name: str, **values: object) -> str:
    """Fill in a template of `templates/`."""
    return _environment().get_template(name).render(generator=generator(), **values)


def macros(name: str) -> ModuleType:
    """Return the macros of a template, which give markup."""
    return cast("ModuleType", _environment().get_template(name).module)


@lru_cache(maxsize=1)
def generator() -> str:
    """Return the program and its version, `printkit 1.0.0`."""
    return f"printkit {version('printkit')}"


def _w3c(moment: date | datetime) -> str:
    """Return a date as the W3C writes it; with the hour only if its zone is known."""
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.isoformat(timespec="seconds")
    return moment.isoformat()[:10]


def _widont(text: str) -> str:
    """Tie a short last word to the word before it."""
    before, space, last = text.rpartition(" ")
    return f"{before}\u00a0{last}" if space and len(last) <= 8 and " " in before else text


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters.update(w3c=_w3c, widont=_widont, address=printed_address)
    return environment
