"""The structure tree as plain values, from reading to writing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False, slots=True)
class Canvas:
    """A content stream: a page's own, or that of a transparent group drawn on it.

    Attributes:
        page: counted from 0.
        stream: the `pydyf.Stream`.
        grouped: whether it is a group's.
    """

    page: int
    stream: Any
    grouped: bool = False


@dataclass(eq=False, slots=True)
class MarkedContent:
    """One marked-content sequence: a line of text, or a picture.

    Attributes:
        canvas: where it is drawn.
        position: where its property dictionary, which holds the MCID, stands in the stream.
        box: what is shown, a text or a replaced box.
        repeated: shown on an earlier page already, as the head of a table is.
    """

    canvas: Canvas
    position: int
    box: Any
    repeated: bool = False

    @property
    def page(self) -> int:
        """Counted from 0."""
        return self.canvas.page

    @property
    def entry(self) -> Any:
        """The property dictionary."""
        return self.canvas.stream.stream[self.position]

    @property
    def is_text(self) -> bool:
        """Whether it shows text, not a picture."""
        return hasattr(self.box, "text")

    @property
    def text(self) -> str:
        """The line as drawn; empty for a picture."""
        return getattr(self.box, "text", "")


@dataclass(eq=False, slots=True)
class Annotation:
    """A link's rectangle, or a form field, on a page (counted from 0)."""

    page: int
    body: Any


@dataclass(eq=False, slots=True)
class Node:
    """A structure element.

    Attributes:
        role: its structure type, without the slash.
        kids: nodes, marks and annotations in reading order.
        box: the first box it stands for; None for one that was made here.
        entries: further entries of its dictionary: Alt, E, ID, Lang.
        attributes: its attribute dictionary, `/A`.
    """

    role: str
    kids: list[Kid] = field(default_factory=list)
    box: Any = None
    entries: dict[str, Any] = field(default_factory=dict)
    attributes: dict[str, Any] = field(default_factory=dict)

    @property
    def element(self) -> Any:
        """The HTML element, an ElementTree element; None if there is none."""
        return None if self.box is None else self.box.element

    @property
    def tag(self) -> str:
        """The element's tag, with `::before` and the like; empty if there is none."""
        return "" if self.element is None else self.box.element_tag

    def attribute(self, name: str) -> str:
        """An attribute of the HTML element, stripped; empty if there is none."""
        return "" if self.element is None else (self.element.get(name) or "").strip()

    @property
    def nodes(self) -> list[Node]:
        """The kids that are structure elements."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> Iterator[Node]:
        """This node and all below it, parents first."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.nodes))

    def marks(self) -> Iterator[MarkedContent]:
        """All that is shown by this node and those below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, MarkedContent):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.marks()


Kid = Node | MarkedContent | Annotation
