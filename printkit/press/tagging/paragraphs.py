"""Paragraphs: put a /P around text that stands among blocks and has no element of its own."""

from itertools import groupby

from printkit.press.tagging.roles import has_words, is_inline
from printkit.press.tagging.tree import ElementKid, StructureElement

# Roles that hold blocks only, and roles that hold either text or blocks.
GROUPING = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote"}
HOLDING_BOTH = {"LBody", "TD", "TH", "Caption", "Note"}


def wrap(tree: StructureElement) -> None:
    """Wrap each run of text in a /P where it stands next to blocks, or directly in a group."""
    for node in list(tree.walk()):
        blocks = not all(map(is_inline, node.kids))
        if node.role in GROUPING or (node.role in HOLDING_BOTH and blocks):
            node.kids = _with_paragraphs(node.kids)


def _with_paragraphs(kids: list[ElementKid]) -> list[ElementKid]:
    wrapped: list[ElementKid] = []
    for inline, run in groupby(kids, is_inline):
        together = list(run)
        if inline and any(map(has_words, together)):
            wrapped.append(StructureElement("P", together))
        else:
            wrapped.extend(together)
    return wrapped
