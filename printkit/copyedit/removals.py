"""Removals: the one way by which copy-editing takes anything out of a body for good.

`tree.drop` alone is for elements that are moved, or that say nothing.
"""

from collections.abc import Iterator

from printkit.copyedit import pictures, tree
from printkit.copyedit.blocks import plain_blocks
from printkit.copyedit.removed_links import RemovedLink, tell_removed
from printkit.copyedit.room import leave_room
from printkit.copyedit.tree import Node
from printkit.remarks import Remark, Removed, summary
from printkit.text.shortening import shortened

_PLACE_DEPTH = 4
_NAMED_BY = 60  # characters of a table that name the table


class Removals:
    """Everything that was taken out of one body, in the order of the passes.

    Attributes:
        removed: everything but links whose words were kept.
        links: the links whose words were kept.
        rewritten: words that are printed in other signs.
        taken_apart: tables whose cells are printed as text, each with its number of columns.
    """

    def __init__(self) -> None:
        self.removed: list[Removed] = []
        self.links: list[RemovedLink] = []
        self.rewritten: list[Removed] = []
        self.taken_apart: list[tuple[str, int]] = []

    def take(self, element: Node, kind: str, words: str | None = None) -> None:
        """Take an element out of the body for good, and note the pictures and links in it, too.

        Args:
            element: goes with all that is in it; the text behind the element stays.
            kind: of thing, in one or two words of English: `button`, `drawing`.
            words: as a reader of the web page sees them, or an address; None for the text of
                the element.
        """
        self.note(kind, said_by(element) if words is None else words, place_of(element))
        for img in tree.each(element, "img"):
            self.note("picture", pictures.written_address(img) or "", place_of(img))
        for link in element.iter("a"):
            if (address := _address(link)) and address != words:
                self.note("link", address, place_of(link))
        leave_room(element)
        tree.drop(element)

    def note(self, kind: str, words: str, place: str = "", times: int = 1) -> None:
        """Note something that a pass takes out itself, such as an attribute or a shortcode."""
        self.removed.append(Removed(kind, words, place, times))

    def rewrite(self, kind: str, words: str) -> None:
        """Note words that are printed in other signs, such as the source of a formula.

        These words are not lost, so no remark has them; but no page has them as they were.
        """
        self.rewritten.append(Removed(kind, words, ""))

    def take_apart(self, table: Node, columns: int) -> None:
        """Note a table that loses its rows and columns; the words of the table stay."""
        self.taken_apart.append((shortened(said_by(table), _NAMED_BY), columns))

    def unlink(self, link: Node, reason: str) -> None:
        """Take the address off a link; the words of the link stay."""
        if address := _address(link):
            self.links.append(RemovedLink(address, reason))
        for name in ("href", "x-href"):
            tree.pop(link, name)

    def remarks(self, where: str) -> Iterator[Remark]:
        """Yield the remarks PK301, PK302 and PK509 on all of them, if there are any."""
        if self.removed:
            told = f"not printable, removed: {summary(self.removed)}"
            yield Remark("PK301", told, where, removed=tuple(self.removed))
        yield from tell_removed(self.links, where)
        for name, columns in self.taken_apart:
            told = f"the table “{name}” has {columns} columns, too many for a table on paper: "
            yield Remark("PK509", f"{told}printed as text, one cell below the other", where, "body")


def said_by(element: Node) -> str:
    """Return the words of an element on one line, with a space between its blocks."""
    return " ".join(plain_blocks(element))


def place_of(element: Node) -> str:
    """Return the names of an element and of the innermost elements around it, outermost first."""
    path = [element, *tree.ancestors(element)]
    names = [one.get("data-name") or str(one.tag).removeprefix("x-") for one in path]
    return " ".join(reversed(names[:_PLACE_DEPTH]))


def _address(link: Node) -> str:
    """Return the address of a link, before `links` has settled all addresses or after."""
    address = (link.get("x-href") or link.get("href") or "").strip()
    return "" if address.startswith("#") else address
