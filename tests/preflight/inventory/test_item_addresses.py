"""An element of a raw body → the addresses of the picture or the embed that it shows."""

import pytest

from printkit.preflight.inventory.html_items import read_html


def addresses(body: str, kind: str) -> list[tuple[str, ...]]:
    """Return the addresses of the items of one kind."""
    return [one.addresses for one in read_html(body, "") if one.kind == kind]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<img src=a.jpg>", ("a.jpg",)),
        ("<img src=data:image/gif;base64,R0lG data-src=a.jpg>", ("a.jpg",)),
        ("<img srcset='a.jpg 1x, b.jpg 2x'>", ("a.jpg", "b.jpg")),
        ("<picture><source srcset=a.webp><img src=b.jpg></picture>", ("b.jpg", "a.webp")),
        ("<noscript><img src=a.jpg></noscript>", ("a.jpg",)),
        ('<img data-src=\'{"a": "b.jpg"}\' src=a.jpg>', ("a.jpg",)),
        ("<amp-img src=a.jpg></amp-img>", ("a.jpg",)),
        ("<input type=image src=a.jpg>", ("a.jpg",)),
        ("<video poster=a.jpg></video>", ("a.jpg",)),
        ("<object data=a.svg></object>", ("a.svg",)),
        ("<p style='background: url(\"a.jpg\") red'></p>", ("a.jpg",)),
        ("<td background=a.jpg></td>", ("a.jpg",)),
        ("<svg><image xlink:href=a.jpg /></svg>", ("a.jpg",)),
        ("<my-photo src=a.jpg></my-photo>", ("a.jpg",)),
        ("<my-photo src=/a/1></my-photo>", ("/a/1",)),
        ("<my-card image=a.jpg></my-card>", ("a.jpg",)),
        ("<picture><source srcset='a.jpg 1x, b.jpg 2x'></picture>", ("a.jpg", "b.jpg")),
        ("<object data=a type=image/png></object>", ("a",)),
        ("<iframe src=a.jpg></iframe>", ("a.jpg",)),
        ("<div data-bg=a.jpg>b</div>", ("a.jpg",)),
        ("<div data-background-image=\"url('a (1).jpg')\">b</div>", ("a (1).jpg",)),
        ("<div data-src=a.jpg></div>", ("a.jpg",)),
        ("<p style='background:url(\"a (1).jpg\"),url(b.jpg)'></p>", ("a (1).jpg", "b.jpg")),
    ],
)
def test_every_way_to_show_a_picture_is_known(body: str, found: tuple[str, ...]) -> None:
    """An item has every address that the picture may be loaded from."""
    assert addresses(body, "picture") == [found]


@pytest.mark.parametrize(
    "body",
    [
        *("<img>", "<img src=a.jpg width=1>", "<img src=/blank.gif>", "<img src=about:blank>"),
        "<p style='cursor:url(a.cur);filter:url(#b)'>c</p>",
        "<section data-background='#fff'>a</section>",
        "<amp-pixel src=a.gif></amp-pixel>",
        "<image-map src=a.json></image-map>",
    ],
)
def test_stand_ins_and_beacons_are_no_pictures(body: str) -> None:
    """No reader of the web page sees such pictures."""
    assert addresses(body, "picture") == []


@pytest.mark.parametrize(
    "body",
    [
        "<video src=film></video>",
        "<video><source src=film></video>",
        "<iframe data-src=film></iframe>",
        "<object data=film></object>",
        "<embed src=film>",
        "<amp-video src=film></amp-video>",
        "<amp-youtube data-videoid=film></amp-youtube>",
        "<lite-youtube videoid=film></lite-youtube>",
        "<frameset><frame src=film></frameset>",
        "<portal src=film></portal>",
        "<applet code=film></applet>",
        "<figure><oembed url=film></oembed></figure>",
    ],
)
def test_every_embed_has_its_address(body: str) -> None:
    """With the address, a reader finds the film."""
    assert addresses(body, "embed") == [("film",)]


@pytest.mark.parametrize(
    "body",
    [
        "<my-card href=/a>b</my-card>",
        "<svg><a xlink:href=/a><text>b</text></a></svg>",
        "<map><area href=/a></map>",
    ],
)
def test_every_link_has_its_address(body: str) -> None:
    """With the address, a reader can follow the link."""
    assert addresses(body, "link") == [("/a",)]
