"""Texts in many languages and scripts, and the faults of PDF readers with some of these texts.

load_texts()             the texts by language
make_record(language)    an article with the text of a language
find_unread(pdf, names)  the texts that a PDF reader does not give back
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

# The faults of PDF readers: the file is right, and the other reader gives the text back.
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
    """Return reader and language of each text that is not read back; leave out READER_FAULTS."""
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
