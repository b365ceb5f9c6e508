"""Links: made absolute, kept or unwrapped, and given a number that paper can follow."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote, unquote, urldefrag, urlsplit

from printkit.copyedit import tree
from printkit.copyedit.addresses import join_address
from printkit.copyedit.clean_copy import Note, PageHole
from printkit.copyedit.holes import Holes
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import SCHEMES
from printkit.edition.choices import Links
from printkit.remarks import Remark
from printkit.text.printed_address import is_web_address, short_address

_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\"<>\\^`{|}\u200b-\u200f\u2028-\u202e\u2060-\u2069]")
_PLAIN_ID = re.compile(r"[^\s\"'<>&#%]{1,80}")
_OURS = ("note-", "ref-", "id-")


class Unlinked(NamedTuple):
    """A link that was removed: its address and why."""

    address: str
    reason: str


def resolve_links(root: Node, base: str | None) -> list[Unlinked]:
    """Make every link absolute or internal; where that cannot be, leave its words.

    Args:
        root: the body; changed in place. Ids that no link leads to are taken off.
        base: the address of the article, if it has one.
    """
    unlinked: list[Unlinked] = []
    _name_targets(root)
    targets = {one.get("id") for one in root.iter() if one.get("id")}
    for link in tree.each(root, "a"):
        own, href = tree.pop(link, "href"), tree.pop(link, "x-href")
        href = own if href is None else href
        if href is None:
            continue
        address, reason = _settle(href, base, targets)
        if address:
            link.set("href", address)
        if not address and href.strip("# "):
            unlinked.append(Unlinked(href.strip(), reason))
    _keep_targets(root)
    return unlinked


def _name_targets(root: Node) -> None:
    """`<a name>` is a target too; of two equal ids the first counts, as in a browser."""
    seen: set[str] = set()
    for element in root.iter():
        name = element.get("id") or (element.get("name") if element.tag == "a" else None)
        tree.pop(element, "id")
        if name and name not in seen:
            element.set("id", name)
            seen.add(name)


def _keep_targets(root: Node) -> None:
    wanted = {link.get("href", "")[1:] for link in root.iter("a") if _is_inner(link)}
    for element in root.iter():
        if element.get("id") not in wanted:
            tree.pop(element, "id")


def _lift_targets(root: Node) -> None:
    """An empty target in a link becomes the link's own: it would press its rectangle flat."""
    for target in tree.each(root, "span"):
        link = next((one for one in tree.ancestors(target) if one.get("href")), None)
        if link is None or not target.get("id") or link.get("id"):
            continue
        if len(target) or tree.text(target).strip():
            continue
        link.set("id", tree.pop(target, "id") or "")
        tree.drop(target)


def _is_inner(link: Node) -> bool:
    return (link.get("href") or "").startswith("#")


def _settle(href: str, base: str | None, targets: set[str | None]) -> tuple[str, str]:
    """The address a link is printed with, or nothing and the reason why."""
    given = href.strip()
    if base and urldefrag(join_address(base, given))[0] == urldefrag(base)[0] and "#" in given:
        fragment = given.partition("#")[2]
        if fragment in targets or unquote(fragment) in targets:
            given = f"#{fragment}"
    if given.startswith("#"):
        for name in (given[1:], unquote(given[1:])):
            if name in targets:
                return f"#{name}", ""
        return "", "it leads to no place in the text"
    address = join_address(base, f"https:{given}" if given.startswith("//") else given)
    try:
        parts = urlsplit(address)
        broken = given.endswith("://") or (parts.scheme.startswith("http") and not parts.hostname)
    except ValueError:
        return "", "it is no address"
    if not parts.scheme:
        return "", "it is relative and the record has no url"
    if parts.scheme not in SCHEMES:
        return "", f"{parts.scheme}: is not printed"
    if broken or not given:
        return "", "it is no address"
    address = parts.scheme + address[len(parts.scheme) :]
    return _UNSAFE.sub(lambda found: quote(found[0]), address), ""


def settle_targets(body: Node, captions: Iterable[Node], prefix: str) -> list[Unlinked]:
    """Prefix all ids and the links to them, after the text is set.

    Returns:
        The links whose target was lost on the way.
    """
    _lift_targets(body)
    names: dict[str, str] = {}
    roots = (body, *captions)
    wanted = {
        link.get("href", "")[1:] for root in roots for link in root.iter("a") if _is_inner(link)
    }
    for element in list(body.iter()):
        name = tree.pop(element, "id")
        if name in wanted:
            names[name] = _prefixed(name, prefix, set(names.values()))
            element.set("id", names[name])
        elif element.tag == "span" and not element.attrib:
            tree.unwrap(element)
    unlinked: list[Unlinked] = []
    for caption in captions:
        for element in caption.iter():
            tree.pop(element, "id")
    for link in [link for root in roots for link in root.iter("a")]:
        if _is_inner(link):
            href = link.get("href", "")
            if target := names.get(href[1:]):
                link.set("href", f"#{target}")
            else:
                unlinked.append(Unlinked(href, "it leads to no place in the text"))
                tree.unwrap(link)
    return unlinked


def _prefixed(name: str, prefix: str, taken: set[str]) -> str:
    plain = (
        name if _PLAIN_ID.fullmatch(name) else "id-" + quote(name, safe="").replace("%", ".")[:80]
    )
    if name.startswith(_OURS):
        plain = f"id-{name}"
    whole, count = f"{prefix}-{plain}", 1
    while whole in taken:
        count += 1
        whole = f"{prefix}-{plain}-{count}"
    return whole


def web_addresses(links: Iterable[Node]) -> tuple[str, ...]:
    """Return the web addresses that links lead to, each once."""
    addresses = (link.get("href", "") for link in links)
    return tuple(dict.fromkeys(address for address in addresses if is_web_address(address)))


def tell(unlinked: list[Unlinked], where: str) -> list[Remark]:
    """One remark for all links that were removed, with the first as an example."""
    if not unlinked:
        return []
    address, reason = unlinked[0]
    count = f"{len(unlinked)} links were" if len(unlinked) > 1 else "1 link was"
    example = f"{address[:200]}: {reason}" if address else reason
    return [Remark("PK302", f"{count} removed, the words kept ({example})", where)]


class Notebook:
    """The notes of one article, numbered in order of first mention."""

    def __init__(self, links: Links, prefix: str, holes: Holes) -> None:
        self.links = links
        self.prefix = prefix
        self._holes = holes
        self._numbers: dict[str, int] = {}
        self._mentions: dict[str, int] = {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """The addresses, by number."""
        return tuple(Note(number, url) for url, number in self._numbers.items())

    def annotate(self, links: Iterable[Node]) -> None:
        """Put behind each link what paper needs to follow it.

        Args:
            links: all links of the article, in the order they are read.
        """
        links = list(links)
        for link in links:
            self._tell_address(link)
        # A link can have its note at a later mention, so holes are made when all are known.
        for link in links:
            self._leave_room(link)

    def _tell_address(self, link: Node) -> None:
        address = link.get("href", "")
        if self.links == "plain" or address.startswith("#") or _shows(link, address):
            return
        if _goes_on(link):
            return
        if self.links == "notes":
            tree.add_after(link, self._reference(address))
            return
        room = (
            self._holes.mark(PageHole(address, in_brackets=True)) if is_web_address(address) else ""
        )
        shown = f" ({short_address(address)}{room})"
        tree.add_after(link, tree.make("span", shown, class_="address"))

    def _leave_room(self, link: Node) -> None:
        """Mark where the page of another article goes: behind a link that nothing follows."""
        address, following = link.get("href", ""), link.getnext()
        told = following is not None and not link.tail and following.get("class") == "address"
        told = told or address in self._numbers or _goes_on(link)
        if is_web_address(address) and not told:
            link.tail = self._holes.mark(PageHole(address, in_brackets=False)) + (link.tail or "")

    def _reference(self, address: str) -> Node:
        number = self._numbers.setdefault(address, len(self._numbers) + 1)
        mention = self._mentions[address] = self._mentions.get(address, 0) + 1
        reference = tree.make("a", href=f"#{self.prefix}-note-{number}", class_="note-ref")
        reference.set("id", f"{self.prefix}-ref-{number}-{mention}")
        reference.append(tree.make("sup", str(number)))
        return reference


def _goes_on(link: Node) -> bool:
    """Is a link the first piece of two? Sites break links around emphasis."""
    following = link.getnext()
    return following is not None and not link.tail and following.get("href") == link.get("href")


def _shows(link: Node, address: str) -> bool:
    """Do the words of a link already give its whole address?"""
    said = re.sub(r"\s", "", tree.text(link))
    if address.startswith("tel:"):
        return re.sub(r"[^\d+]", "", said) == re.sub(r"[^\d+]", "", address)
    shown, whole = short_address(said).casefold(), short_address(address).casefold()
    return shown == whole or unquote(shown) == unquote(whole)
