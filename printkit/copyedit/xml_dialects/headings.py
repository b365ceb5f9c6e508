"""Headings: titles in foreign XML go in, headings and labels of HTML come out."""

import re
from collections.abc import Mapping

from printkit.copyedit.dialects.forms import KIND_OF_NOTE
from printkit.copyedit.vocabulary import names
from printkit.copyedit.xml_dialects.translation import Handler, OpenElement, Translation
from printkit.text.patterns import regex

FIGURES = names(
    """fig figure informalfigure mediaobject table-wrap fig-group inlinemediaobject equation
    informalequation media"""
)
"""Elements whose title and label belong to a caption."""

_LISTS = names(
    """list itemizedlist orderedlist variablelist procedure simplelist def-list steps glosslist
    calloutlist lg verse-group"""
)
_CITATIONS = names(
    """bibl biblioentry bibliomixed citation mixed-citation element-citation imprint monogr analytic
    biblstruct"""
)
_BOXES = names("aside sidebar boxed-text note warning tip caution important danger attention")
_NOTES = names("note warning tip caution important danger attention")
# Words for programs, in the head of a page of HTML.
_PAGE = regex(r"\s*<(?:meta|title|link|style|script|base)[\s>]", re.IGNORECASE)
_TITLED = regex(r"\s*<(?:[a-z]+:)?title[\s>]")


def _title(work: Translation, element: OpenElement) -> None:
    """Write a title as a heading, as the label of a box, or as words before a caption."""
    parent = work.parent()
    holder, name = parent, parent.name if parent else ""
    if name in FIGURES and holder:
        work.hold(element, lambda html: add_label(holder, html))
    elif name in _CITATIONS:
        work.wrap(element, "<em>", "</em>")
    elif name == "caption":
        box = work.around(*_BOXES)
        opening, closing = ("<summary>", "</summary>") if box else ("<b>", "</b> ")
        work.wrap(element, opening, closing)
    elif name in ("table", "informaltable", "simpletable"):
        work.wrap(element, "<caption>", "</caption>")
    elif name in _BOXES:
        work.wrap(element, "<summary>", "</summary>")
    elif name in _LISTS and holder:
        list_of = holder
        work.hold(element, lambda html: _set_above(work, list_of, html))
    else:
        level = min(6, max(2, element.level + 1))
        number = f"{parent.label} " if parent and parent.label else ""
        work.wrap(element, f"<h{level}>{number}", f"</h{level}>")


def _head(work: Translation, element: OpenElement) -> None:
    """Write a `head` of TEI as a title; the `head` of a page holds no words of the article."""
    parent = work.parent()
    if work.follows(_PAGE):
        work.wrap(element, "<head>", "</head>")
    else:
        element.level += parent is not None and parent.name == "div"
        _title(work, element)


def add_label(holder: OpenElement, html: str) -> None:
    """Keep the words of a label or a title for the caption of a figure."""
    said = html.strip()
    holder.label += f"<b>{said}</b> " if said else ""


def _set_above(work: Translation, holder: OpenElement, html: str) -> None:
    if html.strip() and holder.start < len(work.pieces):
        work.pieces[holder.start] = f"<p><b>{html}</b></p>{work.pieces[holder.start]}"


def _subtitle(work: Translation, element: OpenElement) -> None:
    work.wrap(element, "<p><b>", "</b></p>")


def _box(work: Translation, element: OpenElement) -> None:
    """Write a box with words beside the text."""
    work.wrap(element, "<aside>", "</aside>")


def _admonition(work: Translation, element: OpenElement) -> None:
    """Write a note with its kind, if the note has no title of its own."""
    kind = element.given.get("type") or element.name
    label = "" if work.follows(_TITLED) else kind.capitalize()
    shown = f'<summary class="{KIND_OF_NOTE}">{label}</summary>' if label.isalpha() else ""
    work.wrap(element, f"<aside>{shown}", "</aside>")


def note_box(work: Translation, element: OpenElement) -> None:
    """Write a note of DocBook or DITA as a box."""
    _admonition(work, element)


HANDLERS: Mapping[str, Handler] = {
    "title": _title,
    "head": _head,
    "subtitle": _subtitle,
    "hazardstatement": _box,
    "sidebar": _box,
    "boxed-text": _box,
    **dict.fromkeys(_NOTES - {"note"}, _admonition),
}
"""What is written for each name."""
