"""Videos, frames and objects leave their address, or are named."""

import contextlib

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from printkit.errors import RefusedError
from printkit.remarks import Removed
from tests.support.clean_copy import write_html
from tests.support.time_limits import ends_soon


def copy_of(body: str, url: str | None = None) -> Copy:
    """Return the copy of a body, with plain links."""
    return edit(Article(headline="H", body=body, url=url), links="plain")


def lost(copy: Copy) -> list[str]:
    """Return the messages about removed content."""
    return [one.message for one in copy.remarks if one.code == "PK301"]


def removed(copy: Copy) -> list[Removed]:
    """Return all content that was removed."""
    return [one for remark in copy.remarks for one in remark.removed]


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("<iframe src='{}'></iframe>", "iframe"),
        ("<video src='{}'></video>", "video"),
        ("<video><source src='{}'>Your browser is old.</video>", "video"),
        ("<audio src='{}'></audio>", "audio"),
        ("<embed src='{}'>", "embedded object"),
        ("<object data='{}'></object>", "embedded object"),
        ("<frameset><frame src='{}'></frameset>", "frame"),
        ("<portal src='{}'></portal>", "portal"),
        ("<bgsound src='{}'>", "audio"),
        ("<figure><oembed url='{}'></oembed></figure>", "embedded object"),
        ("<object><param name=movie value='{}'></object>", "embedded object"),
        ("<object><param name=movie value='{0}'><embed src='{0}'></object>", "embedded object"),
        ("<object data='{0}'><object data='{0}'></object></object>", "embedded object"),
        ("<div data-oembed-url='{}'></div>", "embedded object"),
        ("<div class=fb-video data-href='{}'></div>", "embedded object"),
        ("<noscript><iframe src='{}'></iframe></noscript>", "iframe"),
        ("<iframe data-src='{0}'></iframe><noscript><iframe src='{0}'></noscript>", "iframe"),
        ("<iframe data-src='{}' src='about:blank'></iframe>", "iframe"),
    ],
)
def test_a_player_leaves_its_address(element: str, kind: str) -> None:
    """A reader can watch or hear the content at the address."""
    address = "https://example.org/v/1"
    copy = copy_of("<p>a</p>" + element.format(address))
    assert (
        write_html(copy.body) == f'<p>a</p><p class="embed"><a href="{address}">{address}</a></p>'
    )
    assert lost(copy) == [f"not printable, removed: 1 {kind}: “{address}”"]


def test_a_named_player_is_a_named_link() -> None:
    """A relative address is joined to the address of the article."""
    copy = copy_of("<p>a</p><iframe title='The film' src='/v'></iframe>", "https://example.org/n/1")
    assert '<a href="https://example.org/v">The film</a>' in write_html(copy.body)


def test_words_in_place_of_an_object_are_kept() -> None:
    """The words were written for readers who cannot see the object."""
    assert write_html(copy_of("<object data=x.swf><p>A chart of rain.</p></object>").body) == (
        "<p>A chart of rain.</p>"
    )


@pytest.mark.parametrize(
    ("element", "told"),
    [
        ("<iframe srcdoc='<p>In a <b>frame</b></p><script>no</script>'></iframe>",
         [("iframe", "In a frame")]),
        ("<iframe srcdoc='<img src=k.jpg><a href=https://o.org/k>Go</a>'></iframe>",
         [("iframe", "Go"), ("picture", "k.jpg"), ("link", "https://o.org/k")]),
        ("<applet code=Clock.class>Words</applet>", [("applet", "Clock.class")]),
        ("<portal src=p.html></portal>", [("portal", "p.html")]),
        ("<object data=r.pdf><a href=https://o.org/r.pdf>r</a></object>",
         [("embedded object", "r.pdf")]),
        ("<noscript><iframe src=https://o.org/g height=0 width=0></iframe></noscript>", []),
        ("<div class=fb-share-button data-href=https://o.org/a></div>", []),
    ],
)  # fmt: skip
def test_an_embed_without_an_address_is_named(element: str, told: list[tuple[str, str]]) -> None:
    """The remark has the words of the framed page; a frame of one pixel shows nothing."""
    assert [(one.kind, one.words) for one in removed(copy_of(f"<p>a</p>{element}"))] == told


@pytest.mark.parametrize("mark", ["<object>", "<param name=src value=a>", "<iframe srcdoc='<a>'>"])
def test_endless_embeds_take_no_time(mark: str) -> None:
    """A body has as many embeds as the limits allow."""
    with ends_soon(), contextlib.suppress(RefusedError):
        copy_of("<p>a</p>" + mark * 900)


@pytest.mark.parametrize(
    ("element", "words"),
    [
        ("<div class=datawrapper-embed data-src='https://d.example/a/'></div>",
         "https://d.example/a/"),
        ("<div class='flourish-embed x' data-src='visualisation/12'></div>",
         "https://public.flourish.studio/visualisation/12"),
        ("<div class=infogram-embed data-id=x data-title=Rain></div>", "https://infogram.com/x"),
        ("<div data-pym-src='https://d.example/p'></div>", "https://d.example/p"),
        ("<section class=map-widget data-url='//d.example/m'></section>", "https://d.example/m"),
    ],
)  # fmt: skip
def test_an_element_that_a_script_fills_leaves_its_address(element: str, words: str) -> None:
    """Services of charts give the address of the chart in an empty element."""
    copy = copy_of(f"<p>a</p>{element}")
    assert f'<a href="{words}">{words}</a>' in write_html(copy.body)
    assert words in [one.words for one in removed(copy)]
    assert ("Rain" in write_html(copy.body)) == ("Rain" in element)


def test_only_empty_elements_with_an_address_are_embeds() -> None:
    """A number is named, and an element with words or a frame has its own contents."""
    copy = copy_of(
        "<p>a</p><div class=chart data-id=12></div><div class=chart data-src='/b'>Words</div>"
        "<div class=video-embed data-src='https://d.example/v'>"
        "<iframe src='https://d.example/v'></iframe></div>",
        "https://e.org/a",
    )
    assert [one.words for one in removed(copy)] == ["12", "https://d.example/v"]
    assert write_html(copy.body).count("https://d.example/v</a>") == 1
