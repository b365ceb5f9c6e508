"""Links on paper: notes, printed addresses, and room for page numbers."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy, PageHole
from printkit.edition.choices import Links
from printkit.edition.limits import Limits
from tests.support.clean_copy import write_html

BASE = "https://example.org/news/1?x=2"


def copy_of(body: str, links: Links = "plain", url: str | None = BASE, prefix: str = "a") -> Copy:
    """Return the copy of a body."""
    return edit(Article(headline="H", body=body, url=url), links=links, prefix=prefix, where="r")


def test_notes_are_numbered_by_first_mention_and_mentions_counted() -> None:
    """Each address has one number, and each mention has an id."""
    one, two = "https://one.org/", "https://two.org/"
    copy = copy_of(
        f"<p><a href={one}>a</a>, <a href={two}>b</a> and <a href={one}>c</a>.</p>", "notes"
    )
    ref = '<a href="#a-note-{0}" class="note-ref" id="a-ref-{0}-{1}"><sup>{0}</sup></a>'
    assert write_html(copy.body) == (
        f'<p><a href="{one}">a</a>{ref.format(1, 1)}, <a href="{two}">b</a>{ref.format(2, 1)}'
        f' and <a href="{one}">c</a>{ref.format(1, 2)}.</p>'
    )
    assert [note[:2] for note in copy.notes] == [(1, one), (2, two)]


@pytest.mark.parametrize("links", ["notes", "inline"])
def test_one_address_too_many_is_told_and_left_off(links: Links) -> None:
    """The link keeps its words and its address; an address that is told already has its note."""
    names = ("one", "two", "three", "one")
    body = "".join(f"<p><a href=https://{name}.org/>here</a></p>" for name in names)
    article = Article(headline="H", body=body)
    copy = edit(article, links=links, where="r", limits=Limits(told_addresses=2))
    shown = write_html(copy.body)
    assert shown.count("note-ref") + shown.count('class="address"') == 3
    assert shown.count('href="https://three.org/"') == 1
    (remark,) = copy.remarks
    assert remark.code == "PK304"
    assert remark.message == (
        "1 address of links left off paper, the first: https://three.org/; "
        "printkit prints at most 2 addresses (limits.told_addresses)"
    )
    assert [one.words for one in remark.removed] == ["https://three.org/"]


def test_captions_are_numbered_where_their_picture_stands() -> None:
    """Readers read the lead first, then the body, then the gallery."""
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
    """Addresses of captions count; links within the text, to people or telephones do not."""
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
    """The scheme, www and a closing slash do not count."""
    body = f"<p><a href='{href}'>{words}</a></p>"
    for links in ("notes", "inline"):
        copy = copy_of(body, links)
        assert copy.notes == ()
        assert write_html(copy.body) == f'<p><a href="{href}">{words}</a></p>'


def test_an_address_in_line_follows_its_words() -> None:
    """The address stands in brackets, without scheme and www."""
    copy = copy_of("<p><a href='https://www.other.org/a/'>w</a>.</p>", "inline")
    assert write_html(copy.body) == (
        '<p><a href="https://www.other.org/a/">w</a>'
        '<span class="address"> (other.org/a)</span>.</p>'
    )
    assert copy.notes == ()


def test_a_link_around_blocks_has_one_note_behind_its_last_block() -> None:
    """Two links to one address in two blocks have a note each."""
    link = "<a href=https://one.org/>"
    copy = copy_of(f"{link}<h3>Title</h3><p>Words</p></a><p>{link}a</a></p><p>{link}b</a>", "notes")
    html = write_html(copy.body)
    assert "data-link" not in html
    marks = [block.count("note-ref") for block in html.replace("</h2>", "</p>").split("</p>")]
    assert marks == [0, 1, 1, 1, 0]


def test_a_link_in_two_pieces_has_one_note() -> None:
    """Sites part links around emphasis."""
    copy = copy_of(
        "<p><a href=https://o.org>a</a><a href=https://o.org><b>b</b></a> c</p>", "notes"
    )
    assert write_html(copy.body).count("note-ref") == 1


@pytest.mark.parametrize(
    ("links", "holes"),
    [("notes", []), ("inline", [True]), ("plain", [False])],
)
def test_a_link_without_a_note_has_room_for_a_page(links: Links, holes: list[bool]) -> None:
    """The room is within the brackets of its address, else behind the link; mail has none."""
    body = "<p><a href=https://o.org/a>x</a> and <a href=mailto:a@b.org>y</a></p>"
    found = [piece for piece in copy_of(body, links).body if isinstance(piece, PageHole)]
    assert found == [PageHole("https://o.org/a", inside) for inside in holes]
