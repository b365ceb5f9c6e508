"""Write the file's own metadata: title, language, XMP packet, dates, and colour profile."""

import re
from collections.abc import Sequence
from html import unescape

from pikepdf import Array, Dictionary, Name, Pdf, String

from printkit.bindery.appended_pages import AppendedPart
from printkit.bindery.attachments import pdf_date
from printkit.bindery.book import Book, Insert, Part

_INFO = {Name.Producer: "pdf:Producer", Name.Creator: "xmp:CreatorTool"}


def write_metadata(
    pdf: Pdf, book: Book, parts: Sequence[AppendedPart], *, tagged: bool = True
) -> None:
    """Write title, language, XMP packet, dates and output intent into the file.

    Args:
        pdf: the file that is bound.
        book: the parts of the file, and its metadata.
        parts: the printed parts.
        tagged: whether each insert kept its structure tree.
    """
    packet = book.packet if tagged and _may_claim_standards(book) else book.humble_packet
    pdf.Root.Lang = String(book.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if book.rightward:
        pdf.Root.ViewerPreferences.Direction = Name.R2L
    if packet:
        pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    # PDF/A wants /Info to say the same as the XMP packet, so /Info is filled from the packet.
    pdf.docinfo[Name.Title] = String(book.title)
    for key, element in _INFO.items():
        if found := re.search(f"<{element}>([^<]*)</{element}>", packet):
            pdf.docinfo[key] = String(unescape(found[1]))
    if book.dated:
        pdf.docinfo[Name.CreationDate] = String(pdf_date(book.dated))
    intent = next((part.intent for part in parts if part.intent is not None), None)
    if intent is not None:
        pdf.Root.OutputIntents = Array([intent])


def _may_claim_standards(book: Book) -> bool:
    """Return whether the file keeps the standards that its profile names.

    A missing glyph can be neither read aloud nor copied. An insert of another program may break
    any rule.
    """
    return all(_keeps_standards(part) for part in book.parts)


def _keeps_standards(part: Part | Insert) -> bool:
    if isinstance(part, Insert):
        return part.conforms
    return not (part.pages.missing or (part.furniture and part.furniture.missing))
