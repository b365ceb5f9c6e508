"""Verse with bars, tables without a rule, and captions of tables."""

import pytest

from tests.support.dialect_bodies import read_dialect

HEAD = '<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
BODY = "<tbody><tr><td>c</td><td>d</td></tr></tbody>"
TABLE = "| a | b |\n|---|---|\n| c | d |"


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Lines:\n\n| Roses are red\n|   Violets *are* blue\n\nafter",
         '<p>Lines:</p><p class="verse">Roses are red<br>&nbsp;&nbsp;Violets <em>are</em> blue</p>'
         "<p>after</p>"),
        ("| The Lady\n| of Shalott,\n|\n| by Tennyson\n  and more",
         '<p class="verse">The Lady<br>of Shalott,</p><p class="verse">by Tennyson and more</p>'),
        ("> | q1\n> | q2\n\nx", '<blockquote><p class="verse">q1<br>q2</p></blockquote><p>x</p>'),
        ("|x| is absolute and |y|", "<p>|x| is absolute and |y|</p>"),
        ("    | code\n    | code", "<pre><code>| code\n| code</code></pre>"),
        ("a | b\nc | d", "<p>a | b c | d</p>"),
    ],
)  # fmt: skip
def test_lines_with_bars_are_verse(written: str, html: str) -> None:
    """The bars go, and the lines and their indentation stay."""
    assert read_dialect(written).html == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("| a | b |\n| c | d |", "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td>"
         "<td>d</td></tr></tbody></table>"),
        ("| c | *d* |\n{: .table}", "<table><tbody><tr><td>c</td><td><em>d</em></td></tr></tbody>"
         "</table>"),
        ("|-----|\n| a | b |\n|=====|\n| c | d |\n|-----|", f"<table>{HEAD}{BODY}</table>"),
        ("| c | d \\| e |\n| f | [[g|h]] |",
         "<table><tbody><tr><td>c</td><td>d | e</td></tr><tr><td>f</td><td>h</td></tr></tbody>"
         "</table>"),
        (TABLE, f"<table>{HEAD}{BODY}</table>"),
    ],
)  # fmt: skip
def test_lines_between_bars_are_a_table(written: str, html: str) -> None:
    """Kramdown needs no rule below the head."""
    assert read_dialect(written).html == html


@pytest.mark.parametrize(
    "written",
    [
        f'{TABLE}\n\n: Cap *x* {{#tbl-a tbl-colwidths="[50,50]"}}',
        f"{TABLE}\n\nTable: Cap *x*",
        f"{TABLE}\n: Cap *x*",
        f"{TABLE}\nTable: Cap *x*",
        f"Table: Cap *x*\n\n{TABLE}",
        f": Cap *x*\n\n{TABLE}",
        f"table: Cap\n*x*\n\n{TABLE}",
    ],
)
def test_a_caption_stands_in_its_table(written: str) -> None:
    """Behind the table or before it, as Pandoc, Quarto and kramdown have captions."""
    table = f"<table><caption>Cap <em>x</em></caption>{HEAD}{BODY}</table>"
    assert (
        read_dialect(f"Before.\n\n{written}\n\nAfter.").html
        == f"<p>Before.</p>{table}<p>After.</p>"
    )


def test_captions_between_tables_keep_their_tables() -> None:
    """A caption behind a table belongs to this table, unless the table has a caption."""
    first, second = f"<table><caption>A</caption>{HEAD}", f"<table><caption>B</caption>{HEAD}"
    both = f"{first}{BODY}</table>{second}{BODY}</table>"
    assert read_dialect(f"{TABLE}\n\n: A\n\n{TABLE}\n\n: B").html == both
    assert read_dialect(f"{TABLE}\n\n: A\n\nTable: B\n\n{TABLE}").html == both
    assert read_dialect(f": A\n\n{TABLE}\n\n: B\n\n{TABLE}").html == both


def test_a_term_with_its_meaning_stays_before_a_table() -> None:
    """No blank line parts a term from its meaning."""
    found = read_dialect(f"Term\n: Meaning\n\n{TABLE}")
    assert found.html.startswith("<dl><dt>Term</dt><dd>Meaning</dd></dl><table><thead>")
