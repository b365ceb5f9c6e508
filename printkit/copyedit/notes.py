"""Notes: links and marks go in, and come out with a number, an address or a hole for a page.

Addresses and notes of the body share one numbering, in order of first mention.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal
from urllib.parse import unquote

from printkit.copyedit import tree
from printkit.copyedit.blocks import plain_blocks
from printkit.copyedit.clean_copy import Note, PageHole
from printkit.copyedit.holes import Holes
from printkit.copyedit.note_marks import NOTE_LINK
from printkit.copyedit.tree import Node
from printkit.edition.choices import Links
from printkit.edition.limits import DEFAULTS
from printkit.text.printed_address import is_web_address, short_address

_THIN_SPACE = "\u2009"


class Notebook:
    """The notes of one article, numbered in order of first mention.

    Attributes:
        holes: the places for page numbers in the copy, and for the pages of links.
        left_off: the addresses that are not printed, because the article has too many.
    """

    def __init__(
        self,
        links: Links,
        prefix: str,
        holes: Holes,
        texts: Sequence[Node] = (),
        numbers: Sequence[int | None] = (),
        most: int = DEFAULTS.told_addresses,
    ) -> None:
        """Make a notebook that has no notes yet.

        Args:
            links: how addresses are printed.
            prefix: stands before the ids of notes and of the references to notes.
            holes: makes the hole behind a link to another article of the issue, where the page of
                that article is printed later.
            texts: the notes of the body; the marks of the body name each by its index.
            numbers: the number that each note of the body keeps; None for a note that gets the
                next free number.
            most: how many addresses are printed; further addresses are left off.
        """
        self._links = links
        self._prefix = prefix
        self.holes = holes
        self._texts = texts
        self._numbers: dict[str | int, int] = {
            key: number for key, number in enumerate(numbers) if number is not None
        }
        self._next = max(self._numbers.values(), default=0) + 1
        self._mentions: dict[str | int, int] = {}
        self._blocks = [plain_blocks(text) for text in texts]
        self._unfinished: set[Node] = set()
        self._most = most
        self._told: set[str] = set()
        self.left_off: dict[str, None] = {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes, by number."""
        by_number = sorted(self._numbers.items(), key=lambda pair: pair[1])
        return tuple(self._note(key, number) for key, number in by_number)

    def _note(self, key: str | int, number: int) -> Note:
        if isinstance(key, str):
            return Note(number, key)
        text = self.holes.write(self._texts[key], self._prefix)
        mark = f"{self._prefix}-ref-{number}-1" if key in self._mentions else ""
        return Note(number, "", text, self._blocks[key], mark)

    def links_in_notes(self) -> list[Node]:
        """Return all links in the notes of the body."""
        return [link for text in self._texts for link in text.iter("a")]

    def annotate(self, links: Sequence[Node]) -> None:
        """Put a note's number, an address, or the hole for a page behind each link.

        Args:
            links: all links and all marks of notes of the article, in the order they are read.
        """
        self._unfinished = _unfinished_links([*links, *self.links_in_notes()])
        for link in links:
            if link.tag == "a":
                self._tell_address(link, self._links)
            else:
                self._set_reference(link)
        self._annotate_texts()
        # A link of the same address may get a note later, so the holes for pages come last.
        for link in [*links, *self.links_in_notes()]:
            if link.tag == "a" and link.get("class") != "note-ref":
                self._leave_room(link)

    def _annotate_texts(self) -> None:
        """Set the numbers and the addresses that stand in the notes of the body."""
        done: set[int] = set()
        while waiting := [key for key in self._numbers if isinstance(key, int) and key not in done]:
            for key in waiting:
                done.add(key)
                self._annotate_text(self._texts[key])
        for key, text in enumerate(self._texts):
            if key not in done:
                self._number(key)
                self._annotate_text(text)

    def _annotate_text(self, text: Node) -> None:
        for link in list(text.iter("a", "x-note-ref")):
            if link.tag == "a":
                self._tell_address(link, "plain" if self._links == "plain" else "inline")
            else:
                self._set_reference(link)

    def _set_reference(self, mark: Node) -> None:
        """Put the number of a note in the place of its mark."""
        reference = self._reference(int(mark.get("data-note", "")))
        tree.replace(mark, reference)
        _part_from_digit(reference)

    def _tell_address(self, link: Node, way: Literal["notes", "inline", "plain"]) -> None:
        address = link.get("href", "")
        if address.startswith(NOTE_LINK):
            number = self._number(int(address.removeprefix(NOTE_LINK)))
            link.set("href", f"#{self._prefix}-note-{number}")
            return
        if way == "plain" or address.startswith("#") or _shows(link, address):
            return
        if self._goes_on(link) or self._is_left_off(address):
            return
        if way == "notes":
            reference = self._reference(address)
            tree.add_after(link, reference)
            _part_from_digit(reference)
            return
        hole = PageHole(address, in_brackets=True)
        room = self.holes.mark(hole) if is_web_address(address) else ""
        shown = f" ({short_address(address)}{room})"
        tree.add_after(link, tree.make("span", shown, class_="address"))

    def _is_left_off(self, address: str) -> bool:
        """Tell whether the address of a link is one too many for paper, and remember it then."""
        if address not in self._told and len(self._told) >= self._most:
            self.left_off[address] = None
            return True
        self._told.add(address)
        return False

    def _goes_on(self, link: Node) -> bool:
        """Tell whether a link goes on in the next block, or in the next element of its line.

        Sites split links around emphasis.
        """
        following = link.getnext()
        beside = following is not None and not link.tail
        return link in self._unfinished or (
            beside and following is not None and following.get("href") == link.get("href")
        )

    def _leave_room(self, link: Node) -> None:
        """Mark the hole for a page behind a link that has neither a note nor an address."""
        address, following = link.get("href", ""), link.getnext()
        told = following is not None and not link.tail and following.get("class") == "address"
        told = told or address in self._numbers or self._goes_on(link)
        if is_web_address(address) and not told:
            link.tail = self.holes.mark(PageHole(address, in_brackets=False)) + (link.tail or "")

    def _number(self, key: str | int) -> int:
        """Return the number of a note; an address or a note without a number gets the next."""
        if key not in self._numbers:
            self._numbers[key] = self._next
            self._next += 1
        return self._numbers[key]

    def _reference(self, key: str | int) -> Node:
        """Return the number of a note as a link to the note.

        Args:
            key: an address, or the index of a note of the body.
        """
        number = self._number(key)
        mention = self._mentions[key] = self._mentions.get(key, 0) + 1
        reference = tree.make("a", href=f"#{self._prefix}-note-{number}", class_="note-ref")
        reference.set("id", f"{self._prefix}-ref-{number}-{mention}")
        reference.append(tree.make("sup", str(number)))
        return reference


def web_addresses(links: Sequence[Node]) -> tuple[str, ...]:
    """Return the web addresses that links lead to, each once."""
    addresses = (link.get("href", "") for link in links)
    return tuple(dict.fromkeys(address for address in addresses if is_web_address(address)))


def _part_from_digit(reference: Node) -> None:
    """Put a space before a note's number if a digit stands before: 51 and 1 are not 511."""
    previous, around = reference.getprevious(), reference.getparent()
    before = "" if around is None else around.text or ""
    if previous is not None:
        before = previous.tail or tree.text(previous)
    if before[-1:].isdigit():
        reference[0].text = f"{_THIN_SPACE}{reference[0].text or ''}"


def _unfinished_links(links: Sequence[Node]) -> set[Node]:
    """Return the parts of links around blocks that another part of the same link follows.

    Args:
        links: all links and marks, in the order they are read; they lose their `data-link`.
    """
    numbers = [tree.pop(link, "data-link") for link in links]
    pairs = pairwise(zip(links, numbers, strict=True))
    return {link for (link, number), (_, following) in pairs if number and number == following}


def _shows(link: Node, address: str) -> bool:
    """Tell whether the words of a link already give its whole address."""
    said = re.sub(r"\s", "", tree.text(link))
    if address.startswith("tel:"):
        return re.sub(r"[^\d+]", "", said) == re.sub(r"[^\d+]", "", address)
    shown, whole = short_address(said).casefold(), short_address(address).casefold()
    return shown == whole or unquote(shown) == unquote(whole)
