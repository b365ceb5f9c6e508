"""The bindery: binds printed parts into one tagged, linked, small PDF; owns pikepdf.

The parts come from the press, each a file of its own. Here their pages are put in order and
their structure trees under one root; each face is embedded once, each picture stored once;
running heads and folios are drawn over the pages, and links of the book to itself led home.
"""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, ObjectStreamMode

from printkit.bindery import attachments, labels, links, metadata, outline, shared_streams
from printkit.bindery.appended_pages import Gathering, gather
from printkit.bindery.book import Book
from printkit.bindery.fonts_and_furniture import set_type
from printkit.bindery.page_table import page_table
from printkit.bindery.tags import merge

__all__ = ["bind"]


def bind(book: Book, faces: Callable[[str], bytes]) -> bytes:
    """Bind a book.

    Args:
        book: the printed parts in their order, and all that joins them.
        faces: gives a whole font file by its SHA-256, as the parts' faces name it.

    Returns:
        A PDF 1.7 file. Where the book is to be an archive, it is PDF/A-3A and PDF/UA-1, unless
        a part lacks glyphs or an insert is bound in: then it claims neither.
    """
    pdf = pikepdf.new()
    pdf.Root.Names = Dictionary()
    gathered = gather(pdf, book.parts)
    gatherings = [one for one in gathered if isinstance(one, Gathering)]
    sheets = [page.obj for page in pdf.pages]
    merge.merge(pdf, gathered, book.language)
    set_type(pdf, gatherings, faces)
    shared_streams.share(found for gathering in gatherings for found in gathering.resources)
    links.lead(pdf, gatherings, book.jumps, sheets)
    outline.add(pdf, book.bookmarks, sheets)
    labels.add_labels(pdf, page_table(book.parts))
    attachments.enclose(pdf, book.enclosures)
    metadata.state(pdf, book, gatherings)
    bound = BytesIO()
    pdf.save(
        bound,
        force_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return bound.getvalue()
