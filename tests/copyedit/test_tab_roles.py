"""Web components and pages without scripts have tabs, too."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages

RADIOS = "<input type=radio name=t id=t1 checked><input type=radio name=t id=t2>"
BODIES = {
    "Shoelace": (
        "<sl-tab-group><sl-tab slot=nav panel=a>Berlin</sl-tab><sl-tab slot=nav panel=b>Bern"
        "</sl-tab><sl-tab-panel name=a>Spree</sl-tab-panel><sl-tab-panel name=b>Aare"
        "</sl-tab-panel></sl-tab-group>"
    ),
    "Ionic": (
        "<ion-segment><ion-segment-button content-id=a><ion-label>Berlin</ion-label>"
        "</ion-segment-button><ion-segment-button content-id=b><ion-label>Bern</ion-label>"
        "</ion-segment-button></ion-segment><ion-segment-view><ion-segment-content id=a>Spree"
        "</ion-segment-content><ion-segment-content id=b>Aare</ion-segment-content>"
        "</ion-segment-view>"
    ),
    "Vuetify": (
        "<v-tabs><v-tab>Berlin</v-tab><v-tab>Bern</v-tab></v-tabs><v-window><v-window-item>Spree"
        "</v-window-item><v-window-item>Aare</v-window-item></v-window>"
    ),
    "Angular": (
        "<mat-tab-group><mat-tab label=Berlin>Spree</mat-tab><mat-tab label=Bern>Aare</mat-tab>"
        "</mat-tab-group>"
    ),
    "Material": (
        "<mwc-tab-bar><mwc-tab label=Berlin></mwc-tab><mwc-tab label=Bern></mwc-tab></mwc-tab-bar>"
        "<div><div>Spree</div><div>Aare</div></div>"
    ),
    "radios before labels": (
        f"<div>{RADIOS}<label for=t1>Berlin</label><label for=t2>Bern</label>"
        "<div><div>Spree</div><div>Aare</div></div></div>"
    ),
    "radios between labels": (
        "<div><input type=radio name=t id=t1><label for=t1>Berlin</label>"
        "<input type=radio name=t id=t2><label for=t2>Bern</label>"
        "<div>Spree</div><div>Aare</div></div>"
    ),
    "radios beside panels": (
        "<div><input type=radio name=t id=t1><label for=t1>Berlin</label><div>Spree</div>"
        "<input type=radio name=t id=t2><label for=t2>Bern</label><div>Aare</div></div>"
    ),
    "boxes of an accordion": (
        "<div class=accordion><input type=checkbox id=t1><label for=t1>Berlin</label>"
        "<div>Spree</div><input type=checkbox id=t2><label for=t2>Bern</label><div>Aare</div></div>"
    ),
}
DEALT = "<b>Berlin</b><p>Spree</p><b>Bern</b><p>Aare</p>"


def html_of(body: str) -> str:
    """Return the copy of a body; labels are `<b>` elements without a paragraph or an id."""
    html = write_html(edit(Article(headline="H", body=body), links="plain").body)
    return html.replace('<p class="label"><strong>', "<b>").replace("</strong></p>", "</b>")


@pytest.mark.parametrize("kind", BODIES)
def test_each_label_stands_before_its_panel(kind: str) -> None:
    """The label is an element of the page, a label of a button, or an attribute of the panel."""
    assert html_of(BODIES[kind]) == DEALT


@pytest.mark.parametrize("kind", BODIES)
def test_tabs_lose_nothing_on_paper(kind: str) -> None:
    """The pages have all words in their order, and there is no remark."""
    result = print_article({"headline": "H", "body": BODIES[kind], "language": "en"})
    assert "Berlin Spree Bern Aare" in " ".join(" ".join(read_pages(result.pdf)).split())
    assert result.remarks == ()


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<p>Which?</p><input type=radio id=a name=q><label for=a>Red</label>"
         "<input type=radio id=b name=q><label for=b>Blue</label><p>End.</p>",
         "<p>Which?</p><p>○ Red ○ Blue</p><p>End.</p>"),
        ("<ul><li><input type=checkbox id=c checked><label for=c>Task</label><p>Notes.</p></ul>",
         "<ul><li><p>☑ Task</p><p>Notes.</p></li></ul>"),
        ("<my-tab>Alone</my-tab><p>Next.</p>", "<p>Alone</p><p>Next.</p>"),
    ],
)  # fmt: skip
def test_other_labels_are_no_tabs(body: str, printed: str) -> None:
    """Answers of a quiz and tasks keep their signs."""
    assert html_of(body) == printed
