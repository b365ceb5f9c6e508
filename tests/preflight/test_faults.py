"""Pages as a reader sees them → remarks on faults."""

from printkit.pages import Position
from printkit.preflight import readback
from printkit.preflight.faults import faults
from printkit.remarks import Remark
from tests.support.plain_weasyprint import draw_square, print_plain
from tests.support.printed_articles import print_article


def found_in(pdf: bytes, **starts: Position) -> list[Remark]:
    """Return the remarks on the pages of a PDF."""
    return list(faults(readback.read_pages(pdf), "", starts))


def test_coarse_pictures_are_reported_and_icons_are_not() -> None:
    """100 pixels on 50 mm are 51 dpi; a picture of 10 mm may be coarse."""
    tag = f'<img src="{draw_square(100)}" alt="A square" style="width: '
    found = found_in(print_plain(f'{tag} 50mm"><p>{tag} 10mm"><p>{tag} 15mm">'))
    assert [(one.code, one.where) for one in found] == [("PK602", "page 1")]
    assert "51 dpi" in found[0].message
    assert "100 × 100 pixels on 50 × 50 mm" in found[0].message
    assert [one.code for one in found_in(print_plain(f'{tag} 29mm">'))] == ["PK602"]
    assert [one.code for one in found_in(print_plain(f'{tag} 28mm">'))] == []


def test_text_outside_the_page_is_reported() -> None:
    """Each page has one such remark, with the first words of the text."""
    line = '<p style="white-space: nowrap">' + "A line that runs off the paper " * 4
    found = found_in(print_plain(line * 2))
    assert [one.code for one in found] == ["PK603"]
    assert "“A line that runs off" in found[0].message
    assert "and 1 more" in found[0].message


def test_figures_without_words_are_reported() -> None:
    """The remark counts the figures of the page."""
    square = draw_square(9)
    body = f'<img src="{square}"><img src="{square}"><img src="{square}" alt="A square">'
    found = found_in(print_plain(body))
    assert [one.code for one in found] == ["PK604"]
    assert found[0].message.startswith("2 figures")


def test_blank_pages_are_reported_but_not_a_left_hand_page_before_a_chapter() -> None:
    """The third page and the last page have no reason to be blank."""
    after = '<p style="break-before: page">{}</p>'.format
    chapter = print_plain(f"<p>One</p>{after('')}{after('Three')}")
    assert [one.code for one in found_in(chapter)] == []
    pdf = print_plain(
        f"<p>One</p>{after('Two')}{after('')}{after('Four')}{after('Five')}{after('')}"
    )
    found = found_in(pdf)
    assert [(one.code, one.where) for one in found] == [("PK605", "page 3"), ("PK605", "page 6")]


def test_a_fault_names_the_article_that_begins_last_above_it() -> None:
    """Two articles share the first page; the second article goes on, and a third never begins."""
    picture = f'<img src="{draw_square(50)}" alt="A square" style="width: 30mm; display: block">'
    wide = '<p style="white-space: nowrap; margin: 0">' + "A line that runs off the paper " * 4
    pdf = print_plain(f'{picture}{wide}{picture}{wide}<div style="break-before: page">{picture}')
    # The page is 148 mm high, and its margin 12 mm: the second picture is below 260 points.
    starts = {"a": Position(0, 34, 386), "b": Position(0, 34, 280), "c": Position(2, 34, 386)}
    found = [(one.code, one.page, one.article) for one in found_in(pdf, **starts)]
    assert found == [
        ("PK602", 1, "a"),
        ("PK602", 1, "b"),
        ("PK603", 1, "a"),
        ("PK603", 1, "b"),
        ("PK602", 2, "b"),
    ]


def test_a_page_of_pictures_without_descriptions_is_not_blank() -> None:
    """Such pictures are artifacts of the page, but a reader sees them."""
    pictures = "".join(f'<p><img src="{draw_square(900 + at)}"></p>' for at in range(4))
    result = print_article({"headline": "H", "language": "en", "body": f"<p>Words.</p>{pictures}"})
    pages = readback.read_pages(result.pdf)
    assert any(not page.text and page.rasters for page in pages)
    assert "PK605" not in [one.code for one in result.remarks]
