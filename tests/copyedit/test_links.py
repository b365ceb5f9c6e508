"""Links made absolute, kept or unwrapped, and numbered."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from printkit.edition.choices import Links
from tests.support.clean_copy import as_html

BASE = "https://example.org/news/1?x=2"


def copy_of(body: str, links: Links = "plain", url: str | None = BASE, prefix: str = "a") -> Copy:
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
    """Resolved against the article's address, characters that deceive written out."""
    assert (
        as_html(copy_of(f'<p><a href="{href}">w</a></p>').body)
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
    """And one remark."""
    copy = copy_of(f"<p>a <a href='{href}'>w</a> b</p>", url=url)
    assert as_html(copy.body) == "<p>a w b</p>"
    assert [(one.code, one.where) for one in copy.remarks] == [("PK302", "r")]
    assert reason in copy.remarks[0].message


def test_removed_links_are_one_remark_with_an_example() -> None:
    """However many."""
    copy = copy_of("<p><a href='ftp://h/x'>a</a> <a href='#y'>b</a> <a href='#'>c</a></p>")
    assert [one.message for one in copy.remarks] == [
        "2 links were removed, the words kept (ftp://h/x: ftp: is not printed)"
    ]


@pytest.mark.parametrize("href", ["#x", "https://example.org/news/1?x=2#x", "?x=2#x"])
def test_links_within_the_text_stay_within_it(href: str) -> None:
    """Prefixed like their targets, also when the address was written in full."""
    copy = copy_of(f"<p><a href='{href}'>go</a></p><h2 id=x>Here</h2>", "notes", prefix="n7")
    assert as_html(copy.body) == '<p><a href="#n7-x">go</a></p><h2 id="n7-x">Here</h2>'
    assert copy.notes == ()


def test_ids_are_unique_and_only_where_links_lead() -> None:
    """`name` counts, the first of equals counts, and none can take the place of ours."""
    copy = copy_of(
        "<p id=x>a</p><p id=x>b</p><p id=unused>c</p><p><a name=old></a>d</p><p id=note-1>e</p>"
        "<p><a href=#x>1</a><a href=#old>2</a><a href=#note-1>3</a><a href=https://o.org>4</a></p>",
        "notes",
    )
    assert as_html(copy.body).count(' id="a-') == 4
    assert (
        '<p id="a-x">a</p><p>b</p><p>c</p><p id="a-old">d</p><p id="a-id-note-1">e</p>'
        in as_html(copy.body)
    )
    assert 'href="#a-id-note-1">3</a>' in as_html(copy.body)


def test_notes_are_numbered_by_first_mention_and_mentions_counted() -> None:
    """One number an address, one id a mention."""
    one, two = "https://one.org/", "https://two.org/"
    copy = copy_of(
        f"<p><a href={one}>a</a>, <a href={two}>b</a> and <a href={one}>c</a>.</p>", "notes"
    )
    ref = '<a href="#a-note-{0}" class="note-ref" id="a-ref-{0}-{1}"><sup>{0}</sup></a>'
    assert as_html(copy.body) == (
        f'<p><a href="{one}">a</a>{ref.format(1, 1)}, <a href="{two}">b</a>{ref.format(2, 1)}'
        f' and <a href="{one}">c</a>{ref.format(1, 2)}.</p>'
    )
    assert [tuple(note) for note in copy.notes] == [(1, one), (2, two)]


def test_captions_are_numbered_where_their_picture_stands() -> None:
    """Lead, body, gallery: as they are read."""
    figure = (
        "<figure><img src={0}.jpg><figcaption><a href=https://{0}.org/>w</a></figcaption></figure>"
    )
    copy = copy_of(
        figure.format("one") + "<p><a href=https://two.org/>w</a></p>" + figure.format("three")
        + "<p><a href=https://four.org/>w</a></p>",
        "notes",
    )  # fmt: skip
    assert [note.url for note in copy.notes] == [
        "https://one.org/", "https://two.org/", "https://three.org/", "https://four.org/"
    ]  # fmt: skip


def test_web_addresses_are_listed_once_in_the_order_they_are_read() -> None:
    """Those of captions too; links within the text, to people and to telephones are none."""
    caption = "<figcaption><a href=https://two.org/>w</a></figcaption>"
    copy = copy_of(
        f"<p id=x><a href=https://one.org/>a</a> <a href=#x>b</a></p><figure><img src=a>{caption}"
        "</figure><p><a href=mailto:a@b.org>c</a> <a href=tel:+1>d</a>"
        " <a href=https://one.org/>e</a> <a href=http://three.org/>f</a></p>"
    )
    assert copy.links == ("https://one.org/", "https://two.org/", "http://three.org/")


@pytest.mark.parametrize(
    ("href", "words"),
    [
        ("https://www.example.org/a/", "example.org/a"),
        ("https://example.org/a", "https://www.example.org/a/"),
        ("http://example.org/a", "<b>example.org</b>/a"),
        ("mailto:jane@example.org", "jane@example.org"),
        ("tel:+34956123", "+34 956 123"),
        ("https://example.org/caf%C3%A9", "example.org/café"),
    ],
)
def test_a_link_that_shows_its_address_needs_no_note(href: str, words: str) -> None:
    """Scheme, www and closing slash aside."""
    body = f"<p><a href='{href}'>{words}</a></p>"
    for links in ("notes", "inline"):
        copy = copy_of(body, links)  # type: ignore[arg-type]
        assert copy.notes == ()
        assert as_html(copy.body) == f'<p><a href="{href}">{words}</a></p>'


def test_an_address_in_line_follows_its_words() -> None:
    """As people write it."""
    copy = copy_of("<p><a href='https://www.other.org/a/'>w</a>.</p>", "inline")
    assert as_html(copy.body) == (
        '<p><a href="https://www.other.org/a/">w</a>'
        '<span class="address"> (other.org/a)</span>.</p>'
    )
    assert copy.notes == ()


def test_a_link_in_two_pieces_has_one_note() -> None:
    """Sites break links around emphasis."""
    copy = copy_of(
        "<p><a href=https://o.org>a</a><a href=https://o.org><b>b</b></a> c</p>", "notes"
    )
    assert as_html(copy.body).count("note-ref") == 1


def test_empty_links_go_and_their_targets_stay() -> None:
    """Nothing to click on paper."""
    copy = copy_of(
        "<p>a<a href=https://o.org></a></p><a id=x href=/y></a><p>b</p><p><a href=#x>c</a></p>"
    )
    assert as_html(copy.body) == '<p>a</p><p id="a-x">b</p><p><a href="#a-x">c</a></p>'


def test_an_empty_target_in_a_link_is_the_links_own() -> None:
    """A box of no height in a link makes WeasyPrint's rectangle as flat, and it cannot be met."""
    body = (
        '<p>Sand<sup><a href="#n"><span id="back"></span>2</a></sup></p>'
        '<p id="n">A note. <a href="#back">Back</a></p>'
    )
    assert '<sup><a href="#a-n" id="a-back">2</a></sup>' in as_html(copy_of(body).body)
