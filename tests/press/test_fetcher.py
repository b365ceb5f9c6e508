"""The fetchers: a theme and a page get the files allowed to them, and no other address."""

from collections.abc import Callable
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.request import Request

import pytest
from PIL import Image
from pypdf import PdfReader

from printkit import export
from printkit.errors import ThemeError
from printkit.press.engine import print_pages
from printkit.press.fetcher import GatheredFetcher, read_style
from printkit.themes import STYLES, find_theme
from tests.support import structure_tree
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.own_themes import write_theme
from tests.support.printed_articles import make_unsafe_page, print_article
from tests.support.sample_records import PLAIN

FONT = files("fontpkg_amiri") / "files" / "Amiri-Bold.ttf"
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">
<rect width="40" height="40" fill="#123456"/><image href="x.png" width="9" height="9"/></svg>"""


def fonts_of(pdf: bytes) -> str:
    """Return the names of the fonts on a file's pages."""
    pages: list[Any] = list(PdfReader(BytesIO(pdf)).pages)
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    return " ".join(str(font["/BaseFont"]) for font in fonts)


def images_of(pdf: bytes) -> list[Any]:
    """Return the pictures on a file's pages."""
    return [image for page in PdfReader(BytesIO(pdf)).pages for image in page.images]


@pytest.mark.parametrize("kind", [str, Request])
def test_no_way_into_the_fetcher_opens_an_address(
    tmp_path: Path, kind: Callable[[str], str | Request]
) -> None:
    """The fetcher gives the bytes of its function, though urllib could open the file."""
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    fetcher = GatheredFetcher(lambda url: b"given" if url.endswith("known") else None)
    assert fetcher.open(kind("file:///known")).read() == b"given"
    assert fetcher.open(kind(secret.as_uri())).read() == b""
    assert fetcher.refused == [secret.as_uri()]


def test_a_theme_may_stand_on_the_base_or_on_another_theme(tmp_path: Path) -> None:
    """An empty theme prints the same pages as the theme that it imports by a stable address.

    The base has the faces that its tokens name, so the pages are alike on every machine.
    """
    theme = tmp_path / "ours.css"
    theme.write_text('@import "printkit:themes/reader.css";')
    made = export(PLAIN, theme=str(theme))
    assert made.remarks == ()
    assert made.pdf == print_article(PLAIN, theme="reader").pdf
    theme.write_text('@import "printkit:base.css";')
    assert export(PLAIN, theme=str(theme)).pdf == print_article(PLAIN, theme="broadsheet").pdf


def test_a_theme_may_use_fonts_beside_it(tmp_path: Path) -> None:
    """The headline is set in a font that printkit does not use for Latin letters."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "x.ttf").write_bytes(FONT.read_bytes())
    css = (
        '@font-face { font-family: "Ours"; src: url(fonts/x.ttf); font-weight: 700 }'
        ':root { --latin-headline: "Ours" }'
    )
    made = export(PLAIN, theme=write_theme(tmp_path, css))
    assert made.remarks == ()
    assert "+Ours-Bold" in fonts_of(made.pdf)
    assert "+Ours" not in fonts_of(print_article(PLAIN).pdf)


@pytest.mark.parametrize(
    "css",
    [
        ".headline { background: url(ornament.jpg) no-repeat; padding-top: 20mm }",
        "@page { background: url(ornament.jpg) no-repeat }",
        "@page { @top-center { background: url(ornament.jpg) no-repeat; content: 'x' } }",
    ],
)
def test_a_theme_may_use_pictures_beside_it(tmp_path: Path, css: str) -> None:
    """An archive can keep the pictures: CMYK becomes RGB, and no picture is interpolated."""
    Image.new("CMYK", (60, 30), (0, 200, 200, 0)).save(tmp_path / "ornament.jpg")
    made = export(PLAIN, theme=write_theme(tmp_path, css))
    assert made.remarks == ()
    (image,) = images_of(made.pdf)
    assert (image.image.mode, image.image.size) == ("RGB", (60, 30))
    assert image.indirect_reference.get_object().get("/Interpolate") in (None, False)
    assert structure_tree.find_faults(made.pdf) == []


def test_a_picture_is_found_whatever_it_and_its_folder_are_called(tmp_path: Path) -> None:
    """WeasyPrint asks for another spelling of the address than the style sheet has."""
    folder = tmp_path / "100% ours #1"
    folder.mkdir()
    for name in ("a b.png", "50%.png", "é.png"):
        (folder / name).write_bytes(encode_picture(draw_scene(40, 40)))
        css = f".headline {{ background: url('{name}') no-repeat }}"
        made = export(PLAIN, theme=write_theme(folder, css))
        assert (made.remarks, len(images_of(made.pdf))) == ((), 1), name


def test_a_drawing_beside_the_theme_brings_no_other_file(tmp_path: Path) -> None:
    """WeasyPrint reads SVG itself; a picture that the drawing asks for is refused."""
    (tmp_path / "x.png").write_bytes(encode_picture(draw_scene(40, 40)))
    (tmp_path / "star.svg").write_text(DRAWING)
    css = ".headline { background: url(star.svg) no-repeat }"
    made = export(PLAIN, theme=write_theme(tmp_path, css))
    assert [one.message for one in made.remarks if one.code == "PK503"] == [
        f"{(tmp_path / 'x.png').as_uri()[:80]} was not gathered"
    ]
    assert images_of(made.pdf) == []


def test_a_picture_that_changed_is_printed_anew(tmp_path: Path) -> None:
    """The theme's style sheet stays the same, and the engine of this theme is kept warm."""
    theme = write_theme(tmp_path, ".headline { background: url(x.png) no-repeat }")
    made = []
    for width in (40, 50):
        (tmp_path / "x.png").write_bytes(encode_picture(draw_scene(width, 40)))
        (image,) = images_of(export(PLAIN, theme=theme).pdf)
        made.append(image.image.size)
    assert made == [(40, 40), (50, 40)]


@pytest.mark.parametrize(
    "css",
    [
        "@import url(file:///etc/hostname);",
        "@import url(http://127.0.0.1:9/x.css);",
        "@import url(../../../../../../../../etc/hostname);",
        "@font-face { font-family: X; src: url(file:///etc/hostname) }",
        "@font-face { font-family: X; src: url(http://127.0.0.1:9/x.ttf) }",
    ],
)
def test_a_theme_that_reaches_out_is_refused(tmp_path: Path, css: str) -> None:
    """A theme may use printkit's styles and its own folder."""
    with pytest.raises(
        ThemeError, match=r"ours.css: line 2: cannot use '(file|http|\.\.)"
    ) as caught:
        export(PLAIN, theme=write_theme(tmp_path, css))
    assert "printkit:base.css" in caught.value.remedy


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='file:///etc/hostname'>",
        "<img src='http://127.0.0.1:9/x.png'>",
        "<link rel=stylesheet href='file:///etc/hostname'>",
        "<style>@import url(http://127.0.0.1:9/x.css);</style>",
        "<link rel=attachment href='file:///etc/hostname'>",
        "<object data='file:///etc/hostname'></object>",
        "<svg><image href='file:///etc/hostname'/></svg>",
    ],
)
def test_even_unsafe_markup_loads_nothing(markup: str) -> None:
    """Should copy-editing fail, the fetcher still gives out only gathered pictures."""
    page = make_unsafe_page(markup)
    made = print_pages(page, find_theme("broadsheet"))
    hostname = Path("/etc/hostname").read_bytes() if Path("/etc/hostname").is_file() else b"?!?"
    assert "PK503" in {remark.code for remark in made.remarks}
    reader = PdfReader(BytesIO(made.pdf))
    contents = [data for files in reader.attachments.values() for data in files]
    assert hostname not in contents


def test_a_style_of_printkits_has_an_address_without_case() -> None:
    """WeasyPrint asks for the address as the theme writes the address."""
    theme = find_theme("broadsheet")
    assert read_style("PRINTKIT:base.css", theme) == (STYLES / "base.css").read_bytes()


def test_a_picture_of_a_theme_that_costs_too_much_is_named(tmp_path: Path) -> None:
    """WeasyPrint would decode the picture, because printkit gave the bytes on as they were."""
    jpeg = encode_picture(Image.new("L", (64, 64)), "JPEG", progressive=True)
    last = jpeg.rindex(b"\xff\xda")
    (tmp_path / "x.jpg").write_bytes(jpeg[:last] + jpeg[last:-2] * 200 + jpeg[-2:])
    made = export(PLAIN, theme=write_theme(tmp_path, ".headline { background: url(x.jpg) }"))
    (told,) = [one.message for one in made.remarks if one.code == "PK501"]
    assert "more than 100 scans" in told
