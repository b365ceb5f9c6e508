"""The words of a drawing stand in the place of the drawing."""

import pytest

import printkit
from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html
from tests.support.printed_articles import read_pages
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon


def copy_of(body: str) -> Copy:
    """Return the copy of a body behind a paragraph."""
    return edit(Article(headline="H", body=f"<p>a</p>{body}"), links="plain")


def removed(copy: Copy) -> list[tuple[str, str]]:
    """Return kind and words of everything that was removed."""
    return [(one.kind, one.words) for remark in copy.remarks for one in remark.removed]


CHART = (
    "<svg width=600 height=200><title>Fish</title><rect/><text>Herring 310</text><text>Sprat 95"
    "</text></svg>"
)
BADGE = "data:image/svg+xml;base64,PHN2Zz48dGV4dD45IGNyPC90ZXh0Pjwvc3ZnPg=="


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<p>It costs <svg width=40 height=16><text>9 cr</text></svg> a day</p>",
         "<p>It costs 9 cr a day</p>"),
        ("<p>It costs <svg><text>9</text><text>cr</text></svg> a day</p>",
         "<p>It costs 9 cr a day</p>"),
        (f"<p>It costs <img src='{BADGE}'> a day</p>", "<p>It costs 9 cr a day</p>"),
        ("<p>b<svg width=40><text>9</text></svg>c (<svg width=40><text>d</text></svg>)</p>",
         "<p>b 9 c (d)</p>"),
        ("<h2>Up <svg><text>9 cr</text></svg></h2>", "<h2>Up 9 cr</h2>"),
        ("<svg><text>b</text><text>c</text></svg>", '<p class="drawing">b · c</p>'),
        ("<svg><image href=b.jpg /><text>c</text></svg>",
         '<figure data-figure="0"></figure><p class="drawing">c</p>'),
        ("<p><svg><a href=https://o.org/b><text>c</text></a></svg></p>",
         '<p class="drawing"><a href="https://o.org/b">c</a></p>'),
        ("<svg><text>b</text><a href=//o.org/b><text>c</text></a><text>d</text></svg>",
         '<p class="drawing">b · <a href="https://o.org/b">c</a> · d</p>'),
        ("<p>Rated <svg width=80 height=16 aria-label='4 of 5'><path/></svg> by all</p>",
         "<p>Rated 4 of 5 by all</p>"),
        ("<p>On <a href=https://o.org/b><svg width=16><title>News</title><path/></svg></a></p>",
         '<p>On <a href="https://o.org/b">News</a></p>'),
        ("<ul><li><i role=img aria-label=Yes></i></ul>", "<ul><li>Yes</li></ul>"),
        ("<p>b <svg width=16><path/></svg> <svg aria-hidden=true width=90><path/></svg></p>",
         "<p>b </p>"),
        ("<p>b <svg class=icon><use href=#i /></svg> <svg></svg></p>", "<p>b </p>"),
    ],
)  # fmt: skip
def test_words_of_a_drawing_are_printed_without_a_remark(body: str, printed: str) -> None:
    """The words stand in their line or as a paragraph; an ornament has no words."""
    copy = copy_of(body)
    assert write_html(copy.body).replace(" </p>", "</p>") == (
        f"<p>a</p>{printed}".replace(" </p>", "</p>")
    )
    assert removed(copy) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (CHART, [("drawing", "600 × 200 pixels")]),
        ("<svg width=300 viewBox='0 0 600 400'><path/></svg>", [("drawing", "300 × 200 pixels")]),
        ("<svg><path/></svg>", [("drawing", "")]),
        ("<svg viewBox='0 0 90 90'><rect><title>Herring: 310 t</title></rect></svg>",
         [("drawing", "90 × 90 pixels: Herring: 310 t")]),
        ("<p><svg width=16><title>Phone</title><path/></svg> Call us</p>", [("icon", "Phone")]),
        ("<p>b <svg width=40><title>c</title><text>d</text></svg></p>", [("description", "c")]),
        ("<p><a href=//o.org/b><svg width=16><title>News</title><path/></svg></a></p>",
         [("icon", "News"), ("link", "https://o.org/b")]),
        ("<figure><img src=a.jpg><figcaption>By <i role=img aria-label=camera></i> A. Ruiz"
         "</figcaption></figure>", [("icon", "camera")]),
        ("<svg width=9 height=300><desc>Created with Pen 9</desc><path/></svg>",
         []),
        ("<svg width=90 height=60><desc>Created with Pen 9</desc><path/></svg>",
         [("drawing", "90 × 60 pixels: Created with Pen 9")]),
        ("<canvas width=300 height=200></canvas>", [("drawing", "")]),
        ("<canvas>Your browser has no canvas.</canvas>",
         [("drawing", "Your browser has no canvas.")]),
    ],
)  # fmt: skip
def test_a_drawing_is_named_with_what_paper_lacks(body: str, told: list[tuple[str, str]]) -> None:
    """The remark has the size, and the words that a browser shows under the pointer."""
    assert removed(copy_of(body)) == told


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<canvas>Herring 310, sprat 95</canvas>",
         '<p class="drawing">Herring 310, sprat 95</p>'),
        ("<canvas aria-label='Tides by day'></canvas>", '<p class="drawing">Tides by day</p>'),
        ("<canvas><ul><li>Herring 310</ul></canvas>", "<ul><li>Herring 310</li></ul>"),
    ],
)  # fmt: skip
def test_words_in_place_of_a_drawing_by_script_are_printed(body: str, printed: str) -> None:
    """The words were written for readers who cannot see the drawing."""
    assert write_html(copy_of(body).body) == f"<p>a</p>{printed}"


def test_the_words_of_a_chart_stand_over_its_caption() -> None:
    """Paper keeps the order of the page."""
    body = f"<p>Noon.</p><figure>{CHART}<figcaption>Landings</figcaption></figure><p>End.</p>"
    result = printkit.export({"headline": "Fish", "body": body, "language": "en"})
    text = " ".join("".join(read_pages(result.pdf)).split())
    assert "Noon. Fish · Herring 310 · Sprat 95 Landings End." in text
    assert "PK608" not in {one.code for one in result.remarks}


def test_texts_from_right_to_left_stand_apart() -> None:
    """The number of the second text does not join the first."""
    body = "<svg><text>דגים 310</text><text>95 t</text></svg>"
    html = write_html(edit(Article(headline="H", body=body, language="he")).body)
    assert html == '<p class="drawing"><bdi>דגים 310</bdi> · <bdi>95 t</bdi></p>'


def test_a_table_of_ticks_keeps_its_ticks() -> None:
    """Each tick is an icon with a label, and the label is printed."""
    tick = "<svg width=16 role=img aria-label={}><path/></svg>"
    body = f"<table><tr><th>Power<th>Water<tr><td>{tick.format('Yes')}<td>{tick.format('No')}"
    html = write_html(copy_of(f"{body}</table>").body)
    assert "<td>Yes</td><td>No</td>" in html


@pytest.mark.parametrize(
    "mark",
    [
        "<svg width=9 aria-label=a><path/></svg>",
        "<i role=img aria-label=a></i>",
        "<a href=//o.org/b><svg width=9 aria-label=a><path/></svg></a>",
        "<svg width=900 height=90 aria-label=a><path/></svg>",
        "<svg width=900 height=90><text>b</text></svg>",
        "<canvas>browser</canvas>",
    ],
)
@pytest.mark.parametrize("times", mark_slow([900, 4_500], but={900}))
def test_endless_drawings_take_no_time(mark: str, times: int) -> None:
    """A fifth of what the limits allow, in one line; `make slow` takes as many as they allow."""
    with ends_soon():
        copy_of("<p>" + mark * times)


def test_a_drawing_with_endless_texts_takes_no_time() -> None:
    """As many texts as the limits allow."""
    with ends_soon():
        copy_of("<svg>" + "<text>b</text>" * 9_000 + "</svg>")


@pytest.mark.parametrize(
    "drawing", ["<svg width=9 height=9><path d=''/></svg>", "<svg></svg>", "<canvas></canvas>"]
)
def test_numbers_on_both_sides_of_a_drawing_stay_two_numbers(drawing: str) -> None:
    """A browser shows the drawing between 7 and 8; without a space there would be the number 78."""
    assert write_html(copy_of(f"<p>7{drawing}8</p>").body).endswith("<p>7 8</p>")
