"""Composing: a repaired tree goes in, a tree of clean blocks comes out.

One walk over the old tree writes a new tree of paragraphs, headings, lists, tables, quotations
and code. No block stands inside an inline element, and only cells and rules may be empty. The
blocks of a `div` keep its language, its direction and a class of printkit's own.
"""

from printkit.copyedit import tree
from printkit.copyedit.item_numbers import keep_numbers_of_items
from printkit.copyedit.kept_attributes import inherited, kept_attributes, printed_tag
from printkit.copyedit.line_writer import LineWriter
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, INLINE, names

# Elements that mean nothing on paper: only their contents are written.
_UNSET = frozenset(("label", "font", "big", "data", "ruby", "x-noscript"))
_HEADINGS = frozenset(("h1", *HEADINGS))
_CONTAINERS = names("ul ol li dl dd blockquote aside table thead tbody tfoot tr td th")
_SINGLE_LINES = _HEADINGS | {"dt", "caption"}


def compose_body(root: Node, language: str | None, direction: str | None) -> Node:
    """Write a repaired body anew.

    Args:
        root: the body, with repaired lists and tables.
        language: the language of the article, which blocks in this language do not repeat.
        direction: the direction of the article, which blocks do not repeat, either.

    Returns:
        A `div` of clean blocks, in which figures are placeholders.
    """
    out = tree.make("div")
    lines = LineWriter(out, "p", {"lang": language, "dir": direction})
    _Composer(lines).walk(root)
    lines.finish()
    for cell in tree.each(out, "li", "dd", "td", "th"):
        _loosen(cell)
    keep_numbers_of_items(out)
    return out


def compose_line(element: Node) -> Node:
    """Write the words of an element as one line, with a space between its blocks.

    Returns:
        A `span` of inline content; empty if there are no words.
    """
    out = tree.make("div")
    lines = LineWriter(out, "span", {})
    _Composer(lines).walk(element)
    lines.finish()
    return out[0] if len(out) else tree.make("span")


class _Composer:
    """Goes through the repaired tree, and gives the line writer the new form of each element."""

    def __init__(self, lines: LineWriter) -> None:
        self.lines = lines

    def walk(self, element: Node) -> None:
        """Write the contents of an element."""
        self.lines.write(element.text)
        for child in element:
            self.visit(child)
            self.lines.write(child.tail)

    def visit(self, element: Node) -> None:
        tag = printed_tag(element)
        self.lines.expect_id(element.get("id"))
        if element.get("data-figure") is not None:
            self.lines.put_picture(element)
        elif tag in ("x-formula", "x-note-ref"):
            self.lines.put_whole(element)
        elif tag == "br":
            self.lines.break_line()
        elif tag == "hr":
            self.lines.rule()
        elif tag in INLINE:
            with self.lines.inside(element):
                self.walk(element)
        elif tag in _UNSET:
            self.walk(element)
        elif tag == "rt":
            self.write_reading(element)
        elif self.lines.is_single:
            self.lines.part()
            self.walk(element)
            self.lines.part()
        else:
            self.visit_block(element, tag)

    def write_reading(self, element: Node) -> None:
        """Write a ruby text, such as the reading of a Japanese word, in parentheses."""
        self.lines.write("(")
        self.walk(element)
        self.lines.write(")")

    def visit_block(self, element: Node, tag: str) -> None:
        self.lines.end_line()
        before = self.lines.inherited
        self.lines.inherited = before | inherited(element)
        if tag in _SINGLE_LINES or tag == "pre":
            self.single_line(element, tag)
        elif tag in _CONTAINERS:
            self.contain(element, tag)
        elif tag == "summary":
            self.lines.inherited |= {"class": "label"}
            with self.lines.inside(tree.make("strong")):
                self.walk(element)
                self.lines.end_line()
        else:
            self.walk(element)
            self.lines.end_line()
        self.lines.inherited = before

    def single_line(self, element: Node, tag: str) -> None:
        if tag in _HEADINGS:
            # Both h1 and h2 become h2 here; `headings` reads the old level from `data-level`.
            self.lines.inherited |= {"data-level": tag[1]}
        with self.lines.of_kind("h2" if tag == "h1" else tag):
            self.walk(element)
            self.lines.end_line()

    def contain(self, element: Node, tag: str) -> None:
        new = tree.make(tag)
        with self.lines.within(new, kept_attributes(element)):
            self.walk(element)
            self.lines.end_line()
        if not len(new) and tag not in ("td", "th"):
            self.lines.take_back(new)


def _loosen(cell: Node) -> None:
    """Unwrap the only paragraph of a cell or an item; lists may follow the paragraph."""
    first = cell[0] if len(cell) else None
    rest = [child.tag for child in cell][1:]
    if first is None or first.tag != "p" or "class" in first.attrib:
        return
    if any(tag not in ("ul", "ol", "dl") for tag in rest):
        return
    for name, value in tree.attributes(first).items():
        if name not in cell.attrib:
            cell.set(name, value)
        elif name == "id":
            # Links may lead to the cell and to its paragraph, but an element has only one id.
            first.insert(0, tree.make("span", id=value))
            first[0].tail, first.text = first.text, None
    tree.unwrap(first)
