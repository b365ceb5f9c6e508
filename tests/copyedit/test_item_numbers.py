"""Numbers of items: items keep the numbers of the web page, whichever item goes on the way."""

import re

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages

EMPTY = (
    "",
    "&nbsp;",
    "<br>",
    "<script>1</script>",
    "<a name=x></a>",
    "<input>",
    "<button>Go</button>",
    "<img src='https://e.org/pixel.gif' width=1 height=1>",
    "<p> </p>",
)


def numbers_of(body: str) -> list[int]:
    """Return the number of each item of the copy, as a browser counts."""
    html = write_html(edit(Article(headline="H", body=f"{body}<p>End.</p>")).body)
    found, number = list[int](), 0
    for tag, given in re.findall(r"<(ol|li)([^<>]*)>", html):
        said = re.search(r"(?:start|value)=\"(-?\d+)\"", given)
        if tag == "ol":
            number = int(said[1]) - 1 if said else 0
            continue
        number = int(said[1]) if said else number + 1
        found.append(number)
    return found


@pytest.mark.parametrize("empty", EMPTY)
def test_an_item_behind_an_empty_item_keeps_its_number(empty: str) -> None:
    """The empty item is not printed, but counts."""
    assert numbers_of(f"<ol><li>Open<li>{empty}<li>Close</ol>") == [1, 3]


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("<ol start=5><li><li>b<li><li value=10><li>x</ol>", [6, 9 + 2]),
        ("<ol start=-1><li><li>b<li><li>c</ol>", [0, 2]),
        ("<ol reversed><li>a<li><li>c</ol>", [3, 1]),
        ("<ol><li><li>b<ol type=a><li><li>y</ol></ol>", [2, 2]),
        ("<ol><li hidden>a<li style='display:none'>b<li>c</ol>", [1]),
        ("<ol><p>Loose</p><li>a<li><li>b</ol>", [1, 3]),
        ("<ol><li>a</li>loose<li>b</ol>", [1, 2]),
        ("<ol><div><li>a</li><li></li></div><div><li>b</li></div></ol>", [1, 3]),
        ("<ol><li>a<li>b</ol>", [1, 2]),
    ],
)
def test_numbers_are_those_of_a_browser(body: str, numbers: list[int]) -> None:
    """Hidden items and loose words have no number; nested and reversed lists have their own."""
    assert numbers_of(body) == numbers


def test_an_empty_item_of_markdown_counts_on_paper() -> None:
    """A sentence that names step 3 leads to the third step."""
    body = "1. Open\n2.\n3. Close\n\nDo step 3 last."
    result = print_article({"headline": "H", "body": body, "body_format": "markdown"})
    text = " ".join("".join(read_pages(result.pdf)).split())
    assert "1. 3." in text
    assert "2." not in text


def test_a_loose_paragraph_of_a_numbered_list_is_printed_without_a_number() -> None:
    """The words stay where they were."""
    html = write_html(edit(Article(headline="H", body="<ol><p>Loose</p><li>a</li></ol>")).body)
    assert html == "<p>Loose</p><ol><li>a</li></ol>"
