"""Read what is inside a PDF besides its pages: tags, outline, fonts, attachments; owns pypdf."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, EmbeddedFile

from printkit.edition.limits import DEFAULTS, MB, Limits
from printkit.errors import InspectionError
from printkit.inspect.metadata import printable_line
from printkit.text.patterns import regex

_SUBSET_TAG = regex(r"^[A-Z]{6}\+")
_DEEPEST_FORM = 8


@dataclass(frozen=True)
class Font:
    """A font by its PostScript name, and whether the file embeds it."""

    name: str
    embedded: bool


@dataclass(frozen=True)
class OutlineEntry:
    """A bookmark, with a page that counts from 1, or None if the bookmark leads to no page."""

    title: str
    page: int | None
    entries: tuple["OutlineEntry", ...] = ()


@dataclass(frozen=True)
class Attachment:
    """An attached file, whose name is taken from the PDF and must not be used as a path."""

    name: str
    mime: str
    size: int
    relationship: str
    description: str
    data: bytes = field(repr=False)


def is_tagged(reader: PdfReader) -> bool:
    """Return whether the file has a structure tree and declares itself tagged."""
    root = reader.root_object
    mark = root.get("/MarkInfo")
    marked = mark is not None and bool(mark.get_object().get("/Marked"))
    return marked and "/StructTreeRoot" in root


def list_bookmarks(reader: PdfReader) -> tuple[OutlineEntry, ...]:
    """Return the bookmarks, nested as in the file."""
    return _entries(reader, reader.outline)


def _entries(reader: PdfReader, found: Sequence[Any]) -> tuple[OutlineEntry, ...]:
    entries: list[OutlineEntry] = []
    for one in found:
        # pypdf gives the entries that are nested in one entry as a list after that entry.
        if isinstance(one, list) and entries:
            entries[-1] = replace(entries[-1], entries=_entries(reader, one))
        elif not isinstance(one, list):
            page = reader.get_destination_page_number(one)
            number = None if page is None or page < 0 else page + 1
            entries.append(OutlineEntry(printable_line(one.title), number))
    return tuple(entries)


def fonts(reader: PdfReader) -> tuple[Font, ...]:
    """Return the fonts that pages and the forms on them may use, sorted, each once."""
    found: set[tuple[str, bool]] = set()
    seen: set[int] = set()
    waiting = [(page.get("/Resources"), 0) for page in reader.pages]
    while waiting:
        resources, depth = waiting.pop()
        resources = _dictionary(resources)
        # A form may name itself, and a hostile file may nest forms without end.
        if id(resources) in seen or depth > _DEEPEST_FORM:
            continue
        seen.add(id(resources))
        for font in _dictionary(resources.get("/Font")).values():
            found.add(_font(_dictionary(font)))
        for form in _dictionary(resources.get("/XObject")).values():
            waiting.append((_dictionary(form).get("/Resources"), depth + 1))
    return tuple(Font(name, embedded) for name, embedded in sorted(found))


def _font(font: DictionaryObject) -> tuple[str, bool]:
    """Return a font's name without the six letters of a subset, and whether it is embedded.

    A Type 3 font counts as embedded: its glyphs are content streams of the PDF.
    """
    inner = font
    if descendants := font.get("/DescendantFonts"):
        inner = _dictionary(descendants.get_object()[0])
    descriptor = _dictionary(inner.get("/FontDescriptor"))
    has_file = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    name = printable_line(font.get("/BaseFont") or descriptor.get("/FontName") or "")
    return _SUBSET_TAG.sub("", name.lstrip("/")), has_file or font.get("/Subtype") == "/Type3"


def _dictionary(value: Any) -> DictionaryObject:
    """Return the dictionary that a reference leads to; else an empty dictionary."""
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def attachments(reader: PdfReader, limits: Limits = DEFAULTS) -> tuple[Attachment, ...]:
    """Return the attached files with their content.

    Args:
        reader: the opened PDF.
        limits: how large all attached files together may be.

    Raises:
        InspectionError: all attached files together are too large.
    """
    found: list[Attachment] = []
    left = limits.attachments_size * MB
    for one in reader.attachment_list:
        found.append(_attachment(one))
        left -= found[-1].size
        if left < 0:
            limit = limits.told("attachments_size")
            raise InspectionError(f"the attachments have more than {limit}")
    return tuple(found)


def _attachment(one: EmbeddedFile) -> Attachment:
    data = one.content
    return Attachment(
        name=one.alternative_name or one.name,
        mime=printable_line(one.subtype).lstrip("/"),
        size=len(data),
        relationship=printable_line(one.associated_file_relationship).lstrip("/"),
        description=printable_line(one.description),
        data=data,
    )
