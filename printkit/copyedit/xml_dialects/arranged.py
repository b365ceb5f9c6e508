"""Arranged words in foreign XML: lists, tables, verse and menus go in, HTML comes out."""

import re
from collections.abc import Mapping

from printkit.copyedit.vocabulary import names
from printkit.copyedit.xml_dialects.translation import Handler, OpenElement, Translation
from printkit.text.patterns import regex

_NUMBERED = frozenset(
    ["order", "ordered", "numbered", "alpha-lower", "alpha-upper", "roman-lower", "roman-upper"]
)
_LOOKS = (
    (regex(r"ital|emph", re.I), "em"),
    (regex(r"bold|strong", re.I), "strong"),
    (regex(r"sup", re.I), "sup"),
    (regex(r"sub", re.I), "sub"),
    (regex(r"underl", re.I), "u"),
    (regex(r"strike|through", re.I), "s"),
    (regex(r"mono|code|typewriter", re.I), "code"),
)
_BETWEEN = {"menucascade": " › ", "menuchoice": " › ", "keycombo": "+"}


def _list(work: Translation, element: OpenElement) -> None:
    """Write a list; a list with labels explains words."""
    kind = element.given.get("list-type") or element.given.get("type") or ""
    kind = kind or element.given.get("rend", "")
    name = "dl" if kind == "gloss" else "ol" if kind in _NUMBERED else "ul"
    work.wrap(element, f"<{name}>", f"</{name}>")


def _item(work: Translation, element: OpenElement) -> None:
    """Write an item of a list, or the explanation of a word."""
    parent = work.parent()
    explains = parent is not None and (
        parent.name in ("varlistentry", "dlentry") or parent.given.get("type") == "gloss"
    )
    name = "dd" if explains else "li"
    work.wrap(element, f"<{name}>", f"</{name}>")


def _term(work: Translation, element: OpenElement) -> None:
    parent = work.parent()
    name = "em"
    if parent and parent.name in names("varlistentry dlentry def-item plentry glossentry"):
        name = "dt"
    work.wrap(element, f"<{name}>", f"</{name}>")


def _cell(work: Translation, element: OpenElement) -> None:
    """Write a cell, with the columns and rows that the cell spans."""
    given, row = element.given, work.parent()
    is_head = work.around("thead", "sthead") is not None or "label" in (
        given.get("role"),
        row.given.get("role") if row else None,
    )
    columns = [re.search(r"(\d{1,3})$", given.get(one, "")) for one in ("namest", "nameend")]
    first, last = columns
    across = int(last[1]) - int(first[1]) + 1 if first and last else _whole(given.get("cols"))
    down = _whole(given.get("morerows")) + 1 if given.get("morerows") else _whole(given.get("rows"))
    spans = f' colspan="{across}"' if across > 1 else ""
    spans += f' rowspan="{down}"' if down > 1 else ""
    name = "th" if is_head else "td"
    work.wrap(element, f"<{name}{spans}>", f"</{name}>")


def _whole(number: str | None) -> int:
    found = re.match(r"\d{1,3}", number or "")
    return int(found[0]) if found else 0


def _head_row(work: Translation, element: OpenElement) -> None:
    work.wrap(element, "<tr>", "</tr>")


def _emphasis(work: Translation, element: OpenElement) -> None:
    """Write words in the look that an attribute names."""
    look = " ".join(element.given.get(one, "") for one in ("rend", "role", "rendition", "style"))
    name = next((name for pattern, name in _LOOKS if pattern.search(look)), "")
    name = name or ("em" if element.name == "emphasis" or not look.strip() else "span")
    work.wrap(element, f"<{name}>", f"</{name}>")


def _verse(work: Translation, element: OpenElement) -> None:
    work.wrap(element, '<p class="verse">', "</p>")


def _line(work: Translation, element: OpenElement) -> None:
    """Write a line of verse; each line but the first begins behind a line break."""
    poem = work.around("lg", "verse-group")
    if poem is None:
        work.wrap(element, "<p>", "</p>")
    else:
        work.write(poem.label)
        poem.label = "<br>"


def _kept_lines(work: Translation, element: OpenElement) -> None:
    work.wrap(element, '<pre class="verse">', "</pre>")


def _break(work: Translation, element: OpenElement) -> None:
    """Write a line break; the break of a page is none on paper."""
    if element.name == "pb":
        work.removals.note("page break", element.given.get("n", ""))
    else:
        work.write("<br>")


def _choice_of_menu(work: Translation, element: OpenElement) -> None:
    """Write the name of a menu or a key behind the one before."""
    parent = work.parent()
    if parent and parent.name in _BETWEEN and parent.children > 1:
        work.write(_BETWEEN[parent.name])
    name = "kbd" if element.name == "keycap" else "strong"
    work.wrap(element, f"<{name}>", f"</{name}>")


def _choice(work: Translation, element: OpenElement) -> None:
    """Write one of several things to do as an item; TEI gives two spellings of a word."""
    if (parent := work.parent()) and parent.name == "choices":
        work.wrap(element, "<li>", "</li>")


def _first_spelling(work: Translation, element: OpenElement) -> None:
    """Name the spelling of the source; the page has the spelling of the editor."""
    parent = work.parent()
    if parent and parent.name == "choice":
        work.hold(element, lambda html: work.removals.note("spelling of the source", html))


def _plain_words(work: Translation, element: OpenElement) -> None:
    """Write the words of an element without an element of HTML."""


HANDLERS: Mapping[str, Handler] = {
    "list": _list,
    "item": _item,
    "listitem": _item,
    **dict.fromkeys(names("term glossterm"), _term),
    **dict.fromkeys(names("entry cell stentry"), _cell),
    "sthead": _head_row,
    **dict.fromkeys(names("hi emphasis"), _emphasis),
    **dict.fromkeys(names("lg verse-group"), _verse),
    **dict.fromkeys(names("l verse-line"), _line),
    "choice": _choice,
    **dict.fromkeys(("sic", "orig"), _first_spelling),
    **dict.fromkeys(("literallayout", "lines"), _kept_lines),
    **dict.fromkeys(names("lb pb"), _break),
    **dict.fromkeys(
        names("uicontrol guimenu guimenuitem guisubmenu guibutton keycap"), _choice_of_menu
    ),
    **dict.fromkeys(names("menucascade menuchoice keycombo colspec"), _plain_words),
}
"""What is written for each name."""
