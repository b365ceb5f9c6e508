"""The body as a tree, and the moves that all passes share."""

from collections.abc import Callable

import pytest

from printkit.copyedit import tree
from printkit.copyedit.sanitise import repair_markup


@pytest.mark.parametrize(
    "html",
    [
        "a &amp; b &lt;c&gt;",
        '<p title="a">x<br>y<img src="a?b&amp;c=&quot;&gt;">z</p>',
        "<p>a\xa0b</p><hr><p>c</p>",
        "<b><p>x</p></b><a><div>y</div></a>",
        "<pre>  a\n\n b</pre>",
    ],
)
def test_repaired_markup_is_read_as_it_stands(html: str) -> None:
    """The reader must not repair the markup a second time by other rules."""
    markup, _ = repair_markup(html)
    assert repair_markup(tree.inner(tree.parse(markup)))[0] == markup


def test_controls_in_character_references_do_not_break_the_reading() -> None:
    """The parser turns `&#1;` into the control itself."""
    markup, _ = repair_markup("<p>a&#1;b&#xFFFE;c&#xD800;d&#x2028;e</p>")
    assert tree.words(tree.parse(markup)) == "abc\ufffdd e"


def test_text_around_an_element_survives_every_move() -> None:
    """The text that follows a dropped, unwrapped or replaced element stays."""
    moves: dict[str, Callable[[tree.Node], object]] = {
        "ac": tree.drop,
        "abc": tree.unwrap,
        "aXc": lambda one: tree.replace(one, tree.make("i", "X")),
        "abXc": lambda one: tree.add_after(one, tree.make("i", "X")),
    }
    for text, move in moves.items():
        for before in ("", "<u></u>"):
            root = tree.parse(f"a{before}<b>b</b>c")
            move(next(iter(root.iter("b"))))
            assert tree.text(root) == text


def test_unwrapping_keeps_children_in_order() -> None:
    """The text between the children stays, too."""
    root = tree.parse("1<b>2<i>3</i>4<u>5</u>6</b>7")
    tree.unwrap(root[0])
    assert tree.inner(root) == "12<i>3</i>4<u>5</u>67"


def test_taking_apart_and_putting_back_is_nothing() -> None:
    """Words and elements are in the same order again."""
    root = tree.parse("1<b>2</b>3<i>4</i><u>5</u>6")
    html = tree.inner(root)
    parts = tree.take_apart(root)
    assert tree.inner(root) == ""
    for part in parts:
        tree.put(root, part)
    assert tree.inner(root) == html


def test_folding_leaves_typographic_spaces() -> None:
    """A no-break space is a character of the text."""
    assert tree.fold_space("  a \n\t b\xa0 c ") == "a b\xa0 c"
    assert tree.is_blank(" \n\t")
    assert tree.is_blank(None)
    assert not tree.is_blank("\xa0")
    assert tree.holds_nothing(tree.parse("<b>\xa0</b>"))
    assert not tree.holds_nothing(tree.parse("<b><img/></b>"))
