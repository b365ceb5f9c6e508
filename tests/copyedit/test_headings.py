"""Headings step down one level at a time."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html


def levels(body: str) -> list[int]:
    """Return the levels of the headings of a body, in order."""
    html = write_html(edit(Article(headline="Other", body=body)).body)
    return [int(level) for level in re.findall(r"<h(\d)", html)]


@pytest.mark.parametrize(
    ("given", "closed"),
    [
        ("2 3 4", "2 3 4"),
        ("1 2", "2 3"),
        ("3 3 4", "2 2 3"),
        ("4 2 3", "2 2 3"),
        ("2 5 5 3 6", "2 3 3 3 4"),
        ("1 2 3 4 5 6", "2 3 4 5 6 6"),
    ],
)
def test_levels_are_closed_up_under_the_headline(given: str, closed: str) -> None:
    """Levels begin with h2 and have no gaps; headings of equal level stay equal."""
    body = "".join(f"<h{level}>x</h{level}>" for level in given.split())
    assert levels(body) == [int(level) for level in closed.split()]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=12))
def test_no_level_is_ever_skipped(wanted: list[int]) -> None:
    """Headings of the body may have any levels in any order."""
    found = levels("".join(f"<h{level}>x</h{level}>" for level in wanted))
    assert found[0] == 2
    assert all(below - above <= 1 for above, below in pairwise(found))


def test_empty_headings_go() -> None:
    """Empty headings only made space on the web page."""
    assert (
        write_html(edit(Article(headline="H", body="<h2> </h2><h3>&nbsp;</h3><p>x</p>")).body)
        == "<p>x</p>"
    )


def html(body: str, **fields: str) -> str:
    """Return the edited body of an article."""
    given = {"headline": "Boats: “a” History", **fields}
    return write_html(edit(Article(body=body, **given)).body)


@pytest.mark.parametrize(
    ("body", "fields", "printed"),
    [
        ("<h1>BOATS: 'a' history</h1><p>x</p>", {}, "<p>x</p>"),
        ("<img src=a width=9><h2>Boats a history</h2><p>x</p>", {}, "<p>x</p>"),
        ("<h1>Boats: “a” History</h1><p>Dek.</p><p>By Jane Roe</p><p>x</p>",
         {"subheadline": "Dek", "byline": "Jane Roe"}, "<p>x</p>"),
        ("<p>By Jane Roe and Li Wei</p><p>x</p>", {"authors": "Jane Roe, Li Wei"}, "<p>x</p>"),
        ("<p>x</p><h2>Boats a history</h2>", {}, "<p>x</p><h2>Boats a history</h2>"),
        ("<h2>Boats a history of</h2><p>x</p>", {}, "<h2>Boats a history of</h2><p>x</p>"),
        ("<p>Boats: a history</p><p>x</p>", {}, "<p>Boats: a history</p><p>x</p>"),
    ],
)  # fmt: skip
def test_what_the_page_prints_above_the_body_is_not_repeated(
    body: str, fields: dict[str, str], printed: str
) -> None:
    """Headline, subheadline and byline are left out at the very top of the body only."""
    assert html(body, **fields).replace('<figure data-figure="0"></figure>', "") == printed


@pytest.mark.parametrize(
    ("body", "fields", "kind"),
    [
        ("<h1>Boats: a history | The Quay</h1>", {"source": "The Quay"}, "site"),
        ("<h1>The Quay » Boats: a history</h1>", {"url": "https://thequay.example/1"}, "site"),
        ("<p>By Jane Roe, 3 May 2024</p>", {"authors": "Jane Roe"}, "date"),
        ("<p><b>Von Jane Roe | 3. Mai 2024</b></p>", {"byline": "Jane Roe", "language": "de"},
         "date"),
        ("<p>Von Jane Roe</p>", {"byline": "Jane Roe", "language": "de"}, ""),
    ],
)  # fmt: skip
def test_a_repeated_line_may_say_what_else_the_page_says(
    body: str, fields: dict[str, str], kind: str
) -> None:
    """The line also has the site's name and the article's date; a remark has the whole line."""
    article = Article(
        headline="Boats: “a” History", body=f"{body}<p>x</p>", date_published="2024-05-03", **fields
    )
    copy = edit(article)
    assert write_html(copy.body) == "<p>x</p>"
    told = [one for remark in copy.remarks for one in remark.removed]
    assert [kind in one.kind for one in told] == ([True] if kind else [])


def test_a_byline_with_another_date_stays() -> None:
    """A heading with the name of another site stays, too."""
    for line in ("<p>By Jane Roe, 4 May 2024</p>", "<h2>Boats: a history | The Mole</h2>"):
        fields = {"authors": "Jane Roe", "date_published": "2024-05-03", "source": "The Quay"}
        assert html(f"{line}<p>x</p>", **fields) == f"{line}<p>x</p>"


def test_a_heading_without_letters_repeats_no_headline_but_its_own() -> None:
    """Signs are compared one by one: a row of stars differs from a row of dots."""
    assert html("<h2>* * *</h2><p>x</p>", headline="…") == "<h2>* * *</h2><p>x</p>"
    assert html("<h2>…</h2><p>x</p>", headline="…") == "<p>x</p>"
