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
        ("8<span hidden>x</span>9", "8 9"),
        ("<code>2<output>3</output>4</code>", "<code>234</code>"),
    ],
)
def test_fields_and_buttons_stand_apart(body: str, printed: str) -> None:
    """A hidden element leaves no room, and code stays as it is."""
    assert html_of(body) == printed
