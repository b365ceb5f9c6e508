"""Bind a book: takes printed parts in their order, gives one PDF."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, ObjectStreamMode

from printkit.bindery import attachments, labels, links, metadata, outline, shared_streams
from printkit.bindery.appended_pages import AppendedPart, append_pages
from printkit.bindery.book import Book
from printkit.bindery.fonts_and_furniture import embed_fonts_and_stamp
from printkit.bindery.page_table import page_table
from printkit.bindery.tags.merge import merge_trees
from printkit.files.seal import seal


def bind(book: Book, font_files: Callable[[str], bytes]) -> bytes:
    """Bind a book.

    Args:
        book: the printed parts in their order, and everything that joins them.
        font_files: returns a whole font file by its SHA-256, which `Face.program` gives.

    Returns:
        A PDF 1.7 file. The file claims the standards that the book's XMP packet names, PDF/A-3A
        and PDF/UA-1, unless a font lacks a glyph or an insert of another program is bound in.
    """
    pdf = pikepdf.new()
    pdf.Root.Names = Dictionary()
    appended = append_pages(pdf, book.parts)
    parts = [one for one in appended if isinstance(one, AppendedPart)]
    pages = [page.obj for page in pdf.pages]
    tagged = merge_trees(pdf, appended, book.language)
    embed_fonts_and_stamp(pdf, parts, font_files)
    shared_streams.share(resources for part in parts for resources in part.resources)
    links.set_destinations(pdf, parts, book.internal_links, pages)
    outline.add_outline(pdf, book.bookmarks, pages)
    labels.add_labels(pdf, page_table(book.parts))
    attachments.embed_files(pdf, book.embedded_files)
    metadata.write_metadata(pdf, book, parts, tagged=tagged)
    bound = BytesIO()
    # With deterministic_id, qpdf makes the file's /ID from its content: the same book gives the
    # same bytes. The XMP packet is ours, so pikepdf must not write its own version into it.
    pdf.save(
        bound,
        force_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return seal(bound.getvalue())
