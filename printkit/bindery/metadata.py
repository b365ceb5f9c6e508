"""What the file says of itself: its metadata, and what it claims to be."""

import re
from collections.abc import Sequence
from html import unescape

from pikepdf import Array, Dictionary, Name, Pdf, String

from printkit.bindery.appended_pages import Gathering
from printkit.bindery.attachments import pdf_date
from printkit.bindery.book import Book, Insert

_INFO = {Name.Producer: "pdf:Producer", Name.Creator: "xmp:CreatorTool"}


def state(pdf: Pdf, book: Book, gatherings: Sequence[Gathering]) -> None:
    """Give the file its title, language, metadata and colour profile."""
    packet = book.packet if _is_whole(book) else book.humble_packet
    pdf.Root.Lang = String(book.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if book.rightward:
        pdf.Root.ViewerPreferences.Direction = Name.R2L
    if packet:
        pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.docinfo[Name.Title] = String(book.title)
    for key, element in _INFO.items():
        if told := re.search(f"<{element}>([^<]*)</{element}>", packet):
            pdf.docinfo[key] = String(unescape(told[1]))
    if book.dated:
        pdf.docinfo[Name.CreationDate] = String(pdf_date(book.dated))
    intent = next((one.intent for one in gatherings if one.intent is not None), None)
    if intent is not None:
        pdf.Root.OutputIntents = Array([intent])


def _is_whole(book: Book) -> bool:
    """Whether nothing in the book forbids what its profile promises.

    A glyph that is missing cannot be read aloud nor copied, and a foreign file may be anything.
    """
    return not any(
        isinstance(part, Insert)
        or part.pages.missing
        or (part.furniture and part.furniture.missing)
        for part in book.parts
    )
