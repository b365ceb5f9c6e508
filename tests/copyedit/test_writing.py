"""Clean copy as text: the places of the dateline and of the pictures."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import CleanText, DatelineHole, FigureHole


def written(body: str) -> CleanText:
    """Return the clean text of a body."""
    return edit(Article(headline="H", body=body)).body


@pytest.mark.parametrize("attributes", ["", " lang=fr dir=rtl"])
def test_the_dateline_goes_into_the_paragraph_that_opens_the_body(attributes: str) -> None:
    """The dateline stands directly behind the tag of the paragraph."""
    opening, hole, rest = written(f"<p{attributes}>One <b>two</b></p>")
    assert str(opening).startswith("<p")
    assert hole == DatelineHole(in_paragraph=True)
    assert rest == "One <b>two</b></p>"


@pytest.mark.parametrize(
    "body",
    ["<ul><li>a</li></ul>", "<h2>a</h2><p>b</p>", "<pre>a</pre>", "<blockquote>a</blockquote>"],
)
def test_a_body_that_opens_otherwise_has_the_dateline_before_it(body: str) -> None:
    """A dateline in a list, a heading or code would be out of place."""
    assert written(body)[0] == DatelineHole(in_paragraph=False)


def test_a_picture_before_the_first_paragraph_comes_after_the_dateline() -> None:
    """A picture that is a link elsewhere is no lead, and stays in the body."""
    body = "<a href=https://example.org/><img src=a.jpg></a><p>Words.</p>"
    copy = edit(Article(headline="H", body=body))
    assert copy.lead is None
    assert copy.body[:2] == (DatelineHole(in_paragraph=False), FigureHole(0, in_line=False))


def test_pictures_leave_holes_in_the_order_they_stand() -> None:
    """Holes stand on lines of their own, in items and in the text; captions stand apart."""
    copy = edit(
        Article(
            headline="H",
            body="<p>One <img src=a.png width=9> two.</p><figure><img src=b.jpg><figcaption>C"
            "</figcaption></figure><ul><li>x<img src=c.jpg></li></ul>",
        )
    )
    holes = [piece for piece in copy.body if isinstance(piece, FigureHole)]
    assert holes == [FigureHole(0, True), FigureHole(1, False), FigureHole(2, False)]
    assert [figure.image.src for figure in copy.figures] == ["a.png", "b.jpg", "c.jpg"]
    assert copy.figures[1].caption == ("C",)


def test_a_body_of_one_picture_has_its_dateline_all_the_same() -> None:
    """The picture leads; the body is empty otherwise."""
    copy = edit(Article(headline="H", body="<img src=a.jpg alt=Quay>"))
    assert copy.body == (DatelineHole(in_paragraph=False),)
    assert copy.lead is not None
