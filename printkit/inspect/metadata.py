"""Read the metadata of a PDF: title, authors, dates, and the standards it claims.

In: a pypdf reader. Out: a `Metadata`. The XMP packet counts more than the information dictionary.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pypdf import DocumentInformation, PdfReader
from pypdf.xmp import XmpInformation

from printkit.text.characters import one_line

_PDFA = "http://www.aiim.org/pdfa/ns/id/"
_PDFUA = "http://www.aiim.org/pdfua/ns/id/"
_XMP = "http://ns.adobe.com/xap/1.0/"


@dataclass(frozen=True)
class Metadata:
    """The metadata of a file. A field that the file lacks is empty.

    Attributes:
        created, modified: ISO 8601, as the file has them.
        source: the address of the original.
        claims: the standards that the file claims to keep, such as PDF/A-3A and PDF/UA-1.
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


def metadata(reader: PdfReader) -> Metadata:
    """Return the metadata of a file."""
    info, xmp = reader.metadata, reader.xmp_metadata
    language = printable_line(reader.root_object.get("/Lang"))
    found = {
        **(_from_info(info) if info else {}),
        **(_from_xmp(xmp) if xmp else {}),
        **({"language": language} if language else {}),
    }
    return Metadata(**found)


def printable_line(value: object) -> str:
    """Return a value from the file as one printable line; empty for no value."""
    return "" if value is None else one_line(str(value))


def _from_info(info: DocumentInformation) -> dict[str, Any]:
    author, created, modified = info.author, info.creation_date, info.modification_date
    found = {
        "title": printable_line(info.title),
        "authors": (printable_line(author),) if author else (),
        "description": printable_line(info.subject),
        "keywords": printable_line(info.get("/Keywords")),
        "created": created.isoformat() if created else "",
        "modified": modified.isoformat() if modified else "",
        "producer": printable_line(info.producer),
        "creator_tool": printable_line(info.creator),
    }
    return {name: value for name, value in found.items() if value}


def _from_xmp(xmp: XmpInformation) -> dict[str, Any]:
    found = {
        "title": _default_text(xmp.dc_title),
        "authors": tuple(map(printable_line, xmp.dc_creator or ())),
        "description": _default_text(xmp.dc_description),
        "keywords": printable_line(xmp.pdf_keywords),
        "publisher": ", ".join(map(printable_line, xmp.dc_publisher or ())),
        "rights": _default_text(xmp.dc_rights),
        "language": ", ".join(map(printable_line, xmp.dc_language or ())),
        # pypdf converts these dates to UTC and drops the zone, so the packet's text is taken.
        "created": _element_text(xmp, _XMP, "CreateDate"),
        "modified": _element_text(xmp, _XMP, "ModifyDate"),
        "source": printable_line(xmp.dc_source),
        "producer": printable_line(xmp.pdf_producer),
        "creator_tool": printable_line(xmp.xmp_creator_tool),
        "claims": tuple(_claims(xmp)),
    }
    return {name: value for name, value in found.items() if value}


def _claims(xmp: XmpInformation) -> Iterator[str]:
    if part := _element_text(xmp, _PDFA, "part"):
        yield f"PDF/A-{part}{_element_text(xmp, _PDFA, 'conformance')}"
    if part := _element_text(xmp, _PDFUA, "part"):
        yield f"PDF/UA-{part}"


def _element_text(xmp: XmpInformation, namespace: str, name: str) -> str:
    """Return the first text of a property, which XMP may write as an attribute or an element."""
    for node in xmp.get_element("", namespace, name):
        attribute = getattr(node, "nodeValue", None)
        text = attribute or "".join(getattr(child, "data", "") for child in node.childNodes)
        if text.strip():
            return printable_line(text)
    return ""


def _default_text(texts: Mapping[str, str] | None) -> str:
    """Return the default text of a property that is given in several languages."""
    texts = texts or {}
    return printable_line(texts.get("x-default") or next(iter(texts.values()), ""))
