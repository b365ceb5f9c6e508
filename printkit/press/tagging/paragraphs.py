"""Paragraphs: text that stands bare among blocks gets an element of its own."""

from itertools import groupby

from printkit.press.tagging.roles import has_words, is_inline
from printkit.press.tagging.tree import Kid, Node

GROUPING = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote"}
HOLDING_BOTH = {"LBody", "TD", "TH", "Caption", "Note"}


def wrap(tree: Node) -> None:
    """Wrap runs of text in a /P where they would stand next to blocks, or bare in a group."""
    for node in list(tree.walk()):
        blocks = not all(map(is_inline, node.kids))
        if node.role in GROUPING or (node.role in HOLDING_BOTH and blocks):
            node.kids = _wrapped(node.kids)


def _wrapped(kids: list[Kid]) -> list[Kid]:
    wrapped: list[Kid] = []
    for inline, run in groupby(kids, is_inline):
        together = list(run)
        if inline and any(map(has_words, together)):
            wrapped.append(Node("P", together))
        else:
            wrapped.extend(together)
    return wrapped
