"""The elements of web components leave their words, their links and the addresses of films."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html
from tests.support.time_limits import ends_soon


def copy_of(body: str, url: str | None = None) -> Copy:
    """Return the copy of a body behind a paragraph."""
    return edit(Article(headline="H", body=f"<p>a</p>{body}", url=url), links="plain")


def removed(copy: Copy) -> list[tuple[str, str]]:
    """Return kind and words of everything that was removed."""
    return [(one.kind, one.words) for remark in copy.remarks for one in remark.removed]


@pytest.mark.parametrize(
    ("element", "address"),
    [
        ("<amp-youtube data-videoid=abc></amp-youtube>", "https://www.youtube.com/watch?v=abc"),
        ("<lite-youtube videoid=abc></lite-youtube>", "https://www.youtube.com/watch?v=abc"),
        ("<amp-vimeo data-videoid=12></amp-vimeo>", "https://vimeo.com/12"),
        ("<amp-twitter data-tweetid=12></amp-twitter>", "https://twitter.com/i/status/12"),
        ("<amp-instagram data-shortcode=a_b></amp-instagram>", "https://www.instagram.com/p/a_b/"),
        ("<amp-video src='https://f.example/v'></amp-video>", "https://f.example/v"),
        ("<amp-video><source src='https://f.example/v'></amp-video>", "https://f.example/v"),
        ("<amp-iframe src='https://f.example/m'></amp-iframe>", "https://f.example/m"),
        ("<amp-facebook data-href='https://f.example/p'></amp-facebook>", "https://f.example/p"),
        ("<audio-player src='//f.example/s'></audio-player>", "https://f.example/s"),
    ],
)
def test_what_an_element_plays_is_a_line_with_its_address(element: str, address: str) -> None:
    """The number of a film at a known service gives the address."""
    copy = copy_of(element)
    assert f'<p class="embed"><a href="{address}">{address}</a></p>' in write_html(copy.body)
    assert [words for _, words in removed(copy)] == [address]


@pytest.mark.parametrize(
    ("element", "told"),
    [
        ("<amp-brightcove data-video-id=12 data-account-id=7></amp-brightcove>",
         ("amp-brightcove", "12 7")),
        ("<amp-youtube data-videoid='a b'></amp-youtube>", ("amp-youtube", "a b")),
        ("<amp-video src=v.mp4></amp-video>", ("amp-video", "v.mp4")),
        ("<amp-iframe srcdoc='<p>In a frame</p>'></amp-iframe>", ("iframe", "In a frame")),
        ("<amp-ad src='https://ads.example/1'></amp-ad>", ("amp-ad", "https://ads.example/1")),
        ("<amp-story poster-portrait-src=p.jpg>b</amp-story>", ("picture", "p.jpg")),
        ("<rh-card heading='Card head'>b</rh-card>", ("attribute", "Card head")),
        ("<pull-quote text='So be' author='Orla Penn'></pull-quote>", ("attribute", "Orla Penn")),
        ("<my-card href='/c'><a href='https://o.org/a'>b</a></my-card>", ("link", "/c")),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_is_named(element: str, told: tuple[str, str]) -> None:
    """Remarks name films without a web address, advertisements, and words of scripts."""
    copy = copy_of(element)
    assert told in removed(copy)
    assert 'class="embed"' not in write_html(copy.body)


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<p>At <my-price>9</my-price> cr</p>", "<p>At 9 cr</p>"),
        ("<rh-card href='https://o.org/b'>b</rh-card>", '<p><a href="https://o.org/b">b</a></p>'),
        ("<amp-story-page>b</amp-story-page><amp-story-page>c</amp-story-page>",
         "<p>b</p><p>c</p>"),
        ("<amp-twitter data-x=1><blockquote placeholder>b</blockquote></amp-twitter>",
         "<blockquote><p>b</p></blockquote>"),
        ("<my-el><template shadowrootmode=open><h2>b</h2></template>c</my-el>",
         "<h2>b</h2><p>c</p>"),
        ("<my-card heading=b><h3>b</h3></my-card>", "<h2>b</h2>"),
        ("<amp-pixel src='https://t.example/a'></amp-pixel>b", "<p>b</p>"),
        ("<gu-card data-grid=3 data-id=7>b</gu-card>", "<p>b</p>"),
    ],
)  # fmt: skip
def test_the_words_in_an_element_are_printed(body: str, printed: str) -> None:
    """No remark is needed; a part of a story stands on a line of its own."""
    copy = copy_of(body)
    assert write_html(copy.body) == f"<p>a</p>{printed}"
    assert removed(copy) == []


def test_endless_elements_take_no_time() -> None:
    """Elements nest as deep as the limits allow, with long names and attributes."""
    with ends_soon():
        copy_of(f"<x{'-y' * 400} data-{'a' * 999}id=1>" * 90 + "b")
        copy_of(f"<amp-a data-{'-' * 100_000}id=1>b</amp-a>")


def test_a_picture_that_only_the_site_has_is_named_with_its_caption() -> None:
    """Drupal keeps the number of a picture, and the caption, in attributes."""
    copy = copy_of(
        "<drupal-media data-entity-uuid=aa-bb data-caption='Words <em>x</em>' alt=Alt>"
        "</drupal-media><drupal-entity data-entity-uuid=c data-caption=More></drupal-entity>"
    )
    named = removed(copy)
    assert {("drupal-media", "aa-bb"), ("drupal-entity", "c"), ("attribute", "More")} <= set(named)
    assert any(words.startswith("Words") for _, words in named)
