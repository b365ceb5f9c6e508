"""One picture: the values that the markup has about the picture."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.pictures import (
    is_beacon,
    is_sign,
    read_image,
    written_address,
)
from printkit.copyedit.sanitise import repair_markup
from printkit.copyedit.tree import Node
from tests.support.time_limits import ends_soon

GIF = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP"


def img(markup: str) -> Node:
    """Return the picture element of some markup."""
    return next(iter(tree.parse(repair_markup(markup)[0]).iter("img")))


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="a.jpg">',
        f'<img src="{GIF}" data-src="a.jpg">',
        '<img src="/img/blank.gif" data-original="a.jpg">',
        '<img src="https://cdn.example.org/spacer.gif?x" data-lazy-src="a.jpg">',
        '<img src="1x1.png" original="a.jpg">',
        '<img src="small.jpg" srcset="small.jpg 480w, a.jpg 1200w, mid.jpg 800w">',
        '<img src="small.jpg" srcset="small.jpg, a.jpg 2x">',
        f'<img src="{GIF}" data-srcset="b.jpg 300w,a.jpg 900w">',
        '<picture><source srcset="b.jpg 300w"><source srcset="a.jpg 900w"><img src="b.jpg">',
        '<picture><source type="image/avif" srcset="b.avif 900w"><img src="a.jpg">',
    ],
)
def test_the_best_real_address_is_taken(markup: str) -> None:
    """Lazy addresses count, and the largest of a set; a placeholder never counts."""
    assert written_address(img(markup)) == "a.jpg"


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ('<img src="a.jpg" srcset="https://a.example/b.jpg 900w">', "a.jpg"),
        ('<img src="./Page_files/a.jpg" srcset="//a.example/b.jpg 2x">', "./Page_files/a.jpg"),
        (
            '<picture><source srcset="https://a.example/b.jpg 9w"><img src="../a.jpg"></picture>',
            "../a.jpg",
        ),
        ('<img src="/a.jpg" srcset="https://a.example/b.jpg 900w">', "https://a.example/b.jpg"),
        ('<img src="a.jpg" srcset="b.jpg 900w">', "b.jpg"),
        ('<img src="blank.gif" srcset="https://a.example/b.jpg 9w">', "https://a.example/b.jpg"),
        (
            '<img src="low.jpg" data-src="c.jpg" srcset="https://a.example/b.jpg 9w">',
            "https://a.example/b.jpg",
        ),
    ],
)
def test_a_saved_picture_comes_before_the_addresses_of_the_web(markup: str, address: str) -> None:
    """A browser that saves a page changes `src`, and leaves `srcset` as it is."""
    assert written_address(img(markup)) == address


@pytest.mark.parametrize("part", [" ", "a", "a:", "https:", "//", "\\"])
def test_a_long_address_is_judged_fast(part: str) -> None:
    """The address has a million characters."""
    element = tree.make("img", src=part * (1_000_000 // len(part)), srcset="https://a.example/b 9w")
    with ends_soon():
        written_address(element)


@pytest.mark.parametrize("src", [GIF, "", "about:blank", "/pixel.gif", "spacer.png"])
def test_a_placeholder_alone_is_no_address(src: str) -> None:
    """Such an element shows no picture, so there is no picture to print."""
    assert written_address(img(f'<img src="{src}" alt="x">')) is None
    assert read_image(img(f'<img src="{src}" alt="x">')) is None


def test_addresses_with_commas_stay_whole() -> None:
    """Image servers put sizes in the path."""
    found = written_address(
        img('<img srcset="/w_300,c_fill/a.jpg 300w, /w_900,c_fill/a.jpg 900w">')
    )
    assert found == "/w_900,c_fill/a.jpg"


@pytest.mark.parametrize(
    ("size", "beacon", "sign"),
    [
        ("width=1 height=1", True, True),
        ("width=0 height=0", True, False),
        ("width=20 height=20", False, True),
        ("width=570 height=0", False, False),
        ("width=48", False, True),
        ("width=49 height=300", False, False),
        ("width=auto", False, False),
        ("", False, False),
    ],
)
def test_small_pictures_are_signs_and_the_smallest_are_beacons(
    size: str, beacon: bool, sign: bool
) -> None:
    """A counting pixel is no picture."""
    element = tree.make("img")
    for pair in size.split():
        name, _, value = pair.partition("=")
        element.set(name, value)
    assert (is_beacon(element), is_sign(element)) == (beacon, sign)


def test_what_the_markup_says_is_kept_with_its_provenance() -> None:
    """The values are alternative text, size, and the credit that some sites put in an attribute."""
    seen = read_image(
        img('<img src="a.jpg" alt=" A  boat " width="640" height="480" data-credit="Jane Roe">')
    )
    assert seen is not None
    assert (seen.src, seen.alt) == ("a.jpg", "A boat")
    assert (seen.width, seen.height, seen.credit) == (640, 480, "Jane Roe")
    assert seen.provenance == {"alt": "img", "credit": "img"}
    assert not seen.decorative


def test_an_empty_alternative_means_decoration() -> None:
    """A missing alternative text means no decoration."""
    assert read_image(img('<img src="a" alt="">')).decorative  # type: ignore[union-attr]
    assert not read_image(img('<img src="a">')).decorative  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ('src="a.jpg" alt="A boat" title="The harbour at dawn"', "The harbour at dawn"),
        ('src="a.jpg" alt="A boat" title="A BOAT."', None),
        ('src="a.jpg" data-caption="A boat" title="a boat"', None),
        ('src="/i/Old%20harbour-300x200.jpg" title="old_harbour"', None),
        ('src="/i/IMG_20.jpg" title="IMG_20.jpg"', None),
        ('src="a.jpg" title=" … "', None),
    ],
)
def test_a_title_is_the_pictures_headline(words: str, headline: str | None) -> None:
    """A title that repeats the alt text, the caption or the file's name does not count."""
    found = read_image(img(f"<img {words}>"))
    assert found is not None
    assert found.headline == headline
    assert ("headline" in found.provenance) == (headline is not None)
