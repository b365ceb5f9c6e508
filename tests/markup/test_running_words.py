"""The words in the margins: as long as the sheet has room for."""

from printkit.edition.papers import Sheet
from printkit.markup.running_words import RunningWords, running_words


def title_of(letter: str, sheet: Sheet) -> str:
    """Return the title in the running head for a long headline of one letter."""
    return running_words("", "", letter * 99, sheet, "ltr").title


def test_short_words_stay_as_they_are() -> None:
    """Publication, section and title are printed whole."""
    words = ("The Herald", "World", "Salt")
    assert running_words(*words, Sheet(210, 297), "ltr") == RunningWords(*words)


def test_a_section_has_less_room_than_a_title_and_a_title_less_than_a_publication() -> None:
    """An ellipsis marks a cut text."""
    words = running_words("a" * 99, "a" * 99, "a" * 99, Sheet(210, 297), "ltr")
    assert len(words.section) < len(words.title) < len(words.publication)
    assert all(text.endswith("…") for text in words)


def test_there_is_room_for_half_as_many_wide_letters() -> None:
    """A large sheet has hardly room for more: its margins are wide and its type is large."""
    latin = title_of("a", Sheet(210, 297))
    assert 2 * len(title_of("港", Sheet(210, 297))) <= len(latin) + 2
    assert len(latin) <= len(title_of("a", Sheet(297, 420))) <= len(latin) + 2


def test_words_in_the_other_direction_are_isolated() -> None:
    """The mark stands in an attribute, where no element can stand."""
    words = running_words("Haifa Port News, 5", "נמל", "ספינה", Sheet(210, 297), "rtl")
    assert words == RunningWords("\u2066Haifa Port News, 5\u2069", "נמל", "ספינה")
