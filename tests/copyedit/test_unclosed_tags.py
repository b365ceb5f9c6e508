"""Tags of HTML that a text in Markdown names are words of the text."""

import pytest

from printkit.copyedit.unclosed_tags import write_unclosed_tags
from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon

NAMES = ("title", "textarea", "xmp", "plaintext", "script", "style", "template", "select")


@pytest.mark.parametrize("name", NAMES)
def test_a_named_tag_takes_no_text_away(name: str) -> None:
    """All the text behind the tag was gone, without a remark."""
    body = f"The <{name}> tag is old.\n\nMore words.\n\n    <{name}>"
    record = {"headline": "H", "language": "en", "body": body, "body_format": "markdown"}
    result = print_article(record)
    words = " ".join("".join(read_pages(result.pdf)).split())
    assert f"The <{name}> tag is old. More words. <{name}>" in words
    assert result.remarks == ()


@pytest.mark.parametrize(
    "html",
    [
        "<p>A <title>b</title> c</p>",
        "<p>A</p>\n<script>\nb()",
        "<p>A &lt;title&gt;</p>",
        "<p>A <subtitle> b</p>",
    ],
)
def test_other_tags_stay(html: str) -> None:
    """A tag with an end is a tag, and the code of a program that was cut is no text."""
    assert write_unclosed_tags(html) == html


def test_many_tags_are_read_soon() -> None:
    """The time grows with the length, no faster."""
    with ends_soon():
        write_unclosed_tags("<title>" * 200_000)
