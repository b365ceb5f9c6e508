"""Directives of MyST: titles, tables, links, versions and options are printed or named."""

import pytest

from printkit.copyedit.dialects.reading import BodyReading
from printkit.copyedit.dialects.tags import HiddenTags
from printkit.copyedit.formats import to_html
from printkit.copyedit.removals import Removals
from tests.support.dialect_bodies import read_dialect
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon

LIST = "```{list-table} Prices of *tea*\n:header-rows: 1\n* - Town\n  - Euro\n* - Bonn\n  - 22\n```"
CSV = '```{csv-table} Prices\n:header: "Town", "Euro"\n"Bonn, old", 22\n```'


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        (LIST, ["<caption>Prices of <em>tea</em></caption>", ">Town</th>", ">22</td>"]),
        (CSV, ["<caption>Prices</caption>", ">Euro</th>", "<td>Bonn, old</td>"]),
        ("```{table} Said\n:align: center\n| a | b |\n|---|---|\n| 1 | 2 |\n```",
         ["<caption>Said</caption>", ">a</th>"]),
        ("```{csv-table}\na;b\n```", ["<p>a;b</p>"]),
        ("```{versionadded} 7.25\nWords\n```", ["<b>Added in version 7.25</b><p>Words</p>"]),
        ("```{deprecated} 8.31\n```", ["Deprecated since version 8.31"]),
        ("```{prf:theorem} Thales\nWords\n```", ["<b>Theorem (Thales)</b><p>Words</p>"]),
        ("```{exercise}\nWords\n```", ["<b>Exercise</b><p>Words</p>"]),
        (":::{card} Title\n:link: https://e.org/card\nHead\n^^^\nBody\n+++\nFoot\n:::",
         ["<b>Title</b><p>Head</p><p>Body</p><p>Foot</p>", "https://e.org/card</a>"]),
        ("```{card} Title\n:link: https://e.org/card\nBody\n```", ["https://e.org/card</a>"]),
        ("::::{grid} 2 3\n:::{grid-item-card} One\nWords\n:::\n::::", ["<b>One</b><p>Words</p>"]),
        ("```{iframe} https://e.org/film\nCaption\n```", ["https://e.org/film</a>", "Caption"]),
        ("```{code} python\n:filename: a.py\nx = *1*\n```", ["<b>a.py</b>", "x = *1*"]),
        ("```{raw} html\n<b>Bold</b>\n```", ["<strong>Bold</strong>"]),
    ],
)  # fmt: skip
def test_a_directive_is_printed_with_its_words(written: str, parts: list[str]) -> None:
    """No sign of the directive is printed."""
    found = read_dialect(written)
    html = found.html.replace("<b>Bold</b>", "<strong>Bold</strong>")
    html = html.replace(' class="number"', "")
    for part in parts:
        assert part in html, html
    assert "{" not in html
    assert "* -" not in html
    assert not found.removed.get("PK301")


def test_options_with_words_that_no_page_has_are_named() -> None:
    """Names of places and settings of the look say nothing."""
    found = read_dialect(
        "```{note} Title\n:name: place\n:class: dropdown\n:subtitle: Some words\nBody\n```\n\n"
        ':::{tip} Title\n:subtitle: Other words\nBody\n:::\n\n+++ {"tags": ["x"]}'
    )
    assert found.removed["PK301"] == ["Some words", "Other words", '{"tags": ["x"]}']


@pytest.mark.parametrize(
    "source",
    mark_slow(
        ["```{list-table}\n" + "* - a\n" * 20_000, "```{csv-table} x\n:header: \"\n" * 3_000,
         "+++ {" * 20_000, "```{list-table} x\n* - " * 3_000],
        but={"+++ {" * 20_000, "```{list-table} x\n* - " * 3_000},
    ),
)  # fmt: skip
def test_long_directives_are_read_soon(source: str) -> None:
    """Directives that never end, and tables of many rows."""
    with ends_soon():
        to_html(source, "markdown", reading=BodyReading(HiddenTags(), Removals()))
