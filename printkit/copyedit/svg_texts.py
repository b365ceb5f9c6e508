"""Texts of a drawing: a `text` of an `svg` goes in, its words and its links come out."""

from html import escape

from lxml import etree

_MOVES = ("x", "y", "dy")
_FLAT = frozenset(("a", "span", "b", "i", "em", "strong", "u", "sub", "sup", "small", "tspan"))


def drawn_words(part: etree._Element, *, is_html: bool = False) -> str:
    """Return the words of a text; letters in `tspan` side by side make up one word.

    Args:
        part: the text.
        is_html: escape the words, and put a link around the words of each link.
    """
    said: list[str] = []
    walker = etree.iterwalk(part, events=("start", "end"))
    for event, one in walker:
        moved = any(one.get(name) is not None for name in _MOVES)
        apart = one is not part and (one.tag not in _FLAT or moved)
        linked = is_html and one.tag == "a" and target_of(one)
        text, tail = one.text or "", "" if one is part else one.tail or ""
        if is_html:
            text, tail = escape(text), escape(tail)
        if event == "end":
            said += ["</a>" if linked else "", " " if apart and one.tag != "tspan" else "", tail]
        elif one is not part and one.tag in ("style", "script", "title", "desc"):
            walker.skip_subtree()
        else:
            opening = f'<a x-href="{escape(target_of(one))}">' if linked else ""
            said += [" " if apart else "", opening, text]
    return " ".join("".join(said).split())


def as_link(link: etree._Element | None, words: str) -> str:
    """Return words as a link of HTML.

    Args:
        link: the element that gives the address; None to return the words alone.
        words: HTML.
    """
    return words if link is None else f'<a x-href="{escape(target_of(link))}">{words}</a>'


def target_of(part: etree._Element) -> str:
    """Return the address in an element of a drawing, as the markup has it; empty without one."""
    names = ("x-href", "href", "xlink:href")
    return next(filter(None, (part.get(name) for name in names)), "").strip()
