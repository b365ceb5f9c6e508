"""Formulas become lines of text."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html


@pytest.mark.parametrize(
    ("formula", "printed"),
    [
        ('<math alttext="x^2"><mi>x</mi></math>', "x^2"),
        ('<math><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></math>', "x_1"),
        ("<math><mi>x</mi><mo>+</mo><mn>1</mn></math>", "x+1"),
    ],
)
def test_a_formula_without_a_picture_is_printed_in_words(formula: str, printed: str) -> None:
    """Its TeX if it gives one."""
    assert (
        write_html(edit(Article(headline="H", body=f"<p>{formula}</p>")).body)
        == f'<p><span class="formula">{printed}</span></p>'
    )
