"""Over and under: a number above or below a number is printed, and is no power and no index."""

import re

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon


def line_of(body: str) -> str:
    """Return the body as one line of signs, with `^` and `_` for raised and lowered elements."""
    html = write_html(edit(Article(headline="H", body=f"<p>{body}</p>")).body)
    html = html.replace("<sup>", "^").replace("<sub>", "_").replace("&nbsp;", " ")
    return re.sub(r"<[^<>]*>", "", html)


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (r"\overset{2}{3}", "3[↑2]"),
        (r"\stackrel{2}{7}", "7[↑2]"),
        (r"\underset{2}{3}", "3[↓2]"),
        (r"\overbrace{1+2}^{3}", "(1+2)[↑3]"),
        (r"\underbrace{10}_{5}", "10[↓5]"),
        (r"\underbrace{x+\dots+x}_{9\text{ times}}", "(x+…+x)[↓9 times]"),
        (r"2\overset{2}{3}", "2·3[↑2]"),
        (r"\frac{\overset{2}{3}}{4}", "3[↑2]/4"),
        (r"\overset{2}{\sin} x", "sin[↑2]x"),
        (r"\overset{*}{x}", "x[↑*]"),
        # These are no powers to any reader, or have no other form.
        (r"\underset{x\to 0}{\lim} f", "lim_x→0 f"),
        (r"\sum_{i=1}^{5} a", "∑_i=1⁵ a"),
        (r"a \stackrel{?}{=} b", "a =^? b"),
        (r"\overset{a}{\to}", "→^a"),
        (r"\hat{x}", "x̂"),
    ],
)
def test_a_term_above_or_below_another_is_told_by_an_arrow(formula: str, line: str) -> None:
    """The limits of a sum, and the words of a relation, stay raised and lowered."""
    assert line_of(rf"\({formula}\)") == line


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        ("<mover><mn>10</mn><mn>3</mn></mover>", "10[↑3]"),
        ("<munder><mn>10</mn><mn>3</mn></munder>", "10[↓3]"),
        ("<munderover><mn>10</mn><mn>3</mn><mn>4</mn></munderover>", "10[↓3][↑4]"),
        ("<mover><mrow><mn>1</mn><mo>+</mo><mn>2</mn></mrow><mover><mo>⏞</mo><mn>3</mn></mover>"
         "</mover>", "(1+2)[↑3]"),
        ("<munder><mn>10</mn><munder><mo>⏟</mo><mn>4</mn></munder></munder>", "10[↓4]"),
        ("<msup><mover><mn>10</mn><mo>⏞</mo></mover><mn>3</mn></msup>", "10[↑3]"),
        ("<msup><mover><mn>10</mn><mn>3</mn></mover><mn>2</mn></msup>", "10[↑3]²"),
        ("<munderover><mo>∫</mo><mn>0</mn><mn>1</mn></munderover><mi>f</mi>", "∫₀¹ f"),
    ],
)  # fmt: skip
def test_mathml_of_such_a_term_is_read_in_the_same_way(formula: str, line: str) -> None:
    """The label of a brace may stand beside the brace, or beside the part with its brace."""
    assert line_of(f"<math>{formula}</math>") == line


def test_a_number_above_a_number_is_copied_as_no_power() -> None:
    """The line stands on the page, and no remark names a loss."""
    body = (
        r"<p>The pair \(\overset{2}{3}\) and <math><mover><mn>10</mn><mn>3</mn></mover></math>.</p>"
    )
    result = print_article({"headline": "H", "language": "en", "body": body})
    text = " ".join("".join(read_pages(result.pdf)).split())
    assert "The pair 3[↑2] and 10[↑3]." in text
    assert not [one for one in result.remarks if one.code in ("PK502", "PK601", "PK608")]


def test_many_terms_above_each_other_end_soon() -> None:
    """Each element is read once: the label of a brace is no reason to read the rest again."""
    deep = "<mover><mn>1</mn><mo>⏞</mo></mover>" * 3_000
    with ends_soon():
        line_of(f"<math>{deep}</math>")
