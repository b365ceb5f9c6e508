"""Text that is read back equals the copy in forty languages, alone and in one digest.

A language for which this machine has no face is left out; `make conformance` installs faces.
"""

from functools import cache

import pytest

import printkit
from tests.support.languages import find_unread, load_texts, make_record
from tests.support.text_behind import find_told_twice, find_unmapped_glyphs

LANGUAGES = sorted(load_texts())
pytestmark = pytest.mark.slow


@cache
def printed(language: str) -> printkit.Result:
    """Return the print of a text, the same for all tests."""
    return printkit.export(make_record(language))


def has_faces(language: str) -> bool:
    """Return whether every character of a text was printed."""
    return "PK502" not in {remark.code for remark in printed(language).remarks}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_read_back(language: str) -> None:
    """The text is whole in poppler and PDFium, told once, and every glyph has a text."""
    if not has_faces(language):
        pytest.skip("this machine has no face for the text")
    pdf = printed(language).pdf
    assert find_unread(pdf, [language]) == []
    assert find_told_twice(pdf) == []
    assert find_unmapped_glyphs(pdf) == []
    assert [one for one in printed(language).remarks if one.code == "PK601"] == []


def test_all_texts_are_read_back_from_one_digest() -> None:
    """The articles share their faces, and each glyph of a face still has the text that it shows."""
    here = [language for language in LANGUAGES if has_faces(language)]
    # The digest is English: in a digest from right to left, PDFium reverses the words of all pages.
    records = [make_record(language) for language in here]
    made = printkit.digest(records, title="Forty languages", language="en")
    assert len(here) > 15
    assert find_unread(made.pdf, here) == []
    assert find_told_twice(made.pdf) == []
    assert find_unmapped_glyphs(made.pdf) == []
