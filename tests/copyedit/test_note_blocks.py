"""The block that the mark of a note leads to."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.note_blocks import note_block, only_links


@pytest.mark.parametrize(
    ("body", "tag"),
    [
        ('<a href="#n">1</a><p id="n">1 Note.</p>', "p"),
        ('<a href="#n">1</a><p><a id="n">1</a> Note.</p>', "p"),
        ('<a href="#n">1</a><ol><li><p id="n">Note.</p><p>More.</p></li></ol>', "li"),
        ('<a href="#n">1</a><div><p><sup id="n">1</sup> Note.</p><p>More.</p></div>', "div"),
        ('<a href="#n">1</a><p>Before <b id="n">1 Note.</b></p>', None),
        ('<a href="#n">1</a><p id="n">1</p>', None),
        ('<a href="#n">1</a><ul><li>Before <b id="n">1 Note.</b></li></ul>', None),
        ('<a href="#n">1</a><ol><li><span>1.</span><a id="n"></a>Note.</li></ol>', "li"),
        ('<a href="#n">1</a><dl><dt id="n">1</dt><dd>Note.</dd></dl>', "dd"),
        ('<a href="#n">1</a><ol><li>First word.<p id="n">1 Two.</p></li></ol>', None),
    ],
)
def test_the_block_of_a_note_begins_at_the_target(body: str, tag: str | None) -> None:
    """The block has words; no part of an item is taken out of the item."""
    root = tree.parse(body)
    target = next(one for one in root.iter() if one.get("id"))
    block = note_block(target, root[0], {target})
    assert (None if block is None else block.tag) == tag


def test_a_block_of_links_is_told_from_a_sentence() -> None:
    """A list of pages has no words of its own."""
    assert only_links(tree.parse("<p><a>1</a>, <a>2</a></p>")[0])
    assert not only_links(tree.parse("<p>see <a>1</a></p>")[0])
