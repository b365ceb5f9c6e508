"""The raw body of a record and its printed pages → one remark on all that is lost."""

import pytest

import printkit
from printkit.remarks import Remark

PROSE = "The ferry was delayed by fog for three hours, said the harbour master."


def losses(body: str, body_format: str = "html") -> list[Remark]:
    """Return the remarks PK608 on the print of a body."""
    record = {"headline": "A headline", "body": body, "body_format": body_format}
    return [one for one in printkit.export(record).remarks if one.code == "PK608"]


def test_a_body_that_is_printed_whole_has_no_remark() -> None:
    """With a list, a table, notes of links, code, a formula and a picture that is missing."""
    body = (
        f"<p>{PROSE} <a href='https://example.org/a'>More</a></p><ul><li>One<li>Two</ul>"
        "<table><tr><th>Port<th>Ferries<tr><td>Alder<td>17</table><pre>a = 17</pre>"
        "<math><mi>x</mi><mo>+</mo><mn>1</mn></math><figure><img src=a.jpg><figcaption>Seen."
        "</figcaption></figure><iframe src='https://example.org/film'></iframe>"
    )
    assert losses(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "<button>Buy</button><select><option>North</option></select>",
        "<canvas>A chart</canvas>",
        "[quote cite='Orla Penn']Words[/quote] [gallery ids='1,2']",
        "<a href='javascript:x'>Go</a><a href='file:///x'>There</a>",
        "<p hidden>Words</p><noscript>More</noscript>",
    ],
)
def test_all_that_copy_editing_removes_is_named(body: str) -> None:
    """So no second remark says the same."""
    assert losses(f"<p>{PROSE}</p>{body}") == []


def test_losses_name_their_words() -> None:
    """Each with its kind and its place, in one remark on the article."""
    (remark,) = losses(
        f"<p>{PROSE}</p><video poster='a.jpg' src='https://example.org/film'></video>"
    )
    assert (remark.field, remark.message) == (
        "body",
        "neither on paper nor named in another remark: 1 picture: “a.jpg”",
    )
    assert [one._asdict() for one in remark.removed] == [
        {"kind": "picture", "words": "a.jpg", "place": "html body div video", "times": 1}
    ]
