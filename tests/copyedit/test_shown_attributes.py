"""Values that a page writes in attributes are on paper as a browser shows them."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages


def words_on_paper(body: str) -> str:
    """Return the words of a printed body, between two paragraphs; no remark may come."""
    record = {"headline": "H", "language": "en", "body": f"<p>Before.</p>{body}<p>After.</p>"}
    result = print_article(record)
    assert result.remarks == ()
    text = " ".join("".join(read_pages(result.pdf)).split())
    return text.partition("Before.")[2].partition("After.")[0].strip()


COUNTERS = {
    "Elementor": "<span class='elementor-counter-number' data-to-value='1200'>0</span>",
    "PureCounter": "<span data-purecounter-start='0' data-purecounter-end='1200'></span>",
    "a named counter": "<span class='counter' data-count='1200'>0</span>",
    "its own start": "<b><span data-to-value='1200' data-from-value='100'>100</span></b>",
    "a saved page": "<span class='counter' data-count='1300'>1200</span>",
    "a target that is no number": "<span class='counter' data-target='#box'>1200</span>",
}


@pytest.mark.parametrize("counter", COUNTERS.values(), ids=COUNTERS)
def test_a_counter_shows_the_number_that_it_reaches(counter: str) -> None:
    """A counter that has moved already keeps its number."""
    assert words_on_paper(f"<p>{counter} readers</p>") == "1200 readers"


def test_a_zero_of_the_author_stays() -> None:
    """An attribute of another script says nothing about the number."""
    body = "<p><span class='score' data-target='3'>0</span> to <b data-count='2'>0</b></p>"
    assert words_on_paper(body) == "0 to 0"


def test_items_of_quill_have_their_kind_and_their_depth() -> None:
    """All items stand in one `ol`, and a style sheet gives each its sign and its place."""
    items = (
        "<li data-list='ordered'>Sow</li><li data-list='ordered'>Reap</li>"
        "<li data-list='bullet'>Rye</li><li data-list='bullet' class='ql-indent-1'>Winter rye</li>"
        "<li data-list='checked'>Paid</li><li data-list='unchecked'>Open</li>"
    )
    copy = edit(Article(headline="H", body=f"<ol>{items}</ol>", language="en"))
    assert write_html(copy.body) == (
        "<ol><li>Sow</li><li>Reap</li></ol>"
        "<ul><li>Rye<ul><li>Winter rye</li></ul></li><li>☑ Paid</li><li>☐ Open</li></ul>"
    )
    assert words_on_paper(f"<ol>{items}</ol>") == "Sow Reap Rye Winter rye ☑ Paid ☐ Open"


def test_tasks_of_notion_keep_their_ticks() -> None:
    """The box is an empty element with a class."""
    items = (
        "<li><div class='checkbox checkbox-on'></div> <span>Paid</span></li>"
        "<li><div class='checkbox checkbox-off'></div> <span>Open</span></li>"
    )
    assert words_on_paper(f"<ul>{items}</ul>") == "☑ Paid ☐ Open"


def test_words_beside_the_lines_of_code_stay() -> None:
    """A box with words or pictures of its own is no code of the editor."""
    box = "<div class='ql-code-block-container'>Before <div>a = 1</div> behind</div>"
    assert words_on_paper(box) == "Before a = 1 behind"


def test_code_and_formulas_of_quill_are_code_and_formulas() -> None:
    """Each line of code is an element, and the formula has its source in an attribute."""
    code = (
        "<div class='ql-code-block-container'><div class='ql-code-block'>if a:</div>"
        "<div class='ql-code-block'>    b = 1</div></div>"
    )
    formula = "<p><span class='ql-formula' data-value='e=mc^2'><span>e=mc2</span></span></p>"
    assert words_on_paper(code + formula) == "if a: b = 1 e = mc²"


def test_lists_and_formulas_of_quill_are_not_called_lost() -> None:
    """Quill writes a list with points as a numbered list, and draws its formulas by a script."""
    body = (
        "<ol><li data-list='bullet'>Alder</li><li data-list='bullet'>Birch</li></ol>"
        "<p>So <span class='ql-formula' data-value='a+b'><span>qqx</span></span>.</p>"
    )
    result = print_article({"headline": "H", "language": "en", "body": body})
    assert [str(one) for one in result.remarks] == []
