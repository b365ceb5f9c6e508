"""Texts that are too long for the digest's own pages are cut there, and told."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from printkit import digest
from printkit.issue.cut_texts import tell_cut_texts
from tests.support.assembled_issues import make_article

_LONG = "harbour " * 400


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("section", _LONG),
        ("source", {"name": _LONG}),
        ("authors", [{"name": _LONG}]),
        ("byline", _LONG),
        ("url", f"https://a.org/{'a' * 300}"),
        ("date_line", _LONG),
    ],
)
def test_each_long_text_is_told_once(field: str, value: Any) -> None:
    """The remark names the field of the text."""
    (remark,) = tell_cut_texts(make_article("a", "a.json", **{field: value})).remarks
    assert remark.code == "PK705"
    assert remark.field == ("authors" if field == "byline" else field)


def test_a_long_section_name_does_not_end_the_digest() -> None:
    """Other articles are printed, and the article itself has the whole name."""
    words = " ".join(f"part{number}" for number in range(300))
    made = digest(
        [
            {"headline": "Harbour opens", "language": "en", "body": "Ships.", "section": words},
            {"headline": "Ferry leaves", "language": "en", "body": "Waves."},
        ],
        cache=False,
    )
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages).lower()
    assert "ferry leaves" in text
    assert "part299" in text
    assert [one.status for one in made.accounts] == ["ok", "ok"]
    assert [one.code for account in made.accounts for one in account.remarks] == ["PK705"]
