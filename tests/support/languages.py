"""Texts in many languages and scripts, and what readers of PDFs get wrong in them themselves.

load_texts()             the texts by language
make_record(language)    an article that holds one of them
find_unread(pdf, names)  which texts a reader does not give back
"""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from tests.support.paths import CHECKOUT
from tests.support.text_behind import (
    HAS_POPPLER,
    keep_characters,
    read_with_pdfium,
    read_with_poppler,
)

READERS: dict[str, Callable[[bytes], str]] = {"pdfium": read_with_pdfium}
if HAS_POPPLER:
    READERS["poppler"] = read_with_poppler

# What is wrong although the file is right, by reader and text. No reader but the one named
# gets these wrong.
READER_FAULTS = {
    ("pdfium", "ar-x-vowels"): "sets a full stop or comma before the mark on the letter before it",
    ("poppler", "yi"): "takes the direction of a line from most words of its page",
}


def load_texts() -> dict[str, str]:
    """Return a text for each language."""
    path = CHECKOUT / "tests" / "cases" / "languages.json"
    texts: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return texts


def make_record(language: str) -> dict[str, Any]:
    """Return an article in a language; its headline is Latin, so no face is needed twice."""
    return {
        "headline": f"Harbour news: {language}",
        "language": re.sub("-x-.*", "", language),
        "body": f"<p>{load_texts()[language]}</p>",
        "authors": ["Nora Feld"],
        "date_published": "2026-10-05",
        "publisher": "The Sample Post",
    }


def find_unread(pdf: bytes, languages: Iterable[str]) -> list[tuple[str, str]]:
    """Return reader and language of each text that is not read back, but for readers' faults."""
    texts = load_texts()
    found: list[tuple[str, str]] = []
    for reader, read in READERS.items():
        told = keep_characters(read(pdf))
        found += [
            (reader, language)
            for language in languages
            if keep_characters(texts[language]) not in told
            and (reader, language) not in READER_FAULTS
        ]
    return found
