"""Very tall pictures: which pictures are cut, where, and how the pieces are printed and read."""

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageDraw

import printkit
from printkit.pictures.cutting import find_cuts, is_tall, roomy, shape_of_strip
from tests.support import structure_tree
from tests.support.made_pictures import draw_scene, draw_steps, encode_picture
from tests.support.printed_articles import read_pages
from tests.support.sample_records import PLAIN
from tests.support.time_limits import ends_soon

A4, A5 = (210.0, 297.0), (148.0, 210.0)


def as_jpeg(image: Image.Image) -> Image.Image:
    """Return a picture with the noise of a JPEG."""
    return Image.open(BytesIO(encode_picture(image, "JPEG", quality=60)))


def on_black(image: Image.Image) -> Image.Image:
    """Return a picture whose white is transparent, over black that no viewer shows."""
    made = Image.new("RGBA", image.size, (0, 0, 0, 0))
    made.paste(image, mask=image.convert("L").point(lambda value: 255 if value < 250 else 0))
    return made


def framed(image: Image.Image) -> Image.Image:
    """Return a picture in a red frame."""
    ImageDraw.Draw(image).rectangle(
        (0, 0, image.width - 1, image.height - 1), outline="red", width=8
    )
    return image


@pytest.mark.parametrize("page", [A4, A5])
@pytest.mark.parametrize(
    "dress", [lambda one: one, as_jpeg, on_black, framed, lambda one: one.convert("L")]
)
def test_a_tall_infographic_is_cut_between_its_boxes(
    dress: Callable[[Image.Image], Image.Image], page: tuple[float, float]
) -> None:
    """Every cut goes through the white rows, of which there are 24 at each 200th row."""
    image = dress(draw_steps())
    cuts = find_cuts(image, page)
    heights = [bottom - top for top, bottom in pairwise((0, *cuts, image.height))]

    assert len(cuts) > 5
    assert all(abs((row + 100) % 200 - 100) <= 12 for row in cuts)
    assert min(heights) > 50
    assert max(heights) < 700 * page[1] / page[0] * 0.5


def test_the_widest_band_is_taken() -> None:
    """Lines of one step stay together: the white between two steps is higher."""
    image = Image.new("RGB", (600, 4000), "white")
    draw = ImageDraw.Draw(image)
    for top in range(0, 4000, 160):
        for line in (top + 30, top + 70):
            draw.rectangle((40, line, 500, line + 20), fill="black")
    cuts = find_cuts(image, A4)
    assert cuts
    assert all(row % 160 < 30 or row % 160 > 90 for row in cuts)


def test_a_cut_beside_a_column_goes_through_no_letter() -> None:
    """If no row has one colour, a row that repeats the row above is taken."""
    image = draw_steps(height=4200)
    ImageDraw.Draw(image).rectangle((0, 0, 120, 4200), fill="orange")
    letters = [set(range(line, line + 17)) for line in (66, 100)]
    cuts = find_cuts(image, A4)
    assert cuts
    assert not any(row % 200 in rows for row in cuts for rows in letters)


@pytest.mark.parametrize(
    "image",
    [
        draw_scene(600, 1800),
        draw_scene(600, 400),
        draw_steps(100, 600, 60),
        draw_steps(140, 9000),
        draw_steps(700, 1600),
        draw_steps(700, 700 * 30),
        Image.new("RGB", (3000, 250), "white"),
        Image.new("RGB", (1, 5000), "white"),
    ],
    ids=["photograph", "broad", "small", "narrow", "not tall", "endless", "wide", "one column"],
)
def test_other_pictures_stay_whole(image: Image.Image) -> None:
    """A photograph has no quiet rows; a small picture fits; an endless one needs thirty pages."""
    assert find_cuts(image, A4) == ()


def test_a_picture_without_quiet_rows_is_cut_if_it_is_very_tall() -> None:
    """The example is a painted scroll, eight times as high as wide, in pieces of one height."""
    cuts = find_cuts(draw_scene(500, 4000), A4)
    assert len({bottom - top for top, bottom in pairwise((0, *cuts))}) <= 2


def test_a_photograph_of_a_tower_in_a_plain_sky_stays_whole() -> None:
    """The sky has rows of one colour, but the tower has no such row."""
    image = Image.linear_gradient("L").resize((900, 3000)).convert("RGB")
    ImageDraw.Draw(image).polygon([(430, 500), (470, 500), (560, 3000), (340, 3000)], fill="red")
    assert find_cuts(image, A4) == ()


def test_a_tall_picture_may_have_the_pixels_of_many_pages() -> None:
    """The memory still sets a limit."""
    box = (2480, 3508)
    assert roomy((700, 5200), box)[0] == 2480
    assert roomy((700, 5200), box)[1] > 5200
    assert roomy((700, 1000), box) == box
    across, down = roomy((700, 5200), box)
    assert across * down <= 40_000_000
    assert not is_tall((700, 1750))


@pytest.mark.parametrize(
    ("size", "told"),
    [
        ((3000, 250), "12 times as wide as high"),
        ((1000, 100), ""),
        ((3000, 600), ""),
        ((700, 21_000), "30 times as high as wide"),
        ((60, 400), ""),
    ],
)
def test_a_narrow_strip_is_told(size: tuple[int, int], told: str) -> None:
    """A strip is told only if the page makes the picture smaller."""
    assert shape_of_strip(size, A4) == told


@pytest.mark.parametrize("colour", ["white", "black"])
def test_a_hostile_picture_is_searched_fast(colour: str) -> None:
    """The picture has forty million pixels, all alike or with a line in each third row."""
    image = Image.new("L", (1000, 15_000), colour)
    for row in range(0, 15_000, 3):
        image.putpixel((500, row), 128)
    with ends_soon():
        find_cuts(image, A4)


STEPS = {
    **PLAIN,
    "body": "<p>Before.</p><figure><img src='steps.png' alt='Twenty-one steps'><figcaption>All"
    " the steps. Photo: Li Wei</figcaption></figure><p>After.</p>",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a tall picture."""
    (tmp_path / "steps.png").write_bytes(encode_picture(draw_steps()))
    return tmp_path


def widths(pdf: bytes) -> list[list[float]]:
    """Return the printed width of each picture of each page, in points."""
    document = pypdfium2.PdfDocument(pdf)
    return [
        [one.get_bounds()[2] - one.get_bounds()[0] for one in page.get_objects([3])]  # 3: images
        for page in document
    ]


@pytest.mark.parametrize(
    "choices", [{}, {"paper": "A5", "theme": "reader"}, {"theme": "large-print"}]
)
def test_a_tall_picture_is_printed_over_pages(choices: dict[str, Any], folder: Path) -> None:
    """Pieces are as wide as the text; caption and credit stand below the last piece."""
    made = printkit.export(STEPS, folder=folder, **choices)
    printed, pages = widths(made.pdf), read_pages(made.pdf)
    (last,) = (number for number, text in enumerate(pages) if "All the steps." in text)

    assert len([page for page in printed if page]) >= 4
    assert len({round(width) for page in printed for width in page}) == 1
    assert printed[0]
    assert printed[0][0] > 0.7 * float(pypdfium2.PdfDocument(made.pdf)[0].get_width())
    assert last == max(number for number, page in enumerate(printed) if page)
    assert "Li Wei" in pages[last]
    assert "After." in "".join(pages[last:])
    assert [one.code for one in made.remarks] == []


def test_all_pieces_are_one_figure_with_one_description(folder: Path) -> None:
    """The rule holds for the tags of an article, and of a digest."""
    for pdf in (
        printkit.export(STEPS, folder=folder).pdf,
        printkit.digest(STEPS, folder=folder, start="flow", without=["cover"]).pdf,
    ):
        assert structure_tree.find_faults(pdf) == []
        (figure,) = structure_tree.find_elements(pdf, "Figure")
        assert figure["/Alt"] == "Twenty-one steps"
        assert len(figure["/K"]) == sum(map(len, widths(pdf)))


def test_no_seam_is_seen_between_pieces(tmp_path: Path) -> None:
    """On a dark ground a line between two pieces would be seen."""
    dark = Image.new("RGB", (700, 4200), (16, 32, 64))
    (tmp_path / "steps.png").write_bytes(encode_picture(dark))
    document = pypdfium2.PdfDocument(printkit.export(STEPS, folder=tmp_path).pdf)
    for scale in (1, 1.3, 2):
        page = document[1].render(scale=scale).to_pil().convert("RGB")
        column = [page.getpixel((page.width // 2, row)) for row in range(page.height)]
        dark_rows = [row for row, colour in enumerate(column) if colour == (16, 32, 64)]
        assert len(dark_rows) > page.height / 2
        assert dark_rows == list(range(dark_rows[0], dark_rows[-1] + 1))


def test_a_tall_picture_of_the_list_and_one_that_opens_the_article_are_cut(folder: Path) -> None:
    """In a gallery, too, the pieces are as wide as the text."""
    images = [{"src": "steps.png", "alt": "Steps", "role": "gallery", "caption": "All of them."}]
    opening = {**PLAIN, "body": "<figure><img src='steps.png' alt='Steps'></figure><p>After.</p>"}
    for record in ({**PLAIN, "images": images}, opening):
        printed = widths(printkit.export(record, folder=folder).pdf)
        assert len([page for page in printed if page]) >= 4
        assert min(width for page in printed for width in page) > 400


def test_a_decorative_tall_picture_is_no_figure(folder: Path) -> None:
    """The pieces are decoration, as the whole picture is."""
    record = {**PLAIN, "body": "<p>A.</p><p><img src='steps.png' alt=''></p><p>B.</p>"}
    made = printkit.export(record, folder=folder)
    assert structure_tree.find_elements(made.pdf, "Figure") == []
    assert structure_tree.find_faults(made.pdf) == []


def test_a_complaint_about_a_tall_infographic(corpus: Path) -> None:
    """The pieces take five pages or more; the panorama stays whole, with a remark."""
    made = printkit.export(corpus / "field" / "b" / "b51-tall-infographic.json")
    printed = widths(made.pdf)
    (panorama,) = [one for one in made.remarks if one.code == "PK407"]
    assert len([page for page in printed if page]) >= 5
    assert min(width for page in printed for width in page) > 450
    assert panorama.file == "b51-panorama.png"
    assert [figure["/Alt"] for figure in structure_tree.find_elements(made.pdf, "Figure")] == [
        "Twenty-six steps",
        "Panorama",
    ]
