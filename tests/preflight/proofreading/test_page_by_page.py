"""Lines page by page → the texts found in these lines, where texts go on side by side."""

from printkit.preflight.proofreading.page_by_page import read_page_by_page

LEFT = ["theferrywasdelayed", "byfogforthreehours", "saidthemaster"]
RIGHT = ["theharbourisopen", "fromnoonuntileight", "onweekdays"]
TEXTS = ["before", "".join(LEFT), "".join(RIGHT), "after"]


def test_cells_go_on_beside_each_other() -> None:
    """On each page the lines of the first cell come first."""
    pages = [["before", LEFT[0], RIGHT[0]], [LEFT[1], RIGHT[1]], [LEFT[2], RIGHT[2], "after"]]
    assert read_page_by_page(pages, TEXTS) == {0, 1, 2, 3}


def test_a_text_out_of_its_order_on_a_page_is_not_found() -> None:
    """A text of which a line is missing is not found either."""
    assert read_page_by_page([["before", "after", *LEFT]], TEXTS) == {0, 3}
    pages = [["before", LEFT[0], RIGHT[0]], [LEFT[2], *RIGHT[1:]]]
    assert read_page_by_page(pages, TEXTS) == {0, 2}


def test_a_short_line_begins_a_text_only_with_the_next_line() -> None:
    """The headline “The ferry” is no beginning of the text."""
    assert read_page_by_page([["theferry", "before", *LEFT]], TEXTS) == {0, 1}
    assert read_page_by_page([["the", LEFT[0][3:], *LEFT[1:]]], TEXTS) == {1}


def test_other_lines_may_stand_between() -> None:
    """Captions and notes are such lines."""
    pages = [["before", "caption", *LEFT[:2]], ["", "note", LEFT[2]]]
    assert read_page_by_page(pages, TEXTS) == {0, 1}
