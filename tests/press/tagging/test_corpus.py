"""Real articles: whole trees, on which a validator can only name missing glyphs."""

import json
import re
from html import escape

import nh3
import pytest

from tests.support.paths import CORPUS
from tests.support.quick_cases import mark_slow
from tests.support.tagged_snippets import SQUARE, print_document

ARTICLES = CORPUS / "articles"
CSS = """@page { size: A5; @top-left { content: string(title) } @bottom-center {
content: counter(page) } } h1 { string-set: title content() } img { image-rendering: crisp-edges }
body { hyphens: auto; text-align: justify }"""
GLYPHS = "PDFUA1-NOTDEF-GLYPH-001"
# Two records that together hold lists, tables, links, pictures; `make slow` prints all records.
SOME = ("wikipedia-3", "table-style-attributes")


def markup(record: dict[str, str]) -> str:
    """Return a plain page with an article's body; the levels of its headings have no gaps."""
    level = 1

    def close_up(found: re.Match[str]) -> str:
        nonlocal level
        if not found[1]:
            level = max(2, min(int(found[2]), level + 1))
        return f"<{found[1]}h{level}>"

    body = re.sub(r"<(/?)h([1-6])[^>]*>", close_up, nh3.clean(record.get("body", "")))
    body = re.sub(r"<img[^>]*>", f'<img alt="A picture" src="{SQUARE}">', body)
    headline = escape(record["headline"])
    head = f"<title>{headline}</title><style>{CSS}</style>"
    language = record.get("language") or "en"
    article = f"<article><header><h1>{headline}</h1></header>{body}</article>"
    return f'<!DOCTYPE html><html lang="{language}">{head}<body>{article}'


@pytest.mark.parametrize(
    "name",
    mark_slow((path.stem for path in sorted(ARTICLES.glob("*.json"))), but=SOME)
    or [pytest.param("", marks=pytest.mark.skip(reason=f"{ARTICLES} is not there"))],
)
def test_article(name: str) -> None:
    """A real article is tagged whole."""
    record = json.loads((ARTICLES / f"{name}.json").read_text())
    page = print_document(markup(record))
    assert [fault for fault in page.faults if not fault.startswith(GLYPHS)] == []
    assert "P(" in page.outline
