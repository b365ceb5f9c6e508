"""Lists of schema.org have the order and the numbers of their positions."""

from typing import Any

import pytest

from printkit.readers.schema_texts import list_of


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
        ((2, 2, 1), "", [("2", 2), ("2", 2), ("1", 1)]),
        ((1, 0), "", [("", 0), ("", 1)]),
        ((5, "x", 1), "", [("", 5), ("", "x"), ("", 1)]),
    ],
)
def test_positions_order_a_list(places: Any, order: str, numbers: list[Any]) -> None:
    """A list that counts down stays; a place that is given twice moves nothing."""
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
