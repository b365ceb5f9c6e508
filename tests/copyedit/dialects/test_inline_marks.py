"""Marks within a line: the marks of an editor that never end."""

import pytest

import printkit
from printkit.article import Article
from printkit.copyedit import edit
from tests.support.dialect_bodies import read_dialect
from tests.support.printed_articles import read_aloud
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon

UNENDED = ("{++a ", "{++", "{==a ", "{==", "{>>a ", "{--a ", "{~~b~>", "{~~b", "{++a ++b ")


@pytest.mark.parametrize("mark", UNENDED)
def test_changes_without_an_end_stay_as_they_are_written(mark: str) -> None:
    """Two beginnings are no pair: `{++a {++` was printed as inserted words."""
    written = mark * 300
    assert read_dialect(written).html == f"<p>{written.strip().replace('>', '&gt;')}</p>"


@pytest.mark.parametrize("mark", mark_slow(UNENDED, but={"{==", "{~~b~>"}))
def test_thousands_of_such_changes_are_printed_soon(mark: str) -> None:
    """No words are called lost."""
    record = {"headline": "H", "body": mark * 4_000, "body_format": "markdown", "language": "en"}
    with ends_soon():
        printed = printkit.export(record, name="unended", trusted=True)
    # One remark says that the long run of signs is broken over lines.
    assert {one.code for one in printed.remarks} <= {"PK510"}
    assert mark.strip() in read_aloud(printed.pdf)


@pytest.mark.slow
def test_a_paragraph_of_thousands_of_marks_is_read_soon() -> None:
    """The time grows with the marks, and not with their square."""
    article = Article(headline="H", body="++b++ " * 9_900, body_format="markdown")
    with ends_soon():
        edit(article)


def test_a_change_before_another_change_is_read() -> None:
    """The end of a change may touch the beginning of the next change."""
    found = read_dialect("{++new++}{--old--} {==a==}{>>b<<} ++c++ {++open")
    assert found.html == ("<p><ins>new</ins><del>old</del> <mark>a</mark> <kbd>c</kbd> {++open</p>")
    assert found.removed["PK301"] == ["b"]
