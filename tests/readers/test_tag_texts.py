"""Lines of fields lose their tags and no word; what is no tag stays."""

from pathlib import Path

import pytest

import printkit
from printkit.readers.record import article_from
from printkit.readers.tag_texts import linked_addresses, without_tags
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.printed_articles import read_pages
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The <em>Titanic</em> and <br>co", "The Titanic and co"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("By <a class=x href='https://e.org/ann'>Ann Lee</a>", "By Ann Lee"),
        ("H<sub>2</sub>O and 10<sup>3</sup> or 10<sup>-3</sup>", "H₂O and 10³ or 10⁻³"),
        ("the 1<sup>st</sup>, 2<sup>x3</sup>", "the 1st, 2^x3"),
        ("<ruby>漢<rt>かん</rt></ruby>字", "漢(かん)字"),
        ("<ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp></ruby>字", "漢(かん)字"),
        ("The <ruby>, <rt> and <rp> tags", "The <ruby>, <rt> and <rp> tags"),
        ("<b>Words</b><!-- not these -->", "Words"),
        ("<script>alert(1)</script> is no element", "<script>alert(1)</script> is no element"),
        ("How to use <b> and </p>", "How to use <b> and </p>"),
        ("<strong>Bold</strong>ly", "Boldly"),
        ('Published <time datetime="2026">today</time>', "Published today"),
        ("a < b and c > d", "a < b and c > d"),
        ("I <3 it, x<y>z, <Name> and <vector<int>>", "I <3 it, x<y>z, <Name> and <vector<int>>"),
        ("The &lt;em&gt; element", "The &lt;em&gt; element"),
        ("Hi <img class='emoji' alt='🎉' src=x.png> there", "Hi 🎉 there"),
        ("two  spaces", "two  spaces"),
    ],
)
def test_tags_go_and_words_stay(line: str, words: str) -> None:
    """A power stays a power."""
    assert without_tags(line) == words


def test_the_addresses_of_links_are_found() -> None:
    """Entities in an address are decoded."""
    line = (
        "<a href='https://e.org/?a=1&amp;b=2'>A</a> <b href=x>B</b> <a href=/c>C</a> "
        "<img src=d.png>"
    )
    assert list(linked_addresses(line)) == ["https://e.org/?a=1&b=2", "/c", "d.png"]


@pytest.mark.parametrize(
    "mark",
    [
        "<",
        "<a",
        "<a ",
        "<!--",
        "<script>",
        "<sup>",
        "<a href=",
        "</",
        "<b></b>",
        "<b> </b>",
        "<img>",
    ],
)
def test_long_lines_end_soon(mark: str) -> None:
    """Of a million characters, and of as many as are looked at."""
    with ends_soon():
        for length in (19_000, 1_000_000):
            line = mark * (length // len(mark))
            without_tags(line)
            list(linked_addresses(line))


def test_tags_in_every_field_are_read(tmp_path: Path) -> None:
    """Publishing systems give rendered titles and excerpts; addresses of links are told."""
    (tmp_path / "a.png").write_bytes(encode_picture(draw_scene()))
    record = {
        "headline": {"rendered": "The <em>Titanic</em> &amp; <br>co, 1 < 2"},
        "subheadline": "<p>Deck with <a href='https://e.org/d'>link</a></p>",
        "authors": ["By <a href='https://e.org/ann'>Ann Lee</a>", {"name": "<b>Bo</b> Ray"}],
        "images": [
            {
                "url": "a.png",
                "caption": "<p>Cap <em>it</em> H<sub>2</sub>O 10<sup>3</sup></p>",
                "credit": "Photo: <a href='https://e.org/c'>Cy Ash</a>",
                "alt": "<p>A ship</p>",
            }
        ],
        "date_published": "Published <time datetime='2026-11-20'>20 November 2026</time>",
        "section": "<b>News</b>",
        "tags": ["<i>sea</i>"],
        "language": "en",
        "body": "<p>Body.</p>",
    }
    made = printkit.export(record, folder=tmp_path)
    text = " ".join(" ".join(read_pages(made.pdf)).split())
    for words in ("The Titanic & co, 1 < 2", "Deck with link", "Ann Lee and Bo Ray"):
        assert words in text
    for words in ("Cap it H₂O 10³", "Cy Ash", "sea", "November 20, 2026"):
        assert words in text
    assert "<" not in text.replace("1 < 2", "")
    told = " ".join(one.message for one in made.remarks)
    for address in ("https://e.org/d", "https://e.org/ann", "https://e.org/c"):
        assert address in told
    assert not any(one.code in ("PK601", "PK608") for one in made.remarks)


def test_an_address_stays_as_written() -> None:
    """A picture may be a whole drawing in its address."""
    drawing = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><text>A</text><a/></svg>"
    article, _ = article_from({"headline": "H", "body": "B", "images": [drawing]}, "a")
    assert article.images[0].src == drawing
