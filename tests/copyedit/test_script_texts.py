"""Texts of powers and indices: copied text has the meaning of the page."""

import re

import pytest

import printkit
from printkit.article import Article
from printkit.copyedit import edit
from tests.support.languages import READERS
from tests.support.printed_articles import print_article
from tests.support.text_behind import find_told_twice, keep_characters
from tests.support.time_limits import ends_soon

SCRIPTS = [
    # Formulas
    (r"\(10^{1.5}\)", "10^(1.5)"),
    (r"\(10^{1/2}\)", "10^(1/2)"),
    (r"\(10^{2,5}\)", "10^(2,5)"),
    (r"\(2^{3^4}\)", "2^3⁴"),
    (r"\(2^{q}\)", "2^q"),
    (r"\((1+r)^n\)", "(1+r)ⁿ"),
    (r"\(10^{-3}\)", "10⁻³"),
    (r"\(2^{a+b_1}\)", "2^(a+b₁)"),
    (r"\(\sum_{i=1}^{n} a_i\)", "∑_(i=1)ⁿa_i"),
    # Scripts of the text
    ("10<sup>3</sup>m", "10³m"),
    ("10<sup>−3</sup>", "10⁻³"),
    ("10<sup>1.5</sup>", "10^(1.5)"),
    ("5 m<sup>2</sup>", "5m²"),
    ("<b>10</b><sup>6</sup>", "10⁶"),
    ("10<sup><b>6</b></sup>", "10⁶"),
    ("2<sup>n</sup>", "2ⁿ"),
    ("10<sup>a+<i>b</i></sup>", "10^(a+b)"),
    ("3<sup>2<sup>4</sup></sup>", "3^(2⁴)"),
    ("2<sup>1</sup>/<sub>2</sub>cups", "2¹/₂cups"),
    ("log<sub>2</sub>8", "log₂8"),
    ("10<sub>2</sub>", "10₂"),
    # Words that a search must find
    ("H<sub>2</sub>O", "H2O"),
    ("1<sup>st</sup>", "1st"),
    ("2<sup>e</sup>", "2e"),
    ("M<sup>me</sup>", "Mme"),
    ("city.<sup>3</sup>", "city.3"),
    ("word<sup>[3]</sup>", "word[3]"),
    ("<span data-said='9'>8</span>", "8"),
]


@pytest.fixture(scope="module")
def printed() -> printkit.Result:
    """Return the print of all scripts, each between its number and a full word."""
    body = "".join(f"<p>Begin{at}x {text} End</p>" for at, (text, _) in enumerate(SCRIPTS))
    return printkit.export({"headline": "One", "body": body, "language": "en"})


@pytest.mark.parametrize("reader", READERS)
def test_scripts_are_copied_with_their_meaning(printed: printkit.Result, reader: str) -> None:
    """A copied power must not join the number before: 10^1.5 differs from 101.5."""
    told = keep_characters(READERS[reader](printed.pdf))
    found = re.findall(r"Begin\d+x(.*?)End", told)
    assert found == [said for _, said in SCRIPTS]


def test_texts_of_scripts_harm_no_check(printed: printkit.Result) -> None:
    """No text stands within another text, and preflight calls no word lost."""
    assert find_told_twice(printed.pdf) == []
    assert printed.remarks == ()


def test_many_scripts_end_fast() -> None:
    """The pass looks for the letters before a script step by step, not from the line's start."""
    body = "<p>" + "1<sup>2</sup>" * 3_000 + "</p>"
    with ends_soon():
        edit(Article.model_validate({"headline": "One", "body": body}))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<a href='https://e.org/'>10<sup>9</sup> m</a>", 'data-said="⁹"'),
        ("10<sup>½</sup>", 'data-said="^½"'),
        ("10<a href='https://e.org/'><sup>3</sup></a>", 'data-said="³"'),
        ("10<sup><a href='https://e.org/'>6</a></sup>", 'data-said="⁶"'),
        ("the<sup><a href='https://e.org/'>3</a></sup>", ""),
    ],
)
def test_a_power_with_a_link_has_its_text(body: str, said: str) -> None:
    """Behind a word, a link that is only a raised number may be the mark of a note."""
    html = "".join(map(str, edit(Article(headline="H", body=f"<p>{body}</p>"), links="plain").body))
    assert said in html
    assert bool(said) == ("data-said" in html)


def test_the_target_tells_a_power_from_a_note() -> None:
    """A link to a note of the page is a note; a link to another page is no part of the number."""
    power = "About 10<sup><a href='https://e.org/six'>6</a></sup> cells"
    note = "In 2010<sup><a href='#fn6'>6</a></sup> it grew.</p><ol><li id=fn6>The note.</li></ol>"
    body = f"<p>{power}.</p><p>{note}"
    result = print_article({"headline": "H", "body": body, "language": "en"})
    read = " ".join(READERS["poppler"](result.pdf).split())
    assert "10⁶" in read
    assert "106" not in read
    assert "20106" not in read
    assert "The note." in read
    assert result.remarks == ()
