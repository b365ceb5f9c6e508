"""Links: a body goes in, and comes out with links that lead to the web or to a place in the text.

The words of all other links are kept.
"""

from urllib.parse import quote, unquote, urlsplit

from printkit.copyedit import pictures, targets, tree
from printkit.copyedit.addresses import join_address
from printkit.copyedit.dialects.page_addresses import PAGE
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.removed_links import RemovedLink
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import SCHEMES
from printkit.text.address_secrets import without_secrets
from printkit.text.patterns import regex
from printkit.text.redirects import wanted_address

_SPOKEN = ("mailto", "tel")
# Characters that must be percent-encoded, and characters that let an address look like another
# address.
_REASONS = {PAGE: "only the program of the site knows the address of this page"}
_UNSAFE = regex(r"[\x00-\x20\x7f-\xa0\"<>\\^`{|}\u200b-\u200f\u2028-\u202e\u2060-\u2069]")


def resolve_links(root: Node, base: str | None, removals: Removals) -> None:
    """Give every link an absolute address or a place in the text; remove all other addresses.

    Args:
        root: the body; changed in place. Ids that no link leads to are removed. A link around
            elements gets a number as `data-link`, because blocks part such a link later.
        base: the address of the article, if it has one.
        removals: gets the links whose addresses were removed; `compose` unwraps these links.
    """
    removed = removals.links
    targets.name_targets(root)
    names = {one.get("id") for one in root.iter() if one.get("id")}
    for at, link in enumerate(tree.each(root, "a")):
        # `sanitise.repair_markup` names the attribute `x-href`, because nh3 drops some addresses.
        own, href = tree.pop(link, "href"), tree.pop(link, "x-href")
        href = own if href is None else href
        if href is None:
            continue
        address, reason = _settle(href, base, names)
        if address:
            link.set("href", address)
            if len(link):
                link.set("data-link", str(at))
        if not address and href.strip("# "):
            removed.append(RemovedLink(href.strip().removeprefix(PAGE), reason))
    targets.keep_wanted_targets(root)
    _remove_wordless(root, base, removals)


def _remove_wordless(root: Node, base: str | None, removals: Removals) -> None:
    """Remove the links that no words and no picture show, and the links on parts of pictures.

    A mail address or a telephone number is printed in the place of the icon that showed it.
    """
    links = tree.each(root, "a")
    for link in links:
        scheme, _, shown = unquote(link.get("href") or "").partition(":")
        if scheme in _SPOKEN and _shows_nothing(link):
            tree.add_text(link, shown.partition("?")[0])
    wordless = [link for link in links if _shows_nothing(link)]
    seen = {link.get("href") for link in links if link not in wordless}
    for link in wordless:
        if link.get("href") in seen:
            tree.pop(link, "href")
        removals.unlink(link, "it has no words")
    for area in tree.each(root, "area"):
        area.set("href", join_address(base, tree.pop(area, "x-href") or ""))
        if words := area.get("alt"):
            removals.note("picture area", words, place_of(area))
        removals.unlink(area, "it is a part of a picture")
        tree.drop(area)


def _shows_nothing(link: Node) -> bool:
    """Tell whether there are neither words in a link nor a picture that can be loaded."""
    shown = [one for one in link.iter("img") if pictures.written_address(one)]
    others = any(True for _ in link.iter("figure", "x-note-ref"))
    return (
        not others
        and not any(not pictures.is_beacon(one) for one in shown)
        and (tree.is_blank(tree.text(link).replace("\xa0", " ")))
    )


def _settle(href: str, base: str | None, names: set[str | None]) -> tuple[str, str]:
    """Return the printed address of a link; or no address, and why the link is removed."""
    given = href.strip()
    if given.startswith("#"):
        for name in (given[1:], unquote(given[1:])):
            if name in names:
                return f"#{name}", ""
        return "", targets.NO_PLACE
    joined = join_address(base, f"https:{given}" if given.startswith("//") else given)
    address = without_secrets(wanted_address(joined))
    try:
        parts = urlsplit(address)
        broken = given.endswith("://") or (parts.scheme.startswith("http") and not parts.hostname)
    except ValueError:
        return "", "it is no address"
    if not parts.scheme:
        return "", "it is relative and the record has no url"
    if parts.scheme not in SCHEMES:
        return "", _REASONS.get(f"{parts.scheme}:", f"{parts.scheme}: is not printed")
    if broken or not given:
        return "", "it is no address"
    address = parts.scheme + address[len(parts.scheme) :]
    return _UNSAFE.sub(lambda found: quote(found[0]), address), ""
