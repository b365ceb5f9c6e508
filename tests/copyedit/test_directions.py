"""Direction: a bidi control acts in its own block only."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit, tree
from printkit.copyedit.directions import balance
from tests.support.clean_copy import write_html


@pytest.mark.parametrize(
    ("given", "balanced"),
    [
        ("a\u202eb", "a\u202eb\u202c"),
        ("a\u2067b\u202eb", "a\u2067b\u202eb\u202c\u2069"),
        ("a\u202ab\u202cc", "a\u202ab\u202cc"),
        ("a\u202cb\u2069", "ab"),
        ("\u200fabc", "\u200fabc"),
    ],
)
def test_what_is_opened_is_closed_and_nothing_else_is(given: str, balanced: str) -> None:
    """Embeddings, overrides and isolates are closed; direction marks stay."""
    block = tree.parse(f"<p>{given}</p>")[0]
    balance(block)
    assert tree.text(block) == balanced


def test_an_override_does_not_turn_the_next_paragraph_round() -> None:
    """The override is closed where its paragraph ends, also within emphasis."""
    copy = edit(Article(headline="H", body="<p>a <em>\u202eb</em> c</p><p>d</p>"))
    assert write_html(copy.body) == "<p>a <em>\u202eb</em> c\u202c</p><p>d</p>"
