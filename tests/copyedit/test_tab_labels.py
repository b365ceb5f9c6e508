"""Each label of a list of tabs stands once, right before its own panel."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon

LABEL, END = '<p class="label"><strong>', "</strong></p>"


def html_of(body: str) -> str:
    """Return the copy of a body; labels are `<b>` elements without a paragraph."""
    html = write_html(edit(Article(headline="H", body=body), links="plain").body)
    return html.replace(LABEL, "<b>").replace(END, "</b>")


BUTTONS = "<button role=tab aria-controls=p1>Berlin</button><button role=tab aria-controls=p2>Bern"
BODIES = {
    "without a list": f"<div>{BUTTONS}</button><div id=p1>Spree</div><div id=p2>Aare</div></div>",
    "spans": (
        "<div><span role=tab aria-controls=a>Berlin</span> <span role=tab aria-controls=b>Bern"
        "</span><section id=a>Spree</section><section id=b>Aare</section></div>"
    ),
    "Bootstrap pills": (
        "<ul class='nav nav-pills'><li><button data-bs-toggle=pill data-bs-target=#a>Berlin"
        "</button></li><li><button data-bs-toggle=pill data-bs-target=#b>Bern</button></li></ul>"
        "<div><div id=a>Spree</div><div id=b>Aare</div></div>"
    ),
    "jQuery": (
        "<div class=tabs><ul><li><a href=#a>Berlin</a></li><li><a href=#b>Bern</a></li></ul>"
        "<div id=a>Spree</div><div id=b>Aare</div></div>"
    ),
    "Webflow": (
        "<div class=w-tab-menu><a data-w-tab='Tab 1' class=w-tab-link>Berlin</a>"
        "<a data-w-tab='Tab 2' class=w-tab-link>Bern</a></div><div class=w-tab-content>"
        "<div data-w-tab='Tab 1' class=w-tab-pane>Spree</div>"
        "<div data-w-tab='Tab 2' class=w-tab-pane>Aare</div></div>"
    ),
    "panels that name their labels": (
        "<div role=tablist><button role=tab id=k1>Berlin</button><button role=tab id=k2>Bern"
        "</button></div><p>Between.</p><div role=tabpanel aria-labelledby=k2>Aare</div>"
        "<div role=tabpanel aria-labelledby=k1>Spree</div>"
    ),
    "labels written twice": (
        "<div role=tablist><div role=tab aria-controls=a>Berlin</div><div role=tab aria-controls=b>"
        "Bern</div></div><div><div role=tab>Berlin</div><div id=a role=tabpanel>Spree</div>"
        "<div role=tab>Bern</div><div id=b role=tabpanel>Aare</div></div>"
    ),
    "links to other pages": (
        "<div role=tablist><a role=tab href=https://e.org/a aria-controls=a>Berlin</a>"
        "<a role=tab href=https://e.org/b aria-controls=b>Bern</a></div>"
        "<div id=a role=tabpanel>Spree</div><div id=b role=tabpanel>Aare</div>"
    ),
}
DEALT = "<b>Berlin</b><p>Spree</p><b>Bern</b><p>Aare</p>"


@pytest.mark.parametrize("kind", BODIES)
def test_each_label_stands_before_its_own_panel(kind: str) -> None:
    """By the id, by a name that both have, or by the place of the panel."""
    expected = DEALT
    if kind == "panels that name their labels":
        expected = "<p>Between.</p><b>Bern</b><p>Aare</p><b>Berlin</b><p>Spree</p>"
    assert html_of(BODIES[kind]) == expected


@pytest.mark.parametrize("kind", BODIES)
def test_tabs_lose_nothing_on_paper(kind: str) -> None:
    """Only the addresses of labels that lead to other pages are told in a remark."""
    result = print_article({"headline": "H", "body": BODIES[kind], "language": "en"})
    read = " ".join(" ".join(read_pages(result.pdf)).split())
    assert read.count("Berlin") == read.count("Bern ") == 1
    expected = ["PK302"] if kind == "links to other pages" else []
    assert [one.code for one in result.remarks] == expected


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (f"<div>{BUTTONS}</button><div id=p1>Berlin</div><div id=p2>Aare</div></div>",
         "<p>Berlin</p><b>Bern</b><p>Aare</p>"),
        ("<details><summary>More</summary><p>More</p></details>", "<p>More</p>"),
        ("<details><summary>More</summary><p>More</p><p>x</p></details>",
         "<b>More</b><p>More</p><p>x</p>"),
    ],
)  # fmt: skip
def test_a_panel_that_says_only_its_label_is_printed_once(body: str, printed: str) -> None:
    """In a panel with more words, the label stays."""
    assert html_of(body) == printed


def test_a_table_of_contents_is_no_list_of_tabs() -> None:
    """The links lead to headings."""
    body = "<ul><li><a href=#a>One</a></li><li><a href=#b>Two</a></li></ul>"
    html = html_of(f"{body}<h2 id=a>One</h2><p>x</p><h2 id=b>Two</h2><p>y</p>")
    assert html.startswith('<ul><li><a href="#a-a">One</a></li>')


def test_many_tabs_are_dealt_soon() -> None:
    """Two thousand tabs have two thousand panels."""
    tabs = "".join(f"<button role=tab aria-controls=p{n}>T{n}</button>" for n in range(2_000))
    panels = "".join(f"<div id=p{n}>words</div>" for n in range(2_000))
    with ends_soon():
        html_of(f"<div>{tabs}{panels}</div>")
