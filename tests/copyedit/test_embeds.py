"""Videos, frames and objects leave their address, or are named."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from printkit.remarks import Removed
from tests.support.clean_copy import write_html


def copy_of(body: str, url: str | None = None) -> Copy:
    """Return the copy of a body, with plain links."""
    return edit(Article(headline="H", body=body, url=url), links="plain")


def lost(copy: Copy) -> list[str]:
    """Return the messages about what was left out."""
    return [one.message for one in copy.remarks if one.code == "PK301"]


def removed(copy: Copy) -> list[Removed]:
    """Return everything that was left out."""
    return [one for remark in copy.remarks for one in remark.removed]


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("<iframe src='{}'></iframe>", "iframe"),
        ("<video src='{}'></video>", "video"),
        ("<video><source src='{}'>Your browser is old.</video>", "video"),
        ("<audio src='{}'></audio>", "audio"),
        ("<embed src='{}'>", "embedded object"),
        ("<object data='{}'></object>", "embedded object"),
        ("<iframe data-src='{}' src='about:blank'></iframe>", "iframe"),
    ],
)
def test_a_player_leaves_its_address(element: str, kind: str) -> None:
    """Where a reader can find what paper cannot show."""
    address = "https://example.org/v/1"
    copy = copy_of("<p>a</p>" + element.format(address))
    assert (
        write_html(copy.body) == f'<p>a</p><p class="embed"><a href="{address}">{address}</a></p>'
    )
    assert lost(copy) == [f"not printable, removed: 1 {kind}: “{address}”"]


def test_a_named_player_is_a_named_link() -> None:
    """A relative address is resolved against the article's."""
    copy = copy_of("<p>a</p><iframe title='The film' src='/v'></iframe>", "https://example.org/n/1")
    assert '<a href="https://example.org/v">The film</a>' in write_html(copy.body)


def test_words_in_place_of_an_object_are_kept() -> None:
    """They were written for readers who cannot see the object."""
    assert write_html(copy_of("<object data=x.swf><p>A chart of rain.</p></object>").body) == (
        "<p>A chart of rain.</p>"
    )
