"""Folded panels are open on paper, each behind its label."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages


def printed(body: str) -> str:
    """Return the edited body without the looks of labels, and check that no remark is made."""
    copy = edit(Article(headline="H", body=body), links="plain")
    assert copy.remarks == ()
    html = write_html(copy.body).replace('<p class="label"><strong>', "<p>")
    return html.replace("<strong>", "").replace("</strong>", "")


@pytest.mark.parametrize(
    "question",
    [
        "<h2><button aria-expanded=false>Why?</button></h2>",
        "<h2 class=accordion-header><button class='accordion-button collapsed'>Why?</button></h2>",
        "<h3><button><span>Why?</span></button></h3>",
    ],
)
@pytest.mark.parametrize(
    "answer",
    ["<div class='accordion-collapse collapse'>", "<div hidden>", "<div style='display: none'>",
     "<div aria-hidden=true class=collapse style='display:none'>"],
)  # fmt: skip
def test_a_button_in_a_heading_is_the_heading(question: str, answer: str) -> None:
    """The panel is open on paper, in whatever way the markup hides the panel."""
    html = printed(f"{question}{answer}<p>Because.</p></div><p>End.</p>")
    assert html == "<h2>Why?</h2><p>Because.</p><p>End.</p>"


@pytest.mark.parametrize(
    "body",
    [
        "<button class=accordion>Why?</button><div class=panel>Because.</div>",
        "<button aria-controls=p>Why?</button><p>",
        "<button aria-expanded=false>Why?</button><div style='display:none'><p>Because.</p></div>",
        "<div role=button aria-expanded=false><a>Why?</a></div><div hidden>Because.</div>",
        "<button data-toggle=collapse data-target='#p'>Why?</button>",
        "<details><summary>Why?</summary>Because.</details>",
    ],
)
def test_a_button_that_opens_a_panel_is_a_label(body: str) -> None:
    """The label is bold, and stands in front of the panel."""
    if "Because" not in body:
        body = body.removesuffix("<p>") + "<div id=p hidden>Because.</div>"
    assert printed(body) == "<p>Why?</p><p>Because.</p>"


def test_a_button_in_a_term_is_the_term() -> None:
    """Many sites write their questions and answers as a list of terms."""
    body = (
        "<dl><dt><button aria-expanded=false aria-controls=f>What?</button></dt><dd id=f hidden>A."
        "</dd><dt><button>Why?</button></dt><dd>B.</dd></dl>"
    )
    assert printed(body) == "<dl><dt>What?</dt><dd>A.</dd><dt>Why?</dt><dd>B.</dd></dl>"


TABS = [
    "<div class=tabbed-set><input type=radio id=a><input type=radio id=b><div class=tabbed-labels>"
    "<label for=a>Car</label><label for=b>Bus</label></div><div class=tabbed-content>"
    "<div class=tabbed-block>Road.</div><div class=tabbed-block>Line.</div></div></div>",
    "<ul class='nav nav-tabs' role=tablist><li><a data-toggle=tab href='#a' role=tab>Car</a></li>"
    "<li><a data-toggle=tab href='#b' role=tab>Bus</a></li></ul><div class=tab-content>"
    "<div class=tab-pane id=a>Road.</div><div class=tab-pane id=b hidden>Line.</div></div>",
    "<div role=tablist><button role=tab aria-controls=a>Car</button><button role=tab "
    "aria-controls=b>Bus</button></div><div role=tabpanel id=a>Road.</div>"
    "<div role=tabpanel id=b style='display:none'>Line.</div>",
    "<div class=tab-labels><button>Car</button> <button>Bus</button></div>"
    "<div class=tab-panel>Road.</div><div class=tab-panel>Line.</div>",
]


@pytest.mark.parametrize("body", TABS)
def test_each_tab_stands_before_its_panel(body: str) -> None:
    """A name ties the tab to the panel, or only the order of the two."""
    assert printed(body) == "<p>Car</p><p>Road.</p><p>Bus</p><p>Line.</p>"


def test_a_tab_that_its_panel_repeats_is_printed_once() -> None:
    """Many panels begin with the label as a heading."""
    body = TABS[1].replace(">Road.", "><h3>Car</h3>Road.").replace(">Line.", "><h3>Bus</h3>Line.")
    assert printed(body) == "<h2>Car</h2><p>Road.</p><h2>Bus</h2><p>Line.</p>"


@pytest.mark.parametrize(
    "first",
    ["{}s run.", "<p>{} is late.</p>", "<pre>{}</pre>", "<ul><li>{}<li>x</ul>", "<p><b>{}</b>x"],
)
def test_a_tab_stays_before_words_that_only_begin_with_its_label(first: str) -> None:
    """The panel `2023 was fine.` does not say its label `2023` once more."""
    body = (
        TABS[1].replace(">Road.", f">{first.format('Car')}").replace(">Line.", "><p>Bus</p>Line.")
    )
    assert (printed(body).count("Car"), printed(body).count("Bus")) == (2, 1)


def test_questions_answers_and_tabs_are_on_paper() -> None:
    """The print has no remark."""
    body = (
        "<div class=accordion><h2><button aria-expanded=false>Will my ticket be paid back?</button>"
        "</h2><div class='collapse'><p>Yes, within ten days.</p></div></div>" + TABS[1]
    )
    result = print_article({"headline": "Questions", "body": body, "language": "en"})
    text = "".join(read_pages(result.pdf))
    assert "Will my ticket be paid back?\nYes, within ten days." in text
    assert "Car\nRoad.\nBus\nLine." in text
    assert result.remarks == ()


@pytest.mark.parametrize("name", ["accordion", "faq-item", "wp-faqs"])
def test_a_button_before_its_answer_in_an_accordion_is_a_label(name: str) -> None:
    """The class stands at the element around, and neither the button nor the panel has one."""
    panel = "<button>Why?</button><div><p>Because.</p></div>"
    assert printed(f"<div class={name}>{panel}</div><p>End.</p>") == (
        "<p>Why?</p><p>Because.</p><p>End.</p>"
    )
    copy = edit(Article(headline="H", body=f"<div class=form>{panel}</div>"), links="plain")
    assert write_html(copy.body) == "<p>Because.</p>"
