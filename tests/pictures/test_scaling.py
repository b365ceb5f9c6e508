"""Scaling to the size that a page shows, in little memory."""

import pytest
from PIL import Image, ImageChops, ImageStat

from printkit.pictures.photograph import develop
from tests.support.made_pictures import (
    decode_photograph,
    draw_quarters,
    draw_scene,
    encode_picture,
    read_pixel,
)
from tests.support.quick_cases import mark_slow


@pytest.mark.parametrize("kind", mark_slow(["JPEG", "PNG"], but={"JPEG"}))
def test_a_camera_size_photograph_is_scaled(kind: str) -> None:
    """Forty-five megapixels become the page's size at 300 dpi, and stay the same picture."""
    exif = Image.Exif()
    exif[0x010E] = "a mole"
    large = draw_quarters(80, 60).resize((8256, 5504), Image.Resampling.NEAREST)
    photograph = develop(encode_picture(large, kind, exif=exif))
    assert (photograph.width, photograph.height) == (2480, 1653)
    small = draw_quarters(80, 60).resize((2480, 1653), Image.Resampling.NEAREST)
    for point in ((600, 400), (1900, 400), (600, 1300), (1900, 1300)):
        shown = read_pixel(decode_photograph(photograph), point)
        pair = zip(shown, read_pixel(small, point), strict=True)
        assert all(abs(one - other) < 12 for one, other in pair)
    assert len(develop(encode_picture(large, "JPEG"), page_size=(25.4, 25.4)).data) < 20_000


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F"])
def test_a_very_large_picture_of_any_mode_is_averaged(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Scaling in bands is close to scaling at once, also for turned and transparent pictures."""
    grey = Image.linear_gradient("L").resize((700, 500))
    if mode in ("LA", "RGBA"):
        image = grey.convert(mode)
        image.putalpha(Image.linear_gradient("L").rotate(90).resize((700, 500)))
    elif mode == "P":
        image = draw_scene(700, 500).quantize(64)
    elif mode == "I;16":
        image = grey.convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        image = (draw_scene(700, 500) if mode in ("RGB", "CMYK") else grey).convert(mode)
    data = encode_picture(image, "TIFF")
    page = (16.0, 12.0)
    whole = decode_photograph(develop(data, page_size=page))
    monkeypatch.setattr("printkit.pictures.scaling._LARGE", 1000)
    coarse = decode_photograph(develop(data, page_size=page))
    assert (coarse.mode, coarse.size) == (whole.mode, whole.size)
    distance = ImageStat.Stat(ImageChops.difference(whole, coarse)).mean
    assert max(distance) < (8 if mode == "1" else 4)  # the grain of the bands is not the same
