"""A formula that a page shows as a picture is printed as a formula, if its source can be read."""

import re

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article
from tests.support.quick_cases import mark_slow
from tests.support.structure_tree import find_elements
from tests.support.text_behind import read_with_poppler
from tests.support.time_limits import ends_soon

POWER = (
    "<math xmlns='http://www.w3.org/1998/Math/MathML' alttext='{\\displaystyle 10^{3}}'>"
    "<semantics><mstyle displaystyle='true'><msup><mn>10</mn><mn>3</mn></msup></mstyle>"
    "<annotation encoding='application/x-tex'>{\\displaystyle 10^{3}}</annotation>"
    "</semantics></math>"
)
SERVER = "https://example.org/math/render/svg/1"


def copy_of(body: str) -> Copy:
    """Return the copy of a body."""
    return edit(Article(headline="H", body=body), links="plain")


def said_of(copy: Copy) -> list[str]:
    """Return the descriptions of the formulas of a copy."""
    return re.findall('aria-label="([^"]*)"', write_html(copy.body))


@pytest.mark.parametrize(
    "drawn",
    [
        f"<span class=mwe-math-element><span class='mwe-math-mathml-inline mwe-math-mathml-a11y'"
        f" style='display: none;'>{POWER}</span><img src={SERVER} aria-hidden=true"
        f" class=mwe-math-fallback-image-inline alt='{{\\displaystyle 10^{{3}}}}'></span>",
        f"<span><span class=sr-only>{POWER}</span><img src={SERVER} alt='10'></span>",
        "<span><img src=p.png alt='{\\displaystyle 10^{3}}'>"
        f"<span hidden>{POWER}</span></span>",
        f"<span>{POWER}<img class=tex src=p.png></span>",
        f"<img src={SERVER} alt='{{\\displaystyle 10^{{3}}}}'>",
        "<img class=latex src='https://s0.wp.com/latex.php?latex=10%5E3&bg=f' alt='10^3'>",
        "<img src='https://s0.wp.com/latex.php?latex=10%5E%7B3%7D&bg=f'>",
        "<img src='https://latex.codecogs.com/gif.latex?10^{3}'>",
        "<img src='https://i.upmath.me/svg/10%5E3'>",
        "<img src='https://chart.googleapis.com/chart?cht=tx&chl=10%5E3'>",
        "<img src='https://render.githubusercontent.com/render/math?math=10%5E3'>",
        "<img src='/cgi-bin/mimetex.cgi?10^3'>",
        "<img class=formula source='10^3' alt=power src=p.png>",
        "<img class=equation_image alt='LaTeX: 10^3' data-equation-content='10^3' src=p.png>",
        "<img class='ql-img-inline-formula' alt='10^3' src=p.png>",
        "<img class=texrender alt='\\(10^3\\)' src=pix.php/1.gif>",
        "<img alt='$10^{3}$' src=img1.png>",
        "<img class=Wirisformula src=p.png alt='ten cubed' data-mathml='«math»«msup»«mn»10«/mn»"
        "«mn»3«/mn»«/msup»«/math»'>",
    ],
)
def test_a_picture_of_a_formula_becomes_the_formula(drawn: str) -> None:
    """Neither the picture nor raw TeX is left."""
    copy = copy_of(f"<p>Then {drawn} metres.</p>")
    assert said_of(copy) == ["10^3"]
    assert copy.figures == ()
    assert copy.remarks == ()


@pytest.mark.parametrize(
    "drawn",
    [
        "<img class=latex alt='\\badcommand{3}' src=p.png>",
        "<img class=latex alt='the area of a circle' src=p.png>",
        "<img class=formula alt='x' src=p.png>",
        "<img alt='Costs $5 or $6' src=p.png>",
        "<img class=Wirisformula data-mathml='«math»«mn»' src=p.png>",
    ],
)
def test_a_picture_without_a_readable_source_stays_a_picture(drawn: str) -> None:
    """A drawing is better than a formula that says something else."""
    copy = copy_of(f"<p>Then {drawn} metres.</p>")
    assert len(copy.figures) == 1


def test_a_picture_beside_another_formula_stays() -> None:
    """Only a picture of this formula repeats the formula."""
    copy = copy_of(f"<p>See {POWER} <img src=plot.png alt='A plot'></p><p>{POWER}</p>")
    assert len(copy.figures) == 1


def test_a_formula_of_wikipedia_is_a_formula_on_paper() -> None:
    """The formula has its tag and its text, and the picture has no remark."""
    drawn = (
        f"<span class=mwe-math-element><span style='display:none'>{POWER}</span>"
        f"<img class=mwe-math-fallback-image-inline src={SERVER}></span>"
    )
    result = print_article({"headline": "H", "body": f"<p>So {drawn} m.</p>", "language": "en"})
    assert "So 10³ m." in read_with_poppler(result.pdf)
    assert len(find_elements(result.pdf, "Formula")) == 1
    assert result.remarks == ()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<span class=math-container>$x^2$</span>", "x^2"),
        ("<span class=math-container>$10$</span>", "10"),
        ("<span class=math-tex>\\(x^2\\)</span>", "x^2"),
        ("<script type='math/mml'><math><msup><mi>x</mi><mn>2</mn></msup></math></script>", "x^2"),
        ("[latex]x^2[/latex]", "x^2"),
        ("[math]\\frac{1}{2}[/math]", "1/2"),
        ("<span class=katex-html><b class=mord>2<sup>5</sup></b></span>", "2^5"),
    ],
)
def test_tex_that_a_site_marks_is_a_formula(body: str, said: str) -> None:
    """The site marks the formula, so a dollar in the formula is no money."""
    copy = copy_of(f"<p>So {body} m.</p>")
    assert said_of(copy) == [said]
    assert "$" not in write_html(copy.body)


def test_a_preview_beside_a_formula_is_no_lost_word() -> None:
    """MathJax leaves a preview before its formula."""
    body = (
        "<p>So <span class=MathJax_Preview>wait</span><script type='math/tex'>z^4</script> m.</p>"
    )
    assert print_article({"headline": "H", "body": body, "language": "en"}).remarks == ()


@pytest.mark.parametrize(
    "part", mark_slow(["$", "\\(", "aaaa-", "?latex=", "«", "="], but={"«", "="})
)
def test_a_long_description_is_read_fast(part: str) -> None:
    """A hundred thousand characters."""
    said = part * (100_000 // len(part))
    picture = f"<img class=latex src='latex.php?{said}' alt='{said}' data-mathml='{said}'>"
    with ends_soon():
        copy_of(f"<p>a {picture}</p>")
