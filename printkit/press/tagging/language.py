"""Language: write `/Lang` where the language changes (PDF/UA-1, 7.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from printkit.press.tagging.tree import StructureElement
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from weasyprint.document import Document

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TAG = regex(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def declare(tree: StructureElement, document: Document) -> None:
    """Write the language of each element that differs from the language of its parent."""
    root = document.pages[0]._page_box.children[0].element
    _declare_below(tree, document.metadata.lang or "", _languages(root))


def _languages(root: Element) -> dict[int, str]:
    """Return the language of every element: its own, or else that of its parent."""
    languages: dict[int, str] = {}
    waiting = [(root, "")]
    while waiting:
        element, inherited = waiting.pop()
        own = (element.get("lang") or element.get(XML_LANG) or "").strip().replace("_", "-")
        languages[id(element)] = own if _TAG.fullmatch(own) else inherited
        waiting.extend((child, languages[id(element)]) for child in element)
    return languages


def _declare_below(node: StructureElement, around: str, languages: dict[int, str]) -> None:
    here = languages.get(id(node.element)) or around
    if here.casefold() != around.casefold():
        node.entries["Lang"] = here
    for kid in node.nodes:
        _declare_below(kid, here, languages)
