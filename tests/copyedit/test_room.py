"""Room: what a browser shows in boxes stands apart on paper, too."""

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
        ("<output>7</output><meter value=70 max=100></meter>", "7 70%"),
        ("<meter>60 sur 100</meter><progress>70 %</progress>", "60 sur 100 70 %"),
        ("<input type=tel value='+49 30 1'><input type=time value='10:30'>", "+49 30 1 10:30"),
        ("<input value=12><input value=34>", "12 34"),
        ("<select><option>38</select><select><option>M</select>", "38 M"),
        ("<span>Menge</span><select><option>10</select><b>kg</b>", "Menge 10 <b>kg</b>"),
        ("<b>12</b><span><input value=34></span><i>56</i>", "<b>12</b> 34 <i>56</i>"),
        ("Price<input value=100>%, (<input value=5>)", "Price 100%, (5)"),
        ("2<button>3</button>4", "2 4"),
        ("2<input placeholder=x>4", "2 4"),
        ("Total<button>x</button>.", "Total."),
        ("8<span hidden>x</span>9", "89"),
        ("<code>2<output>3</output>4</code>", "<code>234</code>"),
    ],
)
def test_fields_and_buttons_stand_apart(body: str, printed: str) -> None:
    """A hidden element leaves no room, and code stays as it is."""
    assert html_of(body) == printed


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
