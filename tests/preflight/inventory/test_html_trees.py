"""HTML in any state → its tree."""

from printkit.preflight.inventory.html_trees import all_words, parse_tree


def test_a_body_in_any_state_has_a_tree() -> None:
    """A comment is no text, and an element that never ends does not swallow an end tag."""
    tree = parse_tree("<p>One<!-- no --> <b>two</p>three<plaintext>four")
    assert all_words(tree).split() == ["One", "two", "threefour"]
    assert [one.tag for one in tree.iter("p", "b", "plaintext")][:2] == ["p", "b"]


def test_an_end_tag_without_a_beginning_parts_words() -> None:
    """A browser shows an empty paragraph, or a line end, in its place."""
    assert all_words(parse_tree("<div>7</p>8</BR >9</div>")).split() == ["7", "8", "9"]
