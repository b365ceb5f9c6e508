"""Wide tables fit their page: in smaller type, turned, or in parts; no number is cut."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import weasyprint

import printkit
from printkit.press.tables.fitting import fit_tables
from tests.support import structure_tree
from tests.support.own_themes import write_theme
from tests.support.paths import CORPUS
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon
from tests.support.wide_tables import (
    PROSE,
    find_cut_numbers,
    find_smallest_type,
    make_number,
    make_record,
    make_table,
)

LOSSES = {"PK601", "PK603", "PK608"}
_LABEL = "<th rowspan=20 scope=row>Pier {} <a href=https://a.example>x</a></th>"
SPANNING = "".join(
    f"<tr>{'' if row % 20 else _LABEL.format(row // 20)}"
    f"<td>{6 + row // 4}:{row % 4}5</td><td>Boat {row}</td></tr>"
    for row in range(80)
)


def print_whole(record: dict[str, Any], **choices: Any) -> printkit.Result:
    """Print a record; fail if a number is cut, or if a text is lost or out of its place."""
    printed = printkit.export(record, **choices)
    assert find_cut_numbers(record, printed.pdf) == set()
    assert [str(one) for one in printed.remarks if one.code in LOSSES] == []
    assert structure_tree.find_faults(printed.pdf) == []
    return printed


def told(printed: printkit.Result) -> str:
    """Return the messages of the remarks on tables, in one text."""
    return "; ".join(one.message for one in printed.remarks if one.code == "PK509")


def shapes(pdf: bytes) -> str:
    """Return a letter for each page: U for an upright page, T for a turned page."""
    sizes = [page.get_size() for page in pypdfium2.PdfDocument(pdf)]
    return "".join("U" if width < height else "T" for width, height in sizes)


@pytest.mark.parametrize(
    ("paper", "columns"),
    mark_slow(
        [("A3", 24), ("A4", 9), ("A4", 22), ("A5", 14), ("90x122mm", 9), ("297x210mm", 22)],
        but={("A4", 9), ("90x122mm", 9)},
    ),
)
def test_no_number_is_cut(paper: str, columns: int) -> None:
    """The rule holds on every sheet and for many columns; type is never smaller than 6.5 points."""
    record = make_record(PROSE, make_table(columns, 3), PROSE)
    printed = print_whole(record, paper=paper)

    assert find_smallest_type(printed.pdf) >= 6.5


def test_smaller_type_comes_first() -> None:
    """Thirteen columns fit an upright page, and nothing has to be told."""
    printed = print_whole(make_record(PROSE, make_table(13, 3)))

    assert (shapes(printed.pdf), told(printed)) == ("U", "")
    assert find_smallest_type(printed.pdf) == 6.5


def test_a_wider_table_is_turned_on_a_page_of_its_own() -> None:
    """The text before and behind the table stays on upright pages; a remark names the table."""
    table = make_table(16, 4, caption="Passengers by month")
    printed = print_whole(make_record(PROSE, table, PROSE))

    assert shapes(printed.pdf) == "UTU"
    assert told(printed) == (
        "the table “Passengers by month” is wider than the page:"
        " printed turned, on a page of its own"
    )
    assert "Nobody" in structure_tree.read_pages(printed.pdf)[2]


@pytest.mark.slow
def test_a_table_of_many_rows_goes_on_over_turned_pages() -> None:
    """The head of the table is shown on each page, and is read once."""
    printed = print_whole(make_record(PROSE, make_table(16, 50), PROSE))
    heads = structure_tree.read_texts(printed.pdf, "TH")

    assert shapes(printed.pdf) == "UTTU"
    assert [words for _, words in heads] == [f"Column {column}" for column in range(16)]


@pytest.mark.slow
def test_a_table_that_no_page_holds_is_printed_in_parts() -> None:
    """Each part has the labels of its rows and a head; captions count the parts."""
    printed = print_whole(make_record(PROSE, make_table(40, 12, caption="By month"), PROSE))
    cells = [words for _, words in structure_tree.read_texts(printed.pdf, "TD")]
    captions = [words for _, words in structure_tree.read_texts(printed.pdf, "Caption")]

    assert "turned, on a page of its own, and in 3 parts" in told(printed)
    assert captions == [f"By month ({part}/3)" for part in (1, 2, 3)]
    assert [cells.count(f"Harbour {row}") for row in (0, 7, 11)] == [3, 3, 3]
    assert set(shapes(printed.pdf)[1:-1]) == {"T"}


def test_parts_of_a_low_table_stand_upright_on_one_page() -> None:
    """A turned page for three rows would be empty; the parts are of nearly equal widths."""
    printed = print_whole(make_record(PROSE, make_table(40, 3)))
    heads = structure_tree.read_texts(printed.pdf, "Table")

    assert shapes(printed.pdf) == "U"
    assert len(heads) == 4
    widths = [words.count("Column") for _, words in heads]
    assert max(widths) - min(widths) <= 2


def test_columns_under_one_heading_stay_in_one_part() -> None:
    """The table has nine years of four quarters: no year is divided."""
    years = "".join(f"<th colspan=4>Year {year}</th>" for year in range(9))
    quarters = "".join(f"<th>Q{quarter}</th>" for _ in range(9) for quarter in range(1, 5))
    rows = "".join(
        f"<tr><th scope=row>Pier {row}</th>"
        f"{''.join(f'<td>{make_number(row, column)}</td>' for column in range(1, 37))}</tr>"
        for row in range(6)
    )
    table = f"<thead><tr><th rowspan=2>Pier</th>{years}</tr><tr>{quarters}</tr></thead>{rows}"
    printed = print_whole(make_record(PROSE, f"<table>{table}</table>"))
    parts = [words for _, words in structure_tree.read_texts(printed.pdf, "THead")]

    assert len(parts) > 1
    assert [part.count("Year") * 4 for part in parts] == [part.count("Q") for part in parts]
    assert sum(part.count("Year") for part in parts) == 9


def test_a_cell_over_two_parts_is_in_both() -> None:
    """The words of the cell are told again; its number and its picture are not."""
    closed = "<tr><td>Closed</td><td colspan=39>since the storm</td></tr>"
    table = make_table(40, 2).replace("</tbody>", f"{closed}</tbody>")
    printed = print_whole(make_record(PROSE, table))
    cells = [words for _, words in structure_tree.read_texts(printed.pdf, "TD")]

    assert cells.count("since the storm") == cells.count("Closed") > 1


def test_a_label_that_spans_pages_is_shown_on_each_page() -> None:
    """The label is printed on each page and read once; the tags keep the whole span."""
    table = f"<table><thead><tr><th>Pier<th>Time<th>Boat</tr></thead>{SPANNING}</table>"
    printed = print_whole(make_record(PROSE, table))
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(printed.pdf)]
    heads = [words for _, words in structure_tree.read_texts(printed.pdf, "TH")]
    spans = [one["/A"].get("/RowSpan") for one in structure_tree.find_elements(printed.pdf, "TH")]

    assert len(pages) > 2
    for above, below in pairwise(pages):
        last = above.rpartition("Pier ")[2][0]
        first = below.partition("Pier ")[2].partition("Pier ")[2][0]
        assert first in (last, str(int(last) + 1))
        assert f"Pier {first}" in below[:150]
    assert [words[:6] for words in heads[3:]] == [f"Pier {pier}" for pier in range(4)]
    assert spans[3:] == [20, 20, 20, 20]


def read_case(name: str) -> dict[str, Any]:
    """Return a record of the field cases; skip the test where the corpus is absent."""
    if not CORPUS.exists():
        pytest.skip("the corpus ../shared/corpus is absent")
    record: dict[str, Any] = json.loads((CORPUS / "field" / name).read_text(encoding="utf-8"))
    return record


def test_the_harbours_of_the_field_case_are_named_on_each_page() -> None:
    """The case b01: the label of 40 boats is on every page that shows the boats."""
    printed = print_whole(read_case("b/b01-rowspan-over-pages.json"))
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(printed.pdf)]
    read = [words.count("Cold Point") for words in structure_tree.read_pages(printed.pdf)]

    assert ["Cold Point" in page for page in pages] == [False, True, True, True]
    assert read == [0, 1, 0, 0]


@pytest.mark.parametrize(
    "case",
    mark_slow(
        ["b/b12-fifteen-columns", "b/b34-numbers-cut-in-tables", "a/P08-wide-table"],
        but={"a/P08-wide-table"},
    ),
)
def test_the_wide_tables_of_the_field_cases_are_whole(case: str) -> None:
    """The tables stand on an upright page, in type of 6.5 points or more."""
    printed = print_whole(read_case(f"{case}.json"))

    assert "T" not in shapes(printed.pdf)
    assert find_smallest_type(printed.pdf) >= 6.5


def test_the_figures_of_the_field_case_line_up() -> None:
    """The case b09: `7` and `14` end at one place, below a head of two rows."""
    printed = print_whole(read_case("b/b09-two-level-table-heads.json"))
    page = pypdfium2.PdfDocument(printed.pdf)[0]
    text = page.get_textpage()
    ends = {}
    for name in ("Pier 1", "Pier 2"):
        found = text.search(name, match_whole_word=True).get_next()
        assert found
        _, bottom, _, top = text.get_charbox(found[0])
        row = [
            text.get_charbox(at)[2]
            for at in range(text.count_chars())
            if bottom - 2 < text.get_charbox(at)[1] < top and text.get_text_range(at, 1).isdigit()
        ]
        ends[name] = max(row)
    assert ends["Pier 1"] == pytest.approx(ends["Pier 2"], abs=0.6)


def test_a_cell_taller_than_a_page_is_whole() -> None:
    """No word is called lost or displaced: each cell goes on beside the other cells."""
    first, second = (
        "".join(f"<p>{name} {number} came late, and nobody paid.</p>" for number in range(130))
        for name in ("The dredger", "A ferry")
    )
    row = f"<tr><td>1990</td><td>{first}</td><td>{second}</td></tr>"
    table = f"<table><tr><th>Year</th><th>Dredgers</th><th>Ferries</th></tr>{row}</table>"
    printed = print_whole(make_record(PROSE, table, PROSE))

    assert len(pypdfium2.PdfDocument(printed.pdf)) > 1


@pytest.mark.slow
def test_a_right_to_left_table_is_parted_from_the_right() -> None:
    """The labels stand at the right of each part."""
    record = make_record(
        "<p>الميناء مفتوح منذ الصباح.</p>",
        make_table(30, 6).replace("Harbour", "ميناء").replace("Column", "عمود"),
        language="ar",
    )
    printed = print_whole(record)

    assert "in 3 parts" in told(printed)
    page = pypdfium2.PdfDocument(printed.pdf)[0]
    text = page.get_textpage()
    first = text.search("1,104,729").get_next()
    later = text.search("1,209,458").get_next()
    assert first
    assert later
    assert page.get_width() * 0.7 < text.get_charbox(first[0])[0] < page.get_width() * 0.9
    assert text.get_charbox(later[0])[0] < text.get_charbox(first[0])[0]


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_addresses_break_before_type_gets_smaller(paper: str) -> None:
    """A string of no language, such as a key, has no hyphens and no size of its own."""
    key = "a0b1c2d3e4f5g6h7i8j9k0l1m2n3o4p5" * 3
    row = f"<tr><td>Pier</td><td>{key}</td><td>https://a.example/{key}</td><td>1,204</td></tr>"
    table = f"<table><tr><th>Pier</th><th>Key</th><th>Page</th><th>Boats</th></tr>{row * 2}</table>"
    printed = print_whole(make_record(PROSE, table), paper=paper)

    assert (shapes(printed.pdf), told(printed)) == ("U", "")
    assert key in "".join(structure_tree.read_pages(printed.pdf)).replace(" ", "")


def test_words_break_where_no_other_way_exists() -> None:
    """A number that is wider than a turned page is broken, and a remark says so."""
    row = f"<tr><td>Pier</td><td>{'1234567890' * 30}</td><td>7</td></tr>"
    table = f"<table><tr><th>Pier</th><th>Key</th><th>Boats</th></tr>{row}</table>"
    printed = printkit.export(make_record(PROSE, table))

    assert "with words and numbers broken over lines" in told(printed)
    assert "1234567890" * 30 in "".join(structure_tree.read_pages(printed.pdf)).replace(" ", "")


@pytest.mark.parametrize("mark", ["x", "1"])
def test_an_endless_word_ends_fast(mark: str) -> None:
    """A word of five thousand letters stands beside a short word, and no letter is cut off."""
    table = f"<table><tr><th>A<th>B</tr><tr><td>{mark * 5_000}</td><td>7</td></tr></table>"
    with ends_soon():
        printed = printkit.export(make_record(PROSE, table), trusted=True)

        assert "PK603" not in {one.code for one in printed.remarks}


@pytest.mark.parametrize(
    ("columns", "expected"), mark_slow([(7, "U"), (16, "UTU")], but={(7, "U")})
)
def test_two_columns_of_text_make_way(columns: int, expected: str, tmp_path: Path) -> None:
    """A table goes across both columns; a turned table ends the columns."""
    theme = write_theme(tmp_path, ".body { columns: 2; column-gap: 7mm }")
    record = make_record(PROSE * 4, make_table(columns, 2), PROSE * 4)

    assert shapes(print_whole(record, theme=theme).pdf) == expected


def test_a_page_without_wide_tables_is_laid_out_once() -> None:
    """Tables that fit need one layout; only a table that does not fit needs a second layout."""
    assert count_layouts("<table><tr><td>1,000<td>2,000</table>") == 1
    assert count_layouts("<p>No table</p>") == 1
    assert count_layouts(f"<table><tr>{'<td>1,000,000' * 30}</table>") > 1


def count_layouts(body: str) -> int:
    """Return the number of times that the press lays a page out."""
    html = weasyprint.HTML(string=f"<article class=article><div class=body>{body}</div></article>")
    layouts = []

    def lay_out() -> weasyprint.Document:
        layouts.append(html.render())
        return layouts[-1]

    fit_tables(html.etree_element, lay_out)
    return len(layouts)


@pytest.mark.slow
def test_the_same_record_gives_the_same_bytes() -> None:
    """The layouts that the press tries on the way make no difference."""
    record = make_record(PROSE, make_table(20, 12), f"<table>{SPANNING}</table>")

    assert printkit.export(record).pdf == printkit.export(record).pdf


def test_an_article_of_a_section_is_named_by_its_table(tmp_path: Path) -> None:
    """A turned page in a digest has running head and folio; the next article is upright."""
    records = [
        make_record(PROSE, make_table(16, 4), headline="The wide one"),
        make_record(PROSE, headline="The other", date_published="2026-10-04"),
    ]
    path = tmp_path / "issue.pdf"
    made = printkit.digest(
        records, path, title="The Week", without=["cover", "contents"], start="flow"
    )
    texts = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made.pdf)]
    turned = shapes(made.pdf).index("T")

    assert [[one.code for one in account.remarks] for account in made.accounts] == [["PK509"], []]
    assert "The wide one" in texts[turned]
    assert "The Week" in texts[turned]
    assert shapes(made.pdf).count("T") == 1
    assert "The other" in texts[turned + 1]
    assert structure_tree.find_faults(made.pdf) == []
