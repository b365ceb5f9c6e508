"""Two numbers on both sides of an element that leaves nothing on paper stay two numbers."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon

ICON = "<svg width=9 height=9><path d='M0 0'/></svg>"


def html_of(body: str) -> str:
    """Return the copy of a paragraph, without the tags of the paragraph."""
    html = write_html(edit(Article(headline="H", body=f"<p>{body}</p>"), links="plain").body)
    return html.removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    "between",
    [
        ICON,
        "<canvas></canvas>",
        "<script>write(5)</script>",
        "<style>p{}</style>",
        "<template>q</template>",
        "<!--more-->",
        "<span hidden>q</span>",
        "<span style='display:none'>.</span>",
        "<span style='font-size:0'>q</span>",
        "<span class=sr-only>of</span>",
        "<span class=noprint>q</span>",
        "<noscript>q</noscript>",
        "<input type=hidden value=5>",
        "<datalist><option>5</datalist>",
        "<i class='fa fa-star'></i>",
        "<i class=material-icons aria-hidden=true>star</i>",
        "<span aria-hidden=true>•</span>",
        "<img src=p.gif width=1 height=1>",
        "<img>",
        "<amp-pixel src=p></amp-pixel>",
        "<my-icon></my-icon>",
        "<svg aria-hidden=true></svg>",
    ],
)
@pytest.mark.parametrize(("before", "behind"), [("7", "8"), ("<b>7</b>", "<i>8</i>")])
def test_two_numbers_stay_two(before: str, behind: str, between: str) -> None:
    """The same is true where each number stands in an element of its own."""
    assert html_of(f"Of {before}{between}{behind}.") == f"Of {before} {behind}."


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        # React parts 1 and 000 by a comment, and a browser shows 1000.
        ("1<!-- -->000", "1000"),
        ("1<wbr>000", "1000"),
        ("19<a id=page-3></a>45", "1945"),
        ("un<span hidden>q</span>able", "unable"),
        ("$<span aria-hidden=true>45</span>", "$45"),
        ("<span aria-hidden=true>$</span>45", "$45"),
        ("4<span aria-hidden=true>%</span>", "4%"),
        ("19<span aria-hidden=true>.</span>99", "19.99"),
        ("5 min<span aria-hidden=true>·</span>12 views", "5 min 12 views"),
        ("7<svg><title>Star</title><path d=''/></svg>8", "7 Star 8"),
    ],
)
def test_one_number_stays_one(body: str, printed: str) -> None:
    """A browser decides, and a sign beside a figure belongs to the figure."""
    assert html_of(body) == printed


def test_numbers_are_parted_on_paper() -> None:
    """Nothing counts as lost, in a cell and in a line."""
    cells = f"<table><tr><td>7{ICON}8<td>3<i class=icon></i>4</table>"
    body = f"<p>Of 7{ICON}8 and 5<template>6</template>9.</p>{cells}"
    result = print_article({"headline": "H", "body": body, "language": "en"})
    read = " ".join(read_pages(result.pdf)[0].split())
    assert "Of 7 8 and 5 9." in read
    assert "7 8 3 4" in read
    assert result.remarks == ()


def test_many_seams_are_read_soon() -> None:
    """Of a long row of elements without words, only a few are looked at from each."""
    body = "7" + "<i class=x></i>" * 4_900 + "8" + "8<i class=x></i>" * 4_900
    with ends_soon():
        html_of(body)


def test_no_mark_is_printed_in_a_field() -> None:
    """The words of a `textarea` may be the source of a page."""
    html = html_of("<textarea>a 5<script>b</script></textarea>")
    assert html == "a 5&lt;script&gt;b&lt;/script&gt;"
