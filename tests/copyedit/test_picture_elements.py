"""Each element that shows a picture becomes an `img`, and is printed once."""

import contextlib

import pytest

import printkit
from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from printkit.errors import RefusedError
from tests.support.clean_copy import write_html
from tests.support.printed_articles import read_pages
from tests.support.time_limits import ends_soon


def copy_of(body: str) -> Copy:
    """Return the copy of a body between two paragraphs."""
    return edit(Article(headline="H", body=f"<p>a</p>{body}<p>z</p>"), links="plain")


def removed(copy: Copy) -> list[tuple[str, str]]:
    """Return kind and words of everything that was removed."""
    return [(one.kind, one.words) for remark in copy.remarks for one in remark.removed]


@pytest.mark.parametrize(
    "body",
    [
        "<amp-img src=q.jpg width=900 height=600></amp-img>",
        "<amp-img src=q.jpg><noscript><img src=q.jpg></noscript></amp-img>",
        "<amp-img src=q.jpg width=1.33 height=1 layout=responsive></amp-img>",
        "<amp-img src=q.jpg width=1 height=1 layout=responsive></amp-img>",
        "<amp-anim src=q.jpg></amp-anim>",
        "<amp-carousel><amp-img src=q.jpg></amp-img></amp-carousel>",
        "<amp-story><amp-story-page><amp-img src=q.jpg></amp-img></amp-story-page></amp-story>",
        "<p><my-image src=q.jpg></my-image></p>",
        "<my-image src=q.jpg><img src=q.jpg></my-image>",
        "<lazy-picture data-src=q.jpg></lazy-picture>",
        "<hero-card image=q.jpg></hero-card>",
        "<gu-figure><responsive-image srcset='p.jpg 1x, q.jpg 2x'></responsive-image></gu-figure>",
        "<picture><source srcset='q.jpg 900w, p.jpg 300w'></picture>",
        "<picture><source src=q.jpg></picture>",
        "<video poster=q.jpg></video>",
        "<video poster=/img/spacer.png style='background:url(q.jpg) 50% 50%'></video>",
        "<my-player poster=q.jpg></my-player>",
        "<input type=image src=q.jpg>",
        "<object data=q.jpg></object>",
        "<object data=q.jpg type=image/jpeg>The quay</object>",
        "<embed src=q.jpg>",
        "<iframe src=q.jpg></iframe>",
        "<svg><image href=q.jpg /></svg>",
        "<svg><image xlink:href='q.jpg' width='600' height='400'></image></svg>",
        "<noscript><img src=q.jpg></noscript>",
        "<noscript><picture><source srcset=q.jpg><img src=q.jpg></picture></noscript>",
        "<object data=q.svg type='image/svg+xml'><img src=q.jpg></object>",
    ],
)
def test_every_element_that_shows_a_picture_is_printed_as_one(body: str) -> None:
    """The picture is printed once, on a line of its own, from its best address."""
    copy = copy_of(body)
    assert [one.image.src for one in copy.figures] == ["q.jpg"]
    assert write_html(copy.body) == '<p>a</p><figure data-figure="0"></figure><p>z</p>'
    assert [one for one in removed(copy) if one[0] == "picture"] == []


def test_words_and_size_of_the_element_belong_to_its_picture() -> None:
    """Attributes give description, caption and credit; the words within are a caption, too."""
    body = (
        "<my-image src=q.jpg alt=Quay caption='At dawn' credit='Li Wei' width=900 height=600>"
        "</my-image><x-a><my-photo src=r.jpg><span slot=caption>Fog.</span></my-photo></x-a>"
        "<object data=s.jpg>A crane</object>"
    )
    first, second, third = (one.image for one in copy_of(body).figures)
    assert (first.alt, first.caption, first.credit) == ("Quay", "At dawn", "Li Wei")
    assert (first.width, first.height) == (900, 600)
    assert second.caption == "Fog."
    assert third.alt == "A crane"


def test_figures_of_web_components_keep_captions_and_credits() -> None:
    """`gu-figure` is such a figure; each picture of a carousel has its own caption."""
    body = (
        "<amp-carousel><figure><amp-img src=a.jpg></amp-img><figcaption>One. Photo: Li Wei"
        "</figcaption></figure><gu-figure><img src=b.jpg><gu-caption>Two.</gu-caption>"
        "<gu-credit>Ana Ruiz</gu-credit></gu-figure></amp-carousel>"
    )
    images = [one.image for one in copy_of(body).figures]
    assert [(one.caption, one.credit) for one in images] == [
        ("One.", "Li Wei"),
        ("Two.", "Ana Ruiz"),
    ]


def test_a_caption_in_an_attribute_stands_beside_the_caption_of_the_figure() -> None:
    """Both captions are printed."""
    body = "<figure><x-image src=a.jpg caption=One></x-image><figcaption>Both</figcaption></figure>"
    assert [one.image.caption for one in copy_of(body).figures] == ["One Both"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<amp-img src=q.jpg><amp-img placeholder src=low.jpg></amp-img></amp-img>",
         ("placeholder", "low.jpg")),
        ("<amp-img src=q.jpg><p fallback>No network</p></amp-img>",
         ("text for old browsers", "No network")),
        ("<object data=q.jpg>A crane</object>", ("description", "A crane")),
        ("<object data=q.svg>A chart</object>", ("embedded object", "q.svg")),
        ("<form><input type=image src=q.jpg alt=Buy></form>", ("picture", "q.jpg")),
    ],
)  # fmt: skip
def test_pictures_that_stand_for_another_are_named(body: str, told: tuple[str, str]) -> None:
    """A browser shows such pictures only for a moment, or elsewhere."""
    assert told in removed(copy_of(body))


def test_an_element_that_plays_or_counts_is_no_picture() -> None:
    """The file of a film has another ending; a pixel of AMP counts visits."""
    body = "<amp-video src='v.mp4'></amp-video><image-map src=m.json></image-map>"
    assert (
        list(copy_of(f"{body}<amp-pixel src='https://t.example/p.gif'></amp-pixel>").figures) == []
    )


def test_too_many_pictures_are_refused_under_every_name() -> None:
    """The press would load and scale each picture."""
    with pytest.raises(RefusedError, match="501 pictures"):
        copy_of("<amp-img src=q.jpg></amp-img>" * 501)


@pytest.mark.parametrize(
    "body",
    [
        "<amp-img fallback>" * 80 + "x" * 100_000,
        "<picture><source src=a>" * 2_000,
        "<my-image src=a.jpg placeholder>" * 90,
        "<object data=a.jpg>" * 90 + "word " * 20_000,
    ],
)
def test_hostile_pictures_take_no_time(body: str) -> None:
    """Open elements nest as deep as the limits allow."""
    with ends_soon(), contextlib.suppress(RefusedError):
        copy_of(body)


def test_an_amp_page_is_printed_whole() -> None:
    """No remark is false; the address of a film stands under its still picture."""
    body = (
        "<p>One.</p><amp-img src=a.jpg alt=Quay></amp-img><p>Two.</p><figure><video poster=b.jpg "
        "src='https://f.example/l.mp4'></video><figcaption>The launch</figcaption></figure>"
        "<amp-youtube data-videoid=abc123></amp-youtube>"
    )
    result = printkit.export({"headline": "A page", "body": body, "language": "en"})
    text = "".join(read_pages(result.pdf))
    parts = ("a.jpg", "Two.", "b.jpg", "The launch", "https://f.example/l.mp4", "watch?v=abc123")
    places = [text.index(one) for one in parts]
    assert places == sorted(places)
    assert "PK608" not in {one.code for one in result.remarks}
