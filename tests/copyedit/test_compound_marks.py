"""A link over several numbers becomes one link for each number."""

from printkit.copyedit import tree
from printkit.copyedit.compound_marks import part_compounds
from printkit.copyedit.tree import Node


def parted(words: str, items: str = "<li/><li/><li/>") -> tuple[Node, list[int]]:
    """Return a body whose link leads to the first item, and the items that its links lead to."""
    root = tree.parse(f"<p><a>{words}</a> on</p><ol>{items}</ol>")
    listed = list(root[1])
    leads_to = {root[0][0]: listed[0]}
    part_compounds(leads_to)
    return root, [listed.index(target) for target in leads_to.values()]


def test_each_number_of_a_series_is_a_link() -> None:
    """The signs between the numbers stay as text."""
    root, targets = parted("[1–3]")
    assert tree.inner(root[0]) == '[<a href="">1</a>–<a href="">3</a>] on'
    assert targets == [0, 2]
    assert parted("1,2, 3")[1] == [0, 1, 2]


def test_a_raised_series_stays_raised() -> None:
    """Each number is raised by itself, as a mark takes the place of each number."""
    root, _ = parted("<sup>1,2</sup>")
    assert [one.tag for one in root[0]] == ["sup", "sup"]


def test_numbers_that_no_item_has_stay_words() -> None:
    """Prices and dates are examples; the first number is the number of the target."""
    for words in ("1–4", "2–3", "1.5", "10–12", "1"):
        root, targets = parted(words)
        assert tree.words(root[0][0]) == words
        assert targets == [0]
