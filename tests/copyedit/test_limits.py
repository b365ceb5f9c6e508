"""The limits of a body: how much text and markup printkit reads."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit, limits
from printkit.copyedit.tree import parse
from printkit.edition.limits import Limits
from printkit.errors import RefusedError
from tests.support.clean_copy import write_html
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon


def refusal(body: str) -> str:
    """Return the error that refuses a body."""
    with pytest.raises(RefusedError) as refused:
        edit(Article(headline="H", body=body), where="a.json")
    return str(refused.value)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("x" * 2_000_001, "2,000,001 characters; printkit prints at most 2,000,000"),
        ("<p>x</p>" * 10_001, "10,001 elements; printkit prints at most 10,000"),
        (
            "<p>" + "<a href='#'>x</a> " * 5_001,
            "5,001 links; printkit prints at most 5,000 links (limits.links)",
        ),
        ("<p>" + "letters and " * 40_001, "400,010 letters; printkit prints at most 400,000"),
        (
            "<p>" + "一二三四 " * 50_001,
            "400,008 letters; printkit prints at most 400,000 letters (limits",
        ),
        ("<p>" + "six " * 50 + "x" * 200_001, "400,152 letters"),
        ("<p dir=rtl>" + "שלום abc 123 " * 13_500, "405,000 letters"),
        ("<p>" + "ש, 1 " * 20_001, "400,020 letters"),
        ("<p><img src=a>x</p>" * 501, "501 pictures; printkit prints at most 500"),
        ("<div>" * 101 + "x", "101 elements inside each other; printkit prints at most 100"),
    ],
)
def test_a_body_over_a_limit_is_refused_by_name(body: str, told: str) -> None:
    """The error has the limit, the value found, and the record."""
    message = refusal(body)
    assert message.startswith("a.json: body has ")
    assert told in message


def test_all_limits_that_are_passed_are_named() -> None:
    """One error names all limits."""
    assert refusal("<div>" * 101 + "<img src=a>" * 501).count("printkit prints at most") == 2


@pytest.mark.parametrize(
    "body",
    mark_slow(
        [
            "<p>x</p>" * 10_000,
            "<p>" + "six letters " * 36_000,
            "<p>" + "六个字 " * 66_000,
            "<p>" + "שָׁלוֹם ושלום " * 14_000,
            "<p><img src=a>x</p>" * 500,
            "<div>" * 100 + "x",
            "<ul>" + "<li>x" * 4_500,
            "<p>x<br>" * 4_500,
        ],
        but={"<div>" * 100 + "x", "<p><img src=a>x</p>" * 500},
    ),
)
def test_a_body_at_a_limit_passes(body: str) -> None:
    """Paragraphs and items without an end tag do not count as nested."""
    markup_only = Article(headline="H", body=body)
    edit(markup_only)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 60_000,
        "<b>" * 300_000,
        "<p>" + "".join(f"<font a={n}>" for n in range(900)) + "</p>" + "<p>x" * 20_000,
        "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">x",
        "<p " + "".join(f"a{n}='1'" for n in range(100_000)) + ">x",
        "<p " + "".join(f'a{n} = "1"' for n in range(100_000)) + ">x",
        "<p " + "".join(f"a{n}=1' " for n in range(100_000)) + ">x",
        "<p " + "='" * 100_000 + '="' * 100_001 + " " * 100_000 + ">x",
        "<p " + ("=" + " " * 700) * 1_000 + ">x",
        "<table><tr><td>" * 100_000,
        "</p>" * 400_000,
    ],
)
def test_what_would_stall_the_parser_is_refused_at_once(body: str) -> None:
    """Open elements, reopened formatting and attributes are counted before parsing."""
    with ends_soon():
        refusal(body)


def test_a_long_path_of_a_drawing_is_one_attribute() -> None:
    """Blanks between the points do not part attributes."""
    for quote in "\"'":
        path = f"<path d={quote}M0 0{' L1 1' * 60_000}{quote}/>"
        (remark,) = edit(Article(headline="H", body=f"<p>a</p><svg>{path}</svg>")).remarks
        assert remark.message == "not printable, removed: 1 drawing"


def test_growth_on_the_way_is_counted_too() -> None:
    """Repairing may multiply elements."""
    small = Limits(elements=10)
    limits.check_elements(parse("<p>a</p>" * 10), "", small)
    limits.check_elements(parse("<p>a</p>" * 2 + "<li>a</li>" * 4), "", small)
    with pytest.raises(RefusedError, match="11 elements"):
        limits.check_elements(parse("<p>a</p>" * 11), "", small)
    with pytest.raises(RefusedError, match="11 elements"):
        limits.check_elements(parse("<p>a</p>" + "<li>a</li>" * 5), "", small)


def test_brackets_that_nothing_closes_are_refused() -> None:
    """The Markdown parser looks for the end of each bracket; a book of footnotes passes."""
    with pytest.raises(RefusedError, match="40,000 brackets open at once"):
        edit(Article(headline="H", body="]" * 40_000 + "[" * 40_000, body_format="markdown"))
    assert write_html(edit(Article(headline="H", body="[a] " * 4_000, body_format="markdown")).body)


def test_a_map_of_thousands_of_shapes_is_no_nested_body() -> None:
    """Shapes of a drawing end with a slash; elements of HTML with such a slash stay open."""
    shapes = "<path d='M0'/><circle r='1'/>" * 3_000
    (remark,) = edit(Article(headline="H", body=f"<p>a</p><svg>{shapes}</svg>")).remarks
    assert remark.message == "not printable, removed: 1 drawing"
    with pytest.raises(RefusedError, match="inside each other"):
        edit(Article(headline="H", body="<section/>" * 3_000))
