"""Elements outside formulas whose names nh3 takes for MathML keep their words."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit, vocabulary
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article


def html_of(body: str) -> str:
    """Return the copy of a body."""
    return write_html(edit(Article(headline="H", body=body), links="plain").body)


@pytest.mark.parametrize("name", sorted(vocabulary.CONTENT_MATHML))
def test_the_words_of_each_such_element_stay(name: str) -> None:
    """The element is shown by a browser like an element that HTML does not know."""
    assert html_of(f"<p>a <{name}>inside</{name}> b</p>") == "<p>a inside b</p>"


def test_sections_of_an_xml_dialect_are_printed() -> None:
    """Blocks, closed elements and capitals are read, and nothing is lost."""
    body = (
        "<sec id=s1><p>First words.</p><list list-type=bullet><list-item><p>Item one.</p>"
        "</list-item></list><sep/><p>Behind.</p></sec><CARD><p>Card words.</p></CARD>"
    )
    result = print_article({"headline": "H", "language": "en", "body": body})
    assert [one for one in result.remarks if one.code == "PK608"] == []
    assert "First words." in html_of(body)
    assert "Behind." in html_of(body)
    assert "Card words." in html_of(body)


def test_content_mathml_in_a_formula_stays_a_formula() -> None:
    """The TeX beside the content markup is printed, as before."""
    body = "<p>x <math alttext='a+1'><apply><plus/><ci>a</ci><cn>1</cn></apply></math> y</p>"
    assert html_of(body).startswith('<p>x <span class="formula"')
    assert html_of(body).endswith("</span> y</p>")
