"""Note tables: a table of one row that holds a note goes in, a block with the note comes out.

Old versions of docutils write each note so: the mark in one cell, the words in the next.
"""

from printkit.copyedit import tree
from printkit.copyedit.note_names import is_named_note
from printkit.copyedit.tree import Node


def open_note_tables(root: Node) -> None:
    """Make a block of each table that is named a note and has one row of two cells.

    Args:
        root: the body; changed in place.
    """
    for table in tree.each(root, "table"):
        cells = list(table.iter("td", "th"))
        rows = sum(1 for _ in table.iter("tr"))
        if rows != 1 or len(cells) != 2 or not is_named_note(table):
            continue
        block = tree.make("div")
        tree.set_all(block, tree.attributes(table))
        for cell, tag in zip(cells, ("span", "div"), strict=True):
            part = tree.make(tag)
            tree.set_all(part, tree.attributes(cell))
            for piece in tree.take_apart(cell):
                tree.put(part, piece)
            block.append(part)
        tree.replace(table, block)
