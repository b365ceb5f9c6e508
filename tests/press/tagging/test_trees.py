"""The tree of small pages, whole: roles, order, words."""

import pytest

from tests.support.snippet_trees import LINES, TREES
from tests.support.tagged_snippets import print_snippet


@pytest.mark.parametrize("body", TREES)
def test_tree(body: str) -> None:
    """The elements are the elements of the HTML, and have no fault."""
    page = print_snippet(body)
    if (tree := TREES[body]) is not None:
        assert page.outline == tree
    assert page.faults == []


def test_columns() -> None:
    """A paragraph that crosses columns is one element."""
    tree = print_snippet(f"<div style='columns: 3'><p>{LINES}</div>").outline
    assert tree.count("P(") == 1
    assert tree.count("'") > 6
