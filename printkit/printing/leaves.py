"""Leaves: pages for the bindery, printed once and kept under all that they are made of.

The markup names its pictures by their content; so markup, theme and the fingerprint of
everything else are the whole of it, and what is kept is never stale.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError

from printkit.files import cache
from printkit.files.cache import CacheFolder
from printkit.pages import PageMarkup, Pages, Picture
from printkit.themes import find_theme

FACE = "face"  # what a font file is called in the cache
_LEAF = "leaf"


@dataclass(frozen=True)
class PressJob:
    """Pages to be printed.

    Attributes:
        markup: the whole HTML page.
        theme: the name of the theme, or the path of its file.
        pictures: the gathered pictures by their `picture:` address.
        furniture: whether it is running heads and folios that are printed, and they alone.
        name: what remarks and errors call it.
    """

    markup: PageMarkup
    theme: str
    pictures: Mapping[str, Picture] = field(default_factory=dict, repr=False)
    furniture: bool = False
    name: str = ""

    def key(self, fingerprint: str) -> str:
        """Where the pages are kept: a hash of all that they depend on."""
        choices = (str(self.furniture), str(self.markup.archive), self.theme, self.name)
        return cache.key(fingerprint, *choices, self.markup.html)


def kept(key: str, shelf: CacheFolder) -> Pages | None:
    """The pages that are kept under this key, if all their fonts are; else None."""
    data = shelf.get(_LEAF, key)
    pages = _unpacked(data) if data else None
    if pages is None or not all(shelf.has(FACE, face.program) for face in pages.faces):
        return None
    return pages


def print_leaf(leaf: PressJob, fingerprint: str, shelf: CacheFolder) -> Pages:
    """Print pages for the bindery, unless they are kept, and keep them; see that all is on them.

    Raises:
        PressError: they cannot be printed.
        ThemeError: the theme's style sheet asks for what it may not read.
    """
    key = leaf.key(fingerprint)
    if known := kept(key, shelf):
        return known
    # The engines are heavy, and only printing needs them.
    from printkit.preflight import check
    from printkit.press import engine, missing_glyphs

    where = leaf.name
    pages = engine.print_for_binding(
        leaf.markup,
        find_theme(leaf.theme),
        leaf.pictures,
        _keeper(shelf),
        where,
        furniture=leaf.furniture,
    )
    if not leaf.furniture:
        findings = check.check(pages.pdf, leaf.markup.printed, where=where, missing=pages.missing)
        missing = missing_glyphs.missing_glyphs(pages.missing, where)
        pages = replace(pages, remarks=(*pages.remarks, *missing, *findings))
    shelf.put(_LEAF, key, _packed(pages))
    return pages


def _keeper(shelf: CacheFolder) -> Callable[[str, bytes], object]:
    """Keeps a font file, unless it is kept already."""
    return lambda name, program: shelf.has(FACE, name) or shelf.put(FACE, name, program)


@lru_cache(maxsize=1)
def _shape() -> "TypeAdapter[Pages]":
    return TypeAdapter(Pages)


def _packed(pages: Pages) -> bytes:
    """Pages as bytes: the length of what is known of them, that as JSON, and the PDF."""
    told = _shape().dump_json(replace(pages, pdf=b""))
    return b"".join((len(told).to_bytes(4, "big"), told, pages.pdf))


def _unpacked(data: bytes) -> Pages | None:
    """The pages; None if these are not such bytes."""
    end = 4 + int.from_bytes(data[:4], "big")
    try:
        return replace(_shape().validate_json(data[4:end]), pdf=data[end:])
    except ValidationError:
        return None
