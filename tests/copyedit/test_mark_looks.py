"""Marks of notes: a link with a sign for its words, and its look in its line."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.mark_looks import Look, Mark, read_note_marks, text_between
from tests.support.time_limits import ends_soon


def marks_in(body: str) -> list[Mark]:
    """Return the marks of a body, in which every link leads to the last element."""
    root = tree.parse(body)
    order = {one: at for at, one in enumerate(root.iter())}
    return read_note_marks(dict.fromkeys(root.iter("a"), root[-1]), order)


@pytest.mark.parametrize(
    ("line", "look"),
    [
        ("a word<sup><a>1</a></sup>", Look.RAISED),
        ("a word<a><sup>b</sup></a>", Look.RAISED),
        ("a word<a>*</a>", Look.RAISED),
        ("a word<a>²</a>", Look.RAISED),
        ("a word [<a>1</a>]", Look.BRACKETED),
        ("a word[<a>b</a>]", Look.BRACKETED),
        ("a word<a>[12]</a>", Look.BRACKETED),
        ("a word [1, <a>2</a>–3]", Look.BRACKETED),
        ("[<a>1</a>] begins", Look.PLAIN),
        ("a word<a>1</a>, more", Look.ATTACHED),
        ("“a word.”<a>1</a>", Look.ATTACHED),
        ("海。<a>1</a>", Look.ATTACHED),
        ("步骤<a>1</a>。", Look.PLAIN),
        ("第<a>1</a>条", Look.PLAIN),
        ("10<a>m</a>", Look.PLAIN),
        ("Gen 1:<a>2</a>", Look.PLAIN),
        ("a word (<a>1</a>)", Look.ROUND),
        ("step <a>1</a>", Look.PLAIN),
        ("Louis <a>XIV</a>", Look.PLAIN),
    ],
)
def test_the_line_tells_a_mark_from_a_word(line: str, look: Look) -> None:
    """A mark is raised, in brackets behind a word, or attached to a word."""
    (mark,) = marks_in(f"<p>{line}</p><p>x</p>")
    assert mark.look is look


def test_words_indices_and_named_notes_are_no_marks() -> None:
    """CO₂, a year, a name and “see note 4” are examples."""
    body = "<p>CO<sub><a>2</a></sub> <a>1984</a> <a>Kell</a> see <a>note 4</a></p><p>x</p>"
    assert marks_in(body) == []
    assert [mark.sign for mark in marks_in("<p>word<a>note 4</a></p><p>x</p>")] == ["4"]


def test_marks_of_a_series_know_what_stands_between() -> None:
    """A mark alone in its brackets stands in no series."""
    first, second, third = marks_in("<p>a [<a>1</a>–<a>3</a>] b [<a>5</a>]</p><p>x</p>")
    assert (first.in_series, second.in_series, third.in_series) == (True, True, False)
    assert text_between(first, second) == "–"
    assert [mark.number for mark in (first, second, third)] == [1, 3, 5]


def test_a_hundred_thousand_brackets_are_read_in_no_time() -> None:
    """A line with thousands of links is read as fast."""
    with ends_soon():
        marks_in(f"<p>{'[1,' * 33_000}<a>1</a>{']' * 999}</p><p>x</p>")
        marks_in(f"<p>{'x [<a>1</a>] ' * 4_000}</p><p>x</p>")
