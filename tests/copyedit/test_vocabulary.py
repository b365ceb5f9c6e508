"""The elements and attributes that copy-editing knows."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit, vocabulary
from printkit.copyedit.vocabulary import names
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article


def test_a_line_of_names_is_a_set() -> None:
    """White space parts the names."""
    assert names("a b\n  c") == {"a", "b", "c"}


def test_nothing_that_runs_loads_or_hides_is_printed() -> None:
    """The lists are short on purpose; a longer list is a decision."""
    active = names("script style iframe object embed link meta base form input svg math template")
    assert not vocabulary.PRINTED_TAGS & active
    allowed = set().union(*vocabulary.PRINTED_ATTRIBUTES.values())
    assert not allowed & names("style src srcset rel target download action data background")
    assert not any(name.startswith("on") for name in allowed)
    assert {"http", "https", "mailto", "tel"} == vocabulary.SCHEMES


def test_all_that_is_printed_is_also_read() -> None:
    """Otherwise repairing would drop elements that certifying lets through."""
    assert vocabulary.PRINTED_TAGS <= vocabulary.READ_TAGS
    assert not vocabulary.READ_TAGS & vocabulary.UNREAD


def copy_of(body: str) -> str:
    """Return the copy of a body."""
    return write_html(edit(Article(headline="H", body=body), links="plain").body)


# `copyedit/xml_dialects` reads these as a note and as a section.
OF_XML_DIALECTS = {"fn", "sec"}


@pytest.mark.parametrize("name", sorted(vocabulary.CONTENT_MATHML - OF_XML_DIALECTS))
def test_the_words_of_each_such_element_stay(name: str) -> None:
    """The element is shown by a browser like an element that HTML does not know."""
    assert copy_of(f"<p>a <{name}>inside</{name}> b</p>") == "<p>a inside b</p>"


def test_sections_of_an_xml_dialect_are_printed() -> None:
    """Blocks, closed elements and capitals are read, and nothing is lost."""
    body = (
        "<sec id=s1><p>First words.</p><list list-type=bullet><list-item><p>Item one.</p>"
        "</list-item></list><sep/><p>Behind.</p></sec><CARD><p>Card words.</p></CARD>"
    )
    result = print_article({"headline": "H", "language": "en", "body": body})
    assert [one for one in result.remarks if one.code == "PK608"] == []
    assert "First words." in copy_of(body)
    assert "Behind." in copy_of(body)
    assert "Card words." in copy_of(body)


def test_content_mathml_in_a_formula_stays_a_formula() -> None:
    """The TeX beside the content markup is printed, as before."""
    body = "<p>x <math alttext='a+1'><apply><plus/><ci>a</ci><cn>1</cn></apply></math> y</p>"
    assert copy_of(body).startswith('<p>x <span class="formula"')
    assert copy_of(body).endswith("</span> y</p>")
