"""Parts of a user's template that no page prints."""

from pathlib import Path

import pytest

import printkit
from printkit.errors import ThemeError
from tests.support.own_templates import write_templates
from tests.support.printed_articles import read_pages
from tests.support.sample_records import PLAIN

EXTENDS = '{% extends "base/article.html" %}\n'


@pytest.mark.parametrize(
    ("texts", "place", "told"),
    [
        (
            {"article": EXTENDS + "{% block nosuch %}words{% endblock %}"},
            "article.html:2",
            "base/article.html has no block nosuch, so the words of this block are not printed;"
            " the blocks are: body, head, kind",
        ),
        (
            {
                "article": EXTENDS
                + "{% if article %}{% block foo %}{{ 1 }}{% endblock %}{% endif %}"
            },
            "article.html:2",
            "has no block foo",
        ),
        (
            {"cover": '{% extends "base/cover.html" %}{% block matter %}x{% endblock %}'},
            "cover.html:1",
            "base/cover.html has no block matter",
        ),
        ({"article": EXTENDS + "\n\nHello"}, "article.html:4", "words outside the blocks"),
        ({"article": EXTENDS + "{{ article.headline }}"}, "article.html:2", "words outside"),
    ],
)
def test_words_that_no_page_prints_are_an_error(
    tmp_path: Path, texts: dict[str, str], place: str, told: str
) -> None:
    """Jinja leaves them out without a word."""
    with pytest.raises(ThemeError) as caught:
        printkit.export(PLAIN, templates=write_templates(tmp_path, **texts))
    assert caught.value.where.endswith(place)
    assert told in caught.value.problems[0]
    assert "\n" not in caught.value.problems[0]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """The error names each block with its file and line."""
    text = EXTENDS + "{% block a %}x{% endblock %}\n{% block b %}y{% endblock %}\nwords"
    with pytest.raises(ThemeError) as caught:
        printkit.export(PLAIN, templates=write_templates(tmp_path, article=text))
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize(
    "texts",
    [
        {
            "article": EXTENDS
            + "{% block body %}{{ super() }}{% block mine %}Ours{% endblock %}{% endblock %}"
        },
        {
            "article": '{% extends "mine.html" %}{% block inner %}Ours{% endblock %}',
            "mine": EXTENDS + "{% block body %}{% block inner %}{% endblock %}{% endblock %}",
        },
        {"parts__article": "{% block any %}Ours{% endblock %}"},
        {
            "article": EXTENDS + "{# a word #}{% set a = 1 %}{% block none %} {% endblock %}"
            "{% block body %}Ours{% endblock %}"
        },
    ],
)
def test_a_block_that_is_printed_is_right(tmp_path: Path, texts: dict[str, str]) -> None:
    """Within a known block, in a template between, or in a template that extends none."""
    made = printkit.export(PLAIN, templates=write_templates(tmp_path, **texts))
    assert "Ours" in "".join(read_pages(made.pdf))
