"""The structure tree as plain values, between reading and writing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import pydyf

if TYPE_CHECKING:
    from weasyprint.formatting_structure.boxes import Box


@dataclass(eq=False, slots=True)
class Canvas:
    """A content stream: of a page, or of a transparent group that is drawn on the page.

    Attributes:
        page: the number of the page, counted from 0.
        stream: the `pydyf.Stream`.
        grouped: whether the stream is that of a group.
    """

    page: int
    stream: pydyf.Stream
    grouped: bool = False


@dataclass(eq=False, slots=True)
class MarkedContent:
    """One marked-content sequence: a line of text, or a picture.

    Attributes:
        canvas: the stream in which the sequence is drawn.
        position: the place of the property dictionary, which holds the MCID, in the stream.
        box: the text box or replaced box that is shown.
        repeated: whether an earlier page shows the same, as with the head of a table.
    """

    canvas: Canvas
    position: int
    box: Box
    repeated: bool = False

    @property
    def page(self) -> int:
        """The number of the page that shows this marked-content sequence, counted from 0."""
        return self.canvas.page

    @property
    def entry(self) -> pydyf.Dictionary:
        """The dictionary with the MCID, in the content stream before this text or picture."""
        return self.canvas.stream.stream[self.position]

    @property
    def is_text(self) -> bool:
        """Whether this marked-content sequence is a line of text, and not a picture."""
        return hasattr(self.box, "text")

    @property
    def text(self) -> str:
        """The words of this marked-content sequence as drawn; empty if it is a picture."""
        return getattr(self.box, "text", "")


@dataclass(eq=False, slots=True)
class Annotation:
    """The rectangle of a link, or a form field, on a page that is counted from 0."""

    page: int
    body: pydyf.Dictionary


@dataclass(eq=False, slots=True)
class StructureElement:
    """A structure element.

    Attributes:
        role: the structure type, without the slash.
        kids: nodes, marks and annotations in reading order.
        box: the first box of the element; None for an element that the repair made.
        entries: further entries of the element's dictionary: Alt, E, ID, Lang.
        attributes: the attribute dictionary, `/A`.
    """

    role: str
    kids: list[ElementKid] = field(default_factory=list)
    box: Box | None = None
    entries: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, object] = field(default_factory=dict)

    @property
    def element(self) -> Element | None:
        """The HTML element from which this structure element was made; None if there is none."""
        return None if self.box is None else self.box.element

    @property
    def tag(self) -> str:
        """The tag of the HTML element, such as `p` or `p::before`; empty without an element."""
        return "" if self.box is None or self.box.element is None else self.box.element_tag

    def attribute(self, name: str) -> str:
        """Return an attribute of the HTML element, stripped; empty if there is none."""
        return "" if self.element is None else (self.element.get(name) or "").strip()

    @property
    def nodes(self) -> list[StructureElement]:
        """The kids of this structure element that are structure elements themselves."""
        return [kid for kid in self.kids if isinstance(kid, StructureElement)]

    def walk(self) -> Iterator[StructureElement]:
        """Yield this node and all nodes below it, parents first."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.nodes))

    def marks(self) -> Iterator[MarkedContent]:
        """Yield the marks of this node and of all nodes below it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, MarkedContent):
                yield kid
            elif isinstance(kid, StructureElement):
                yield from kid.marks()


ElementKid = StructureElement | MarkedContent | Annotation
