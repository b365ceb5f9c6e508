"""Soft hyphens add places to break a word; other words are hyphenated as before."""

import io
import json
from pathlib import Path

import pypdf
import pytest

import printkit
from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.paths import CHECKOUT
from tests.support.pdf_objects import read_page_content
from tests.support.text_behind import read_with_pdfium

CASES = CHECKOUT / "tests" / "cases" / "field"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<p>a Ma­jo­rität, veröffentlicht</p>", "<p>a <span>Ma­jo­ri­tät,</span> veröffentlicht</p>"),
        ("<p>a Ma­jo­rität is a</p>", "<p>a Ma­jo­rität is a</p>"),
        (
            "<p>a <em>Ma­jo­rität</em> veröffentlicht</p>",
            "<p>a <em>Ma­jo­rität</em> veröffentlicht</p>",
        ),
        (
            "<h2>Ma­jo­rität <em>und Min­derheit</em></h2>",
            "<h2>Majorität <em>und Minderheit</em></h2>",
        ),
        ("<p>veröffentlicht</p>", "<p>veröffentlicht</p>"),
    ],
)
def test_only_words_with_soft_hyphens_are_set_apart(given: str, expected: str) -> None:
    """The block needs another word that can be broken; a heading has no soft hyphens."""
    copy = edit(Article(headline="H", language="de", body=f"{given}<p>b</p>"))
    assert write_html(copy.body) == f"{expected}<p>b</p>"


def test_a_soft_hyphen_does_not_turn_off_hyphenation() -> None:
    """A text needs as many lines with soft hyphens as without soft hyphens (b37)."""
    record = json.loads(Path(CASES / "b37-soft-hyphen-loose-lines.json").read_text("utf-8"))
    plain = record["body"].replace("\xad", "")
    lines = [
        len(read_with_pdfium(printkit.export({**record, "body": body}).pdf).splitlines())
        for body in (record["body"], plain)
    ]
    assert lines[0] == lines[1]


def test_a_word_is_broken_at_its_soft_hyphens() -> None:
    """The test breaks a word that no dictionary knows."""
    words = "Hafen Xqqqqqqqqqqqqqqqqqq\xadzzzzzzzzzzzzzzzzzzzz " * 6
    body = f"<p>{words} Kommission</p>"
    made = printkit.export({"headline": "A", "language": "de", "body": body})
    assert b"feff00ad" in read_page_content(made.pdf)


def test_a_headline_has_no_soft_hyphens() -> None:
    """Outline, title and the name of the file have no soft hyphens, either (b11)."""
    record = json.loads(Path(CASES / "b11-soft-hyphens-german.json").read_text("utf-8"))
    made = printkit.export(record)
    assert "\xad" not in made.article.headline
    reader = pypdf.PdfReader(io.BytesIO(made.pdf))
    assert reader.metadata
    assert "\xad" not in (reader.metadata.title or "")
    assert not any("\xad" in str(one) for one in reader.outline)
