"""Everything that is taken out of a body is named in one remark."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from printkit.remarks import Removed


def copy_of(body: str, url: str | None = None) -> Copy:
    """Return the copy of a body, with plain links."""
    return edit(Article(headline="H", body=body, url=url), links="plain")


def lost(copy: Copy) -> list[str]:
    """Return the messages about removed content."""
    return [one.message for one in copy.remarks if one.code == "PK301"]


def removed(copy: Copy) -> list[Removed]:
    """Return all content that was removed."""
    return [one for remark in copy.remarks for one in remark.removed]


def test_all_that_was_lost_is_one_remark() -> None:
    """The remark has kinds and counts."""
    body = (
        "<p>a</p><video></video><video></video><iframe></iframe>"
        "<form><input><button>Send</button></form><svg width=600 height=90><path/></svg>"
    )
    assert lost(copy_of(body)) == [
        "not printable, removed: 1 form field, 1 button, 2 videos, 1 iframe, 1 drawing:"
        " “Send”, “600 × 90 pixels”",
    ]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<h1><a href=https://o.org/x>H</a></h1>", "headline"),
        ("<p>By <a href=https://o.org/x>Ana Ruiz</a></p>", "byline"),
        ("<p><a href=https://o.org/x>BRINK</a> — Words.</p>", "dateline"),
        ("<figure><img src=a><figcaption>Seen. <span class=credit><a href=https://o.org/x>A. N."
         "</a></span></figcaption></figure>", "credit"),
        ("<a href=https://o.org/x><i class=icon></i></a>", "no words"),
    ],
)  # fmt: skip
def test_a_link_that_goes_with_its_words_is_named(body: str, reason: str) -> None:
    """The words are printed elsewhere, without the address."""
    article = Article(headline="H", byline="Ana Ruiz", dateline="Brink", body=f"{body}<p>Text.</p>")
    (remark,) = [one for one in edit(article).remarks if one.code == "PK302"]
    assert remark.removed == (Removed("link", "https://o.org/x"),)
    assert reason in remark.message
