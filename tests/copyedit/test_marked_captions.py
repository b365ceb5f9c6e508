"""Captions that markup names, and the boxes around them."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.captions import bind_captions
from printkit.copyedit.marked_captions import pair_marked
from printkit.copyedit.removals import Removals


def bound(markup: str) -> tuple[list[str | None], str]:
    """Return each picture's caption, and the rest of the body."""
    root = tree.parse(markup)
    found = bind_captions(root, Removals())
    pictures = tree.each(root, "img")
    captions = [tree.words(found[img]) if img in found else None for img in pictures]
    return captions, tree.words(root)


def test_captions_are_paired_in_reading_order() -> None:
    """Each caption goes to the picture of its box."""
    box = '<div><p class="credit">r</p><img/><p>Words.</p><p class="caption">c</p></div>'
    root = tree.parse(box * 2)
    pairs = [(tree.words(caption), img) for caption, img in pair_marked(root)]
    first, second = tree.each(root, "img")
    assert pairs == [("r", first), ("c", first), ("r", second), ("c", second)]


@pytest.mark.parametrize(
    ("around", "tag"),
    [("section", "div"), ("div", "figure"), ("ul", "li"), ("div", "span"), ("table", "td")],
)
def test_a_credit_behind_a_caption_stays_with_the_picture_of_its_box(around: str, tag: str) -> None:
    """No markup marks the caption; the credit does not go to the picture behind."""
    slides = "".join(
        f'<{tag}><img/><p><em>Seen {name}.</em></p><p class="credit">Ana {name}</p></{tag}>'
        for name in "ABC"
    )
    slides = f"<tr>{slides}</tr>" if tag == "td" else slides
    body = f"<p>Before.</p> <p>More words.</p> <{around}>{slides}</{around}> <p>After.</p>"
    assert bound(body) == (
        ["Seen A. Ana A", "Seen B. Ana B", "Seen C. Ana C"],
        "Before. More words. After.",
    )


def test_a_box_of_much_text_is_no_box_of_its_picture() -> None:
    """A caption far from the only picture may belong to a table or a film."""
    text = "<p>The ships came in at dawn.</p>" * 60
    caption = '<p class="caption">Of a map</p>'
    assert bound(f"<p>Before.</p><div><img/>{text}{caption}</div>")[0] == [None]
    table = "<table><tr><td>1</td></tr></table>"
    assert bound(f"<p>Before.</p><div><img/><p>Words.</p>{table}{caption}</div>")[0] == [None]
