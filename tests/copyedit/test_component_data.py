"""Components whose data stand in an attribute of an empty element are printed."""

import json

import pytest

from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon


def component(name: str, data: object) -> str:
    """Return an empty component of Substack."""
    written = json.dumps(data).replace("&", "&amp;").replace('"', "&quot;")
    return f'<div class="{name}" data-attrs="{written}" data-component-name="X"></div>'


COMPONENTS = {
    "a formula": ("latex-rendered", {"persistentExpression": "E=mc^2", "id": "A"}, "E = mc²"),
    "a short post": (
        "tweet",
        {"url": "https://x.example/1", "full_text": "A short post", "name": "Ann Lee"},
        "Ann Lee A short post https://x.example/1",
    ),
    "a film": ("youtube-wrap", {"videoId": "abc"}, "https://www.youtube.com/watch?v=abc"),
    "another post": (
        "embedded-post-wrap",
        {"title": "A post", "url": "https://o.example/p", "post": {"title": "A post"}},
        "A post https://o.example/p",
    ),
    "a poll": (
        "poll-embed",
        {"question": "Shall we?", "options": [{"label": "Yes"}, {"label": "No"}]},
        "Shall we? Yes No",
    ),
}


@pytest.mark.parametrize(("name", "data", "words"), COMPONENTS.values(), ids=COMPONENTS)
def test_a_component_says_what_its_script_would_draw(name: str, data: object, words: str) -> None:
    """The element is empty, so nothing else has these words."""
    body = f"<p>Before.</p>{component(name, data)}<p>After.</p>"
    result = print_article({"headline": "H", "language": "en", "body": body})
    text = " ".join("".join(read_pages(result.pdf)).split())
    assert f"Before. {words} After." in text
    assert result.remarks == ()


def test_a_gallery_shows_its_pictures_above_their_caption() -> None:
    """The record has no folder, so each picture is a box."""
    pictures = [{"src": f"https://s.example/{number}.jpg"} for number in range(1, 71)]
    data = {"gallery": {"images": pictures, "caption": "Two views"}}
    result = print_article(
        {"headline": "H", "language": "en", "body": component("image-gallery-embed", data)}
    )
    text = " ".join("".join(read_pages(result.pdf)).split())
    assert text.index("s.example/1.jpg") < text.index("s.example/2.jpg") < text.index("Two views")
    assert text.count("s.example/") == 70
    assert {one.code for one in result.remarks} <= {"PK402", "PK406"}


@pytest.mark.parametrize(
    "body",
    [
        component("subscription-widget-wrap", {"text": "Subscribe"}),
        "<div data-attrs='no JSON'></div>",
        "<div data-attrs='[1]'></div>",
        component("x", {"title": 3, "videoId": 4, "gallery": {"images": [1]}}),
    ],
)
def test_other_data_stay_unprinted(body: str) -> None:
    """A form of the site, broken data and data without words say nothing on paper."""
    result = print_article({"headline": "H", "language": "en", "body": f"<p>Words.</p>{body}"})
    assert "".join(read_pages(result.pdf)).split() == ["H", "Words.", "1", "/", "1"]


def test_deep_and_long_data_end_soon() -> None:
    """Everything in a record is hostile."""
    body = component("x", "[" * 20_000) + "<div data-attrs='{'></div>" * 5_000
    with ends_soon():
        print_article({"headline": "H", "language": "en", "body": f"<p>Words.</p>{body}"})
