"""An open page → its page objects: the kind of each object, its place, and its visible part."""

import pytest

from printkit.preflight import readback
from tests.support.plain_weasyprint import draw_square, print_plain


def test_a_picture_is_measured_as_printed() -> None:
    """300 pixels on 25.4 mm are 300 dpi, even in a transparent group or turned."""
    picture = f'<img src="{draw_square(300)}" alt="A square" style="width: 25.4mm">'
    body = f'{picture}<p style="opacity: .5">{picture}<p style="transform: rotate(30deg)">{picture}'
    rasters = readback.read_pages(print_plain(body))[0].rasters
    assert [one.dpi for one in rasters] == [300, 300, 300]
    assert [(one.width, one.printed_width) for one in rasters] == [(300, 25.4)] * 3


@pytest.mark.parametrize(
    "style",
    [
        "position: absolute; left: -60mm",
        "position: absolute; top: 140mm",
        "white-space: nowrap; margin-left: 70mm",
        "opacity: .9; position: absolute; left: -60mm",
    ],
)
def test_text_over_the_edge_of_the_page_is_cut(style: str) -> None:
    """The edge is on the left, below, on the right, or the text is in a transparent group."""
    page = readback.read_pages(
        print_plain(f'<p>Inside</p><p style="{style}">Over the edge of paper</p>')
    )[0]
    assert [one.words for one in page.cut] == ["Over the edge of paper"]


def test_text_that_a_box_hides_is_cut_and_not_read() -> None:
    """`overflow: hidden` leaves the words in the file, and not on paper."""
    box = '<div style="height: 6mm; overflow: hidden"><p>Seen</p><p>Hidden below</p></div>'
    page = readback.read_pages(print_plain(box, "p { margin: 0 0 4mm }"))[0]
    assert page.text == ("Seen",)
    assert [one.words for one in page.cut] == ["Hidden below"]


def test_only_the_trimmed_page_counts() -> None:
    """Text in the bleed cannot be read after trimming."""
    css = "@page { bleed: 10mm; marks: crop }"
    page = readback.read_pages(print_plain('<p style="position: absolute; left: -20mm">Bled', css))[
        0
    ]
    assert (page.width, page.height) == (105, 148)
    assert [one.words for one in page.cut] == ["Bled"]
