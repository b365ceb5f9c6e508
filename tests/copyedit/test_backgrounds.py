"""Styles and attributes → the addresses of the pictures behind an element."""

import pytest

from printkit.copyedit import backgrounds
from printkit.copyedit.tree import make
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("background: URL(a.jpg) no-repeat", ["url(a.jpg)"]),
        ("background-image:url( 'a (1).jpg' )", ["url(a%20%281%29.jpg)"]),
        ('background:linear-gradient(-45deg,red,blue),url("a.jpg"),url(b.jpg)',
         ["url(a.jpg)", "url(b.jpg)"]),
        ("width:20px;height: 30.5px;--hero:url(a.jpg)", ["width:20", "height:30", "url(a.jpg)"]),
        ("background:url(icons.png) -20px -40px", ["sprite", "url(icons.png)"]),
        ("cursor:url(hand.cur);filter:url(#f);-webkit-mask-image:url(m.svg);clip-path:url(#c)", []),
        ("width:20px", []),
        ("background:url()", []),
    ],
)  # fmt: skip
def test_a_style_has_its_pictures_in_our_words(style: str, words: list[str]) -> None:
    """A cursor, a filter and a mask are no pictures."""
    assert list(backgrounds.pictures_in_style(style)) == words


def test_lazy_attributes_have_pictures_too() -> None:
    """Colours and stand-ins for pictures are left out."""
    given = {"data-bg": "url('a.jpg')", "data-background": "#fff", "data-setbg": "b.jpg?x=1",
             "data-bgset": "c.jpg 300w, d.jpg 900w", "background": "e.jpg",
             "data-bg-image": '{"u": "f.jpg"}', "data-bg-src": "data:image/gif,R"}  # fmt: skip
    element = make("div", **{"style": "block url(g.jpg)"})
    for name, value in given.items():
        element.set(name, value)
    found = backgrounds.pictures_behind(element)
    assert sorted(found) == ["a.jpg", "b.jpg?x=1", "c.jpg", "d.jpg", "e.jpg", "g.jpg"]
    backgrounds.drop_first_behind(element)
    assert backgrounds.pictures_behind(element) == found[1:]
    backgrounds.drop_pictures_behind(element)
    assert backgrounds.pictures_behind(element) == []
    assert element.get("style") == "block"


@pytest.mark.parametrize(
    "mark", ["url(", "url('", "background:", "width:1.", 'url("a" ', "url(a);"]
)
def test_endless_styles_take_no_time(mark: str) -> None:
    """A style may be a million characters of one mark."""
    with ends_soon():
        list(backgrounds.pictures_in_style(mark * (1_000_000 // len(mark))))
