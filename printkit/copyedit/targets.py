"""Link targets: a body goes in, and comes out with unique ids at the places that links lead to."""

from collections.abc import Sequence
from urllib.parse import quote

from printkit.copyedit import tree
from printkit.copyedit.removed_links import RemovedLink
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

NO_PLACE = "it leads to no place in the text"
_PLAIN_ID = regex(r"[^\s\"'<>&#%]{1,80}")
# The beginnings of the ids that `notes` makes, and of the ids that this module makes.
_OURS = ("note-", "ref-", "id-")


def name_targets(root: Node) -> None:
    """Give each link target one id, as a browser does.

    The `name` of an `a` counts as an id, and of two equal ids only the first counts.
    """
    seen: set[str] = set()
    for element in root.iter():
        name = element.get("id") or (element.get("name") if element.tag == "a" else None)
        tree.pop(element, "id")
        if name and name not in seen:
            element.set("id", name)
            seen.add(name)


def keep_wanted_targets(root: Node) -> None:
    """Remove the ids that no link leads to."""
    wanted = _wanted((root,))
    for element in root.iter():
        if element.get("id") not in wanted:
            tree.pop(element, "id")


def settle_targets(body: Node, captions: Sequence[Node], prefix: str) -> list[RemovedLink]:
    """Put the prefix before all ids of a composed body, and into the links to these ids.

    Returns:
        The links whose target an earlier pass removed. These links are unwrapped.
    """
    _lift_targets(body)
    names: dict[str, str] = {}
    roots = (body, *captions)
    wanted = _wanted(roots)
    for element in list(body.iter()):
        name = tree.pop(element, "id")
        if name in wanted:
            names[name] = _prefixed(name, prefix, set(names.values()))
            element.set("id", names[name])
        elif element.tag == "span" and not element.attrib:
            tree.unwrap(element)
    for caption in captions:
        for element in caption.iter():
            tree.pop(element, "id")
    removed: list[RemovedLink] = []
    for link in [link for root in roots for link in root.iter("a") if _is_inner(link)]:
        href = link.get("href", "")
        if target := names.get(href[1:]):
            link.set("href", f"#{target}")
        else:
            removed.append(RemovedLink(href, NO_PLACE))
            tree.unwrap(link)
    return removed


def _lift_targets(root: Node) -> None:
    """Move the id of an empty `span` to the link around it, and remove the `span`.

    `<a href="#n"><span id="x"></span>words</a>` becomes `<a href="#n" id="x">words</a>`. A link
    with an id stays as it is. If a link holds an empty box, WeasyPrint gives the link a rectangle
    without height, on which no reader can click.
    """
    for target in tree.each(root, "span"):
        link = next((one for one in tree.ancestors(target) if one.get("href")), None)
        if link is None or not target.get("id") or link.get("id"):
            continue
        if len(target) or tree.text(target).strip():
            continue
        link.set("id", tree.pop(target, "id") or "")
        tree.drop(target)


def _wanted(roots: Sequence[Node]) -> set[str]:
    """Return the ids that links lead to."""
    links = (link for root in roots for link in root.iter("a"))
    return {link.get("href", "")[1:] for link in links if _is_inner(link)}


def _is_inner(link: Node) -> bool:
    return (link.get("href") or "").startswith("#")


def _prefixed(name: str, prefix: str, taken: set[str]) -> str:
    """Return the new id of a target: the prefix and the name, made safe and unique."""
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
