"""The widths of columns are measured as WeasyPrint lays them out, also with pictures."""

from pathlib import Path
from typing import Any

import pytest

import printkit
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.quick_cases import mark_slow
from tests.support.wide_tables import PROSE, find_cut_numbers, make_number, make_record, make_table

LOSSES = {"PK601", "PK603", "PK608"}
WORDS = {"he": ("נמל", "שנה"), "ar": ("ميناء", "عمود"), "en": ("Port", "Year")}


def print_whole(record: dict[str, Any], **choices: Any) -> str:
    """Print a record; fail if a number is cut or lost; return the remarks on tables."""
    printed = printkit.export(record, **choices)
    assert find_cut_numbers(record, printed.pdf) == set()
    assert [str(one) for one in printed.remarks if one.code in LOSSES] == []
    return "; ".join(one.message for one in printed.remarks if one.code == "PK509")


def make_growing_number(row: int, column: int) -> str:
    """Return a number; the later the column, the longer the number."""
    return make_number(row, column) if column == 0 else str((row + 7) * 11 ** (column // 4 + 1))


@pytest.mark.parametrize("language", mark_slow(WORDS, but={"he"}))
@pytest.mark.parametrize(("columns", "rows"), mark_slow([(30, 3), (34, 12)], but={(30, 3)}))
def test_columns_of_unequal_widths_are_whole(language: str, columns: int, rows: int) -> None:
    """Parts are chosen by the widths of their own columns, from right to left, too."""
    harbour, column = WORDS[language]
    table = make_table(columns, rows, make_growing_number)
    words = table.replace("Harbour", harbour).replace("Column", column)
    told = print_whole(make_record(PROSE, words, language=language))

    assert "parts" in told
    assert "broken" not in told


@pytest.mark.parametrize(
    ("picture", "columns", "language"),
    mark_slow(
        [
            (picture, columns, language)
            for picture in ("boat.png", "missing.png")
            for columns, language in ((9, "en"), (18, "en"), (18, "he"), (30, "en"))
        ],
        but={("boat.png", 9, "en")},
    ),
)
def test_a_picture_in_a_cell_leaves_numbers_whole(
    columns: int, language: str, picture: str, tmp_path: Path
) -> None:
    """The other columns are as wide as their words, though pictures are made smaller."""
    (tmp_path / "boat.png").write_bytes(encode_picture(draw_scene(900, 600)))
    shown = f'<figure><img src="{picture}" alt="A boat"><figcaption>The boat</figcaption></figure>'

    def cell(row: int, column: int) -> str:
        return shown if (row, column) == (1, 3) else make_number(row, column)

    record = make_record(PROSE, make_table(columns, 4, cell), language=language)
    told = print_whole(record, folder=tmp_path)

    assert ("wider than the page" in told) == (columns > 9)
    assert "broken" not in told


def test_few_columns_with_a_picture_make_room_for_long_numbers(tmp_path: Path) -> None:
    """Columns of equal widths are measured by the words that are too wide for their column."""
    (tmp_path / "boat.png").write_bytes(encode_picture(draw_scene(900, 600)))

    def cell(row: int, column: int) -> str:
        long = make_number(row, column) + ",000" * 5
        return '<img src="boat.png" alt="A boat">' if column == 1 else long

    record = make_record(PROSE, make_table(6, 3, cell))

    assert "turned" in print_whole(record, folder=tmp_path)
