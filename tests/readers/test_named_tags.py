"""A line that names tags keeps them as words; in a line of HTML they are markup."""

from pathlib import Path

import pytest

import printkit
from printkit.readers.named_tags import names_tags
from printkit.readers.tag_texts import without_tags
from tests.support.printed_articles import read_pages
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    "line",
    [
        "the <br> and <hr> tags",
        "<title> tag and <img> tag",
        "Why <table> and <hr> are back",
        "The <wbr> element and <img alt>",
        "for <b> and </b>: HTML tags",
        "the <p></p> element",
        "Use <br/> or <br />, not </br> tags",
        "Why <hr> is back",
        "“<br>” is an HTML element",
        "Das <br>-Tag",
        "El elemento <hr> explicado",
        "Les balises <br> et <hr>",
        "Тег <br> и тег <hr>",
        "HTMLの<br>タグとは",
    ],
)
def test_named_tags_are_words(line: str) -> None:
    """In every language that has a word for them."""
    assert without_tags(line) == line


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Harbour reopens <br> after five years", "Harbour reopens after five years"),
        ("Der schönste <br> Tag", "Der schönste Tag"),
        ("Price tags<br>rise", "Price tags rise"),
        ("港の朝<br>市場", "港の朝 市場"),
        ("super<wbr>long, Words<hr>Credit", "superlong, Words Credit"),
        ("<p>The HTML tag <br> is back</p>", "The HTML tag is back"),
        ("The <img> element <b>works</b>", "The <img> element works"),
        ("<p>One</p> <hr> <p>Two</p>", "One Two"),
        ("<p>\nHTML tags\n</p>", "HTML tags"),
        ("<em>One</em> <br> of two tags", "One of two tags"),
        ("Use &lt;br&gt; <br>tags", "Use &lt;br&gt; tags"),
        ("<strong class=x>Elements</strong> <br> of style", "Elements of style"),
    ],
)
def test_tags_of_a_line_of_html_are_markup(line: str, words: str) -> None:
    """A line that speaks of tags is no exception."""
    assert without_tags(line) == words


def test_named_tags_are_on_paper(tmp_path: Path) -> None:
    """In headline, standfirst and caption."""
    record = {
        "headline": "<title> tag and <img> tag",
        "subheadline": "When to use the <br> and <hr> tags",
        "body": "Words.",
    }
    pdf = tmp_path / "a.pdf"
    printkit.export(record, pdf)
    printed = " ".join(" ".join(read_pages(pdf.read_bytes())).split())
    assert "<title> tag and <img> tag" in printed
    assert "the <br> and <hr> tags" in printed


@pytest.mark.parametrize("mark", ["<b> x </b>", "the tag a ", "<br> ", "<img src", "<b>", "<wbr> "])
def test_long_lines_end_soon(mark: str) -> None:
    """Of as many characters as a line may have."""
    with ends_soon():
        names_tags(mark * (20_000 // len(mark)))
        names_tags(mark * (100_000 // len(mark)))
