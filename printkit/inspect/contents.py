"""What is inside a PDF besides its pages: metadata, fonts, outline, attachments."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import DocumentInformation, PdfReader
from pypdf.generic import DictionaryObject, EmbeddedFile
from pypdf.xmp import XmpInformation

from printkit.errors import InspectionError
from printkit.text.characters import one_line

_PDFA = "http://www.aiim.org/pdfa/ns/id/"
_PDFUA = "http://www.aiim.org/pdfua/ns/id/"
_XMP = "http://ns.adobe.com/xap/1.0/"
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_FORMS_DEEP = 8
_MOST_ATTACHED = 100_000_000


@dataclass(frozen=True)
class Metadata:
    """What the file says of itself; what it does not say is empty.

    Attributes:
        created, modified: ISO 8601, as the file has them.
        source: the address of the original.
        claims: the standards it claims to keep, such as PDF/A-3A and PDF/UA-1.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""
    keywords: str = ""
    publisher: str = ""
    rights: str = ""
    language: str = ""
    created: str = ""
    modified: str = ""
    source: str = ""
    producer: str = ""
    creator_tool: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class Font:
    """A font by its PostScript name, and whether the file carries it."""

    name: str
    embedded: bool


@dataclass(frozen=True)
class OutlineEntry:
    """A bookmark; `page` counts from 1, and is None if it leads nowhere."""

    title: str
    page: int | None
    entries: tuple["OutlineEntry", ...] = ()


@dataclass(frozen=True)
class Attachment:
    """An attached file; `name` is as the file gives it, which is not to be trusted as a path."""

    name: str
    mime: str
    size: int
    relationship: str
    description: str
    data: bytes = field(repr=False)


def metadata(reader: PdfReader) -> Metadata:
    """Read XMP, and the information dictionary for what is not there."""
    info, xmp = reader.metadata, reader.xmp_metadata
    language = _line(reader.root_object.get("/Lang"))
    told = {
        **(_from_info(info) if info else {}),
        **(_from_xmp(xmp) if xmp else {}),
        **({"language": language} if language else {}),
    }
    return Metadata(**told)


def _from_info(info: DocumentInformation) -> dict[str, Any]:
    author, created, modified = info.author, info.creation_date, info.modification_date
    told = {
        "title": _line(info.title),
        "authors": (_line(author),) if author else (),
        "description": _line(info.subject),
        "keywords": _line(info.get("/Keywords")),
        "created": created.isoformat() if created else "",
        "modified": modified.isoformat() if modified else "",
        "producer": _line(info.producer),
        "creator_tool": _line(info.creator),
    }
    return {name: value for name, value in told.items() if value}


def _from_xmp(xmp: XmpInformation) -> dict[str, Any]:
    told = {
        "title": _alternative(xmp.dc_title),
        "authors": tuple(map(_line, xmp.dc_creator or ())),
        "description": _alternative(xmp.dc_description),
        "keywords": _line(xmp.pdf_keywords),
        "publisher": ", ".join(map(_line, xmp.dc_publisher or ())),
        "rights": _alternative(xmp.dc_rights),
        "language": ", ".join(map(_line, xmp.dc_language or ())),
        "created": _said(xmp, _XMP, "CreateDate"),
        "modified": _said(xmp, _XMP, "ModifyDate"),
        "source": _line(xmp.dc_source),
        "producer": _line(xmp.pdf_producer),
        "creator_tool": _line(xmp.xmp_creator_tool),
        "claims": tuple(_claims(xmp)),
    }
    return {name: value for name, value in told.items() if value}


def _claims(xmp: XmpInformation) -> Iterator[str]:
    if part := _said(xmp, _PDFA, "part"):
        yield f"PDF/A-{part}{_said(xmp, _PDFA, 'conformance')}"
    if part := _said(xmp, _PDFUA, "part"):
        yield f"PDF/UA-{part}"


def _said(xmp: XmpInformation, namespace: str, name: str) -> str:
    for node in xmp.get_element("", namespace, name):
        value = getattr(node, "nodeValue", None)  # written as an attribute
        text = value or "".join(getattr(child, "data", "") for child in node.childNodes)
        if text.strip():
            return _line(text)
    return ""


def _alternative(texts: Mapping[str, str] | None) -> str:
    texts = texts or {}
    return _line(texts.get("x-default") or next(iter(texts.values()), ""))


def _line(value: object) -> str:
    """Return a value from the file as one printable line."""
    return "" if value is None else one_line(str(value))


def is_tagged(reader: PdfReader) -> bool:
    """Does it have a structure tree, and say so?"""
    root = reader.root_object
    mark = root.get("/MarkInfo")
    marked = mark is not None and bool(mark.get_object().get("/Marked"))
    return marked and "/StructTreeRoot" in root


def outline(reader: PdfReader) -> tuple[OutlineEntry, ...]:
    """Read the bookmarks, nested as they are."""
    return _entries(reader, reader.outline)


def _entries(reader: PdfReader, found: Sequence[Any]) -> tuple[OutlineEntry, ...]:
    """pypdf gives the entries below one as a list after it."""
    entries: list[OutlineEntry] = []
    for one in found:
        if isinstance(one, list) and entries:
            entries[-1] = replace(entries[-1], entries=_entries(reader, one))
        elif not isinstance(one, list):
            page = reader.get_destination_page_number(one)
            number = None if page is None or page < 0 else page + 1
            entries.append(OutlineEntry(_line(one.title), number))
    return tuple(entries)


def fonts(reader: PdfReader) -> tuple[Font, ...]:
    """List the fonts that pages, and groups on them, may use; sorted, each once."""
    found: set[tuple[str, bool]] = set()
    seen: set[int] = set()
    waiting = [(page.get("/Resources"), 0) for page in reader.pages]
    while waiting:
        resources, depth = waiting.pop()
        resources = _dictionary(resources)
        if id(resources) in seen or depth > _FORMS_DEEP:
            continue
        seen.add(id(resources))
        for font in _dictionary(resources.get("/Font")).values():
            found.add(_font(_dictionary(font)))
        for form in _dictionary(resources.get("/XObject")).values():
            waiting.append((_dictionary(form).get("/Resources"), depth + 1))
    return tuple(Font(name, embedded) for name, embedded in sorted(found))


def _font(font: DictionaryObject) -> tuple[str, bool]:
    """Its name without the six letters that mark a subset; a Type 3 font is its own drawing."""
    inner = font
    if descendants := font.get("/DescendantFonts"):
        inner = _dictionary(descendants.get_object()[0])
    descriptor = _dictionary(inner.get("/FontDescriptor"))
    carried = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    name = _line(font.get("/BaseFont") or descriptor.get("/FontName") or "")
    return _SUBSET.sub("", name.lstrip("/")), carried or font.get("/Subtype") == "/Type3"


def _dictionary(value: Any) -> DictionaryObject:
    """What a reference leads to if it is a dictionary; else an empty one."""
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def attachments(reader: PdfReader) -> tuple[Attachment, ...]:
    """Read the attached files, with their content.

    Raises:
        InspectionError: together they are too large.
    """
    found: list[Attachment] = []
    room = _MOST_ATTACHED
    for one in reader.attachment_list:
        found.append(_attachment(one))
        room -= found[-1].size
        if room < 0:
            limit = _MOST_ATTACHED // 1_000_000
            raise InspectionError(f"the attachments have more than {limit} MB")
    return tuple(found)


def _attachment(one: EmbeddedFile) -> Attachment:
    data = one.content
    return Attachment(
        name=one.alternative_name or one.name,
        mime=_line(one.subtype).lstrip("/"),
        size=len(data),
        relationship=_line(one.associated_file_relationship).lstrip("/"),
        description=_line(one.description),
        data=data,
    )
