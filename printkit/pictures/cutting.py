"""Cut very tall pictures: a picture goes in, the rows at which it is cut come out.

An infographic or a screenshot may be as tall as seven pages. On one page it would be a strip that
nobody can read, so it is cut into pieces, and pages break between the pieces. The best place for a
cut is a quiet row: a row of one colour. A photograph has none, and stays whole.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from PIL import Image, ImageChops

TALL = 2.5
"""A picture is very tall if its height is more than so many times its width."""
MOST_PAGES = 15
"""A picture that would fill more pages is not cut."""
_SURELY_NO_PHOTOGRAPH = 5.0  # times as high as wide
_STRIP = 8.0  # times as wide as high
_SCREEN, _USUAL = 94, 150  # dots an inch: of the pieces, and of other pictures (figures.css)
_TEXT = 0.8  # the share of the sheet's width and height that has text
_HIGHEST = 0.66  # the share of the text's height that a whole picture may have (figures.css)
# The height of a piece, as a share of the text's height: small pieces fill a page better.
_LEAST, _USUAL_PIECE, _MOST, _MOST_OF_ALL = 0.08, 0.15, 0.3, 0.45
_NARROWEST = 150  # pixels; on paper, a narrower picture has no more than a word in a line
_MOST_PIXELS = 40_000_000  # of all pieces of a picture; copies of a larger one take too much memory
_SLICE = 1024  # rows that are looked at in one go
_FRAME = 0.06  # the share of the width that a frame may take on each side
_LEAST_BAND = 3  # quiet rows; fewer rows are no place for a cut
# A JPEG changes the colours of a plain row by so much.
_NOISE = 16


class Band(NamedTuple):
    """Neighbouring quiet rows: the first of them, and the first row below them."""

    top: int
    bottom: int

    def cut(self, first: float, last: float) -> int:
        """Return the row of the best cut in a range: the middle, or the row nearest to it."""
        middle = (self.top + self.bottom) // 2
        return round(max(first, min(middle, last)))

    def reaches(self, first: float, last: float) -> bool:
        """Return whether the band has rows in a range."""
        return self.top < last and self.bottom > first + 1


def is_tall(size: tuple[int, int]) -> bool:
    """Return whether a picture of this size may have to be cut."""
    return size[1] > TALL * size[0]


def roomy(size: tuple[int, int], box: tuple[int, int]) -> tuple[int, int]:
    """Return the most pixels for a picture of this size: the box, or many boxes if it is tall."""
    return (box[0], min(box[1] * MOST_PAGES, _MOST_PIXELS // box[0])) if is_tall(size) else box


def find_cuts(image: Image.Image, page_size: tuple[float, float]) -> tuple[int, ...]:
    """Return the rows at which a picture is cut; empty for a picture that stays whole.

    Args:
        image: the picture, upright, grey or RGB, perhaps with alpha.
        page_size: width and height of the page in millimetres.
    """
    page = _rows_of_page(image.width, page_size)
    if not is_tall(image.size) or image.width < _NARROWEST or image.height > MOST_PAGES * page:
        return ()
    if image.height / _USUAL * 25.4 <= _HIGHEST * _TEXT * page_size[1]:
        return ()  # as it is, the picture fits on a page
    plain, framed, still = _quiet_bands(image)
    cuts = tuple(_chosen(image.height, page, (plain, framed, still)))
    if image.height > _SURELY_NO_PHOTOGRAPH * image.width:
        return cuts
    quiet = (*plain, *framed)
    return cuts if all(any(band.reaches(row - 1, row) for band in quiet) for row in cuts) else ()


def shape_of_strip(size: tuple[int, int], page_size: tuple[float, float]) -> str:
    """Return the shape of a whole picture that is a narrow strip on the page; else empty.

    Args:
        size: width and height of the picture in pixels.
        page_size: width and height of the page in millimetres.
    """
    width, height = size
    across, down = (side / _USUAL * 25.4 for side in size)
    if width > _STRIP * height and across > page_size[0]:
        return f"{width / height:.0f} times as wide as high"
    if height > _SURELY_NO_PHOTOGRAPH * width and down > page_size[1]:
        return f"{height / width:.0f} times as high as wide"
    return ""


def _rows_of_page(width: int, page_size: tuple[float, float]) -> float:
    """Return how many rows of a picture fill the text of a page, if its pieces fill the width."""
    across, down = (_TEXT * side for side in page_size)
    least = across / 25.4 * _SCREEN  # a picture with fewer pixels is narrower than the text
    return max(width, least) * down / across


def _chosen(height: int, page: float, kinds: Sequence[Sequence[Band]]) -> Iterator[int]:
    """Yield the rows of the cuts: in the highest band of the best kind that is near enough."""
    at, least = 0, _LEAST * page
    while height - at > _MOST * page:
        first = at + least
        near = (
            (last, [band for band in bands if band.reaches(first, last)])
            for bands in kinds
            for last in (min(at + share * page, height - least) for share in (_MOST, _MOST_OF_ALL))
        )
        last, bands = next((one for one in near if one[1]), (at + _USUAL_PIECE * page, []))
        highest = max(bands, key=lambda band: band.bottom - band.top, default=None)
        at = highest.cut(first, last) if highest else round(last)
        yield at


def _quiet_bands(image: Image.Image) -> tuple[list[Band], list[Band], list[Band]]:
    """Return three kinds of bands of quiet rows, the best kind first.

    In a plain row all pixels are alike. In a framed row all but those near the edges are alike.
    A still row repeats the row above: a cut there goes through no letter.
    """
    plain: list[bool] = []
    framed: list[bool] = []
    still: list[bool] = []
    edge = round(_FRAME * image.width)
    for top in range(0, image.height, _SLICE):
        rows = _on_white(image.crop((0, top, image.width, min(top + _SLICE, image.height))))
        plain += _rows_alike(rows, _first_column(rows))
        inner = rows.crop((edge, 0, image.width - edge, rows.height))
        framed += _rows_alike(inner, _first_column(inner))
        still += _rows_alike(rows, ImageChops.offset(rows, 0, 1))
    return _bands(plain), _bands(framed), _bands(still)


def _on_white(image: Image.Image) -> Image.Image:
    """Return a picture as it looks on paper, where it is transparent."""
    if image.mode not in ("LA", "RGBA"):
        return image.convert("RGB")
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image.convert("RGBA")).convert("RGB")


def _first_column(image: Image.Image) -> Image.Image:
    """Return a picture in which each row has the colour of its first pixel."""
    return image.crop((0, 0, 1, image.height)).resize(image.size, Image.Resampling.NEAREST)


def _rows_alike(one: Image.Image, other: Image.Image) -> list[bool]:
    """Return for each row whether all its pixels are alike in two pictures."""
    difference = ImageChops.difference(one, other).point(lambda value: value > _NOISE and 255)
    _, down = difference.getprojection()
    return [not any_differs for any_differs in down]


def _bands(quiet: Sequence[bool]) -> list[Band]:
    """Return each band of quiet rows."""
    bands, at = [], 0
    for is_quiet, rows in groupby(quiet):
        height = len(list(rows))
        if is_quiet and height >= _LEAST_BAND:
            bands.append(Band(at, at + height))
        at += height
    return bands
