"""Signs of a form say whether something is ticked, and how full a gauge is."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.form_signs import boxes_to_sign_in, share_of
from tests.support.printed_articles import print_article, read_pages


@pytest.mark.parametrize(
    ("gauge", "share"),
    [
        ({"value": "0.256"}, "26%"),
        ({"value": "3", "max": "4"}, "75%"),
        ({"value": "-3", "min": "-4", "max": "0"}, "25%"),
        ({"value": "5", "min": "5", "max": "5"}, ""),
        ({"value": "x"}, ""),
        ({}, ""),
        ({"value": "9" * 400}, ""),
    ],
)
def test_a_gauge_says_its_share(gauge: dict[str, str], share: str) -> None:
    """A gauge without a number says nothing."""
    assert share_of(tree.make("meter", **gauge)) == share


def test_a_box_beside_a_password_serves_the_site() -> None:
    """Two boxes are a choice for the reader."""
    boxes = '<input type="checkbox"/>'
    field = '<input type="password"/>'
    one = tree.parse(f"<form>{field}{boxes}</form>")
    assert len(boxes_to_sign_in(one)) == 1
    assert boxes_to_sign_in(tree.parse(f"<form>{field}{boxes * 2}</form>")) == set()
    assert boxes_to_sign_in(tree.parse(f"<form>{boxes}</form>")) == set()


def test_ticked_boxes_of_a_form_are_on_paper() -> None:
    """No word is lost, so no remark is made."""
    body = (
        "<form><ul><li><label><input type=checkbox checked> Breakfast</label><li><label>"
        "<input type=checkbox> Lunch</label></ul><p>Sold <progress value=7 max=10></progress></p>"
        "</form>"
    )
    result = print_article({"headline": "H", "body": body, "language": "en"})
    text = " ".join(read_pages(result.pdf)[0].split())
    assert "☑ Breakfast" in text
    assert "☐ Lunch" in text
    assert "Sold 70%" in text
    assert result.remarks == ()
