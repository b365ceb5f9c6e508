"""Printed pages and their markup → every remark, with the article that it is about."""

from pathlib import Path

from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.markup.article import section_page
from printkit.pages import PageMarkup, Pages, PrintedText
from printkit.preflight import preflight
from printkit.prepare import Prepared, prepare
from printkit.press import engine
from printkit.remarks import Remark
from printkit.themes import find_theme
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.own_themes import write_theme
from tests.support.press_runs import make_reading

EDITION = Edition(language="en")
LISTING = "<pre><code>A line of code</code></pre>"
# The first rule makes the picture coarse, the second one pushes the listing off the paper.
FAULTY = ".figure img { width: 60mm; max-width: none } pre { position: relative; left: 180mm }"


def piece(folder: Path, prefix: str, **fields: object) -> Prepared:
    """Return an article ready for its markup; its pictures lie in the folder."""
    found = make_reading(prefix, folder, **fields)
    return prepare(found, JobTicket(EDITION), prefix)


def faulty(folder: Path, prefix: str) -> Prepared:
    """Return an article in which every check finds a fault."""
    (folder / "a.png").write_bytes(encode_picture(draw_scene(60, 40)))
    return piece(
        folder,
        prefix,
        body=f"<p>A sign \ue123 here.</p>{LISTING}",
        images=[{"src": "a.png", "alt": "A quay"}],
        dateline="At sea",
        location={"name": "Ushant"},
    )


def spoilt(page: PageMarkup, prefix: str) -> PageMarkup:
    """Return the page without the picture's description, and with a text that is not on paper."""
    lost = PrintedText("kicker", "Nowhere to be read", prefix)
    html = page.html.replace('alt="A quay"', "")
    assert html != page.html
    return page._replace(html=html, printed=(*page.printed, lost))


def print_pages(folder: Path, page: PageMarkup) -> Pages:
    """Print a page with a theme that spoils it."""
    theme, fonts = find_theme(write_theme(folder, FAULTY)), dict[str, bytes]()
    return engine.print_for_binding(page, theme, fonts.setdefault, "a.json")


def told(remarks: tuple[Remark, ...]) -> list[tuple[str, str, int]]:
    """Return code, article and page of each remark."""
    return [(one.code, one.article, one.page) for one in remarks]


def test_every_check_is_made_in_one_order(tmp_path: Path) -> None:
    """Fields, press, characters, lost texts, pages: each remark names the record."""
    made = faulty(tmp_path, "a1")
    page = spoilt(section_page([made], EDITION), "")
    found = preflight(print_pages(tmp_path, page), page, "a.json")
    assert told(found) == [
        ("PK607", "", 0),
        ("PK604", "", 1),
        ("PK502", "", 0),
        ("PK601", "", 0),
        ("PK601", "", 1),
        ("PK602", "", 1),
        ("PK603", "", 1),
    ]
    assert {one.record for one in found} == {"a.json"}


def test_remarks_name_the_article_among_several_on_a_page(tmp_path: Path) -> None:
    """All remarks are about the second of three articles that begin on one page."""
    pieces = [
        piece(tmp_path, "a1", dateline="At sea"),
        faulty(tmp_path, "a2"),
        piece(tmp_path, "a3", dateline="At sea"),
    ]
    page = spoilt(section_page(pieces, EDITION), "a2")
    pages = print_pages(tmp_path, page)
    assert [pages.anchors[one.prefix].page for one in pieces] == [0, 0, 0]
    assert told(preflight(pages, page, "a.json")) == [
        ("PK607", "a2", 0),
        ("PK604", "a2", 1),
        ("PK502", "a2", 0),
        ("PK601", "a2", 0),
        ("PK601", "a2", 1),
        ("PK602", "a2", 1),
        ("PK603", "a2", 1),
    ]


def test_a_loss_names_its_article(tmp_path: Path) -> None:
    """Equal words of another article on the same pages do not hide the loss."""
    body = "<p>The quay is open.</p><p>Herring</p>"
    first, whole = (piece(tmp_path, prefix, body=body) for prefix in ("a1", "a2"))
    spoilt = piece(tmp_path, "a2", body="<p>The quay is open.</p>")._replace(reading=whole.reading)
    page = section_page([first, spoilt], EDITION)
    found = preflight(print_pages(tmp_path, page), page, "a.json")
    lost = [(one.code, one.article, one.removed[0].words) for one in found if one.removed]
    assert lost == [("PK608", "a2", "Herring")]


def test_a_sound_page_has_no_remarks(tmp_path: Path) -> None:
    """The digest's own pages have no record, and so no field to lose."""
    made = piece(tmp_path, "a1")
    page = section_page([made], EDITION)
    assert preflight(print_pages(tmp_path, page), page) == ()
    assert preflight(print_pages(tmp_path, page), page._replace(articles={})) == ()
