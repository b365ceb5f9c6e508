"""Each `svg` in a source becomes an element with its words, its links and its pictures."""

import re

import pytest

from printkit.copyedit.svg_sources import replace_drawings, texts_in
from tests.support.time_limits import ends_soon


def shown(source: str) -> str:
    """Return a source with its drawings replaced, without the attributes of `x-svg`."""
    return re.sub(r"<x-svg[^<>]*>", "<x-svg>", replace_drawings(source))


@pytest.mark.parametrize(
    ("given", "inside"),
    [
        ("<text>a<tspan>b</tspan></text>", "<span>ab</span>"),
        ("<text><tspan x=0 dy=9>a</tspan><tspan x=0 dy=9>b</tspan></text>", "<span>a b</span>"),
        ("<text>a</text><g><text>b</text></g>", "<span>a</span> <span>b</span>"),
        ("<svg><text>a</text></svg><text>b</text>", "<span>a</span> <span>b</span>"),
        ("<text>a &lt; &eacute;</text>", "<span>a &lt; é</span>"),
        ("<foreignObject><div>a</div><p>b &lt;</p></foreignObject>", "<span>a b &lt;</span>"),
        ("<image href='a.jpg'/>", '<img src="a.jpg">'),
        ("<image xlink:href=a.jpg width=9 height=8px />",
         '<img src="a.jpg" width="9" height="8">'),
        ("<foreignObject><img src=a.jpg alt=b></foreignObject>", '<img src="a.jpg" alt="b">'),
        ("<a href=b><text>a</text></a>", '<span><a x-href="b">a</a></span>'),
        ("<a xlink:href=b><rect/></a>", '<a x-href="b"></a>'),
        ("<text><a x-href=b>a</a> c</text>", '<span><a x-href="b">a</a> c</span>'),
        ("<switch><foreignObject><p>a</p></foreignObject><text>a</text></switch>",
         "<span>a</span>"),
        ("<switch><text systemLanguage=de>b</text><text>a</text></switch>", "<span>a</span>"),
        ("<defs><text>b</text></defs><symbol><text>c</text></symbol>", ""),
        ("<symbol id=s><text>a</text></symbol><use href=#s />", "<span>a</span>"),
        ("<g style='display:none'><text>b</text></g><text visibility=hidden>b</text>", ""),
        ("<style>text{}</style><script>'<text>b</text>'</script><path/>", ""),
        ("<text><textPath>a</textPath></text>", "<span>a</span>"),
    ],
)  # fmt: skip
def test_a_drawing_leaves_what_a_browser_shows_of_it(given: str, inside: str) -> None:
    """Texts, pictures and links stay in their order."""
    assert shown(f"<svg>{given}</svg>z") == f"<x-svg>{inside}</x-svg>z"


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("<svg />a", "<x-svg></x-svg>a"),
        ("<svg><path/><p>a</p><svg><text>b</text></svg>",
         "<x-svg></x-svg><p>a</p><x-svg><span>b</span></x-svg>"),
        ("<svg><desc><p>a</p></desc><text>b</text></svg>", "<x-svg><span>b</span></x-svg>"),
        ("a</svg>b", "a</svg>b"),
        ("<svg><text>a", "<x-svg><span>a</span></x-svg>"),
        ("<img src='data:image/svg+xml;utf8,<svg><text>a</text></svg>'>",
         "<img src='data:image/svg+xml;utf8,<svg><text>a</text></svg>'>"),
        ("<b data-icon='<svg></svg>'>", "<b data-icon='<svg></svg>'>"),
    ],
)  # fmt: skip
def test_a_drawing_ends_where_a_browser_ends_it(given: str, left: str) -> None:
    """A paragraph ends a drawing that has no end tag; the text after the drawing is text."""
    assert shown(given) == left


def test_size_description_and_tips_are_attributes() -> None:
    """The attributes of the drawing itself cannot replace printkit's attributes."""
    given = (
        "<svg data-across=x class=a width=60 height=40><title>A &quot;b&quot;</title>"
        "<desc>c</desc><rect><title>d</title></rect><text><title>e</title></text></svg>"
    )
    assert replace_drawings(given) == (
        '<x-svg data-across="60" data-up="40" data-shapes="yes" data-described="A &quot;b&quot; '
        '· c" data-tips="d · e" data-across=x class=a width=60 height=40></x-svg>'
    )


def test_the_texts_of_a_drawing_are_a_list() -> None:
    """The drawing is the address of a picture."""
    assert texts_in("<svg><text>a</text><g><text>b c</text></g></svg>") == ["a", "b c"]


@pytest.mark.parametrize(
    "mark",
    ["<svg>", "<svg ", "</svg>", "<svg><text>a</text></svg>", "<title>", "<use href=#a>", "<g>"],
)
def test_endless_drawings_take_no_time(mark: str) -> None:
    """A source may be a hundred thousand characters of one mark, alone or in a drawing."""
    with ends_soon():
        many = mark * (100_000 // len(mark))
        replace_drawings(many)
        replace_drawings(f"<svg>{many}<text>a</text></svg>")
