"""Targets: the places in the text to which links within the text lead."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from printkit.edition.choices import Links
from tests.support.clean_copy import write_html

BASE = "https://example.org/news/1?x=2"


def copy_of(body: str, links: Links = "plain", url: str | None = BASE, prefix: str = "a") -> Copy:
    """Return the copy of a body."""
    return edit(Article(headline="H", body=body, url=url), links=links, prefix=prefix, where="r")


@pytest.mark.parametrize("href", ["#x", "https://example.org/news/1?x=2#x", "?x=2#x"])
def test_links_within_the_text_stay_within_it(href: str) -> None:
    """Link and target get the same prefix, also if the link has the whole address."""
    copy = copy_of(f"<p><a href='{href}'>go</a></p><h2 id=x>Here</h2>", "notes", prefix="n7")
    assert write_html(copy.body) == '<p><a href="#n7-x">go</a></p><h2 id="n7-x">Here</h2>'
    assert copy.notes == ()


def test_ids_are_unique_and_only_where_links_lead() -> None:
    """`name` counts as an id, the first of two equal ids stays, and no id equals one of ours."""
    copy = copy_of(
        "<p id=x>a</p><p id=x>b</p><p id=unused>c</p><p><a name=old></a>d</p><p id=note-1>e</p>"
        "<p><a href=#x>1</a><a href=#old>2</a><a href=#note-1>3</a><a href=https://o.org>4</a></p>",
        "notes",
    )
    assert write_html(copy.body).count(' id="a-') == 4
    assert (
        '<p id="a-x">a</p><p>b</p><p>c</p><p id="a-old">d</p><p id="a-id-note-1">e</p>'
        in write_html(copy.body)
    )
    assert 'href="#a-id-note-1">3</a>' in write_html(copy.body)


def test_empty_links_go_and_their_targets_stay() -> None:
    """A link without words is invisible on paper."""
    copy = copy_of(
        "<p>a<a href=https://o.org></a></p><a id=x href=/y></a><p>b</p><p><a href=#x>c</a></p>"
    )
    assert write_html(copy.body) == '<p>a</p><p id="a-x">b</p><p><a href="#a-x">c</a></p>'


def test_an_empty_target_in_a_link_is_the_links_own() -> None:
    """An empty box in a link gives the link a flat rectangle in WeasyPrint: nobody can hit one."""
    body = (
        '<p>Sand<sup><a href="#n"><span id="back"></span>2</a></sup></p>'
        '<p id="n">A note. <a href="#back">Back</a></p>'
    )
    assert '<sup><a href="#a-n" id="a-back">2</a></sup>' in write_html(copy_of(body).body)
