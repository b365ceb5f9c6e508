"""Formulas of a record, and the pages → the formulas that are lost, or printed as other numbers."""

import pytest

from printkit.article import Article
from printkit.pages import ArticleOnPage
from printkit.preflight.inventory.formulas import lost_formulas
from printkit.preflight.inventory.html_items import read_html
from printkit.preflight.readback import PageContent
from printkit.remarks import Removed

POWER = "<math><msup><mn>10</mn><mn>3</mn></msup></math>"
HALF = "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"
SUM = "<math><mi>x</mi><mo>+</mo><mn>1</mn></math>"
SOURCE = "<math><msup><mi>x</mi><mn>2</mn></msup><annotation encoding=x-tex>x^2</annotation></math>"


def lost(body: str, words: str, *, formulas: int = 0, told: str = "") -> list[str]:
    """Return the formulas that are lost if a page has these words."""
    page = PageContent(1, 210, 297, (words,), (), (), 0, blank=False, formulas=formulas)
    on_page = ArticleOnPage(Article(headline="H", body="B"), removed=(Removed("f", told),))
    return [one.words for one in lost_formulas(read_html(body, ""), [page], on_page)]


@pytest.mark.parametrize(
    ("body", "words"),
    [(POWER, "some 10³ m"), (POWER, "10^3"), (HALF, "1/2"), (HALF, "(1)/(2)"), (SUM, "x+1"),
     (SOURCE, "x^2")],
)  # fmt: skip
def test_a_formula_with_all_its_meaning_is_no_loss(body: str, words: str) -> None:
    """A sign tells the power and the fraction."""
    assert lost(body, words) == []


@pytest.mark.parametrize(
    ("body", "words", "found"),
    [
        (POWER, "the area 103 m", "10 3"),
        (HALF, "the rate is 12 and", "1 2"),
        (SUM, "nothing", "x + 1"),
    ],
)
def test_a_number_that_means_another_is_a_loss(body: str, words: str, found: str) -> None:
    """The page may describe the formula instead, or a remark may have its source."""
    assert lost(body, words) == [found]
    assert lost(body, words, told=found) == ([] if body == SUM else [found])
    assert lost(body, words, formulas=1) == ([found] if body == SUM else [])
