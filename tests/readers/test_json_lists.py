"""The places of the items in a JSON list that has a fault."""

import pytest

from printkit.readers.json_lists import places_of_items


def items(text: str) -> list[str]:
    """Return the text of each item; broken items stand between question marks."""
    places = places_of_items(text)
    cut = [(text[one.start : one.end].strip(), one.is_whole) for one in places]
    return [item if whole else f"?{item}?" for item, whole in cut]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[{"a": 1}, {"b": 2},]', ['{"a": 1}', '{"b": 2}']),
        ('[{"a": 1},, {"b": 2}]', ['{"a": 1}', '{"b": 2}']),
        ('[{"a": 1} {"b": 2}]', ['{"a": 1}', '{"b": 2}']),
        ('[{"a": 1}, {"b": ', ['{"a": 1}', '?{"b":?']),
        ('[\n{"a": 1},\n', ['{"a": 1}', "??"]),
        ('[{"a": 1}', ['{"a": 1}', "??"]),
        ('[{"a": 1}] x', ['{"a": 1}', "?x?"]),
        ('[{"a": 1},\n {"b" 2},\n {"c": 3}\n]', ['{"a": 1}', '?{"b" 2},?', '{"c": 3}']),
        ('[\n  {\n    "a" 1\n  },\n  {"c": 3}]', ['?{\n    "a" 1\n  },?', '{"c": 3}']),
        ('[\n{"a": [\n  {"b": 2}\n', ['?{"a": [\n  {"b": 2}?']),
        ('[{"a": 1}, 7, {"b": 2},]', ['{"a": 1}', "7", '{"b": 2}']),
        ('[{"a": ' + "[" * 9000 + ',\n{"b": 2}]', ['?{"a": ' + "[" * 9000 + ",?", '{"b": 2}']),
        ("[1, 2", []),
        ("[link](https://a.example)", []),
    ],
)
def test_one_fault_costs_one_item(text: str, found: list[str]) -> None:
    """Items before and behind the fault are whole; a list without end has a last, empty item."""
    assert items(text) == found


def test_the_search_behind_broken_items_ends() -> None:
    """Each item opens a list that is never closed, so each is read up to the end of the text."""
    places = places_of_items("[" + '{"a": [\n' * 500 + "{},\n" * 5_000)
    assert 20 <= len(places) <= 30
    assert not any(one.is_whole for one in places)
