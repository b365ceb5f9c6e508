"""The pictures of an article in the order of its pages."""

from unicodedata import normalize
from urllib.parse import quote

import pytest

from printkit.article import Article, Image
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html


def copy_of(body: str, *images: Image) -> Copy:
    """Return the copy of a body and a record's pictures."""
    url = "https://example.org/news/1"
    return edit(Article(headline="H", body=body, images=images, url=url), where="r")


def test_a_figure_before_all_text_is_the_lead() -> None:
    """The record names no lead here; the other figures are numbered anew."""
    body = "<h1>H</h1><img src=x.jpg><p>One.</p><p><img src=y.jpg></p>"
    copy = copy_of(body)
    assert copy.lead is not None
    assert copy.lead.image.src == "x.jpg"
    assert write_html(copy.body) == '<p>One.</p><figure data-figure="0"></figure>'
    assert [one.image.src for one in copy.figures] == ["y.jpg"]


def test_a_figure_before_all_text_stays_if_the_record_leads() -> None:
    """The lead of the record and the figure of the body are two pictures."""
    copy = copy_of("<img src=x.jpg><p>One.</p>", Image(src="z.jpg"))
    assert copy.lead is not None
    assert copy.lead.image.src == "z.jpg"
    assert len(copy.figures) == 1


def test_a_portrait_that_is_a_link_does_not_lead() -> None:
    """Pages often begin with the portrait of the author."""
    body = "<p><a href='https://example.org/by/jane'><img src=jane.jpg></a></p><p>One.</p>"
    assert copy_of(body).lead is None


def test_pictures_alone_are_an_article() -> None:
    """A photo story needs no word in its body."""
    copy = copy_of("", Image(src="a.jpg"))
    assert write_html(copy.body) == ""
    assert copy.lead is not None


@pytest.mark.parametrize(
    ("shown", "given"),
    [
        ("img\\a.jpg", "img/a.jpg"),
        ("./img/../img/a.jpg", "/news/img/a.jpg"),
        ("img/M%C3%A1laga%20a.jpg", "img/Málaga a.jpg"),
        (normalize("NFD", "img/Málaga.jpg"), normalize("NFC", "img/Málaga.jpg")),
        (normalize("NFC", "img/Málaga.jpg"), quote(normalize("NFD", "img/Málaga.jpg"))),
    ],
)
def test_a_picture_whose_name_is_written_in_two_ways_is_printed_once(
    shown: str, given: str
) -> None:
    """Ways are backslashes, percent signs, and composed or decomposed letters."""
    copy = copy_of(f'<p>One.</p><p><img src="{shown}"></p>', Image(src=given, caption="Seen."))
    assert [one.image.caption for one in copy.figures] == ["Seen."]
    assert (copy.lead, copy.gallery) == (None, ())
