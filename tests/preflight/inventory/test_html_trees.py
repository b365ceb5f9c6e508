"""HTML in any state → its tree."""

from printkit.preflight.inventory.html_trees import all_words, parse_tree


def test_a_body_in_any_state_has_a_tree() -> None:
    """A comment is no text, and an element that never ends does not swallow an end tag."""
    tree = parse_tree("<p>One<!-- no --> <b>two</p>three<plaintext>four")
    assert all_words(tree).split() == ["One", "twothreefour"]
    assert [one.tag for one in tree.iter("p", "b", "plaintext")][:2] == ["p", "b"]
