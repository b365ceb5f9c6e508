"""Overlines: the line above a digit or a letter is on the page and in copied text."""

import re

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article
from tests.support.text_behind import read_with_poppler


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("0.<span style='text-decoration:overline'>3</span>", "0.[3]"),
        ("<b style='text-decoration-line: overline'>XI</b>", "<b>[XI]</b>"),
        ("<u style='text-decoration:underline overline'>A</u>", "<u>[A]</u>"),
        ("<i style='-webkit-text-decoration:overline red'>a<b>b</b></i>c", "<i>[a]<b>[b]</b></i>c"),
        ("<span style='text-decoration:none'>3</span>", "3"),
        ("<span class=overline data-said=4>3</span>", "3"),
    ],
)  # fmt: skip
def test_words_below_a_line_keep_the_line(body: str, printed: str) -> None:
    """Words behind the element have no line, and a body brings no text of its own."""
    html = write_html(edit(Article(headline="H", body=f"<p>{body}</p>")).body)
    html = re.sub('<span class="overline">([^<]*)</span>', r"[\1]", html)
    assert html == f"<p>{printed}</p>"


def test_a_third_is_read_back_as_a_third() -> None:
    """The number 0.3 without its line would be another number."""
    body = "<p>One third is 0.<span style='text-decoration: overline'>3</span> of it.</p>"
    result = print_article({"headline": "H", "language": "en", "body": body})
    assert "0.3\u0305 of it" in read_with_poppler(result.pdf)
    assert not [one for one in result.remarks if one.code in ("PK502", "PK601", "PK608")]
