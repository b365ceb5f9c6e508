"""A text of a drawing → its words and its links."""

import pytest
from lxml import etree

from printkit.copyedit.svg_texts import as_link, drawn_words, target_of


@pytest.mark.parametrize(
    ("given", "words", "html"),
    [
        ("<text>a &lt;<tspan>b</tspan> c</text>", "a <b c", "a &lt;b c"),
        ("<text><tspan dy='9'>a</tspan><tspan y='9'>b</tspan></text>", "a b", "a b"),
        ("<text>a<title>b</title>c</text>", "a c", "a c"),
        ("<text>a<style>b</style>c</text>", "a c", "a c"),
        ("<text>a <a href='b'>c</a> d</text>", "a c d", 'a <a x-href="b">c</a> d'),
        ("<text>a <a>c</a></text>", "a c", "a c"),
        ("<p>a<br/>b<i>c</i></p>", "a bc", "a bc"),
    ],
)
def test_letters_in_a_row_make_up_a_word(given: str, words: str, html: str) -> None:
    """A part that moves to another place is parted; a link stays where the link stands."""
    part = etree.fromstring(given)
    assert drawn_words(part) == words
    assert drawn_words(part, is_html=True) == html


def test_a_link_has_the_address_of_its_element() -> None:
    """The address is escaped, as an address may hold any characters."""
    link = etree.fromstring("<a href=' b&quot;>c '/>")
    assert target_of(link) == 'b">c'
    assert as_link(link, "w") == '<a x-href="b&quot;&gt;c">w</a>'
    assert as_link(None, "w") == "w"
