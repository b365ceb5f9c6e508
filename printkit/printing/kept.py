"""Keep printed values in the cache, and find them again: takes keys, gives printed values.

Every entry is three things in a row: the length of its head; the head, which is all values but the
PDF, as JSON; and the PDF. An entry that is damaged, or whose head has other fields, counts as
missing.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from printkit.errors import PressError
from printkit.files.cache import CacheFolder
from printkit.markup.entries import ArticleEntry
from printkit.pages import Pages
from printkit.printing.jobs import PrintedRun
from printkit.remarks import Remark
from printkit.report import Account, Digest

# The kinds of entries. `font` entries are whole font files; `asked` entries list the pictures that
# articles ask for.
FONT = "font"
_PAGES, _RUN, _ASKED, _DIGEST = "pages", "run", "asked", "digest"
# Every entry begins with this many bytes, which state the length of its head.
_LENGTH = 4


# The first fields of a PrintedRun, whose pages lack their PDF.
_RunHead = tuple[
    Pages, tuple[ArticleEntry, ...], tuple[tuple[str, ...], ...], tuple[tuple[Remark, ...], ...]
]


class LostFontError(PressError):
    """The cache cannot give a font file that pages use: the file is missing or damaged."""


@dataclass(frozen=True)
class _DigestHead:
    """A digest without its PDF."""

    title: str
    page_count: int
    accounts: tuple[tuple[str, str, tuple[Remark, ...]], ...]
    remarks: tuple[Remark, ...]


def find_font(name: str, cache: CacheFolder) -> bytes:
    """Return a font file that printed pages use.

    Args:
        name: the SHA-256 of the file.
        cache: the folder where pages are kept.

    Raises:
        LostFontError: the file is missing or damaged. All damaged fonts are removed from the cache
            first, so that the next try prints all pages that use one of them.
    """
    program = cache.get(FONT, name)
    if program is None:
        cache.remove_damaged(FONT)
        raise LostFontError(
            "a font could not be kept for the bindery",
            where=str(cache.folder),
            remedy="See that there is room on the disk.",
        )
    return program


def find_pages(key: str, cache: CacheFolder) -> Pages | None:
    """Return the kept pages of a job; None if the cache lacks the pages or one of their fonts."""
    found = _find(_PAGES, key, cache)
    return _with_fonts(replace(found[0], pdf=found[1]), cache) if found else None


def keep_pages(key: str, pages: Pages, cache: CacheFolder) -> None:
    """Keep the pages of a job."""
    _keep(_PAGES, key, replace(pages, pdf=b""), pages.pdf, cache)


def find_run(key: str, cache: CacheFolder) -> PrintedRun | None:
    """Return kept printed articles; None if the cache lacks the pages or one of their fonts."""
    found = _find(_RUN, key, cache)
    if found is None:
        return None
    bare, *others = found[0]
    pages = _with_fonts(replace(bare, pdf=found[1]), cache)
    return PrintedRun(pages, *others) if pages else None


def keep_run(key: str, run: PrintedRun, cache: CacheFolder) -> None:
    """Keep printed articles; a run in which an article failed is not kept."""
    if run.pages and not run.failures:
        # The PDF stands behind the head, because JSON would hold its bytes as longer text.
        bare = replace(run.pages, pdf=b"")
        head = (bare, run.entries, run.links, run.remarks)
        _keep(_RUN, key, head, run.pages.pdf, cache)


def find_asked(key: str, cache: CacheFolder) -> list[list[str]] | None:
    """Return for each article of a task the addresses of the pictures that it asks for."""
    found = _find(_ASKED, key, cache)
    asked: list[list[str]] | None = found[0] if found else None
    return asked


def keep_asked(key: str, asked: list[list[str]], cache: CacheFolder) -> None:
    """Keep for each article of a task the addresses of the pictures that it asks for."""
    _keep(_ASKED, key, asked, b"", cache)


def find_digest(key: str, cache: CacheFolder) -> Digest | None:
    """Return the kept digest of a key; None if the cache has no such digest."""
    found = _find(_DIGEST, key, cache)
    if found is None:
        return None
    head: _DigestHead = found[0]
    accounts = tuple(
        Account(record, "ok", remarks, page=page) for record, page, remarks in head.accounts
    )
    return Digest(head.title, found[1], head.page_count, accounts, head.remarks)


def keep_digest(key: str, digest: Digest, cache: CacheFolder) -> None:
    """Keep a digest in which every article is printed."""
    accounts = tuple((one.record, one.page, one.remarks) for one in digest.accounts)
    head = _DigestHead(digest.title, digest.page_count, accounts, digest.remarks)
    _keep(_DIGEST, key, head, digest.pdf, cache)


def _with_fonts(pages: Pages, cache: CacheFolder) -> Pages | None:
    """Return the pages if all their fonts are kept; pages without their fonts cannot be bound."""
    return pages if all(cache.has(FONT, face.program) for face in pages.faces) else None


def _keep(kind: str, key: str, head: object, pdf: bytes, cache: CacheFolder) -> None:
    data = _adapter(kind).dump_json(head)
    cache.put(kind, key, b"".join((len(data).to_bytes(_LENGTH, "big"), data, pdf)))


def _find(kind: str, key: str, cache: CacheFolder) -> tuple[Any, bytes] | None:
    data = cache.get(kind, key) if key else None
    if data is None:
        return None
    end = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
    try:
        return _adapter(kind).validate_json(data[_LENGTH:end]), data[end:]
    except ValidationError:
        return None


@lru_cache(maxsize=4)
def _adapter(kind: str) -> TypeAdapter[Any]:
    """Return the adapter that reads and writes heads of a kind, made once because that is slow."""
    shapes: dict[str, Any] = {
        _PAGES: Pages,
        _RUN: _RunHead,
        _ASKED: list[list[str]],
        _DIGEST: _DigestHead,
    }
    return TypeAdapter(shapes[kind])
