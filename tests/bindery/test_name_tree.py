"""Name trees."""

import pikepdf
from pikepdf import String

from printkit.bindery.name_tree import name_tree


def test_names_are_sorted_by_their_bytes() -> None:
    """Names in UTF-16 come last, because of their first bytes."""
    names = ("b", "ש", "B", "a-10", "a-2")
    tree = name_tree((String(name), pikepdf.Name.X) for name in names)
    assert [str(one) for one in tree.Names.as_list()[::2]] == ["B", "a-10", "a-2", "b", "ש"]
    assert len(tree.Names) == 10
