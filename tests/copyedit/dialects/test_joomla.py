"""Braces of Joomla's plug-ins: tabs, films, galleries, modules."""

from contextlib import suppress

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.errors import RecordError, RefusedError
from tests.support.dialect_bodies import read_dialect
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("body", "html"),
    [
        (
            "<p>{tab First one}</p><p>A</p><p>{tab=Second|red}</p><p>B</p><p>{/tabs}</p>",
            "<b>First one</b><p>A</p><b>Second</b><p>B</p>",
        ),
        ('<p>{slider title="S" class="blue"}</p><p>A</p><p>{/sliders}</p>', "<b>S</b><p>A</p>"),
        ("<p>{youtube}abc|600|400{/youtube}</p>", ">https://www.youtube.com/watch?v=abc</a>"),
        ("<p>A {modal https://e.org}b{/modal} c</p>", '<p>A <a href="https://e.org">b</a> c</p>'),
        ("<p>A {tip Long words}b{/tip} c</p>", "<p>A b (Long words) c</p>"),
    ],
)
def test_plugins_are_printed(body: str, html: str) -> None:
    """No brace stands in the text."""
    found = read_dialect(body, "html")
    assert html in found.html
    assert "{" not in found.html


def test_a_picture_of_a_plugin_is_printed() -> None:
    """The title stands between bars."""
    body = "<p>A</p><p>{rokbox title=|The hall|}images/a.jpg{/rokbox}</p>"
    assert read_dialect(body, "html").pictures == [("images/a.jpg", "<b>The hall</b>", "")]


def test_other_plugins_are_named() -> None:
    """The remark has the folder of a gallery, and the names of modules."""
    body = (
        "<p>A {gallery}trip/rome{/gallery}</p><p>{loadposition user1}</p>{mosimage}"
        "<p>{weather Rome}b{/weather}</p>"
    )
    found = read_dialect(body, "html")
    assert found.html == "<p>A</p><p>b</p>"
    assert found.removed["PK301"] == ["trip/rome", "user1", "", "Rome"]


@pytest.mark.parametrize("body_format", ["markdown", "html"])
@pytest.mark.parametrize(
    "words",
    [
        "See {see above}, {tab} key, {youtube} and {gallery of names}.",
        "A set {a, b} and {x} and {tab one}.",
        "Write <code>{youtube}a{/youtube}</code> there.",
        r"In TeX \textbf{tab} is bold.",
        "Write {name} and {/name}, or {if $x}yes{/if}, or {count} items{/count}.",
        "Write {if $x}yes{/if} beside <code>{youtube}a{/youtube}</code> there.",
    ],
)
def test_words_in_braces_stay(words: str, body_format: str) -> None:
    """A name without an end is no plug-in."""
    found = read_dialect(words, body_format)
    assert found.html == f"<p>{words}</p>"
    assert not found.removed.get("PK301")


@pytest.mark.parametrize(
    "mark", ["{tab a}", "{tab ", "{youtube}", "{/tabs}", "{a1}{/a1}", "{youtube}{/"]
)
def test_long_bodies_are_read_soon(mark: str) -> None:
    """The time grows with the length, no faster."""
    body = mark * (20_000 // len(mark)) + "{/tabs}{/youtube}"
    with ends_soon(), suppress(RefusedError, RecordError):
        edit(Article(headline="H", body=body, body_format="html"))
