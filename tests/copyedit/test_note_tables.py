"""Tables that are notes."""

from printkit.copyedit import tree
from printkit.copyedit.note_tables import open_note_tables

TABLE = '<table id="id2"{}><tbody><tr><td><a>1</a></td><td>Note.</td></tr>{}</tbody></table>'


def opened(kind: str, more: str = "") -> str:
    """Return a body with one table after the pass."""
    root = tree.parse(TABLE.format(kind, more))
    open_note_tables(root)
    return tree.inner(root)


def test_a_table_that_is_named_a_note_becomes_a_block() -> None:
    """The block keeps the id, the mark and the words of the table."""
    assert opened(' class="docutils footnote"') == (
        '<div id="id2" class="docutils footnote"><span><a>1</a></span><div>Note.</div></div>'
    )


def test_other_tables_stay() -> None:
    """A table without the name stays, and so does a table of two rows."""
    assert opened("").startswith("<table")
    assert opened(' class="footnote"', "<tr><td>2</td><td>x</td></tr>").startswith("<table")
