"""A bold line above a text is a heading of the text; other bold lines stay as they are."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support import structure_tree
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_outline
from tests.support.time_limits import ends_soon

TEXT = "<p>The ships came in at dawn.</p>"


def html(body: str, **fields: str) -> str:
    """Return the edited body of an article, with an X in the place of each plain paragraph."""
    given = {"headline": "Harbour opens", **fields}
    return write_html(edit(Article(body=body, **given)).body).replace(TEXT, "X")


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>The pier</strong></p>",
        "<p><b>The </b><b>pier</b></p>",
        "<div><b>The pier</b></div>",
        "<p><b>The pier</b><br></p>",
        "<p><em><strong>The pier</strong></em></p>",
        "<p><b><u>The pier</u></b></p>",
        "<p style='font-weight:bold'>The pier</p>",
        "<p><span style='font-weight:700'>The pier</span></p>",
        "<b>The pier</b><br><br>",
    ],
)
def test_a_bold_line_above_a_text_is_a_crosshead(line: str) -> None:
    """Markup has many ways to make bold type."""
    said = html(f"{TEXT}{line}{TEXT}").replace("<em>", "").replace("</em>", "")
    assert said == "X<h2>The pier</h2>X"


def test_a_bold_line_above_a_text_in_one_paragraph_is_a_crosshead() -> None:
    """An address has more lines, and is no crosshead."""
    body = f"{TEXT}<p id=p><b>The pier</b><br>It was built of stone, and stands.</p>"
    assert html(body) == "X<h2>The pier</h2><p>It was built of stone, and stands.</p>"
    three = "<p>Before it.<br><b>The pier</b><br>It was built of stone, and stands.</p>"
    assert html(three) == (
        "<p>Before it.</p><h2>The pier</h2><p>It was built of stone, and stands.</p>"
    )
    address = "<p><b>Town Hall</b><br>12 Quay Street<br>Alder Bay</p>"
    assert html(f"{TEXT}{address}{TEXT}") == f"X{address}X"


def test_a_crosshead_is_below_the_last_heading() -> None:
    """The level does not depend on how the markup counts its headings."""
    line = f"<p><b>The pier</b></p>{TEXT}"
    assert html(f"{line}<h3>Piers</h3>{line}<h4>Moles</h4>{TEXT}{line}") == (
        "<h2>The pier</h2>X<h2>Piers</h2><h3>The pier</h3>X<h3>Moles</h3>X<h4>The pier</h4>X"
    )


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>Do not touch the rope.</b></p>",
        "<p><b>船に触らないでください。</b></p>",
        "<p><b>When did you begin?</b></p>",
        "<p><b>The pier</b> was built of stone</p>",
        "<p><b>* * *</b></p>",
        "<p><b>24 39 16 121</b></p>",
        f"<p><b>{'The pier ' * 12}</b></p>",
        "<blockquote><p><b>The pier</b></p><p>x</p></blockquote>",
        "<ul><li><b>The pier</b></li></ul>",
        "<p class='verse'><b>The pier</b></p>",
    ],
)
def test_another_bold_line_stays_as_it_is(line: str) -> None:
    """A sentence, a question, part of a line, a sign, figures, a quotation, an item, a verse."""
    assert "<h2>" not in html(f"{TEXT}{line}{TEXT}")


def test_a_bold_line_at_the_end_or_above_another_is_no_crosshead() -> None:
    """A heading needs a text below."""
    assert "<h2>" not in html(f"{TEXT}<p><b>The pier</b></p>")
    assert html(f"{TEXT}<p><b>The pier</b></p><p><b>The mole</b></p>{TEXT}") == (
        "X<p><b>The pier</b></p><h2>The mole</h2>X"
    )


def test_bold_sentences_do_not_make_an_interview() -> None:
    """A crosshead between two bold warnings is still a crosshead."""
    warnings = [f"<p><b>Do not touch rope {number}.</b></p>{TEXT}" for number in (3, 4)]
    assert "<h2>The pier</h2>" in html("".join([*warnings, f"<p><b>The pier</b></p>{TEXT}"]))


def test_the_bold_questions_of_an_interview_are_no_crossheads() -> None:
    """A bold request among bold questions is no crosshead, either."""
    asked = [f"<p><b>Did you see {number} ships?</b></p>{TEXT}" for number in (3, 4)]
    assert "<h2>" not in html("".join([*asked, f"<p><b>Tell me of the sea</b></p>{TEXT}"]))


@pytest.mark.parametrize("line", ["By Ana Lima", "Ana Lima", "Ana Lima | The Quay", "3 May 2024"])
def test_a_bold_byline_at_the_beginning_is_no_crosshead(line: str) -> None:
    """The same words further down may be a crosshead."""
    assert html(f"<p><b>{line}</b></p>{TEXT}") == f"<p><b>{line}</b></p>X"


def test_the_bold_headline_above_the_body_is_not_repeated() -> None:
    """A heading of the markup with the headline is not repeated, either."""
    assert html(f"<p><b>Harbour Opens</b></p>{TEXT}") == "X"


def test_a_bold_line_with_a_colon_is_a_label_that_stays_with_its_text() -> None:
    """A label is in no outline."""
    label = '<p class="label"><b>You need:</b></p><ul><li>Salt</li></ul>'
    assert html(f"{TEXT}<p><b>You need:</b></p><ul><li>Salt</li></ul>") == f"X{label}"


def test_a_crosshead_is_tagged_as_a_heading() -> None:
    """The outline of the file has the crosshead, too."""
    body = f"{TEXT}<p><strong>The northern pier</strong></p>{TEXT}"
    result = print_article({"headline": "Harbour opens", "language": "en", "body": body})
    assert structure_tree.find_faults(result.pdf) == []
    assert [words for _, words in structure_tree.read_texts(result.pdf, "H2")] == [
        "The northern pier"
    ]
    assert read_outline(result.pdf)[0][0] == "Harbour opens"
    assert result.remarks == ()


def test_long_bold_lines_end_fast() -> None:
    """A line may hold thousands of points, brackets and bold elements."""
    with ends_soon():
        lines = "The pier</b><br>It was built of stone, and stands.<br><b>" * 2_000
        for line in (lines, "." * 100_000 + "a", ".(" * 50_000 + "a", "<b>a</b>" * 5_000):
            html(f"<p><b>{line}</b></p>{TEXT}")
