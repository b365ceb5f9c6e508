"""Lists of schema.org have the order and the numbers of their positions."""

from pathlib import Path
from typing import Any

import pytest

import printkit
from printkit.readers.schema_order import position_doubts
from printkit.readers.schema_texts import list_of
from tests.support.printed_articles import read_pages


def _items(*places: Any) -> list[dict[str, Any]]:
    return [{"name": f"n{place}", "position": place} for place in places]


@pytest.mark.parametrize(
    ("places", "order", "numbers"),
    [
        ((1, 2, 3), "", [("", 1), ("", 2), ("", 3)]),
        ((2, 1), "", [("", 1), ("", 2)]),
        (("10", "9", "1"), "", [("", 1), ("9", 9), ("", 10)]),
        ((3, 2, 1), "https://schema.org/ItemListOrderDescending", [("3", 3), ("2", 2), ("1", 1)]),
        ((3, 1), "Ascending", [("", 1), ("3", 3)]),
        ((2, 2, 1), "", [("", 1), ("", 2), ("2", 2)]),
        ((4, 2, 2, 1), "", [("", 1), ("", 2), ("2", 2), ("4", 4)]),
        ((1, 2, 1, 2), "", [("", 1), ("", 2), ("1", 1), ("", 2)]),
        ((1, 0), "", [("", 0), ("", 1)]),
        ((2, 2, 2), "", [("", 2), ("", 2), ("", 2)]),
        (("#2", "1."), "", [("", "1."), ("", "#2")]),
    ],
)
def test_positions_order_a_list(places: Any, order: str, numbers: list[Any]) -> None:
    """A list that counts down stays; items of one place keep their order."""
    value = {"itemListElement": _items(*places), "itemListOrder": order}
    wanted = "".join(
        f"<li{f' value={chr(34)}{value}{chr(34)}' if value else ''}><strong>n{place}</strong></li>"
        for value, place in numbers
    )
    assert list_of(value, "ol") == f"<ol>{wanted}</ol>"


def test_ingredients_have_an_order_and_no_numbers() -> None:
    """Pros and cons have no numbers, either."""
    assert list_of(_items(2, 1), "ul") == (
        "<ul><li><strong>n1</strong></li><li><strong>n2</strong></li></ul>"
    )


def test_an_item_without_a_position_keeps_the_numbers_of_the_others() -> None:
    """The item has no number, stands behind the item before, and is told."""
    items = [*_items(2), {"name": "none"}, *_items(1, 10, 2, "x")]
    assert list_of(items, "ol") == (
        "<ol><li><strong>n1</strong></li><li><strong>n2</strong></li></ol>"
        "<ul><li><strong>none</strong></li></ul>"
        '<ol><li value="2"><strong>n2</strong></li></ol>'
        "<ul><li><strong>nx</strong></li></ul>"
        '<ol><li value="10"><strong>n10</strong></li></ol>'
    )
    assert list(position_doubts({"itemListElement": items}, "list")) == [
        "list.itemListElement.1 has no position; its item stands behind the item before",
        "the position 'x' of list.itemListElement.5 is no number",
    ]


def test_a_list_without_positions_has_no_doubts() -> None:
    """The list is numbered from 1."""
    items = [{"name": "a"}, {"name": "b"}]
    assert list(position_doubts(items, "step")) == []
    assert list_of(items, "ol") == (
        "<ol><li><strong>a</strong></li><li><strong>b</strong></li></ol>"
    )
    inner = [{"item": {"name": "c", "position": 2}}, {"item": {"name": "d", "position": 1}}]
    assert list_of(inner, "ol").index("d") < list_of(inner, "ol").index("c")


def test_a_ranking_is_printed_and_told(tmp_path: Path) -> None:
    """The numbers on the page are the positions."""
    record = {
        "@type": "ItemList",
        "name": "The best harbours",
        "itemListElement": [*_items(2, 1, 10), {"name": "unplaced"}],
    }
    made = printkit.export(record, tmp_path / "a.pdf")
    words = " ".join(" ".join(read_pages(made.pdf)).split())
    assert "n1 n2 n10 unplaced 1. 2. 10. –" in words
    assert "itemListElement.3 has no position" in " ".join(one.message for one in made.remarks)
