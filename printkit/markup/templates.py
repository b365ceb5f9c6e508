"""Templates filled in: takes a template's name and values, gives markup; owns Jinja2.

Whatever a record says stands in a page as words. Only what copy-editing has certified is
markup, and comes marked as such.
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
    """Fill in a template of templates/."""
    return _environment().get_template(name).render(generator=generator(), **values)


def macros(name: str) -> ModuleType:
    """Return the macros of a template, which give markup."""
    return cast("ModuleType", _environment().get_template(name).module)


@lru_cache(maxsize=1)
def generator() -> str:
    """The program and its version, `printkit 1.0.0`."""
    return f"printkit {version('printkit')}"


def _w3c(moment: date | datetime) -> str:
    """A date as the W3C writes it; the hour only where its zone is known."""
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.isoformat(timespec="seconds")
    return moment.isoformat()[:10]


def _widont(text: str) -> str:
    """Keep a short last word with the one before it."""
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
