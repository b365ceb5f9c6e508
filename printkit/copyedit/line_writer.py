"""Line writer: words and pictures go in, in reading order; the lines of a new tree come out.

A line is opened for its first word, and so are the inline elements around this word. So no line
and no inline element is empty.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from printkit.copyedit import tree
from printkit.copyedit.kept_attributes import copy_inline
from printkit.copyedit.tree import Node

# Each block gets a copy of all inline elements around it, so deeper elements are left out.
_NESTED_MOST = 10
_SCRIPTS = frozenset(("sup", "sub"))
_SCRIPTS_MOST = 4  # powers and indices inside each other
_TRAILING = f"{tree.SPACE}\xa0"


class LineWriter:
    """A writer of lines: it knows where in the new tree the next word goes.

    Attributes:
        inherited: language, direction and class of the next blocks.
    """

    def __init__(self, block: Node, kind: str, given: Mapping[str, str | None]) -> None:
        """Begin to write.

        Args:
            block: the element into which the lines go.
            kind: the tag of a line: `p`, or `span` to write a single line.
            given: language and direction around the block, which its lines do not repeat.
        """
        self.inherited: dict[str, str] = {}
        self._block = block
        self._kind = kind
        self._given: Mapping[str, str | None] = given
        self._line: Node | None = None
        self._wrappers: list[Node] = []  # the inline elements around the next word
        self._made: list[Node] = []  # copies of the outer elements, already in the line
        self._ids: list[str] = []  # of link targets, for the next word or block
        self._figures: list[Node] = []
        self._breaks = 0
        self._spaced = True

    @property
    def is_single(self) -> bool:
        """Whether this writer puts the words of all blocks into one line, as in a heading."""
        return self._kind != "p"

    @property
    def _verbatim(self) -> bool:
        return self._kind == "pre"

    def write(self, text: str | None) -> None:
        """Write words with white space folded as in HTML; write code as it is."""
        if not text:
            return
        if self._verbatim:
            tree.add_text(self._place(), text)
            self._spaced = text.endswith("\n")
            return
        said = tree.fold_space(text)
        if not said or (self._breaks and not said.strip("\xa0 ")):
            self._space()
            return
        if text[0] in tree.SPACE:
            self._space()
        tree.add_text(self._place(), said)
        self._spaced = False
        if text[-1] in tree.SPACE:
            self._space()

    def _space(self) -> None:
        """Write a space, if a word stands before it on this line."""
        if self._line is not None and not self._spaced and not self._breaks:
            tree.add_text(self._made[-1] if self._made else self._line, " ")
            self._spaced = True

    def expect_id(self, name: str | None) -> None:
        """Keep the id of a link target for the next word or block."""
        if name:
            self._ids.append(name)

    @contextmanager
    def inside(self, wrapper: Node) -> Iterator[None]:
        """Write the words of a `with` block into a copy of an inline element."""
        self._wrappers.append(wrapper)
        yield
        self._wrappers.pop()
        del self._made[len(self._wrappers) :]

    @contextmanager
    def of_kind(self, kind: str) -> Iterator[None]:
        """Give the lines of a `with` block another tag: that of a heading, a term or code."""
        self._kind, before = kind, self._kind
        yield
        self._kind = before

    @contextmanager
    def within(self, container: Node, attributes: dict[str, str]) -> Iterator[None]:
        """Write the lines of a `with` block into a new list, table, quotation, item or cell."""
        self._put_inherited_on(container)
        tree.set_all(container, attributes)
        self._give_id(container)
        self._block.append(container)
        around, given, inherited = self._block, self._given, self.inherited
        self._block, self._given, self.inherited = container, {**given, **inherited}, {}
        yield
        self._block, self._given, self.inherited = around, given, inherited

    def take_back(self, container: Node) -> None:
        """Remove an empty container; its id goes to the next word or block."""
        if name := container.get("id"):
            self._ids.insert(0, name)
        self._block.remove(container)

    def break_line(self) -> None:
        """Break the line; two breaks before the next word begin a new paragraph."""
        if self._verbatim:
            self.write("\n")
        elif self._line is not None:
            self._breaks += 1
        if self._kind in ("dt", "caption", "span"):
            self._breaks = min(self._breaks, 1)

    def part(self) -> None:
        """Separate the words of two blocks that stand in a single line."""
        if not self._verbatim:
            self._space()
        elif self._line is not None and not self._spaced:
            self.write("\n")

    def rule(self) -> None:
        """Write a horizontal rule behind a block of the body; in other places, write none."""
        if self.is_single:
            return
        self.end_line()
        if len(self._block) and self._block[-1].tag != "hr" and self._block.tag == "div":
            self._block.append(tree.make("hr"))

    def put_picture(self, mark: Node) -> None:
        """Write the placeholder of a picture: an `img` within the line, a `figure` behind it."""
        copy = tree.make(mark.tag)
        copy.set("data-figure", mark.get("data-figure", ""))
        if mark.tag == "img":
            self._place().append(copy)
            self._spaced = False
            return
        self._figures.append(copy)
        if not self.is_single and mark.get("class") != "after":
            self.end_line()

    def put_whole(self, element: Node) -> None:
        """Write a formula, whose powers of powers stay inside each other, or a mark of a note."""
        tag = "span" if element.tag == "x-formula" else str(element.tag)
        self._place().append(tree.twin(element, tag))
        self._spaced = False

    def end_line(self) -> None:
        """End the line: trim the line, or drop an empty line; write the figures that wait."""
        line, self._line = self._line, None
        self._made, self._breaks = [], 0
        if line is not None:
            _trim(line, verbatim=self._verbatim)
            if tree.holds_nothing(line):
                # Links may lead to the empty line: the next line takes its ids over.
                self._ids[:0] = [one.get("id", "") for one in line.iter() if "id" in one.attrib]
                self._block.remove(line)
        self._block.extend(self._figures)
        self._figures = []

    def finish(self) -> None:
        """End the last line; an id that no word follows goes to the last block."""
        self.end_line()
        last = self._block[-1] if len(self._block) else None
        if last is not None and not {"id", "data-figure"} & set(last.attrib):
            self._give_id(last)

    def _place(self) -> Node:
        """Return the element for the next word: the line, or an inline element in the line."""
        line = self._open_line()
        at = self._made[-1] if self._made else line
        for wrapper in self._wrappers[len(self._made) :]:
            copy = copy_inline(wrapper)
            inside = {one.tag for one in self._made} | {line.tag}
            free = copy is not None and (copy.tag not in inside or self._may_nest(copy))
            if copy is not None and free and len(inside) <= _NESTED_MOST:
                at.append(copy)
                at = copy
            self._made.append(at)
        while self._ids:
            at.append(tree.make("span", id=self._ids.pop(0)))
        return at

    def _may_nest(self, copy: Node) -> bool:
        """Tell whether an element may stand in another of its name: a power of a power may."""
        scripts = {one for one in self._made if one.tag in _SCRIPTS}
        return copy.tag in _SCRIPTS and len(scripts) < _SCRIPTS_MOST

    def _open_line(self) -> Node:
        """Return the current line; open a line where there is none, or after two breaks."""
        if self._breaks > 1 and not self.is_single:
            self.end_line()
        if self._line is None:
            self._line = tree.make(self._kind)
            self._put_inherited_on(self._line)
            self._give_id(self._line)
            self._block.append(self._line)
            self._spaced, self._breaks = True, 0
        if self._breaks:
            _trim(self._line, verbatim=False)
            (self._made[-1] if self._made else self._line).append(tree.make("br"))
            self._spaced, self._breaks = True, 0
        return self._line

    def _put_inherited_on(self, block: Node) -> None:
        """Set language, direction and class of a block, where the element around it differs."""
        for name, value in self.inherited.items():
            if self._given.get(name) != value:
                block.set(name, value)

    def _give_id(self, element: Node) -> None:
        if self._ids:
            element.set("id", self._ids.pop(0))


def _trim(line: Node, *, verbatim: bool) -> None:
    """Remove white space and line breaks from the end of a line; in code, also from the start."""
    if verbatim:
        holder = line
        while holder.text is None and len(holder):
            holder = holder[0]
        holder.text = (holder.text or "").lstrip("\n")
    at = line
    while True:
        # lxml counts the children for `len` and for `[-1]`: a line of 10,000 breaks took seconds.
        last = next(at.iterchildren(reversed=True), None)
        if last is None:
            at.text = (at.text or "").rstrip(_TRAILING)
            return
        last.tail = (last.tail or "").rstrip(_TRAILING)
        if last.tail or last.get("data-figure") is not None:
            return
        if last.tag == "br":
            at.remove(last)
        else:
            at = last
