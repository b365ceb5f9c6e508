"""Rows of pictures, captions and credits in a table without data: each picture has its words."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html
from tests.support.time_limits import ends_soon

PICTURES = {name: f'<img src="{name}.jpg" width="400"/>' for name in "abcdef"}


def row(*cells: str) -> str:
    """Return a row of cells; a letter stands for its picture."""
    return "<tr>" + "".join(f"<td>{PICTURES.get(one, one)}</td>" for one in cells) + "</tr>"


def copy_of(*rows: str) -> Copy:
    """Return the copy of a body with a table of these rows."""
    body = f"<p>Before.</p><table>{''.join(rows)}</table><p>After.</p>"
    return edit(Article(headline="H", body=body), links="plain")


def shown(*rows: str) -> list[tuple[str | None, str, str | None]]:
    """Return name, caption and credit of each picture; fail if a table or a word stays behind."""
    copy = copy_of(*rows)
    assert copy.blocks == ("Before.", "After.")
    return [
        ((one.image.src or "")[:1], write_html(one.caption), one.image.credit)
        for one in copy.figures
    ]


WORDED = [("a", "Ash", "Ann Lee"), ("b", "Birch", "Bo Ray")]
CAPTIONS, CREDITS = row("Ash", "Birch"), row("Photo: Ann Lee", "Photo: Bo Ray")
MARKED = "<tr><td class=credit>Ann Lee</td><td class=photo-credit>Bo Ray</td></tr>"
SIGNED = row("© Ann Lee", "© Bo Ray")


@pytest.mark.parametrize("credit", [CREDITS, MARKED, row("Foto: Ann Lee", "Fotos: Bo Ray")])
def test_captions_and_credits_have_a_row_each(credit: str) -> None:
    """Below the pictures, above them, on both sides, in either order."""
    pictures = row("a", "b")
    assert shown(pictures, CAPTIONS, credit) == WORDED
    assert shown(pictures, credit, CAPTIONS) == WORDED
    assert shown(CAPTIONS, credit, pictures) == WORDED
    assert shown(credit, CAPTIONS, pictures) == WORDED
    assert shown(CAPTIONS, pictures, credit) == WORDED


def test_a_sign_of_copyright_begins_a_credit() -> None:
    """The sign is part of the credit."""
    found = shown(row("a", "b"), CAPTIONS, SIGNED)
    assert [credit for *_, credit in found] == ["© Ann Lee", "© Bo Ray"]


def test_credits_alone_are_credits() -> None:
    """Pictures with such credits have no captions."""
    assert shown(row("a", "b"), CREDITS) == [("a", "", "Ann Lee"), ("b", "", "Bo Ray")]


def test_rows_of_pictures_repeat() -> None:
    """Each group of three rows by itself."""
    more = row("Cedar", "Dogwood"), row("Photo: Cy Oak", "Photo: Di Elm")
    found = shown(row("a", "b"), CAPTIONS, CREDITS, row("c", "d"), *more)
    assert found == [*WORDED, ("c", "Cedar", "Cy Oak"), ("d", "Dogwood", "Di Elm")]


def test_one_row_of_captions_below_two_rows_of_pictures_is_read_by_columns() -> None:
    """The pictures of a column follow each other, and the caption follows the last of them."""
    found = shown(row("a", "b"), row("c", "d"), row("Left", "Right"))
    assert found == [("a", "", None), ("c", "Left", None), ("b", "", None), ("d", "Right", None)]


def test_as_many_rows_of_captions_as_of_pictures_keep_their_order() -> None:
    """The first row of captions belongs to the first row of pictures."""
    found = shown(row("a", "b"), row("c", "d"), row("Ash", "Birch"), row("Cedar", "Dogwood"))
    assert [(name, caption) for name, caption, _ in found] == [
        ("a", "Ash"),
        ("b", "Birch"),
        ("c", "Cedar"),
        ("d", "Dogwood"),
    ]


def test_a_credit_below_all_pictures_stands_with_the_last() -> None:
    """A cell over all columns; a caption below some of the pictures stays with its column."""
    over_all = "<tr><td colspan=3>Photos: Ann Lee, Bo Ray</td></tr>"
    found = shown(row("a", "b", "c"), row("Ash", "", "Cedar"), over_all)
    assert found == [("a", "Ash", None), ("b", "", None), ("c", "Cedar", "Ann Lee, Bo Ray")]


def test_a_title_above_all_pictures_is_text() -> None:
    """A row of one cell, before the first row of pictures."""
    copy = copy_of("<tr><td colspan=2>Two trees</td></tr>", row("a", "b"), CAPTIONS, CREDITS)
    assert copy.blocks == ("Before.", "Two trees", "After.")
    assert [one.image.credit for one in copy.figures] == ["Ann Lee", "Bo Ray"]


def test_rows_of_data_below_pictures_stay_a_table() -> None:
    """Names, prices and weights are no captions."""
    data = row("Plum", "Pear", "Quince"), row("£3", "£2", "£5"), row("2 kg", "1 kg", "4 kg")
    copy = copy_of(row("a", "b", "c"), *data)
    assert write_html(copy.body).count("<td>") == 12


def test_many_rows_end_fast() -> None:
    """Two thousand rows in any order."""
    with ends_soon():
        rows = [row("Ash", "Photo: Ann Lee"), row("Birch", "Bo")] * 1_000
        copy_of(*rows)
