"""All letters of a text in one string, and three ways to find another text in the string."""

import re

from printkit.preflight.proofreading.letter_string import LetterString, Span

LONG = "The harbour reopens after three years of works on its northern quay"


def test_a_short_text_stands_as_whole_words_only() -> None:
    """`Ana` is not in `banana`, but a line break may part the name."""
    assert list(LetterString("a banana split").find_all("Ana")) == []
    assert list(LetterString("by A\nna Ruiz").find_all("Ana")) == [Span(2, 5)]
    assert list(LetterString("新しい港が再開").find_all("港")) == [Span(3, 4)]


def test_a_text_is_found_from_a_position_on() -> None:
    """Each place is found once."""
    string = LetterString("news old news")
    assert list(string.find_all("news")) == [Span(0, 4), Span(7, 11)]
    assert list(string.find_all("news", after=1)) == [Span(7, 11)]


def test_insertions_are_left_out_and_still_counted() -> None:
    """Positions mean the same in a string with insertions and in a string without them."""
    text = "The council 12 said 13 no"
    whole = LetterString(text)
    bare = LetterString(text, insertions=re.compile(r"\b\d+\b"))
    assert bare.letters == "thecouncilsaidno"
    assert list(bare.find_all("council said")) == [Span(3, 16)]
    assert list(bare.find_all("no", after=16)) == [Span(18, 20)]
    assert list(whole.find_all("no", after=16)) == [Span(18, 20)]


def test_a_text_is_found_in_parts() -> None:
    """A note stands between two parts; a text is not found if a part is missing."""
    string = LetterString(f"{LONG[:30]}\nNote: a word on the side\n{LONG[30:]}")
    assert string.find_parts(LONG, 0) == Span(0, len(string.letters))
    assert LetterString(f"{LONG[:30]} and more").find_parts(LONG, 0) is None
    assert string.find_parts(f"{LONG} and its lighthouse", 0) is None


def test_the_last_letters_stand_near_the_rest() -> None:
    """A few letters far away belong to another text."""
    text = f"{LONG}, they say"
    assert LetterString(f"{LONG}\n(a note)\nthey say").find_parts(text, 0)
    assert not LetterString(f"{LONG}\n{'a note ' * 90}\nthey say").find_parts(text, 0)


def test_a_similar_text_may_be_read_from_either_side() -> None:
    """Neighbouring letters may come in any order, as in a right-to-left line."""
    string = LetterString("something else, then " + " ".join(one[::-1] for one in LONG.split()))
    place = string.find_similar(LONG, 0, 0.6)
    assert place is not None
    assert place.end > len(string.letters) - 25
    other = "An unlike sentence about gardens, bees and good honey"
    assert string.find_similar(other, 0, 0.6) is None
