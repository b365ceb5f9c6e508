"""Spans of a card stand apart; spans of one word stay together."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.named_spans import part_named_spans
from tests.support.printed_articles import print_article, read_pages

PARTED = {
    "author and site": (
        "<span class='author'>Other Times</span><span class='publisher'>Kim Ro</span>",
        "Other Times Kim Ro",
    ),
    "a number and its unit": (
        "<span class='number'>0</span><span class='label'>voters</span>",
        "0 voters",
    ),
    "beside an icon": (
        "<img src='a.png'/><span class='filename'>dawn</span><span class='size'>1920</span>",
        "dawn 1920",
    ),
    "a share": ("<span class='percent'>60%</span><span class='text'>Yes</span>", "60% Yes"),
    "in Arabic": ("<span class='by'>ليلى</span><b class='site'>الميناء</b>", "ليلى الميناء"),
}
WHOLE = {
    "an initial": "<span class='cap'>T</span><span class='rest'>He</span>",
    "a word that goes on": "<span class='bold'>high</span><span class='plain'>light</span>",
    "numbered styles": "<span class='s1'>Mc</span><span class='s2'>Donald</span>",
    "one style": "<span class='b'>Mc</span><span class='b'>Donald</span>",
    "no styles in a sentence": "<span>Mc</span><span>Donald</span>",
    "a sign": "<span class='currency'>€</span><span class='amount'>12</span>",
    "words beside": "the <span class='you'>You</span><span class='tube'>Tube</span> film",
    "Japanese": "<span class='first'>東京</span><span class='second'>駅</span>",
    "an ordinal": "<span class='day'>1</span><span class='suffix'>st</span>",
    "a mistake in Word": "<span class='SpellE'>Power</span><span class='GramE'>Point</span>",
    "styles that name no part": "<b class='x'>Wi</b><i class='y'>Fi</i>",
    "the two colours of a name": "<span class='red'>You</span><span class='black'>Tube</span>",
    "a formula": "<span class='main'>CO</span><span class='small'>2</span>",
    "code": "<code><span class='k'>def</span><span class='n'>Foo</span></code>",
}


def words_of(markup: str) -> str:
    """Return the words of a paragraph after the pass."""
    root = tree.parse(markup)
    part_named_spans(root)
    return tree.words(root)


@pytest.mark.parametrize(("spans", "words"), PARTED.values(), ids=PARTED)
def test_spans_that_are_parts_of_a_card_stand_apart(spans: str, words: str) -> None:
    """No other words stand in the element around the spans."""
    assert words_of(f"<p>{spans}</p>") == words


@pytest.mark.parametrize("spans", WHOLE.values(), ids=WHOLE)
def test_spans_that_may_be_one_word_stay_together(spans: str) -> None:
    """The text stays as it was."""
    markup = f"<p>{spans}</p>"
    assert words_of(markup) == tree.words(tree.parse(markup))


def test_the_halves_of_a_number_stay_together() -> None:
    """Without classes, nothing tells a year from two numbers."""
    assert words_of("<div><a><span>2</span><span>024</span></a></div>") == "2024"


@pytest.mark.parametrize("tag", ["a", "h3"])
def test_spans_without_classes_stand_apart_in_cards(tag: str) -> None:
    """Programs that save pages take the classes away."""
    spans = "<span>Opinion</span><span>The quarrel</span>"
    assert words_of(f"<div><{tag}>{spans}</{tag}></div>") == "Opinion The quarrel"


def test_a_card_is_printed_with_one_note() -> None:
    """The link around several blocks gets its number behind the last block."""
    card = (
        "<a href='https://other.example/a'><div>The title</div><div>About rivers.</div>"
        "<div><span class='author'>Other Times</span><span class='site'>Kim Ro</span></div></a>"
    )
    result = print_article({"headline": "H", "language": "en", "body": f"<p>a</p>{card}<p>b</p>"})
    words = " ".join("".join(read_pages(result.pdf)).split())
    assert "a The title About rivers. Other Times Kim Ro1 b" in words
    assert result.remarks == ()
