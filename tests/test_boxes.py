"""The boxes of an article: the number of value classes that hold the article on its way."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from types import FrameType
from typing import Any

import printkit
from printkit.article import Article
from printkit.printing.jobs import ArticleTask
from tests.support.press_runs import make_record

# The boxes stand in the order in which a printed article gets into them.
BOXES = (
    "Reading",
    "ArticleTask",
    "Prepared",
    "ArticleLayout",
    "ArticleOnPage",
    "PageMarkup",
    "Pages",
    "ArticleEntry",
    "PrintedRun",
    "Part",
    "PartPages",
    "Book",
)
# Lines of other pages name an article, and a check looks at the record. Neither carries the article
# on.
LABELS = {"ContentsLine", "CoverLine", "Listing", "Reference", "_Inventory"}


def made_values(call: Callable[[], object]) -> list[Any]:
    """Return the values of printkit's own classes that a call makes, in their order."""
    found: list[Any] = []

    def look(frame: FrameType, event: str, returned: Any) -> None:
        if event != "return":
            return
        if frame.f_code.co_name == "__init__" and is_dataclass(frame.f_locals.get("self")):
            found.append(frame.f_locals["self"])
        elif is_value(returned) and isinstance(returned, tuple):
            found.append(returned)

    sys.setprofile(look)
    try:
        call()
    finally:
        sys.setprofile(None)
    return found


def is_value(value: object) -> bool:
    """Return whether a value is of a dataclass or a NamedTuple of printkit's own."""
    kind = type(value)
    fields_of_tuple = isinstance(value, tuple) and hasattr(kind, "_fields")
    return kind.__module__.startswith("printkit.") and (is_dataclass(value) or fields_of_tuple)


def inside(value: Any) -> Iterable[object]:
    """Yield the values in a value; a tuple, list or mapping inside gives its own values."""
    if is_dataclass(value):
        value = [getattr(value, one.name) for one in fields(value)]
    for one in [*value, *value.values()] if isinstance(value, dict) else value:
        if isinstance(one, list | tuple | dict) and not is_value(one):
            yield from inside(one)
        else:
            yield one


def articles_of(value: Any, ids: dict[str, str], seen: dict[int, set[str]]) -> set[str]:
    """Return the headlines of the articles that a value holds, by themselves or by their ids."""
    if isinstance(value, Article):
        return {value.headline}
    if isinstance(value, str):
        return {ids[value]} if value in ids else set()
    if not is_value(value):
        return set()
    if id(value) not in seen:
        seen[id(value)] = set()
        found = (articles_of(one, ids, seen) for one in inside(value))
        seen[id(value)] = set().union(*found)
    return seen[id(value)]


def test_an_article_is_put_into_few_boxes_before_its_book_is_bound() -> None:
    """A box is a class each of whose values holds one article: its record, its id or its pages.

    A value that holds another box counts, too. The test leaves out labels, and values that hold
    several articles, such as the issue; the book counts, as the way ends in the book. The first
    audit of printkit counted 17 boxes in this way.
    """
    records = [make_record("a"), make_record("b")]
    values = made_values(lambda: printkit.digest(records, jobs=1, cache=False, trusted=True))
    ids = {
        anchor: reading.article.headline
        for task in values
        if isinstance(task, ArticleTask)
        for anchor, reading in zip(task.prefixes, task.readings, strict=True)
    }
    names = [type(one).__name__ for one in values]
    seen: dict[int, set[str]] = {}
    held: dict[str, int] = {}
    for name, value in zip(names, values[: names.index("Book") + 1], strict=False):
        held[name] = max(held.get(name, 0), len(articles_of(value, ids, seen)))
    assert held["Book"] == 2
    assert {name for name, count in held.items() if count == 1} - LABELS == {*BOXES} - {"Book"}
