"""The body as a tree of lxml: repaired markup goes in, HTML comes out; all passes change the tree.

Repaired markup is nearly XML, so the XML parser of lxml reads it. The HTML parser of lxml would
repair the markup again, by older rules.
"""

from collections.abc import Iterator
from copy import deepcopy
from itertools import chain
from typing import TypeAlias

from lxml import etree

from printkit.text.characters import printable
from printkit.text.patterns import regex

SPACE = " \t\n\r\f"
"""The white space that HTML folds; a no-break space is never folded."""

Node: TypeAlias = etree._Element

_VOID = regex(
    r"<(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)"
    r"((?: [^\s=]+=\"[^\"]*\")*)>"
)
_FOLD = regex(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")


def parse(markup: str) -> Node:
    """Read repaired markup into a `div`."""
    # nh3 turns `&#1;` into the control itself, which XML forbids; XML has no `&nbsp;`, either.
    closed = _VOID.sub(r"<\1\2/>", printable(markup).replace("&nbsp;", "\xa0"))
    # `limits` bounds the markup already; without huge_tree, libxml2 refuses 10 MB of text.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(f"<div>{closed}</div>".encode(), parser)


def inner(element: Node) -> str:
    """Return the contents of an element as HTML."""
    whole = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    return whole[whole.index(">") + 1 : whole.rindex("</")]


def make(tag: str, text: str = "", **attributes: str) -> Node:
    """Make an element; `class_` gives the class."""
    element = etree.Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})
    element.text = text or None
    return element


def fold_space(text: str) -> str:
    """Fold white space as HTML does, and trim it."""
    if "  " in text or "\n" in text or "\t" in text:
        text = _FOLD.sub(" ", text)
    return text.strip(SPACE)


def text(element: Node) -> str:
    """Return the text of an element as it stands."""
    return "".join(map(str, element.itertext()))


def attributes(element: Node) -> dict[str, str]:
    """Return the attributes of an element."""
    return {str(name): str(value) for name, value in element.attrib.items()}


def set_all(element: Node, values: dict[str, str]) -> None:
    """Give an element attributes."""
    for name, value in values.items():
        element.set(name, value)


def pop(element: Node, name: str) -> str | None:
    """Take an attribute off an element; return its value, or None if there is none."""
    value = element.get(name)
    if value is not None:
        del element.attrib[name]
    return value


def words(element: Node) -> str:
    """Return the text of an element on one line."""
    return fold_space(text(element))


def is_blank(text: str | None) -> bool:
    """Tell whether a text is nothing but white space that HTML folds."""
    return not text or not text.strip(SPACE)


def is_unseen(text: str | None) -> bool:
    """Tell whether a text has no visible sign, but white space of any kind."""
    return not text or not text.strip(f"{SPACE}\xa0\u200b\ufeff")


def holds_nothing(element: Node) -> bool:
    """Tell whether there is neither text nor a picture nor a mark of a note in an element."""
    return is_blank(text(element).replace("\xa0", " ")) and not any(
        True for _ in element.iter("img", "figure", "x-note-ref")
    )


def each(root: Node, *tags: str) -> list[Node]:
    """Return all elements of these names below the root; the tree may be changed meanwhile."""
    return [element for element in root.iter(*tags) if element is not root]


def ancestors(element: Node) -> Iterator[Node]:
    """Yield the elements around an element, innermost first."""
    return element.iterancestors()


def drop(element: Node) -> None:
    """Remove an element and its contents; keep the text behind it."""
    parent, tail = element.getparent(), element.tail
    if parent is not None:
        # lxml removes an element together with its tail: the text up to the next tag.
        element.tail = None
        add_before(element, tail)
        parent.remove(element)


def unwrap(element: Node) -> None:
    """Remove an element, and leave its contents in its place."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    element.tail = None
    add_text(element, tail or "")
    add_before(element, element.text)
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)


def add_before(element: Node, text: str | None) -> None:
    """Write text directly before an element."""
    previous, parent = element.getprevious(), element.getparent()
    if not text:
        return
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def replace(old: Node, new: Node) -> None:
    """Put one element in the place of another; the text behind it stays."""
    new.tail, old.tail = old.tail, None
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def add_after(element: Node, new: Node) -> None:
    """Put a new element directly behind another, before the text that follows."""
    new.tail, element.tail = element.tail, None
    element.addnext(new)


def move(element: Node, target: Node) -> None:
    """Move an element to the end of another; the text behind the element stays in its place."""
    drop(element)
    target.append(element)


def move_to_start(element: Node, target: Node) -> None:
    """Move an element to the start of another; the text behind the element stays in its place."""
    drop(element)
    element.tail, target.text = target.text, None
    target.insert(0, element)


def add_text(element: Node, text: str) -> None:
    """Add text at the end of an element's contents."""
    # `len` would count the children each time: slow in a paragraph of thousands of marks.
    last = next(element.iterchildren(reversed=True), None)
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def twin(element: Node, tag: str) -> Node:
    """Return a copy of an element and of its contents, under another name, without its tail."""
    copied = deepcopy(element)
    copied.tag, copied.tail = tag, None
    return copied


def classes(element: Node) -> list[str]:
    """Return the class names of an element in lower case."""
    return (element.get("class") or "").lower().split()


def holds_only(element: Node, picture: Node) -> bool:
    """Tell whether a picture is all there is to see in an element."""
    # Other pictures come first: they end the search sooner than a text that is only white space.
    placeholders = (one for one in element.iter("figure") if one.get("data-figure") is not None)
    if any(one is not picture for one in chain(element.iter("img"), placeholders)):
        return False
    return all(is_unseen(str(said)) for said in element.itertext())


def around_picture(picture: Node, within: Node) -> Node:
    """Return the outermost element below another element in which a picture is all to see."""
    at = picture
    while (above := at.getparent()) is not None and above is not within:
        if not holds_only(above, picture):
            break
        at = above
    return at


def take_apart(element: Node) -> list[str | Node]:
    """Empty an element; return its words and elements in order."""
    parts: list[str | Node] = [element.text] if element.text else []
    element.text = None
    for child in list(element):
        tail, child.tail = child.tail, None
        element.remove(child)
        parts += [child, tail] if tail else [child]
    return parts


def put(element: Node, part: str | Node) -> None:
    """Add words or an element at the end of an element."""
    if isinstance(part, str):
        add_text(element, part)
    else:
        element.append(part)


def cut_from(element: Node, at: int) -> int:
    """Cut off an element's text after `at` characters; return how many characters were seen."""
    seen = len(element.text or "")
    if seen > at:
        element.text = (element.text or "")[: max(0, at)]
    for child in list(element):
        if seen >= at:
            element.remove(child)  # lxml removes the text behind the child, too
            continue
        seen += cut_from(child, at - seen)
        tail = child.tail or ""
        if seen + len(tail) > at:
            child.tail = tail[: max(0, at - seen)]
        seen += len(tail)
    return seen
