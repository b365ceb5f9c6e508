"""Elements that cross pages, and the margins of pages."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.support import structure_tree
from tests.support.pdf_objects import read_page_content
from tests.support.tagged_snippets import PrintedSnippet, print_snippet

MARGINS = """@page { size: A7; @top-center { content: 'Running head' }
  @bottom-center { content: counter(page) } @left-middle { content: 'Side' } }"""
WORDS = " ".join(f"word{number}" for number in range(150))


def page_count(page: PrintedSnippet) -> int:
    """Return the number of printed pages."""
    return len(PdfReader(BytesIO(page.pdf)).pages)


@pytest.mark.parametrize(
    ("body", "roles"),
    {
        f"<article><section><p>{WORDS}": ["Art", "Sect", "P"],
        f"<blockquote><p><em>{WORDS}</em>": ["BlockQuote", "P", "Span"],
        f"<ul><li>a<ul><li>{WORDS}</ul></ul>": ["L", "LI", "LBody", "P", "L", "LI", "LBody"],
        f"<div><a href='http://x.y/'>{WORDS}</a></div>": ["P", "Link"],
        f"<dl><dt>T<dd>{WORDS}</dl>": ["L", "LI", "LBody"],
        f"<table><tr><td>a<td>{WORDS}</table>": ["Table", "TBody", "TR", "TD", "TD"],
    }.items(),
)
def test_split(body: str, roles: list[str]) -> None:
    """An element that crosses pages is one element."""
    page = print_snippet(body, MARGINS)
    assert page_count(page) > 1
    found = [role for role in _roles(page) if role != "Lbl"]
    assert found == roles
    assert page.faults == []


def _roles(page: PrintedSnippet) -> list[str]:
    return re.findall(r"[A-Z][A-Za-z0-9]*(?=\()", re.sub(r"'[^']*'", "", page.outline))


def test_furniture() -> None:
    """Running heads and folios are pagination artifacts, above or below."""
    page = print_snippet(f"<p>{WORDS}", MARGINS)
    assert "Running" not in page.outline
    drawn = read_page_content(page.pdf)
    assert drawn.count(b"/Subtype /Header") == drawn.count(b"/Subtype /Footer") == 1
    assert drawn.count(b"/Type /Pagination") == 3


def test_margin_link() -> None:
    """A link in a running head stays a link, with its own element on each page."""
    head = "<div style='position: running(head)'><a href='http://x.y/'>Home</a></div>"
    page = print_snippet(
        f"{head}<p>a<p style='break-before: page'>b", "@page{@top-left{content:element(head)}}"
    )
    assert page.outline == "P('a') P('b') Link(@) Link(@)"
    assert page.faults == []


def test_repeated_head() -> None:
    """The head of a table is in the tree once, and its links work on every page."""
    rows = "".join(f"<tr><td>{number}<td>x" for number in range(20))
    head = "<thead><tr><th>No <a href='http://x.y/'>why</a><th>X</thead>"
    page = print_snippet(f"<table>{head}{rows}<tfoot><tr><td colspan=2>Sum</table>", MARGINS)
    pages = page_count(page)
    assert pages > 1
    assert page.outline.count("THead") == page.outline.count("'Sum'") == 1
    assert page.outline.endswith("TFoot(TR(TD('Sum'))))")
    assert page.outline.count("@") == pages
    assert page.faults == []


@pytest.mark.parametrize("rowspan", [2, 4, 9, 0])
def test_row_span(rowspan: int) -> None:
    """A cell that spans rows across a page keeps its span; all rows are of one length."""
    rows = "".join(f"<tr><td>{number}" for number in range(6))
    css = "td{height: 30mm} @page{size: A6}"
    page = print_snippet(f"<table><tr><td rowspan={rowspan}>span<td>first{rows}</table>", css)
    assert page_count(page) > 1
    cell = structure_tree.find_elements(page.pdf, "TD")[0]
    assert cell["/A"]["/RowSpan"] == min(rowspan or 7, 7)
    assert page.faults == []


def test_fixed() -> None:
    """Content that CSS repeats on every page is in the tree once."""
    body = "<p>a<div style='position: fixed; top: 0'>Draft</div><p style='break-before: page'>b"
    page = print_snippet(body)
    assert page.outline == "P('a') P('Draft') P('b')"
    assert page.faults == []


def test_blank_first_page() -> None:
    """A blank page before the first page is tagged as well, and is empty."""
    page = print_snippet("<p>a<p style='break-before: left'>b", "html{break-before: left}")
    assert page.outline == "P('a') P('b')"
    assert page.faults == []
