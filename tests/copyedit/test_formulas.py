"""Formulas: paper, copied text and spoken text each keep the meaning of the formula."""

import re
from contextlib import suppress

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from printkit.errors import RefusedError
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.structure_tree import find_elements, find_faults
from tests.support.time_limits import ends_soon


def copy_of(body: str, body_format: str = "html") -> Copy:
    """Return the copy of a body."""
    return edit(Article.model_validate({"headline": "H", "body": body, "body_format": body_format}))


def line_of(body: str) -> str:
    """Return the body as one line of signs: `^` and `_` for elements, no italics."""
    html = write_html(copy_of(body).body)
    html = html.replace("<sup>", "^{").replace("<sub>", "_{")
    html = html.replace("</sup>", "}").replace("</sub>", "}")
    return re.sub(r"<[^<>]*>", "", html).replace("&nbsp;", " ").replace("&lt;", "<")


def said_of(body: str) -> str:
    """Return the description of the only formula of a body."""
    (said,) = re.findall('aria-label="([^"]*)"', write_html(copy_of(body).body))
    return str(said)


MATHML = [
    ("<msup><mn>10</mn><mn>3</mn></msup>", "10³", "10^3"),
    ("<msup><mn>10</mn><mrow><mo>-</mo><mn>3</mn></mrow></msup>", "10^{−}³", "10^(−3)"),
    ("<msub><mi>v</mi><mn>10</mn></msub>", "v₁₀", "v_10"),
    ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2", "1/2"),
    ("<mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "2 1/2", "2 1/2"),
    ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>", "(a+b)/c", "(a+b)/c"),
    ("<mfrac><mn>1</mn><mrow><mn>2</mn><mi>a</mi></mrow></mfrac>", "1/(2a)", "1/(2a)"),
    ("<mfrac><mn>1</mn><mn>2</mn></mfrac><mi>x</mi>", "(1/2)x", "(1/2)x"),
    ("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", "√(x+1)", "√(x+1)"),
    ("<mroot><mi>x</mi><mn>3</mn></mroot>", "³√x", "^3√x"),
    ("<mn>2</mn><mroot><mi>x</mi><mn>3</mn></mroot>", "2·³√x", "2·^3√x"),
    ("<mn>2</mn><mo>\u2062</mo><msup><mn>10</mn><mn>3</mn></msup>", "2·10³", "2·10^3"),
    ("<mn>2</mn><mo>\u2062</mo><mn>3</mn>", "2·3", "2·3"),
    ("<mn>1</mn><mn>0</mn>", "10", "10"),
    ("<msup><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></msup>", "(a+b)²", "(a+b)^2"),
    ("<msup><msup><mi>x</mi><mn>2</mn></msup><mn>3</mn></msup>", "(x²)³", "(x^2)^3"),
    (
        "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"
        "<msub><mi>a</mi><mi>i</mi></msub>",
        "∑_{i=1}^{n} a_{i}",
        "∑_(i=1)^n a_i",
    ),
    ("<mover><mi>x</mi><mo>¯</mo></mover>", "x̄", "x̄"),
    ("<mi>𝑥</mi><mo>=</mo><mi>𝐀</mi>", "x = A", "x = A"),
    (
        "<mmultiscripts><mi>C</mi><mprescripts></mprescripts><mn>6</mn><mn>14</mn></mmultiscripts>",
        "₆¹⁴C",
        "_6^14C",
    ),
    ("<mi>sin</mi><mo>\u2061</mo><mi>x</mi>", "sin x", "sin x"),
    ("<mphantom><mn>8</mn></mphantom><mn>1</mn>", "1", "1"),
    (
        "<mfenced open='[' close=']' separators=';'><mi>a</mi><mi>b</mi></mfenced>",
        "[a; b]",
        "[a; b]",
    ),
    ("<menclose notation='radical'><mn>16</mn></menclose>", "√16", "√16"),
    ("<menclose notation='phasorangle'><mn>30</mn></menclose>", "∠30", "∠30"),
    ("<mn>1</mn><mo>,</mo><mn>5</mn>", "1,5", "1,5"),
    ("<mn>1</mn><mo>,</mo><mn>5</mn><mo>,</mo><mn>7</mn>", "1, 5, 7", "1, 5, 7"),
    ("<mn>3</mn><mrow><mo separator='true'>,</mo></mrow><mn>5</mn><mi>x</mi>", "3,5x", "3,5x"),
    ("<menclose notation='box'><mn>7</mn></menclose>", "7", "7"),
]


@pytest.mark.parametrize(("formula", "printed", "said"), MATHML)
def test_mathml_is_printed_with_its_meaning(formula: str, printed: str, said: str) -> None:
    """Each row has a formula, its print, and the description that a screen reader says."""
    body = f"<p>a <math>{formula}</math> b</p>"
    assert line_of(body) == f"a {printed} b"
    assert said_of(body) == said


TEX = [
    (r"c v^2", "cv²"),
    (r"\frac{-b \pm \sqrt{b^2-4ac}}{2a}", "(−b±√(b²−4ac))/(2a)"),
    (r"3 \times 10^{8}", "3×10⁸"),
    (r"\lim_{x\to 0} \frac{\sin x}{x}", "lim_{x→0}((sin x)/x)"),
    (r"{n \over k}", "n/k"),
    (r"x \notin \mathbb{N}", "x ∉ ℕ"),
    (r"x \not= y", "x ≠ y"),
    (r"f''(90^\circ)", "f″(90°)"),
    (r"\ce{2H2 + O2 -> 2H2O}", "2H₂+O₂ → 2H₂O"),
    (r"5\,\mathrm{kg}", "5 kg"),
    (r"3{,}5\,\%", "3,5 %"),
    (r"1{,}250{,}000", "1,250,000"),
    (r"p = 0,05", "p = 0,05"),
    (r"10^{2{,}5}", "10^{2,5}"),
    (r"3\mathord{,}5", "3,5"),
    (r"x_1, x_2", "x₁, x₂"),
    (r"(1, 2)", "(1, 2)"),
    (r"x\text{, }y", "x, y"),
    (r"{}^{14}_{6}C", "₆¹⁴C"),
    (r"\unknown{x}_2", r"\unknown{x}_2"),
    (r"\newcommand{\a}{10}\a^2", r"\newcommand{\a}{10}\a^2"),
    ("x^{" * 40 + "}" * 40, "x^{" * 40 + "}" * 40),
    (r"\left(", r"\left("),
]


@pytest.mark.parametrize("prefix", ["m", "mml", "MML", "ns0", "math.ml"])
@pytest.mark.parametrize("body_format", ["html", "markdown"])
def test_mathml_with_a_prefix_is_mathml(prefix: str, body_format: str) -> None:
    """JATS, PubMed and XHTML write the namespace before each name."""
    formula = "<math><msup><mn>10</mn><mn>7</mn></msup><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"
    prefixed = re.sub("<(/?)", rf"<\1{prefix}:", formula)
    html = write_html(copy_of(f"<p>It is {prefixed}.</p>", body_format).body)
    assert "10⁷(1/2)" in html


@pytest.mark.parametrize(("tex", "printed"), TEX)
def test_tex_is_printed_with_its_meaning_or_as_it_is_written(tex: str, printed: str) -> None:
    """If a part of the TeX is unknown, the whole TeX stays as written."""
    body = f'<p>a <script type="math/tex">{tex}</script> b</p>'
    assert line_of(body) == f"a {printed} b"


def test_a_matrix_has_rows_and_high_brackets() -> None:
    """The cases of a definition and a binomial coefficient have such brackets, too."""
    matrix = r"<p>\(\begin{pmatrix}1&amp;2\\3&amp;-4\end{pmatrix}\)</p>"
    assert said_of(matrix) == "(1, 2; 3, −4)"
    assert write_html(copy_of(matrix).body).count('class="matrix-row"') == 2
    assert '<span class="fence-2">(</span>' in write_html(copy_of(matrix).body)
    assert said_of(r"<p>\(\binom{n}{k}\)</p>") == "(n; k)"
    assert said_of("<p>\\[\\begin{align}a&amp;=b\\\\c&amp;=d\\end{align}\\]") == "a = b; c = d"


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (r"a \(x^2\) b", "a x² b"),
        (r"a $x_1$, $y$ b", "a x₁, y b"),
        (r"a $latex x^2$ b", "a x² b"),
        (r"<span class='math inline'>x^2</span>", "x²"),
        (r"<span class='math inline'>\(x^2\)</span>", "x²"),
        (r"<code>\(x^2\)</code> $x^2$", r"\(x^2\) x²"),
        ("It costs $5 and B_1 costs $6.", "It costs $5 and B_1 costs $6."),
        ("Cheap ($$) or dear ($$$), $$ – $$.", "Cheap ($$) or dear ($$$), $$ – $$."),
        ("US$5 = A$6", "US$5 = A$6"),
    ],
)
def test_tex_in_the_text_is_found_and_money_is_none(body: str, printed: str) -> None:
    """The mark of a formula is also the mark of dollars."""
    assert line_of(f"<p>{body}</p>") == printed
    assert not [one for one in copy_of(f"<p>{body}</p>").remarks if one.code == "PK301"]


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("a $$x_1^2 * y_1 * z$$ b", "a x₁²*y₁*z b"),
        ("$$\nx_1\n- y_1\n+ z_1\n$$\n\nb", "x₁−y₁+z₁b"),
        ("\\[\nx_1\n- y_1\n\\]\n\nb", "x₁−y₁b"),
        (r"a \(x_1*y*z\), $a_1*b*c$ b", "a x₁*y*z, a₁*b*c b"),
        ("a $`x^2`$ b", "a x² b"),
        ("```math\nx^2\n```\n\nb", "x²b"),
        (r"a \[1\], \[sic\] and \(so\) b", "a [1], [sic] and (so) b"),
        ("`$x^2$` and \\$5 and $6", "$x^2$ and $5 and $6"),
    ],
)
def test_tex_in_markdown_is_read_before_emphasis(body: str, printed: str) -> None:
    """A star in a formula is no emphasis; a bracket behind a backslash may be only a bracket."""
    html = write_html(copy_of(body, "markdown").body)
    assert re.sub(r"<[^<>]*>", "", html).replace("\n", "") == printed
    assert "<em>" not in html


@pytest.mark.parametrize(
    "body",
    [
        # KaTeX
        '<span class="katex"><span class="katex-mathml"><math><msup><mi>x</mi><mn>2</mn></msup>'
        '<annotation encoding="application/x-tex">x^2</annotation></math></span>'
        '<span class="katex-html" aria-hidden="true">x2</span></span>',
        # MathJax 2, with a preview, with MathML for screen readers, and with its source
        '<span class="MathJax_Preview">x2</span><span class="MathJax"><nobr aria-hidden="true">'
        '<span class="math">x2</span></nobr><span class="MJX_Assistive_MathML"><math><msup>'
        "<mi>x</mi><mn>2</mn></msup></math></span></span>"
        '<script type="math/tex" id="e1">x^2</script>',
        '<span class="MathJax_CHTML" data-mathml="&lt;math&gt;&lt;msup&gt;&lt;mi&gt;x&lt;/mi&gt;'
        '&lt;mn&gt;2&lt;/mn&gt;&lt;/msup&gt;&lt;/math&gt;"><span>x2</span></span>',
        # MathJax 3 and 4
        '<mjx-container jax="CHTML"><mjx-math aria-hidden="true"><mjx-c></mjx-c></mjx-math>'
        "<mjx-assistive-mml><math><msup><mi>x</mi><mn>2</mn></msup></math></mjx-assistive-mml>"
        "</mjx-container>",
        '<mjx-container data-latex="x^2"><svg><path d="M1 1"></path></svg></mjx-container>',
        '<script type="math/mml"><math><msup><mi>x</mi><mn>2</mn></msup></math></script>',
    ],
)
def test_a_formula_that_a_script_has_set_is_printed_once(body: str) -> None:
    """No remark names the other copies of the formula."""
    copy = copy_of(f"<p>Let {body} be.</p>")
    assert line_of(f"<p>Let {body} be.</p>") == "Let x² be."
    assert copy.remarks == ()


def boxes(*rows: str, below: bool = False) -> str:
    """Return boxes above each other, as KaTeX writes these; the lowest box comes first."""
    stack = "".join(
        f'<span style="top:-3em"><span class="pstrut"></span><span class="mord">{row}</span></span>'
        for row in rows
    )
    kind = "vlist-t vlist-t2" if below else "vlist-t"
    return (
        f'<span class="{kind}"><span class="vlist-r"><span class="vlist">{stack}</span></span>'
        "</span>"
    )


@pytest.mark.parametrize(
    ("inside", "printed"),
    [
        (f'10<span class="msupsub">{boxes("3")}</span>', "10³"),
        (f'x<span class="msupsub">{boxes("i", below=True)}</span>+1', "x_{i}+1"),
        (f'x<span class="msupsub">{boxes("1", "2", below=True)}</span>', "x₁²"),
        (f'2<span class="mfrac">{boxes("2", "1")}</span>', "2 1/2"),
        (f'<span class="sqrt">{boxes("x+1")}</span>', "√(x+1)"),
    ],
)
def test_katex_without_mathml_keeps_its_powers(inside: str, printed: str) -> None:
    """Cleaners of feeds drop the MathML, which they do not know."""
    body = (
        '<p>a <span class="katex"><span class="katex-html" aria-hidden="true"><span class="base">'
    )
    body += (
        f'<span class="strut"></span><span class="mord">{inside}</span></span></span></span> b</p>'
    )
    assert line_of(body) == f"a {printed} b"
    assert copy_of(body).remarks == ()


def test_a_formula_of_mathjax_without_a_source_is_named() -> None:
    """The words of the formula alone would be a wrong number."""
    body = '<p>a <span class="MathJax_CHTML"><span>10</span><span>3</span></span> b</p>'
    copy = copy_of(body)
    assert line_of(body) == "a b"
    removed = [(one.kind, one.words) for remark in copy.remarks for one in remark.removed]
    assert removed == [("formula", "103")]


def test_a_formula_that_is_only_a_drawing_is_named() -> None:
    """The remark has the description of the formula, if there is a description."""
    body = '<p>Let <mjx-container aria-label="x squared"><svg></svg></mjx-container> be.</p>'
    (remark,) = copy_of(body).remarks
    assert [(one.kind, one.words) for one in remark.removed] == [("formula", "x squared")]


def test_a_formula_on_a_line_of_its_own_is_a_block() -> None:
    """The words around it are two paragraphs."""
    html = write_html(copy_of("<p>So $$a=b$$ holds.</p>").body)
    assert html.startswith('<p>So</p><p class="equation"><span class="formula"')
    assert html.endswith("</span></p><p>holds.</p>")


def test_a_body_brings_no_description_of_its_own() -> None:
    """A screen reader must not hear other words than a reader sees."""
    html = write_html(copy_of('<p><span role="math" aria-label="no" class="formula">yes').body)
    assert html == "<p>yes</p>"


def test_powers_of_powers_stay_inside_each_other() -> None:
    """3 to the power of 2 to the power of n must not become 3 to the power of 2n."""
    html = write_html(copy_of("<p>3<sup>2<sup>n</sup></sup> and x<sub>i<sub>2</sub></sub>").body)
    assert html == "<p>3<sup><span>2</span><sup>n</sup></sup> and x<sub>i<sub>2</sub></sub></p>"


@pytest.mark.parametrize(
    ("mark", "body_format"),
    [("\\(", "html"), ("\\(a=", "markdown"), ("$", "html"), ("$a", "markdown"), ("$$ ", "html"),
     ("\\begin{align}", "html"), ("$x_1$ ", "markdown"), ("\\[", "markdown")],
)  # fmt: skip
def test_marks_without_end_are_read_in_no_time(mark: str, body_format: str) -> None:
    """A body of marks is refused, or read like any other."""
    with ends_soon(), suppress(RefusedError):
        copy_of("<p>" + mark * (200_000 // len(mark)), body_format)


@pytest.fixture(scope="module")
def printed() -> bytes:
    """Print a page with formulas in the text, in a table, in a heading and on their own lines."""
    body = (
        "<p>The rate is <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of"
        r" <script type='math/tex'>10^3</script> and of H<sub>2</sub>O.</p>"
        r"<p>So \[A=\begin{pmatrix}1&amp;2\\3&amp;4\end{pmatrix}\] holds.</p><h2>Why \(x^2\)?</h2>"
        r"<table><tr><th>c</th><td>\(3\times10^8\)</td></tr></table>"
    )
    record = {"headline": "Formulas", "body": body, "language": "en"}
    result = print_article(record)
    assert result.remarks == ()
    return result.pdf


def test_a_printed_formula_keeps_its_number_when_copied(printed: bytes) -> None:
    """The powers of the formula are characters of their own, such as ³."""
    text = "".join(read_pages(printed))
    assert "1/2" in text
    assert "10³" in text
    assert "3×10⁸" in text
    assert "103" not in text


def test_a_printed_formula_is_tagged_and_described(printed: bytes) -> None:
    """PDF/UA-1, 7.7, demands the tag and the description."""
    said = [str(element["/Alt"]) for element in find_elements(printed, "Formula")]
    assert said == ["1/2", "10^3", "A = (1, 2; 3, 4)", "x^2", "3×10^8"]
    assert find_faults(printed) == []
