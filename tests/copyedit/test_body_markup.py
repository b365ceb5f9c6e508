"""Markup of raw bodies."""

import pytest

from printkit.article import Article
from printkit.copyedit import tree
from printkit.copyedit.body_markup import repair_body
from printkit.copyedit.removals import Removals
from printkit.errors import RefusedError


@pytest.mark.parametrize(
    ("body_format", "body"),
    [
        ("markdown", "The *tide* turns"),
        ("html", "<p>The <em>tide</em> turns"),
        ("text", "The tide"),
    ],
)
def test_every_format_becomes_markup_without_remarks(body_format: str, body: str) -> None:
    """A good body needs no repair that a reader must know of."""
    article = Article.model_validate({"headline": "H", "body": body, "body_format": body_format})
    root, remarks = repair_body(article, Removals(), "a.json")
    assert tree.inner(root).startswith("<p>The ")
    assert remarks == []


def test_lowered_numbers_and_removed_marks_are_told() -> None:
    """Each kind of repair has one remark."""
    body = f"<table><tr><td colspan=9000>a{chr(0x301) * 40}</td></tr></table>"
    _, remarks = repair_body(Article(headline="H", body=body), Removals(), "a.json")
    assert [(one.code, one.record) for one in remarks] == [("PK303", "a.json"), ("PK205", "a.json")]


def test_a_body_over_a_limit_is_refused() -> None:
    """The refusal comes before the body is parsed."""
    article = Article.model_construct(headline="H", body="a" * 20_000_000, body_format="html")
    with pytest.raises(RefusedError):
        repair_body(article, Removals(), "a.json")
