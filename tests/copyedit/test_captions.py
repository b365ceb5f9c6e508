"""Captions: the words that belong to each picture."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.captions import bind_captions
from printkit.copyedit.removals import Removals
from tests.support.time_limits import ends_soon


def bound(markup: str) -> tuple[list[str | None], str]:
    """Return each picture's caption, and the rest of the body."""
    root = tree.parse(markup)
    found = bind_captions(root, Removals())
    pictures = tree.each(root, "img")
    captions = [tree.words(found[img]) if img in found else None for img in pictures]
    return captions, tree.words(root)


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img/><figcaption>Seen</figcaption></figure>",
        "<figure><figcaption>Seen</figcaption><div><img/></div></figure>",
        '<div class="wp-caption"><img/><p class="wp-caption-text">Seen</p></div>',
        '<div class="thumb"><div><a><img/></a><div class="thumbcaption">Seen</div></div></div>',
        '<p><img/></p><p class="caption">Seen</p>',
        '<p><img/></p><p class="legende">Seen</p>',
        '<p><img/></p><p class="MsoCaption">Seen</p>',
        '<div><img/><span class="pie-de-foto">Seen</span></div>',
        '<div><img/><div class="bildunterschrift">Seen</div></div>',
        '<div><img/></div><div class="image-caption"><span>Seen</span></div>',
        "<figure><img/>Seen</figure>",
        "<figure><div><img/><p>Seen</p></div></figure>",
        "<figure><p><span>Image</span><img/></p><figcaption>Seen</figcaption></figure>",
        "<p><img/></p><p><em>Seen</em></p>",
        "<p><img/><br/><em>Seen</em></p>",
        "<p><a><img/></a> <small>Seen</small></p>",
    ],
)
def test_a_caption_is_bound_to_its_picture(markup: str) -> None:
    """Figures, WordPress, Wikipedia and lines right behind a picture have captions."""
    captions, left = bound(f"<p>Before.</p>{markup}<p>After.</p>")
    assert captions == ["Seen"]
    assert left.replace(" ", "") == "Before.After."


@pytest.mark.parametrize(
    "line", ["Photo: Jane Roe", "Credit: Isle", "Image: the quay in May", "Pictured: the quay"]
)
def test_a_short_line_with_a_cue_is_a_caption(line: str) -> None:
    """No markup needs to set such a line apart."""
    assert bound(f"<p><img/></p><p>{line}</p><p>After.</p>") == ([line], "After.")


@pytest.mark.parametrize(
    "markup",
    [
        "<p><img/></p><p>The quay was empty when we came.</p>",
        "<p><img/></p><p><em>This article was first printed in May.</em></p>",
        "<p><img/> and words</p><p><em>Said.</em></p>",
        "<p><img/></p><h2>Photo: a history</h2>",
        "<p><img/></p><p><em>" + "Long words follow. " * 30 + "</em></p>",
        '<p><img/></p><p class="byline">By Jane Roe</p>',
        '<p><img/></p><p>Words between.</p><p class="caption">Of a table</p>',
    ],
)
def test_unsure_words_stay_in_the_body(markup: str) -> None:
    """Body text is never taken for a caption."""
    words = tree.words(tree.parse(markup))
    assert bound(markup) == ([None], words)


def test_each_picture_gets_the_caption_behind_it() -> None:
    """Some pictures of the row have captions of their own, others have none."""
    markup = (
        '<p><img/></p><p class="caption">One</p><p><img/></p><p><img/></p>'
        "<figure><img/><figcaption>Four</figcaption></figure>"
    )
    assert bound(markup) == (["One", None, None, "Four"], "")


def test_a_credit_before_its_picture_stays_in_its_box() -> None:
    """A credit of one picture never stands under another."""
    first = '<div><img/><p class="photo-credit">Ana Ruiz</p></div>'
    second = '<div><p class="photo-credit">Li Wei</p><p class="caption">Quay</p><img/></div>'
    assert bound(first + second) == (["Ana Ruiz", "Li Wei Quay"], "")
    apart = '<div><p class="photo-credit">Li Wei</p><p>Words.</p><img/></div>'
    assert bound(f"<div><img/></div>{apart}")[0] == [None, "Li Wei"]
    outside = '<p class="photo-credit">Li Wei</p><p>Words.</p><div><img/></div>'
    assert bound(f"<div><img/></div><p>Before.</p>{outside}")[0] == [None, None]


def test_captions_without_end_before_a_picture_are_read_at_once() -> None:
    """A hostile body may hold thousands of captions."""
    markup = "<div>" + '<p class="caption">Seen</p>' * 15_000 + "<img/></div>"
    with ends_soon():
        bound(markup)


def test_one_caption_of_several_pictures_stands_under_the_last() -> None:
    """The page prints such a caption behind the last picture."""
    markup = "<figure><img/><img/><figcaption>Both</figcaption></figure>"
    assert bound(markup)[0] == [None, "Both"]


def test_caption_and_credit_apart_are_one() -> None:
    """Both lines are printed under the picture."""
    markup = '<p><img/></p><p class="caption">Seen.</p><p class="photo-credit">Jane Roe</p>'
    assert bound(markup) == (["Seen. Jane Roe"], "")


def test_pictures_in_a_caption_stay_pictures() -> None:
    """Such a picture moves to the place before its caption."""
    captions, left = bound("<figure><figcaption><img/>Seen</figcaption></figure>")
    assert (captions, left) == (["Seen"], "")


def test_a_figure_of_something_else_keeps_its_words() -> None:
    """Tables, quotations and code have captions too, but no picture to bind."""
    markup = "<figure><pre>x</pre><figcaption>Code</figcaption></figure>"
    assert bound(markup) == ([], "xCode")
