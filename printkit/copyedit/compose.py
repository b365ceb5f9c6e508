"""The body is set again line by line: only paragraphs, lists, tables, quotations, headings.

One walk over the mended tree writes a new one. A line is opened when there is a word to put in
it, and the inline elements in force are opened in it then; so nothing empty is made, blocks
never stand inside inline elements, and what divs there were leave no trace but their language.
"""

import re

from printkit.copyedit import dress, tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, INLINE, names

_UNSET = frozenset(("label", "font", "big", "data", "ruby", "x-noscript"))
_HEADINGS = frozenset(("h1", *HEADINGS))
_CONTAINERS = names("ul ol li dl dd blockquote aside table thead tbody tfoot tr td th")
_SINGLE_LINES = _HEADINGS | {"dt", "caption"}
_NESTED_MOST = 10
_TRAILING = re.compile(f"[{tree.SPACE}\xa0]+$")


def compose(root: Node, language: str | None, direction: str | None) -> Node:
    """Set a mended body anew.

    Args:
        root: the body, its lists and tables mended.
        language: the article's; a block that is in the same does not say so.
        direction: the article's, likewise.

    Returns:
        A `div` of clean blocks; figures are placeholders.
    """
    out = tree.make("div")
    setter = _Setter(out, "p")
    setter.given = {"lang": language, "dir": direction}
    setter.walk(root)
    setter.finish()
    for cell in tree.each(out, "li", "dd", "td", "th"):
        _loosen(cell)
    return out


def compose_line(element: Node) -> Node:
    """Set an element's words as one line, blocks in it parted by a space.

    Returns:
        A `span` of inline content; empty if there are no words.
    """
    out = tree.make("div")
    setter = _Setter(out, "span")
    setter.walk(element)
    setter.finish()
    return out[0] if len(out) else tree.make("span")


class _Setter:
    """The walk over the old tree and the place in the new one."""

    def __init__(self, out: Node, kind: str) -> None:
        self.block = out
        self.kind = kind
        self.line: Node | None = None
        self.dress: dict[str, str] = {}
        self.given: dict[str, str | None] = {}
        self.wrappers: list[Node] = []
        self.made: list[Node] = []
        self.ids: list[str] = []
        self.figures: list[Node] = []
        self.breaks = 0
        self.spaced = True
        self.verbatim = False

    def walk(self, element: Node) -> None:
        self.text(element.text)
        for child in element:
            self.visit(child)
            self.text(child.tail)

    def visit(self, element: Node) -> None:
        tag = dress.tag_of(element)
        if name := element.get("id"):
            self.ids.append(name)
        if element.get("data-figure") is not None:
            self.figure(element)
        elif tag == "br":
            self.line_break()
        elif tag == "hr":
            self.rule()
        elif tag in INLINE:
            self.wrappers.append(element)
            self.walk(element)
            self.wrappers.pop()
            del self.made[len(self.wrappers) :]
        elif tag in _UNSET:
            self.walk(element)
        elif tag == "rt":
            self.reading(element)
        elif self.kind != "p":
            self.part()
            self.walk(element)
            self.part()
        else:
            self.visit_block(element, tag)

    def visit_block(self, element: Node, tag: str) -> None:
        self.end_line()
        before, self.dress = self.dress, self.dress | dress.handed_down(element)
        if tag in _SINGLE_LINES or tag == "pre":
            self.kind, self.verbatim = "h2" if tag == "h1" else tag, tag == "pre"
            if tag in _HEADINGS:
                self.dress |= {"data-level": tag[1]}
            self.walk(element)
            self.end_line()
            self.kind, self.verbatim = "p", False
        elif tag in _CONTAINERS:
            self.contain(element, tag)
        else:
            self.wrappers += [tree.make("strong")] * (tag == "summary")
            self.walk(element)
            self.end_line()
            self.wrappers = self.wrappers[: len(self.wrappers) - (tag == "summary")]
        self.dress = before

    def contain(self, element: Node, tag: str) -> None:
        around, given, new = self.block, self.given, tree.make(tag)
        self.put_on(new)
        tree.set_all(new, dress.kept(element))
        self.take_id(new)
        around.append(new)
        self.block, self.given, self.dress = new, {**given, **self.dress}, {}
        self.walk(element)
        self.end_line()
        self.block, self.given = around, given
        if not len(new) and tag not in ("td", "th"):
            if name := new.get("id"):
                self.ids.insert(0, name)
            around.remove(new)

    def text(self, text: str | None) -> None:
        if not text:
            return
        if self.verbatim:
            tree.add_text(self.place(), text)
            self.spaced = text.endswith("\n")
            return
        said = tree.fold(text)
        if not said or (self.breaks and not said.strip("\xa0 ")):
            self.space()
            return
        if text[0] in tree.SPACE:
            self.space()
        tree.add_text(self.place(), said)
        self.spaced = False
        if text[-1] in tree.SPACE:
            self.space()

    def reading(self, element: Node) -> None:
        """How a word is read, as over Japanese; printed behind it in parentheses."""
        self.text("(")
        self.walk(element)
        self.text(")")

    def space(self) -> None:
        """A space, if a word was set before it on this line."""
        if self.line is not None and not self.spaced and not self.breaks:
            tree.add_text(self.made[-1] if self.made else self.line, " ")
            self.spaced = True

    def open_line(self) -> Node:
        """The line that is being set; a new one where there is none or a gap was left."""
        if self.breaks > 1 and self.kind == "p":
            self.end_line()
        if self.line is None:
            self.line = tree.make(self.kind)
            self.put_on(self.line)
            self.take_id(self.line)
            self.block.append(self.line)
            self.spaced, self.breaks = True, 0
        if self.breaks:
            _trim(self.line, verbatim=False)
            (self.made[-1] if self.made else self.line).append(tree.make("br"))
            self.spaced, self.breaks = True, 0
        return self.line

    def place(self) -> Node:
        """Where the next word goes: inside the inline elements in force."""
        line = self.open_line()
        at = self.made[-1] if self.made else line
        for wrapper in self.wrappers[len(self.made) :]:
            copy = dress.copy_inline(wrapper)
            inside = {one.tag for one in self.made} | {line.tag}
            if copy is not None and copy.tag not in inside and len(inside) <= _NESTED_MOST:
                at.append(copy)
                at = copy
            self.made.append(at)
        while self.ids:
            at.append(tree.make("span", id=self.ids.pop(0)))
        return at

    def put_on(self, block: Node) -> None:
        """Language, direction and class, where they are not those around it already."""
        for name, value in self.dress.items():
            if self.given.get(name) != value:
                block.set(name, value)

    def take_id(self, element: Node) -> None:
        if self.ids:
            element.set("id", self.ids.pop(0))

    def line_break(self) -> None:
        if self.verbatim:
            self.text("\n")
        elif self.line is not None:
            self.breaks += 1
        if self.kind in ("dt", "caption", "span"):
            self.breaks = min(self.breaks, 1)

    def part(self) -> None:
        """A block inside a single line parts its words and no more."""
        if not self.verbatim:
            self.space()
        elif self.line is not None and not self.spaced:
            self.text("\n")

    def rule(self) -> None:
        if self.kind != "p":
            return
        self.end_line()
        if len(self.block) and self.block[-1].tag != "hr" and self.block.tag == "div":
            self.block.append(tree.make("hr"))

    def figure(self, mark: Node) -> None:
        copy = tree.make(mark.tag)
        copy.set("data-figure", mark.get("data-figure", ""))
        if mark.tag == "img":
            self.place().append(copy)
            self.spaced = False
            return
        self.figures.append(copy)
        if self.kind == "p" and mark.get("class") != "after":
            self.end_line()

    def end_line(self) -> None:
        """Close the line: trim it, drop it if it says nothing, and let waiting figures follow."""
        line, self.line = self.line, None
        self.made = []
        self.breaks = 0
        if line is not None:
            _trim(line, verbatim=self.verbatim)
            if tree.holds_nothing(line):
                self.ids[:0] = [one.get("id", "") for one in line.iter() if "id" in one.attrib]
                self.block.remove(line)
        for figure in self.figures:
            self.block.append(figure)
        self.figures = []

    def finish(self) -> None:
        """End the last line; a target behind the last word moves to the last block."""
        self.end_line()
        last = self.block[-1] if len(self.block) else None
        if last is not None and not {"id", "data-figure"} & set(last.attrib):
            self.take_id(last)


def _trim(line: Node, *, verbatim: bool) -> None:
    """Take white space and line breaks off the end, and in code off the start."""
    if verbatim:
        holder = line
        while holder.text is None and len(holder):
            holder = holder[0]
        holder.text = (holder.text or "").lstrip("\n")
    at = line
    while True:
        last = at[-1] if len(at) else None
        if last is None:
            at.text = _TRAILING.sub("", at.text or "")
            return
        last.tail = _TRAILING.sub("", last.tail or "")
        if last.tail or last.get("data-figure") is not None:
            return
        if last.tag == "br":
            at.remove(last)
        else:
            at = last


def _loosen(cell: Node) -> None:
    """A cell or item of one paragraph needs no paragraph."""
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
            first.insert(0, tree.make("span", id=value))
            first[0].tail, first.text = first.text, None
    tree.unwrap(first)
