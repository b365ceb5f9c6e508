"""Room of a style: margins, padding and borders part words on paper as in a browser."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html


def html_of(body: str) -> str:
    """Return the copy of a paragraph, without the tags of the paragraph."""
    html = write_html(edit(Article(headline="H", body=f"<p>{body}</p>"), links="plain").body)
    return html.removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<span style='padding:0 1em'>10</span><span style='padding:0 1em'>20</span>", "10 20"),
        ("10<span style='margin-left:1em'>20</span>30", "10 2030"),
        ("10<span style='margin-right:12px'>20</span>30", "1020 30"),
        ("10<span style='margin:0 10px'>20</span>30", "10 20 30"),
        ("10<b style='padding-inline-start:2ch'>20</b>", "10 <b>20</b>"),
        ("10<span style='margin:1px 2px 3px 4mm'>20</span>30", "10 2030"),
        ("10<span style='border:1px solid red'>20</span>30", "10 20 30"),
        ("10<span style='display:inline-block;width:5em'>20</span>30", "10 20 30"),
        ("<bdo dir=rtl>10<span style='margin-right:2em'>20</span>30</bdo>", "10 2030"),
        # These are too narrow to be seen, or have no line.
        ("10<span style='padding:1px 2px'>20</span>30", "102030"),
        ("10<span style='margin-left:-1em'>20</span>30", "102030"),
        ("10<span style='border:0 solid red'>20</span>30", "102030"),
        ("10<span style='margin:5em 0'>20</span>30", "102030"),
    ],
)
def test_margins_padding_and_borders_part_words(body: str, printed: str) -> None:
    """Room counts on the side on which a browser shows the room."""
    html = html_of(body)
    assert html.removeprefix('<bdo dir="rtl">').removesuffix("</bdo>") == printed


def test_a_long_style_is_read_soon() -> None:
    """A style of 130,000 characters takes time in proportion to its length."""
    long = "margin:" + "0 " * 15_000 + ";border:" + "solid" * 20_000
    assert html_of(f"10<span style='{long}'>20</span>") == "1020"
