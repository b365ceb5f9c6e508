"""Blocks: an edited body goes in, the words of each block come out, for preflight to look for."""

from collections.abc import Iterator

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE


def plain_blocks(body: Node) -> tuple[str, ...]:
    """Return the body's paragraphs, headings, items and cells as plain text, in reading order."""
    told = (tree.fold_space("".join(pieces)) for pieces in _blocks(body))
    return tuple(text for text in told if text)


def _blocks(root: Node) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for piece in _pieces(root):
        if piece is None:
            blocks.append([])
        else:
            blocks[-1].append(piece)
    return blocks


def _pieces(element: Node) -> Iterator[str | None]:
    """Yield the texts inside an element in order, with None at each border between two blocks."""
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\n"
        elif child.tag in INLINE or child.tag == "x-note-ref":
            yield from _pieces(child)
        else:
            yield None
            yield from _pieces(child)
            yield None
        yield child.tail or ""
