"""Words of two directions on one page: each word stands where its own direction puts the word."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import printkit
from tests.support.paths import CHECKOUT

CASES = CHECKOUT / "tests" / "cases" / "field"


@cache
def printed(name: str) -> printkit.Result:
    """Return the print of a field case, the same for all tests."""
    record: dict[str, Any] = json.loads(Path(CASES / f"{name}.json").read_text(encoding="utf-8"))
    return printkit.export(record)


def left_of(pdf: bytes, words: str, offset: int = 0) -> float:
    """Return the left edge of one letter of some words on the first page, in points."""
    with pypdfium2.PdfDocument(pdf) as file:
        page = file[0].get_textpage()
        found = page.search(words, match_case=True).get_next()
        assert found, words
        left: float = page.get_charbox(found[0] + offset)[0]
        return left


@pytest.mark.parametrize("code", ["foo(x, -1);", "boats/*.csv;", 'print("late!"); }'])
def test_code_runs_to_the_right(code: str) -> None:
    """The last sign of the code is at the right end, in a block and in a line (b30)."""
    pdf = printed("b30-code-in-hebrew").pdf
    assert left_of(pdf, code, len(code) - 1) > left_of(pdf, code)


def test_lines_of_code_begin_at_the_left() -> None:
    """A line may begin with a number, and go on in Hebrew (b04)."""
    pdf = printed("b04-hebrew-dates-and-brackets").pdf
    line = "ספינה בנמל|f1999-09-02"  # as PDFium reads it
    assert left_of(pdf, line, len(line) - 1) < left_of(pdf, line)


def test_a_date_stays_together_behind_a_foreign_name() -> None:
    """The figure 5 stands between the name and the month (b31)."""
    pdf = printed("b31-hebrew-source-line").pdf
    with pypdfium2.PdfDocument(pdf) as file:
        text = file[0].get_textpage().get_text_bounded()
    assert "2026 באוקטובר 5 ,Haifa Port News :מקור" in text


def test_a_foreign_copyright_line_is_not_called_lost() -> None:
    """The line is printed in its own direction (b31)."""
    made = printed("b31-hebrew-source-line")
    assert left_of(made.pdf, "© 2026 Haifa Port News") < left_of(made.pdf, "2026 Haifa Port News")
    assert [one for one in made.remarks if one.code == "PK601"] == []


RIGHT_TO_LEFT_NAMES = {
    "headline": "A ferry for Haifa",
    "language": "en",
    "authors": [{"name": "נורה פלד", "job_title": "3 times a winner"}],
    "publisher": "חדשות נמל 7",
    "copyright": "© 2026 חדשות נמל",
    "body": "<p>The ferry came.</p>",
    "date_published": "2026-10-05",
}


def test_names_from_the_right_keep_their_numbers_on_a_page_to_the_right() -> None:
    """The 7 belongs to the name, the 3 belongs to the words behind the other name."""
    pdf = printkit.export(RIGHT_TO_LEFT_NAMES).pdf
    with pypdfium2.PdfDocument(pdf) as file:
        text = file[0].get_textpage().get_text_bounded()
    # PDFium gives the words of the names from the left.
    assert "פלד נורה, 3 times a winner" in text
    assert "Source: 7 נמל חדשות, October 5, 2026" in text
