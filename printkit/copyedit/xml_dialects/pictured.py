"""Pictures in foreign XML: figures with labels, captions and descriptions go in, HTML comes out."""

import re
from collections.abc import Mapping
from html import escape, unescape

from printkit.copyedit.vocabulary import names
from printkit.copyedit.xml_dialects.elements import SECTIONS
from printkit.copyedit.xml_dialects.headings import FIGURES, add_label
from printkit.copyedit.xml_dialects.translation import (
    Handler,
    OpenElement,
    Translation,
    words_in_html,
)
from printkit.text.patterns import regex

_ADDRESSES = ("fileref", "href", "url", "src", "source", "entityref")
_ALTERNATIVES = ("alternatives", "mediaobject", "inlinemediaobject")
_BLOCK = regex(r"</?p(?:\s[^<>]*)?>|<br>")
_SOURCE = regex(r'^<img src="([^"]*)"')
_MARK = regex(r"\W{0,3}(?:\d{1,4}|[A-Za-z]{1,2}|[ivxlc]{1,6})?\W{0,3}")
_UNFIT = regex(r"\.(?:tiff?|eps|ai|wmf|emf|pdf|svgz)$", re.IGNORECASE)
_TITLE_BEHIND = regex(r"[^<>]{0,60}</(?:[a-z]+:)?label>\s*<(?:[a-z]+:)?title[\s>]", re.IGNORECASE)
_ELEMENT = regex(r"<[^<>]*>")


def _figure(work: Translation, element: OpenElement) -> None:
    """Write a figure; its label and title stand in its caption."""
    if work.around("figure", "fig", "informalfigure"):
        # A `mediaobject` in a figure is the picture of the figure.
        if element.name == "fig":
            work.wrap(element, "<figure>", "</figure>")
        return
    work.wrap(element, "<figure>", "</figure>")
    element.at_end = lambda: _end_figure(work, element)


def _end_figure(work: Translation, figure: OpenElement) -> None:
    """Write the label of a figure without a caption, and the description without a picture."""
    if figure.label:
        work.write(f"<figcaption>{figure.label}</figcaption>")
    if work.alt:
        work.write(f"<p>{escape(work.alt)}</p>")
        work.alt = ""


def _caption(work: Translation, element: OpenElement) -> None:
    """Write the caption of a figure behind the figure's label."""
    figure, parent = work.around(*FIGURES), work.parent()
    if figure and not figure.label:
        # The title may stand in the figure around a `mediaobject`.
        figure = work.around("figure", "fig", "informalfigure") or figure
    if parent and parent.name in ("table", "informaltable"):
        work.wrap(element, "<caption>", "</caption>")
    elif parent and parent.name == "table-wrap":
        work.hold(element, lambda html: _add_words(parent, html))
    elif figure is None:
        work.wrap(element, "<div>", "</div>")
    else:
        label, figure.label = figure.label, ""
        work.wrap(element, f"<figcaption>{label}", "</figcaption>")


def _add_words(holder: OpenElement, html: str) -> None:
    holder.label += _BLOCK.sub(" ", html)


def _table_around(work: Translation, element: OpenElement) -> None:
    """Begin a table with a caption; the caption stands before the table in JATS."""
    work.wrap(element, "<div>", "</div>")
    element.at_end = lambda: work.write(f"<p>{element.label}</p>" if element.label else "")


def _table(work: Translation, element: OpenElement) -> None:
    """Write the beginning of a table, with the caption that came before."""
    around = work.parent()
    work.write(element.written)
    element.closing = "</table>"
    if around and around.name in ("table-wrap", "alternatives"):
        around = work.around("table-wrap") or around
        work.write(f"<caption>{around.label}</caption>" if around.label else "")
        around.label = ""


def _label(work: Translation, element: OpenElement) -> None:
    """Keep the label of a figure for the caption; a label of a form or a section stays."""
    parent = work.parent()
    if parent and parent.name in FIGURES:
        work.hold(element, lambda html: add_label(parent, html))
    elif parent and parent.name == "list":
        work.wrap(element, "<dt>", "</dt>")
    elif parent and parent.name in ("fn", "ref", "list-item"):
        work.hold(element, lambda html: _settle_mark(work, html))
    elif parent and parent.name in SECTIONS and work.follows(_TITLE_BEHIND):
        work.hold(element, lambda html: _keep_number(parent, html))
    elif parent and parent.name == "disp-formula":
        work.wrap(element, "<p>", "</p>")
    else:
        work.wrap(element, "<label>", "</label>")


def _settle_mark(work: Translation, html: str) -> None:
    """Leave the mark of a note or an item out; a label with words stays."""
    if _MARK.fullmatch(words := words_in_html(html)):
        work.removals.rewrite("number", words)
    else:
        work.write(f"<b>{html}</b> ")


def _keep_number(section: OpenElement, html: str) -> None:
    section.label = html.strip()


def _picture(work: Translation, element: OpenElement) -> None:
    """Write a picture; of several forms of one picture, the first is printed."""
    address = next((element.given[one] for one in _ADDRESSES if element.given.get(one)), "")
    if not address:
        work.write(f"<{element.name}>")  # an `image` of a drawing, or of nobody
        return
    parent = work.around(*_ALTERNATIVES)
    if parent and parent.start <= work.picture:
        _choose_form(work, address)
        return
    alt = element.given.get("alt") or work.alt
    work.alt, work.picture = "", len(work.pieces)
    work.write(f'<img src="{escape(address)}" alt="{escape(alt)}">')


def _choose_form(work: Translation, address: str) -> None:
    """Print the form of a picture that a page can have; name the other form."""
    shown = work.pieces[work.picture]
    first = unescape(_SOURCE.findall(shown)[0])
    if _UNFIT.search(first) and not _UNFIT.search(address):
        work.pieces[work.picture] = shown.replace(escape(first), escape(address), 1)
        address = first
    work.removals.note("other form of a picture", address)


def _described(work: Translation, element: OpenElement) -> None:
    """Give the words of an element to its picture as the description."""
    work.hold(element, lambda html: _describe(work, words_in_html(html)))


def _describe(work: Translation, words: str) -> None:
    work.removals.rewrite("description", words)
    figure = work.around(*FIGURES, "graphic", "image", "inline-graphic")
    if figure is None:
        work.write(escape(words))
    elif figure.start <= work.picture:
        shown = work.pieces[work.picture]
        if 'alt=""' in shown:
            work.pieces[work.picture] = shown.replace('alt=""', f'alt="{escape(words)}"', 1)
        elif escape(words) not in shown:
            work.removals.note("description", words)
    else:
        work.alt = words


def _phrase(work: Translation, element: OpenElement) -> None:
    """Take the words of a text in the place of a picture as the description of the picture."""
    if work.around("textobject"):
        _described(work, element)


def _film(work: Translation, element: OpenElement) -> None:
    """Write the address of a film, a sound or a file."""
    address = next((element.given[one] for one in _ADDRESSES if element.given.get(one)), "")
    if element.name == "media":
        _figure(work, element)
    kind = "audio" if "audio" in element.name else "video"
    if address:
        work.write(f'<{kind} src="{escape(address)}"></{kind}>')


def _credit(work: Translation, element: OpenElement) -> None:
    """Write who made a picture, or who said a quotation."""
    quoted = work.parent()
    if work.around(*FIGURES):
        work.wrap(element, '<span class="credit">', "</span>")
    elif quoted and quoted.name in ("blockquote", "epigraph", "disp-quote"):
        work.hold(element, lambda html: _cite_below(quoted, html))
    else:
        work.wrap(element, "<p><cite>", "</cite></p>")


def _cite_below(quoted: OpenElement, html: str) -> None:
    quoted.closing = f"<p><cite>{html}</cite></p>{quoted.closing}"


HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys(FIGURES - {"equation", "informalequation", "table-wrap", "media"}, _figure),
    "table-wrap": _table_around,
    "table": _table,
    **dict.fromkeys(("caption", "media-caption"), _caption),
    "label": _label,
    **dict.fromkeys(names("graphic inline-graphic imagedata image media-reference"), _picture),
    **dict.fromkeys(names("alt alt-text figdesc long-desc"), _described),
    "phrase": _phrase,
    **dict.fromkeys(names("media videodata audiodata inline-media"), _film),
    **dict.fromkeys(names("attrib attribution copyright-statement media-producer"), _credit),
}
"""What is written for each name."""
