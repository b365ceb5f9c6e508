"""The text of printed pages, ready to be searched."""

from printkit.preflight.proofreading.letter_string import Span
from printkit.preflight.proofreading.page_text import PageText

PAGES = PageText([["The harbour", "reopens on Monday"], [], ["The ferry is back", "on Monday"]])


def test_a_position_is_on_a_page() -> None:
    """The 25 letters of the first page come first; nothing stands on the second page."""
    assert [PAGES.page_at(place) for place in (0, 24, 25, 38)] == [1, 1, 3, 3]
    assert PAGES.page_at(PAGES.end) == 3


def test_every_place_of_a_whole_text_is_found() -> None:
    """A search may be limited to a stretch of the text."""
    assert PAGES.find_all("on Monday") == [Span(17, 25), Span(39, 47)]
    assert PAGES.find_all("on Monday", Span(20, 47)) == [Span(39, 47)]
    assert PAGES.find_all("on Tuesday") == []
    assert PAGES.find("on Monday", after=18) == Span(39, 47)


def test_a_text_is_counted_with_and_without_insertions() -> None:
    """A short text is counted on whole pages, a long text also on pages without note numbers."""
    long = "The harbour of Lindqvist reopens"
    pages = PageText([["The harbour 12 of Lindqvist reopens", long]])
    assert pages.count(long) == [1, 2, 2, 2]
    assert pages.count("Lindqvist 12") == [0]


def test_a_text_that_is_cut_begins_on_a_page() -> None:
    """The first twelve letters of the text stand there; a shorter text has no beginning to find."""
    assert PAGES.page_of_beginning("The ferry is back from the islands") == 3
    assert PAGES.page_of_beginning("The ferry is late from the islands") == 0
    assert PAGES.page_of_beginning("The ferry") == 0


def test_other_texts_are_compared_in_the_same_way() -> None:
    """The ignored characters stay ignored."""
    pages = PageText([["Tide table"]], ignored="ꙮ")
    assert pages.of_texts(["Tide ꙮ table"]).count("Tide table") == [1, 1, 1, 1]
    assert pages.length("ꙮ") == 0
