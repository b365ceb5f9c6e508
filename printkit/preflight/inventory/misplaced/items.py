"""Items of lists whose number on the page is another number than in the record."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from printkit.preflight.inventory.misplaced.compared import Compared
from printkit.remarks import Removed
from printkit.text.comparing import letters
from printkit.text.patterns import regex

_KNOWN_BY = 40  # letters of an item, by which the item is found on the page
_LEAST = 3
_NUMBER = regex(r"\s*([+-]?\d{1,9})")
_LETTERED = ("a", "A", "i", "I")
_LISTS = ("ol", "ul", "menu", "dir")
_HIDDEN = regex(r"display\s*:\s*none")
_UNNUMBERED = regex(r"list-style[^;]*none|counter|display")


class _Numbered(NamedTuple):
    """An item of a list.

    Attributes:
        known_by: its first letters, without those of lists within the item.
        label: its number and the kind of the number; empty if the item has no number.
        words: the number and the first words, for a remark.
    """

    known_by: str
    label: str
    words: str


def misnumbered_items(one: Compared) -> Iterator[Removed]:
    """Yield the items of numbered lists that the page shows only with other numbers."""
    numbered = [item for item in _items(one.body) if item.label]
    if not numbered:
        return
    shown: dict[str, set[str]] = defaultdict(set)
    for item in _items(one.page):
        # A style sheet may number a list by letters, of which this reader knows only the numbers.
        shown[item.known_by] |= {item.label, item.label.rstrip("aAiI")}
    for item in numbered:
        if item.label not in shown.get(item.known_by, (item.label,)):
            yield Removed("number of an item", item.words, "ol li")


def _items(root: etree._Element) -> Iterator[_Numbered]:
    for listed in root.iter(*_LISTS):
        items = _counted(listed)
        # Quill writes all its lists as numbered lists, and the kind of each item into the item.
        dealt = any(item.get("data-list") for item in items)
        if dealt or _UNNUMBERED.search(listed.get("style") or ""):
            continue
        step = -1 if listed.get("reversed") is not None else 1
        number = _number(listed.get("start"), len(items) if step < 0 else 1)
        for item in items:
            number = _number(item.get("value"), number)
            text = _words_of_item(item)
            kind = item.get("type") or listed.get("type") or "1"
            label = f"{number}{kind if kind in _LETTERED else ''}" if listed.tag == "ol" else ""
            if len(known_by := letters(text)[:_KNOWN_BY]) >= _LEAST:
                yield _Numbered(known_by, label, f"{number}. {' '.join(text.split())}")
            number += step


def _counted(listed: etree._Element) -> list[etree._Element]:
    """Return the items that a browser counts: those in other elements, too, and none hidden."""
    found = (one for one in listed.iter("li") if next(one.iterancestors(*_LISTS), None) is listed)
    return [one for one in found if not _is_hidden(one)]


def _is_hidden(item: etree._Element) -> bool:
    return item.get("hidden") is not None or bool(_HIDDEN.search(item.get("style") or ""))


def _number(written: str | None, otherwise: int) -> int:
    found = _NUMBER.match(written or "")
    return int(found[1]) if found else otherwise


def _words_of_item(item: etree._Element) -> str:
    """Return the first words of an item, up to a list within the item."""
    parts, size = [item.text or ""], 0
    for child in item:
        if child.tag in _LISTS or size > 4 * _KNOWN_BY:
            break
        parts += [*map(str, child.itertext()), child.tail or ""]
        size = sum(map(len, parts))
    return "".join(parts)
