"""Attributes that an element keeps when the text is composed."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.kept_attributes import copy_inline, inherited, kept_attributes, printed_tag


def test_old_names_are_printed_under_new_ones() -> None:
    """Old elements become modern elements of the same meaning."""
    assert [printed_tag(tree.make(tag)) for tag in ("tt", "dir", "p")] == ["code", "ul", "p"]


def test_a_block_hands_down_language_direction_and_our_classes() -> None:
    """Id, style and the classes of the site are not handed down."""
    block = tree.parse('<div lang="fr" dir="ltr" id="x" class="masthead verse"/>')[0]
    assert inherited(block) == {"lang": "fr", "dir": "ltr", "class": "verse"}


@pytest.mark.parametrize("name", ["pullquote", "wp-block-pullquote", "c-pull-quote--right"])
def test_pull_quotes_are_known_by_many_names(name: str) -> None:
    """All names become one class of ours."""
    assert inherited(tree.make("aside", class_=name)) == {"class": "pull-quote"}


@pytest.mark.parametrize("name", ["note-ref", "address", "cover"])
def test_a_body_cannot_dress_up_as_our_own(name: str) -> None:
    """A body may not use the classes of notes and printed addresses."""
    assert inherited(tree.make("p", class_=name)) == {}


def test_only_attributes_that_mean_something_on_paper_are_kept() -> None:
    """The attributes come in alphabetical order."""
    link = tree.parse('<a title="t" onclick="x" href="h" rel="r" data-x="y"/>')[0]
    assert list(kept_attributes(link).items()) == [("href", "h"), ("title", "t")]


def test_an_inline_element_that_says_nothing_is_not_copied() -> None:
    """A bare span and a link without an address say nothing."""
    assert copy_inline(tree.make("span", class_="verse")) is None
    assert copy_inline(tree.make("a")) is None
    copied = copy_inline(tree.make("span", "x", lang="de", class_="formula"))
    assert copied is not None
    assert tree.attributes(copied) == {"lang": "de"}
    assert copied.text is None
