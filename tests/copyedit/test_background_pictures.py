"""A picture behind an element is printed where the picture counts, and named elsewhere."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html


def copy_of(body: str) -> Copy:
    """Return the copy of a body between two paragraphs."""
    return edit(Article(headline="H", body=f"<p>a</p>{body}<p>z</p>"), links="plain")


def pictures_told(copy: Copy) -> list[str]:
    """Return the addresses of the pictures that remarks name."""
    return [one.words for remark in copy.remarks for one in remark.removed if one.kind == "picture"]


BEHIND = "style='background-image:url(q.jpg)'"


@pytest.mark.parametrize(
    "body",
    [
        f"<div role=img aria-label=Quay {BEHIND}></div>",
        f"<div role=img aria-label=Quay {BEHIND}><b>Words</b> on it.</div>",
        f"<section aria-label=Quay {BEHIND}></section>",
        "<div role=img aria-label=Quay data-bg=q.jpg></div>",
        "<div aria-label=Quay data-background-image='url(q.jpg)'></div>",
        "<div data-src=q.jpg data-alt=Quay></div>",
        "<span data-picture data-alt=Quay><span data-src=p.jpg></span><span data-src=q.jpg></span>"
        "</span>",
        f"<img alt=Quay src='data:image/gif;base64,R0lG' {BEHIND}>",
    ],
)
def test_a_picture_with_a_role_or_a_label_is_printed(body: str) -> None:
    """The label is the alternative text; words on the picture follow the picture."""
    copy = copy_of(body)
    assert [(one.image.src, one.image.alt) for one in copy.figures] == [("q.jpg", "Quay")]
    assert pictures_told(copy) == []
    assert ("Words" in body) == ("<b>Words</b>" in write_html(copy.body))


def test_a_picture_behind_the_only_box_of_a_figure_is_the_picture_of_the_figure() -> None:
    """The picture has the caption and the credit of the figure."""
    body = f"<figure><div {BEHIND}></div><figcaption>Dawn. Photo: Li Wei</figcaption></figure>"
    (figure,) = copy_of(body).figures
    assert (figure.image.src, figure.image.caption, figure.image.credit) == (
        "q.jpg",
        "Dawn.",
        "Li Wei",
    )


def test_a_picture_behind_a_link_without_words_is_what_the_link_shows() -> None:
    """Such a link is a thumbnail that opens a larger picture, or another page."""
    for body in (
        f"<a href=https://o.org/b {BEHIND}></a>",
        f"<a href=//o.org/b><b {BEHIND}></b></a>",
    ):
        copy = copy_of(body)
        assert [one.image.src for one in copy.figures] == ["q.jpg"]
        assert copy.links == ("https://o.org/b",)
        assert pictures_told(copy) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"<div {BEHIND}><h2>The front</h2></div>", ["q.jpg"]),
        (f"<div {BEHIND}></div>", ["q.jpg"]),
        ("<div data-bg=q.jpg>Words</div>", ["q.jpg"]),
        ("<table background=q.jpg><tr><td>b</table>", ["q.jpg"]),
        ("<div style='background:url(q.jpg),url(r.jpg)'>Words</div>", ["q.jpg", "r.jpg"]),
        (f"<figure {BEHIND}><img src=a.jpg></figure>", ["q.jpg"]),
        ("<p role=img aria-label=go style='background:url(s.png) -9px 0'></p>", ["s.png"]),
        ("<div role=img aria-label=b style='background:url(q.jpg),url(r.jpg)'></div>", ["r.jpg"]),
    ],
)
def test_any_other_picture_behind_an_element_is_named(body: str, told: list[str]) -> None:
    """The remark names each picture once; a picture that is printed is not named."""
    assert pictures_told(copy_of(body)) == told


@pytest.mark.parametrize(
    "body", [f"<div hidden><p {BEHIND}>b</p></div>", "<div style='background:url(#f)'>b</div>"]
)
def test_pictures_that_nobody_sees_are_not_named(body: str) -> None:
    """A hidden picture and a place in the text are not named."""
    assert pictures_told(copy_of(body)) == []


def test_a_small_picture_behind_an_element_is_a_sign_in_its_line() -> None:
    """The style of the element has its size."""
    sign = "<span role=img aria-label=smile style='background:url(s.png);width:20px;height:20px'>"
    html = write_html(copy_of(f"<p>Well {sign}</span> done</p>").body)
    assert '<p>Well <img data-figure="0"> done</p>' in html
