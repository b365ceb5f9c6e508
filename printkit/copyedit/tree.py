"""The body as a tree: in from repaired markup, out to HTML, and the moves all passes share.

Repaired markup is nearly XML, so it is read as XML: lxml's own HTML parser would mend again,
by older rules.
"""

import re
from collections.abc import Iterator

from lxml import html
from lxml.etree import tostring
from lxml.html import Element, HtmlElement

from printkit.copyedit.characters import printable

SPACE = " \t\n\r\f"
"""What HTML folds; a no-break space is not in it."""

_VOID = re.compile(
    r"<(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)((?: [^\s=]+=\"[^\"]*\")*)>"
)
_FOLD = re.compile(f"[{SPACE}]+")


def parse(markup: str) -> HtmlElement:
    """Read repaired markup into a `div`."""
    closed = _VOID.sub(r"<\1\2/>", printable(markup).replace("&nbsp;", "\xa0"))
    parser = html.XHTMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return html.fromstring(f"<div>{closed}</div>".encode(), parser=parser)


def inner(element: HtmlElement) -> str:
    """Write down what is inside an element, as HTML."""
    whole = tostring(element, encoding="unicode", method="html", with_tail=False)
    return whole[whole.index(">") + 1 : whole.rindex("</")]


def make(tag: str, text: str = "", **attributes: str) -> HtmlElement:
    """Make an element; `class_` gives the class."""
    element = Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})
    element.text = text
    return element


def fold(text: str) -> str:
    """Fold white space as HTML does, and trim it."""
    return _FOLD.sub(" ", text).strip(SPACE)


def words(element: HtmlElement) -> str:
    """The text of an element on one line."""
    return fold("".join(element.itertext()))


def is_blank(text: str | None) -> bool:
    """Is there nothing but folding white space?"""
    return not text or not text.strip(SPACE)


def holds_nothing(element: HtmlElement) -> bool:
    """Is there neither text nor a picture inside?"""
    return is_blank("".join(element.itertext()).replace("\xa0", " ")) and not any(
        True for _ in element.iter("img", "figure")
    )


def each(root: HtmlElement, *tags: str) -> list[HtmlElement]:
    """All elements of these names below the root, safe against changes on the way."""
    return [element for element in root.iter(*tags) if element is not root]


def ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    """The elements around an element, innermost first."""
    return element.iterancestors()


def drop(element: HtmlElement) -> None:
    """Take an element out with all that is in it; what follows it stays."""
    element.drop_tree()


def unwrap(element: HtmlElement) -> None:
    """Take an element out and leave its contents in its place."""
    element.drop_tag()


def replace(old: HtmlElement, new: HtmlElement) -> None:
    """Put one element where another stood; what follows stays."""
    new.tail, old.tail = old.tail, None
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def add_after(element: HtmlElement, new: HtmlElement) -> None:
    """Put a new element directly behind another, before the text that follows."""
    new.tail, element.tail = element.tail, None
    element.addnext(new)


def add_text(element: HtmlElement, text: str) -> None:
    """Write on at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def classes(element: HtmlElement) -> list[str]:
    """The class names of an element in lower case."""
    return (element.get("class") or "").lower().split()


def holds_only(element: HtmlElement, picture: HtmlElement) -> bool:
    """Is a picture all there is to see in an element?"""
    others = [one for one in element.iter("img", "figure") if one is not picture]
    return not others and is_blank("".join(element.itertext()))


def take_apart(element: HtmlElement) -> list[str | HtmlElement]:
    """Empty an element; return its words and elements in order."""
    parts: list[str | HtmlElement] = [element.text] if element.text else []
    element.text = None
    for child in list(element):
        tail, child.tail = child.tail, None
        element.remove(child)
        parts += [child, tail] if tail else [child]
    return parts


def put(element: HtmlElement, part: str | HtmlElement) -> None:
    """Add words or an element at the end of an element."""
    if isinstance(part, str):
        add_text(element, part)
    else:
        element.append(part)
