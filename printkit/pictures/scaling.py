"""Scale pictures to the most pixels that a page can show, at 300 dpi."""

from PIL import Image

DPI = 300
_LARGE = 30_000_000  # pixels; copies of a larger picture take too much memory
_BAND = 64  # rows of the smaller picture

# The Pillow mode to convert to before pixels are averaged. The average of two palette numbers is
# no colour between both, so P becomes RGB. Pictures in LAB are not averaged.
_AVERAGED = {
    **dict.fromkeys(("1", "L", "LA", "La"), "L"),
    **dict.fromkeys(("P", "PA", "RGB", "RGBA", "RGBa"), "RGB"),
    **dict.fromkeys(("I;16", "I;16L", "I;16B", "I;16N", "I"), "I"),
    "F": "F",
    "CMYK": "CMYK",
}


def page_pixels(page_size: tuple[float, float]) -> tuple[int, int]:
    """Return the most pixels that a page can show: width and height."""
    width, height = (max(1, round(side / 25.4 * DPI)) for side in page_size)
    return width, height


def fits(size: tuple[int, int], box: tuple[int, int]) -> bool:
    """Return whether a picture of this size fits in the box."""
    return size[0] <= box[0] and size[1] <= box[1]


def ratio(size: tuple[int, int], box: tuple[int, int]) -> float:
    """Return the factor that makes a picture fit in the box, in the better of two orientations.

    The picture may still have to be turned, so both orientations count.
    """
    (width, height), (across, down) = size, box
    return max(min(across / width, down / height), min(down / width, across / height))


def averaged_down(image: Image.Image, box: tuple[int, int]) -> Image.Image:
    """Return a very large picture reduced by a whole factor; any other picture as it is.

    `scaled` then fits the reduced picture in the box. The reduced picture is made band by band,
    because a second picture of the full size would take too much memory.
    """
    factor = int(1 / ratio(image.size, box))
    if factor < 2 or image.width * image.height <= _LARGE:
        return image
    mode = _averaged_mode(image)
    if mode is None:
        return image
    reduced = Image.new(mode, (-(-image.width // factor), -(-image.height // factor)))
    step = _BAND * factor
    for top in range(0, image.height, step):
        band = image.crop((0, top, image.width, min(top + step, image.height)))
        reduced.paste(band.convert(mode).reduce(factor), (0, top // factor))
    reduced.info = {key: image.info[key] for key in ("icc_profile",) if key in image.info}
    return reduced


def _averaged_mode(image: Image.Image) -> str | None:
    """Return the mode in which a picture's pixels can be averaged; None if there is none."""
    mode = _AVERAGED.get(image.mode)
    if mode in ("L", "RGB") and image.has_transparency_data:
        return "LA" if mode == "L" else "RGBA"
    return mode


def scaled(image: Image.Image, box: tuple[int, int]) -> Image.Image:
    """Return a picture scaled down to fit in the box. A picture is never scaled up."""
    if fits(image.size, box):
        return image
    factor = min(box[0] / image.width, box[1] / image.height)
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    # From 3.0 on, the fast reduction before the resampling is invisible: Pillow's documentation.
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
