"""Anchors and bookmarks, compared with the links and the outline that pypdf reads back."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from printkit.press.engine import print_for_binding
from printkit.themes import find_theme
from tests.support.printed_articles import make_unsafe_page

MARKUP = (
    '<p>The first words. <a href="#far">Far away</a></p><h2>A crosshead</h2>'
    + "<p>Words that fill the page until it is full.</p>" * 90
    + '<p id="far">Here.</p><p id="far">An id that stands there twice.</p>'
)


def test_an_anchor_is_where_a_link_leads() -> None:
    """WeasyPrint itself writes the same page and height for a link to the id."""
    pages = print_for_binding(
        make_unsafe_page(MARKUP), find_theme("broadsheet"), lambda *_: None, furniture=False
    )
    reader = PdfReader(BytesIO(pages.pdf))
    wanted = reader.named_destinations["far"]
    found = pages.anchors["far"]
    assert found.page == reader.get_destination_page_number(wanted)
    assert found.page > 0
    assert found.y == pytest.approx(float(str(wanted.top)), abs=0.01)
    assert found.x == pytest.approx(float(str(wanted.left)), abs=0.01)


def test_bookmarks_are_the_outline() -> None:
    """Headline and crosshead are one level apart, in reading order."""
    pages = print_for_binding(
        make_unsafe_page(MARKUP), find_theme("broadsheet"), lambda *_: None, furniture=False
    )
    headline, crosshead = pages.bookmarks
    assert (headline.level, crosshead.level, crosshead.label) == (1, 2, "A crosshead")
    assert headline.place.page == crosshead.place.page == 0
    assert headline.place.y > crosshead.place.y > pages.anchors["far"].y - 842
