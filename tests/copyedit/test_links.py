"""Addresses of links: made absolute, or the link is removed and its words stay."""

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


@pytest.mark.parametrize(
    ("href", "printed"),
    [
        ("https://other.org/a", "https://other.org/a"),
        ("HTTP://Other.org/a", "http://Other.org/a"),
        ("/about", "https://example.org/about"),
        ("more", "https://example.org/news/more"),
        ("//cdn.org/x", "https://cdn.org/x"),
        ("?y=3", "https://example.org/news/1?y=3"),
        ("mailto:jane@example.org", "mailto:jane@example.org"),
        ("tel:+34956", "tel:+34956"),
        (" https://other.org/a\nb ", "https://other.org/a%20b"),
        ("https://other.org/a b", "https://other.org/a%20b"),
        ("https://other.org/&quot;&gt;", "https://other.org/%22%3E"),
        ("https://other.org/\u202egpj", "https://other.org/%E2%80%AEgpj"),
        ("https://other.org/café", "https://other.org/caf%C3%A9"),
    ],
)
def test_links_are_absolute(href: str, printed: str) -> None:
    """Links are joined to the article's address, and deceiving characters are escaped."""
    assert (
        write_html(copy_of(f'<p><a href="{href}">w</a></p>').body)
        == f'<p><a href="{printed}">w</a></p>'
    )


@pytest.mark.parametrize(
    ("href", "url", "reason"),
    [
        ("more", None, "relative"),
        ("javascript:x()", BASE, "javascript"),
        ("file:///etc/passwd", BASE, "file"),
        ("ftp://h/x", BASE, "ftp"),
        ("data:text/html,x", BASE, "data"),
        ("#nowhere", BASE, "no place"),
        ("http://[::1", BASE, "no address"),
        ("https://", BASE, "no address"),
    ],
)
def test_a_link_that_cannot_be_printed_leaves_its_words(
    href: str, url: str | None, reason: str
) -> None:
    """One remark gives the reason."""
    copy = copy_of(f"<p>a <a href='{href}'>w</a> b</p>", url=url)
    assert write_html(copy.body) == "<p>a w b</p>"
    assert [(one.code, one.where) for one in copy.remarks] == [("PK302", "r")]
    assert reason in copy.remarks[0].message


@pytest.mark.parametrize(
    ("link", "printed"),
    [
        ("<a href=mailto:ana@port.example><i class=icon-mail></i></a>", "ana@port.example"),
        ("<a href='mailto:ana@port.example?subject=Hi'><img src=data:image/gif;base64,R></a>",
         "ana@port.example"),
        ("<a href=tel:+34956><svg width=16><path/></svg></a>", "+34956"),
        ("<a href='mailto:Ana%20Ruiz@port.example'> </a>", "Ana Ruiz@port.example"),
    ],
)  # fmt: skip
def test_a_mail_address_or_a_number_behind_an_icon_is_printed(link: str, printed: str) -> None:
    """A reader cannot press the icon."""
    html = write_html(copy_of(f"<p>Ana {link}</p>").body)
    assert html.startswith("<p>Ana <a href=")
    assert f">{printed}</a></p>" in html


def test_other_links_behind_an_icon_and_links_of_a_map_are_named() -> None:
    """The remark has the address of each link."""
    body = (
        "<p>a <a href=/b><i></i></a></p><p>c<a href=https://o.org/d><img width=1 src=e></a></p>"
        "<img src=f.jpg usemap=#m><map name=m><area href=/g alt=Quay><area href=https://o.org/h>"
        "<area href=mailto:i@o.org></map>"
    )
    told = [one.words for remark in copy_of(body).remarks for one in remark.removed]
    assert sorted(told) == [
        "Quay", "https://example.org/b", "https://example.org/g", "https://o.org/d",
        "https://o.org/h", "mailto:i@o.org",
    ]  # fmt: skip
