"""Printed lines, and the texts that are made up of them."""

from printkit.preflight.proofreading.lines import AHEAD, PrintedLines

LINES = ["theharbour", "reopened", "12", "onmonday", "theharbour", "closed"]


def test_a_text_takes_its_lines_and_no_other_text_may() -> None:
    """The line between two taken lines is left for another text."""
    lines = PrintedLines(LINES)
    assert lines.take("theharbourreopenedonmonday", -1, AHEAD) == 0
    assert lines.take("theharbourreopenedonmonday", -1, AHEAD) is None
    assert lines.take("12", -1, AHEAD) == 2


def test_lines_must_make_up_the_whole_text_in_its_order() -> None:
    """A beginning is not enough, and a line must not say more than the text."""
    for text in ("theharbourreopenedontuesday", "theharbourre", "reopenedtheharbour12", "harbour"):
        assert PrintedLines(LINES).take(text, -1, AHEAD) is None


def test_the_lines_that_end_first_are_taken() -> None:
    """The first line belongs to another text, though the text could begin with the line as well."""
    lines = PrintedLines(["gulls", "mist", "gulls", "came"])
    assert lines.take("gullscame", -1, AHEAD) == 2
    assert PrintedLines(["gulls", "mist", "gulls"]).take("gulls", -1, AHEAD) == 0


def test_a_text_begins_behind_a_line_and_not_too_far_ahead() -> None:
    """The distance is counted in lines."""
    assert PrintedLines(LINES).take("theharbour", 0, 4) == 4
    assert PrintedLines(LINES).take("theharbour", 0, 3) is None
    assert PrintedLines(LINES).take("reopened", 1, AHEAD) is None


def test_a_right_to_left_line_may_hold_its_words_in_any_order() -> None:
    """Another line may not do so, and no word may be missing."""
    assert PrintedLines(["danielflickrצילום"]).take("צילוםdanielflickr", -1, AHEAD) == 0
    assert PrintedLines(["danielflickr"]).take("flickrdaniel", -1, AHEAD) is None
    assert PrintedLines(["danielצילום"]).take("צילוםdanielflickr", -1, AHEAD) is None
