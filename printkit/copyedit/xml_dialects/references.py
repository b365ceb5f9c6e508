"""References in foreign XML: links, notes and marks of notes go in, HTML comes out."""

import re
from collections.abc import Mapping
from html import escape

from printkit.copyedit.formulas.tex_marks import write_tex
from printkit.copyedit.vocabulary import names
from printkit.copyedit.xml_dialects.headings import note_box
from printkit.copyedit.xml_dialects.translation import (
    Handler,
    OpenElement,
    Translation,
    words_in_html,
)
from printkit.text.patterns import regex

_INSIDE = regex(r"\\begin\{document\}(.*)\\end\{document\}", re.DOTALL)
_NOTE_END = "<!-- note --></span>"
_TARGETS = ("href", "url", "target", "rid", "linkend", "linkends")
_HELD = names("indexterm teiheader prolog index remark fw metadata object-id draft-comment")


_KINDS = {"indexterm": "entry of an index", "remark": "comment", "draft-comment": "comment"}


def _reference_link(work: Translation, element: OpenElement) -> None:
    """Write a link; a target without a sign of an address is a place in the text."""
    given = element.given
    name = next((one for one in _TARGETS if given.get(one)), "")
    target = given.get(name, "")
    if not target:
        return
    is_place = name in ("rid", "linkend", "linkends")
    address = f"#{target.split()[0]}" if is_place else target
    work.wrap(element, f'<a href="{escape(address)}">', "</a>")
    element.at_end = lambda: _say_target(work, element, target)


def _say_target(work: Translation, link: OpenElement, target: str) -> None:
    """Write the address of a link without words; name a place that has no words."""
    if any(piece.strip() for piece in work.pieces[link.start + 1 :][:3]):
        return
    if "://" in target or "@" in target:
        work.write(escape(target))
    else:
        work.removals.note("cross-reference", target)


def _note(work: Translation, element: OpenElement) -> None:
    """Write a note of TEI at its mark, and a note of DocBook or DITA as a box."""
    is_marked = any(element.given.get(one) for one in ("place", "n", "anchored", "resp"))
    typed = element.given.get("type", "")
    if is_marked or typed in ("foot", "footnote", "endnote") or (not typed and work.is_tei):
        _footnote(work, element)
    else:
        note_box(work, element)


def _footnote(work: Translation, element: OpenElement) -> None:
    """Write a note behind its mark; notes that stand in a list are items."""
    group = work.around("fn-group", "table-wrap-foot", "ref-list", "noteGrp")
    if group:
        work.wrap(element, "<li>", "</li>")
    else:
        work.wrap(element, '<span class="sidenote">', _NOTE_END)


def _paragraph(work: Translation, element: OpenElement) -> None:
    """Write a paragraph; within a note in a line, a line break parts two paragraphs."""
    note = work.parent()
    if note and note.closing == _NOTE_END:
        work.write("<br>" if note.children > 1 else "")
    elif element.name == "p":
        work.write(element.written)
        element.closing = "</p>"
    else:
        work.wrap(element, "<p>", "</p>")


def _group(work: Translation, element: OpenElement) -> None:
    work.wrap(element, '<section role="doc-endnotes"><ol>', "</ol></section>")


def _reference(work: Translation, element: OpenElement) -> None:
    """Write a book in a list of books as a paragraph; `ref` of TEI is a link."""
    if element.given.get("target"):
        _reference_link(work, element)
    elif work.around("ref-list"):
        work.wrap(element, "<p>", "</p>")


def _withheld(work: Translation, element: OpenElement) -> None:
    """Name the words that no reader of the text sees."""
    kind = _KINDS.get(element.name, "metadata")
    work.hold(element, lambda html: work.removals.note(kind, words_in_html(html)))


def _tex(work: Translation, element: OpenElement) -> None:
    """Write a formula; beside a formula in MathML, the TeX is the same formula once more."""
    formula = work.around("alternatives")
    has_math = formula is not None and "math" in "".join(work.pieces[formula.start :][:3])
    work.hold(element, lambda html: _write_formula(work, html, twice=has_math))


def _write_formula(work: Translation, html: str, *, twice: bool) -> None:
    source = words_in_html(html)
    found = _INSIDE.search(source)
    tex = (found[1] if found else source).strip().strip("$").strip()
    work.removals.rewrite("formula", source)
    if not twice:
        work.write(write_tex(tex, display=work.around("disp-formula") is not None))


HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys(names("link ulink xref ext-link uri ptr olink self-uri"), _reference_link),
    "ref": _reference,
    "note": _note,
    **dict.fromkeys(names("fn footnote"), _footnote),
    **dict.fromkeys(names("p para simpara"), _paragraph),
    "fn-group": _group,
    **dict.fromkeys(_HELD, _withheld),
    "tex-math": _tex,
}
"""What is written for each name."""
