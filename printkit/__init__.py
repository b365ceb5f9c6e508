"""Print articles to paginated, tagged PDF files.

    record → article → page markup → pages → bound PDF → file

A record is an article in the format of a newsroom. An Article is the same in printkit's own
fields. Page markup is the HTML that the press prints to pages. The bindery binds the pages of many
articles into one file.

The names in `__all__` are the whole public interface. Each name is imported at its first use,
because the engines take long to import.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from printkit.article import Article, Image
    from printkit.edition import Edition
    from printkit.edition.limits import Limits
    from printkit.errors import PrintkitError
    from printkit.imposition import impose
    from printkit.pipeline.batch import export_many
    from printkit.pipeline.digest import digest
    from printkit.pipeline.single import export
    from printkit.printing.reading import read
    from printkit.report import Account, Digest, Result

__all__ = [
    "Account",
    "Article",
    "Digest",
    "Edition",
    "Image",
    "Limits",
    "PrintkitError",
    "Result",
    "digest",
    "export",
    "export_many",
    "impose",
    "read",
]

_HOMES = {
    "Account": "printkit.report",
    "Article": "printkit.article",
    "Digest": "printkit.report",
    "Edition": "printkit.edition",
    "Image": "printkit.article",
    "Limits": "printkit.edition.limits",
    "PrintkitError": "printkit.errors",
    "Result": "printkit.report",
    "digest": "printkit.pipeline.digest",
    "export": "printkit.pipeline.single",
    "export_many": "printkit.pipeline.batch",
    "impose": "printkit.imposition",
    "read": "printkit.printing.reading",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'printkit' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return list(__all__)
