"""Names in code, account numbers and amounts in narrow columns: whole, or told in PK509."""

import pypdfium2
import pytest

import printkit
from tests.support.quick_cases import mark_slow


def printed(cell: str, columns: int, language: str = "en") -> tuple[str, str]:
    """Return the text of a table of one cell many times, and the remarks on the table."""
    rows = f"<tr>{f'<td>{cell}</td>' * columns}</tr>" * 3
    head = "".join(f"<th>H{number}</th>" for number in range(columns))
    record = {"headline": "Table", "language": language, "body": f"<table>{head}{rows}</table>"}
    made = printkit.export(record)
    with pypdfium2.PdfDocument(made.pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    told = (one.message for one in made.remarks if one.code == "PK509")
    return "\n".join(pages), "; ".join(told)


@pytest.mark.parametrize("tag", mark_slow(["code", "kbd", "samp", "pre"], but={"code"}))
def test_broken_names_of_code_are_told(tag: str) -> None:
    """A reader of code must know that a name goes on in the next line."""
    name = "some_very_long_identifier_name_here_x()"
    text, told = printed(f"<{tag}>{name}</{tag}>", 6)
    assert name not in text
    assert "long names of code broken over lines" in told


def test_whole_names_of_code_need_no_remark() -> None:
    """A long name has room in a table of two columns, and an address is broken without a remark."""
    assert printed("<code>some_very_long_identifier()</code>", 2)[1] == ""
    assert "code" not in printed("https://example.org/a/very/long/path/to/file.html", 6)[1]


@pytest.mark.parametrize(
    ("amount", "language"),
    mark_slow(
        [
            ("2億1234万円", "ja"),
            ("12亿3,456万元", "zh"),
            ("9兆8765億円", "ja"),
            ("DE89 3704 0044 0532 0130 00", "de"),
            ("GB82 WEST 1234 5698 7654 32", "en"),
        ],
        but={("2億1234万円", "ja"), ("DE89 3704 0044 0532 0130 00", "de")},
    ),
)
def test_amounts_and_account_numbers_are_not_broken(amount: str, language: str) -> None:
    """Each amount stands in one line, in a table of many columns, too."""
    text, _ = printed(amount, 12 if language in ("ja", "zh") else 8, language)
    assert text.replace("\u00a0", " ").count(amount) >= 24
