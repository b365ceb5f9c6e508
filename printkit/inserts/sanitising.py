"""Copy the pages of somebody else's PDF into a new PDF: their look and their links.

In: a PDF that pikepdf has opened. Out: a `SanitisedPdf`, without scripts, actions and embedded
files. The new PDF has the whole structure tree, or no tree if an annotation was drawn or removed.
"""

import html
import io
import re
from contextlib import suppress

import pikepdf
from pikepdf import Dictionary, Object, ObjectStreamMode, Pdf, Stream, String
from pikepdf.exceptions import PikepdfError

from printkit.edition.limits import Limits
from printkit.errors import InsertError
from printkit.inserts import annotations
from printkit.inserts.bookmarks import read_outline
from printkit.inserts.findings import EMBEDDED, active_content
from printkit.inserts.key_filter import KeyFilter
from printkit.inserts.layers import hides_content
from printkit.inserts.own_files import attached_files, attached_records
from printkit.inserts.page_tree import push_inherited_attributes
from printkit.inserts.sanitised_pdf import SanitisedPdf
from printkit.inserts.untrusted_values import is_true

_TITLE_IN_XMP = re.compile(rb"<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]{0,200}>([^<]{1,2000})</rdf:li>")


def sanitise(source: Pdf, limits: Limits) -> SanitisedPdf:
    """Copy the pages into a new file that has only allowed keys, within the limits.

    Raises:
        InsertError: the pages cannot be read, or would not be printed as a viewer shows them.
        PikepdfError: an object in the file is broken.
    """
    # With explicit conversion, numbers and booleans stay PDF objects, whose type can be checked.
    with pikepdf.explicit_conversion():
        _refuse_unprintable(source)
        push_inherited_attributes(source, limits)
        taken_out = active_content(source)
        records = attached_records(source)
        if len(records) == attached_files(source):
            taken_out = [name for name in taken_out if name != EMBEDDED]
        bookmarks, astray = read_outline(source, limits.joined_bookmarks)
        flattened = annotations.flatten_annotations(source)
        drawn, dropped = flattened.drawn, flattened.lost + annotations.keep_links(source)
        # The structure tree points to annotations. If an annotation was drawn or removed, the tree
        # points to nothing there, so the new file gets no tree.
        tagged = _is_tagged(source.Root) and not (drawn or dropped)
        key_filter = KeyFilter(source, limits, tagged=tagged)
        key_filter.filter_pages()
        if tagged:
            key_filter.filter_structure(source.Root.StructTreeRoot)
        pdf = _new_file(source, tagged)
        title = _metadata_title(source)
    unprinted = annotations.unprinted_words(pdf, flattened.words)
    return SanitisedPdf(
        pdf,
        len(source.pages),
        title,
        tagged,
        taken_out,
        dict(drawn),
        dict(dropped),
        bookmarks=bookmarks,
        astray=astray,
        unprinted=unprinted,
        without_font=[words for words in flattened.without_font if words not in unprinted],
        records=records,
    )


def _refuse_unprintable(source: Pdf) -> None:
    """Refuse pages that would look different on paper than in a viewer."""
    root = source.Root
    if is_true(root.get("/NeedsRendering")):
        raise InsertError(
            "the file's pages are made by the viewer, from an XFA form",
            remedy="Print the file to a new PDF, and give the new PDF.",
        )
    if hides_content(source):
        raise InsertError(
            "the file has hidden layers, which would be printed like the others",
            remedy="Print the file to a new PDF without layers, and give the new PDF.",
        )


def _is_tagged(root: Object) -> bool:
    marks, tree = root.get("/MarkInfo"), root.get("/StructTreeRoot")
    marked = isinstance(marks, Dictionary) and is_true(marks.get("/Marked"))
    return marked and isinstance(tree, Dictionary) and {"/K", "/ParentTree"} <= tree.keys()


def _new_file(source: Pdf, tagged: bool) -> bytes:
    with pikepdf.new() as fresh:
        fresh.pages.extend(source.pages)
        if tagged:
            fresh.Root.StructTreeRoot = fresh.copy_foreign(source.Root.StructTreeRoot)
            fresh.Root.MarkInfo = Dictionary(Marked=True)
            language = source.Root.get("/Lang")
            if isinstance(language, String):
                fresh.Root.Lang = String(str(language))
        made = io.BytesIO()
        fresh.save(
            made,
            force_version="1.7",
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return made.getvalue()


def _metadata_title(source: Pdf) -> str:
    """Return the title in /Info, or else in the XMP packet; empty if there is none."""
    about = source.trailer.get("/Info")
    title = about.get("/Title") if isinstance(about, Dictionary) else None
    if isinstance(title, String) and str(title).strip():
        return str(title)
    packet = source.Root.get("/Metadata")
    found = None
    if isinstance(packet, Stream):
        with suppress(PikepdfError):  # a broken packet is no reason to refuse the pages
            found = _TITLE_IN_XMP.search(packet.read_bytes())
    return html.unescape(found[1].decode(errors="replace")) if found else ""
