"""Compound marks: a link such as `2,3` or `1–3` goes in, a link for each number comes out.

Journals link a whole series of references to the first of them.
"""

from collections.abc import MutableMapping

from printkit.copyedit import tree
from printkit.copyedit.note_blocks import list_around
from printkit.copyedit.note_numbers import item_numbers
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_NUMBER = regex(r"\d{1,3}")
_SERIES = regex(r"[\[(]?\s?\d{1,3}(?:\s?[,;–—‐‑−-]\s?\d{1,3}){1,20}\s?[\])]?")


def part_compounds(leads_to: MutableMapping[Node, Node]) -> None:
    """Put a link for each number in the place of each link to the items of a numbered list.

    Args:
        leads_to: the target of each link; gets the new links.
    """
    numbered: dict[Node, dict[int, Node]] = {}
    for link, target in list(leads_to.items()):
        said = tree.text(link)
        if len(said) > 80 or not _SERIES.fullmatch(tree.words(link)):
            continue
        item = next((one for one in (target, *tree.ancestors(target)) if one.tag == "li"), None)
        listed = None if item is None else list_around(item)
        if listed is None:
            continue
        if listed not in numbered:
            numbered[listed] = {at: one for one, at in item_numbers(listed).items()}
        wanted = [int(one) for one in _NUMBER.findall(said)]
        if all(one in numbered[listed] for one in wanted) and numbered[listed][wanted[0]] is item:
            _part_compound(link, said, numbered[listed], leads_to)


def _part_compound(
    link: Node, said: str, items: dict[int, Node], leads_to: MutableMapping[Node, Node]
) -> None:
    """Write the numbers of a link as links of their own; the signs between stay as text."""
    del leads_to[link]
    raised = any(one.tag == "sup" for one in link)
    begin, href = 0, link.get("href", "")
    for found in _NUMBER.finditer(said):
        number = tree.make("a", found[0], href=href)
        leads_to[number] = items[int(found[0])]
        if begin == 0:
            for name in ("id", "class", "role"):
                if value := link.get(name):
                    number.set(name, value)
        tree.add_before(link, said[begin : found.start()])
        begin = found.end()
        shown = number
        if raised:
            shown = tree.make("sup")
            shown.append(number)
        link.addprevious(shown)
    tree.add_before(link, said[begin:])
    tree.drop(link)
