"""Tokens of Drupal: pictures, films, parts of the site."""

import pytest

from tests.support.dialect_bodies import read_dialect


def test_tokens_are_named_and_films_are_links() -> None:
    """The remark has the description of a picture, and the name of a part of the site."""
    body = (
        '<p>A [[{"fid":"12","fields":{"alt":"The harbour"}}]] [video:https://e.org/v] '
        "[view:news=block] [[nid:12]] [node:title].</p>"
    )
    found = read_dialect(body, "html")
    assert found.html == '<p>A <a href="https://e.org/v">https://e.org/v</a> .</p>'
    assert found.removed["PK301"] == ["The harbour 12", "view:news=block", "nid:12", "node:title"]


@pytest.mark.parametrize(
    "words",
    ["The [node: a] and [view] of [site: Rome].", "Write <code>[node:title]</code>.", "[[a]] b."],
)
def test_words_in_brackets_stay(words: str) -> None:
    """A token has no space, and code shows tokens."""
    found = read_dialect(f"<p>{words}</p>", "html")
    assert found.html == f"<p>{words}</p>"
    assert not found.removed.get("PK301")
