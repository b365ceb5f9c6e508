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
    # PDFium turns the words of a Latin phrase in a line from right to left.
    assert "מקור: News Port Haifa, 5 באוקטובר 2026" in text.replace("\u200f", "")


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


def _spots(pdf: bytes) -> dict[str, tuple[float, float]]:
    """Return the left and the right edge of each text of the page, of the first use of each."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        spots: dict[str, tuple[float, float]] = {}
        for number in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(number)
            spots.setdefault(text.get_text_bounded(left, bottom, right, top).strip(), (left, right))
    return spots


def test_cells_of_two_directions_stand_in_line() -> None:
    """Latin cells of a Hebrew table end where Hebrew cells end, with room to the next column."""
    rows = (("Apple", "-4%", "AAPL"), ("טבע", "-3%", "TEVA"), ("Nokia", "+1.2%", "NOK"))
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    own = '<tr><td dir="ltr">Intel</td><td dir="ltr">+55</td><td>INTC</td></tr>'
    body = f"<table><tr><th>חברה</th><th>שינוי</th><th>סימן</th></tr>{cells}{own}</table>"
    made = printkit.export({"headline": "בורסה", "language": "he", "body": body})
    spots = _spots(made.pdf)
    assert spots["Apple"][1] == pytest.approx(spots["Nokia"][1], abs=1.5)
    assert spots["Apple"][1] == pytest.approx(max(right for _, right in spots.values()), abs=3)
    for name, number in (("Apple", "-4%"), ("Nokia", "+1.2%"), ("Intel", "+55")):
        assert spots[name][0] - spots[number][1] > 5


def test_marks_of_items_of_two_directions_stand_in_the_text() -> None:
    """The mark of an English item stands within the text, also where the record gives `dir`."""
    items = '<li>English item</li><li>פריט</li><li>עוד פריט בעברית</li><li dir="ltr">Own way</li>'
    record = {"headline": "רשימה", "language": "he", "body": f"<p>טקסט.</p><ol>{items}</ol>"}
    made = printkit.export(record)
    with pypdfium2.PdfDocument(made.pdf) as document:
        text = document[0].get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        width = document[0].get_width()
    folio = min(left for left, bottom, _, _ in boxes if bottom < 80)
    assert min(left for left, bottom, _, _ in boxes if bottom > 80) > folio
    assert max(right for _, _, right, _ in boxes) < width - folio + 1
