"""A file made anew of somebody else's pages: what they show, links, and tags if they are whole."""

import html
import io
import re
from contextlib import suppress

import pikepdf
from pikepdf import Dictionary, Object, ObjectStreamMode, Pdf, Stream, String
from pikepdf.exceptions import PikepdfError

from printkit.errors import InsertError
from printkit.inserts import annotations, findings, layers, page_tree
from printkit.inserts.annotations import is_true
from printkit.inserts.key_filter import Censor
from printkit.inserts.sanitised_pdf import Sanitised

_TITLE_IN_XMP = re.compile(rb"<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]{0,200}>([^<]{1,2000})</rdf:li>")


def sanitise(source: Pdf) -> Sanitised:
    """Copy the pages into a new file, and of them only what a page is made of.

    Raises:
        InsertError: the pages cannot be had, or would not look as they should.
        PikepdfError: something in the file is broken.
    """
    with pikepdf.explicit_conversion():
        _refuse_unprintable(source)
        page_tree.settle(source)
        taken_out = findings.found_in(source)
        drawn, dropped = annotations.flatten(source)
        dropped += annotations.keep_links(source)
        tagged = _is_tagged(source.Root) and not (drawn or dropped)
        censor = Censor(source, tagged=tagged)
        censor.clear_pages()
        if tagged:
            censor.clear_structure(source.Root.StructTreeRoot)
        pdf = _made_anew(source, tagged)
        title = _title_in_metadata(source)
    return Sanitised(pdf, len(source.pages), title, tagged, taken_out, dict(drawn), dict(dropped))


def _refuse_unprintable(source: Pdf) -> None:
    """Refuse pages that would not look on paper as they do on the screen."""
    root = source.Root
    if is_true(root.get("/NeedsRendering")):
        raise InsertError(
            "its pages are made by the viewer, from an XFA form",
            remedy="Print it to a new PDF and give that.",
        )
    if layers.hide(source):
        raise InsertError(
            "it has hidden layers, which would be printed like the others",
            remedy="Print it to a new PDF, without its layers, and give that.",
        )


def _is_tagged(root: Object) -> bool:
    marks, tree = root.get("/MarkInfo"), root.get("/StructTreeRoot")
    marked = isinstance(marks, Dictionary) and is_true(marks.get("/Marked"))
    return marked and isinstance(tree, Dictionary) and {"/K", "/ParentTree"} <= tree.keys()


def _made_anew(source: Pdf, tagged: bool) -> bytes:
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


def _title_in_metadata(source: Pdf) -> str:
    """The title, from the newer kind of metadata if the older has none."""
    about = source.trailer.get("/Info")
    title = about.get("/Title") if isinstance(about, Dictionary) else None
    if isinstance(title, String) and str(title).strip():
        return str(title)
    packet = source.Root.get("/Metadata")
    found = None
    if isinstance(packet, Stream):
        with suppress(PikepdfError):  # no reason to refuse the pages
            found = _TITLE_IN_XMP.search(packet.read_bytes())
    return html.unescape(found[1].decode(errors="replace")) if found else ""
