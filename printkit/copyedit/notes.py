"""Notes: links go in, and come out followed by a note number, an address or a hole for a page."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from printkit.copyedit import tree
from printkit.copyedit.clean_copy import Note, PageHole
from printkit.copyedit.holes import Holes
from printkit.copyedit.tree import Node
from printkit.edition.choices import Links
from printkit.text.printed_address import is_web_address, short_address


class Notebook:
    """The notes of one article, numbered in order of first mention."""

    def __init__(self, links: Links, prefix: str, holes: Holes) -> None:
        """Make a notebook that has no notes yet.

        Args:
            links: how addresses are printed.
            prefix: stands before the ids of notes and of the references to notes.
            holes: makes the hole behind a link to another article of the issue, where the page of
                that article is printed later.
        """
        self._links = links
        self._prefix = prefix
        self._holes = holes
        self._numbers: dict[str, int] = {}
        self._mentions: dict[str, int] = {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes, by number."""
        return tuple(Note(number, url) for url, number in self._numbers.items())

    def annotate(self, links: Sequence[Node]) -> None:
        """Put a note's number, an address, or the hole for a page behind each link.

        Args:
            links: all links of the article, in the order they are read.
        """
        for link in links:
            self._tell_address(link)
        # A link of the same address may get a note later, so the holes for pages come last.
        for link in links:
            self._leave_room(link)

    def _tell_address(self, link: Node) -> None:
        address = link.get("href", "")
        if self._links == "plain" or address.startswith("#") or _shows(link, address):
            return
        if _goes_on(link):
            return
        if self._links == "notes":
            tree.add_after(link, self._reference(address))
            return
        hole = PageHole(address, in_brackets=True)
        room = self._holes.mark(hole) if is_web_address(address) else ""
        shown = f" ({short_address(address)}{room})"
        tree.add_after(link, tree.make("span", shown, class_="address"))

    def _leave_room(self, link: Node) -> None:
        """Mark the hole for a page behind a link that has neither a note nor an address."""
        address, following = link.get("href", ""), link.getnext()
        told = following is not None and not link.tail and following.get("class") == "address"
        told = told or address in self._numbers or _goes_on(link)
        if is_web_address(address) and not told:
            link.tail = self._holes.mark(PageHole(address, in_brackets=False)) + (link.tail or "")

    def _reference(self, address: str) -> Node:
        """Return the number of a note as a link to the note."""
        number = self._numbers.setdefault(address, len(self._numbers) + 1)
        mention = self._mentions[address] = self._mentions.get(address, 0) + 1
        reference = tree.make("a", href=f"#{self._prefix}-note-{number}", class_="note-ref")
        reference.set("id", f"{self._prefix}-ref-{number}-{mention}")
        reference.append(tree.make("sup", str(number)))
        return reference


def web_addresses(links: Sequence[Node]) -> tuple[str, ...]:
    """Return the web addresses that links lead to, each once."""
    addresses = (link.get("href", "") for link in links)
    return tuple(dict.fromkeys(address for address in addresses if is_web_address(address)))


def _goes_on(link: Node) -> bool:
    """Tell whether a link goes on in the next element: sites split links around emphasis."""
    following = link.getnext()
    return following is not None and not link.tail and following.get("href") == link.get("href")


def _shows(link: Node, address: str) -> bool:
    """Tell whether the words of a link already give its whole address."""
    said = re.sub(r"\s", "", tree.text(link))
    if address.startswith("tel:"):
        return re.sub(r"[^\d+]", "", said) == re.sub(r"[^\d+]", "", address)
    shown, whole = short_address(said).casefold(), short_address(address).casefold()
    return shown == whole or unquote(shown) == unquote(whole)
