"""The ways to find a text in a row of letters."""

import re

from printkit.preflight.proofreading.row import Row, Span

LONG = "The harbour reopens after three years of works on its northern quay"


def test_a_short_text_stands_as_whole_words_only() -> None:
    """`Ana` is not in `banana`, but may be broken at a line's end."""
    assert list(Row("a banana split").all("Ana")) == []
    assert list(Row("by A\nna Ruiz").all("Ana")) == [Span(2, 5)]
    assert list(Row("新しい港が再開").all("港")) == [Span(3, 4)]


def test_a_text_is_found_from_a_place_on() -> None:
    """Each place once."""
    row = Row("news old news")
    assert list(row.all("news")) == [Span(0, 4), Span(7, 11)]
    assert list(row.all("news", after=1)) == [Span(7, 11)]


def test_asides_are_left_out_and_still_counted() -> None:
    """Places mean the same in a row with them and in one without."""
    text = "The council 12 said 13 no"
    whole, bare = Row(text), Row(text, asides=re.compile(r"\b\d+\b"))
    assert bare.text == "thecouncilsaidno"
    assert list(bare.all("council said")) == [Span(3, 16)]
    assert list(bare.all("no", after=16)) == list(whole.all("no", after=16)) == [Span(18, 20)]


def test_a_text_is_found_in_parts() -> None:
    """A note stands between them; a part that is missing is missed."""
    row = Row(f"{LONG[:30]}\nNote: a word on the side\n{LONG[30:]}")
    assert row.find_parts(LONG, 0) == Span(0, len(row.text))
    assert Row(f"{LONG[:30]} and more").find_parts(LONG, 0) is None
    assert row.find_parts(f"{LONG} and its lighthouse", 0) is None


def test_the_last_words_follow_close() -> None:
    """A few letters far away are others."""
    short = f"{LONG}, they say"
    assert Row(f"{LONG}\n(a note)\nthey say").find_parts(short, 0)
    assert not Row(f"{LONG}\n{'a note ' * 90}\nthey say").find_parts(short, 0)


def test_likeness_reads_from_either_side() -> None:
    """Letters in any order within a few, as in a line from the right."""
    row = Row("something else, then " + " ".join(word[::-1] for word in LONG.split()))
    place = row.find_alike(LONG, 0, 0.6)
    assert place is not None
    assert place.end > len(row.text) - 25
    assert row.find_alike("An unlike sentence about gardens, bees and good honey", 0, 0.6) is None
