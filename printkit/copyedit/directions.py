"""Writing directions: a block goes in, and comes out with its bidirectional controls closed.

Such a control turns the order of letters round until a second control closes the first, or until
the paragraph ends (UAX 9). In printkit's HTML, a control acts in its own block only.
"""

from collections.abc import Iterator

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_EMBEDDING, _ISOLATE = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
_POP_EMBEDDING, _POP_ISOLATE = "\u202c", "\u2069"
_BIDI = regex("[\u202a-\u202e\u2066-\u2069]")


def balance(block: Node) -> None:
    """Close open bidirectional controls at the end of a block; drop controls that close nothing."""
    if not _BIDI.search(tree.text(block)):
        return
    open_ones: list[str] = []
    for holder, slot in list(_texts(block)):
        setattr(holder, slot, _BIDI.sub(lambda c: _step(c[0], open_ones), getattr(holder, slot)))
    ends = "".join(reversed(open_ones))
    if len(block):
        block[-1].tail = (block[-1].tail or "") + ends
    else:
        block.text = (block.text or "") + ends


def _step(control: str, open_ones: list[str]) -> str:
    if control in _EMBEDDING or control in _ISOLATE:
        open_ones.append(_POP_EMBEDDING if control in _EMBEDDING else _POP_ISOLATE)
        return control
    if open_ones and open_ones[-1] == control:
        open_ones.pop()
        return control
    return ""


def _texts(block: Node) -> Iterator[tuple[Node, str]]:
    """Yield the element and the attribute, `text` or `tail`, of each text in reading order."""
    if block.text:
        yield block, "text"
    for child in block:
        yield from _texts(child)
        if child.tail:
            yield child, "tail"
