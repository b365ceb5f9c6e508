"""Decoding: pictures and other files, whole, cut, damaged and hostile."""

import pytest
from PIL import ImageFile

from printkit.pictures.decoding import TooLargeError, UnreadableError
from printkit.pictures.photograph import develop
from tests.support.made_pictures import (
    build_png,
    draw_scene,
    encode_picture,
)


@pytest.mark.parametrize("tolerant", [False, True])
def test_a_cut_file_is_found_whatever_other_libraries_set(
    tolerant: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WeasyPrint lets Pillow accept cut files; printkit finds cut files all the same."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", tolerant)
    data = encode_picture(draw_scene(400, 400), "JPEG")
    assert develop(data[: len(data) * 9 // 10]).whole < 1
    assert develop(data).whole == 1
    assert ImageFile.LOAD_TRUNCATED_IMAGES is tolerant


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><title>404</title>", "a web page"),
        (b"\n <HTML><body>not here", "a web page"),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "EPS"),
        (b"8BPS\0\1", "Photoshop"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"MZ\x90\0 something else", "none of JPEG, PNG"),
    ],
)
def test_what_is_no_picture_is_named(data: bytes, told: str) -> None:
    """The error names the kind of file: a web page, an empty file, a drawing."""
    with pytest.raises(UnreadableError, match=told):
        develop(data)


def test_formats_nobody_expects_are_not_opened() -> None:
    """Pillow reads forty formats; printkit lets Pillow read seven formats."""
    for kind in ("PPM", "TGA", "ICO", "PCX", "JPEG2000", "EPS"):
        with pytest.raises(UnreadableError):
            develop(encode_picture(draw_scene(32, 32), kind))


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few hundred bytes that claims this many pixels of one bit."""
    return build_png(width, height, 1, 0, bytes(100_000))


@pytest.mark.parametrize("size", [(12_001, 10_000), (13_000, 13_000), (65_000, 20_000)])
def test_a_bomb_is_refused_before_it_is_decoded(
    size: tuple[int, int], recwarn: pytest.WarningsRecorder
) -> None:
    """Sizes over printkit's and over Pillow's limits get the same clear refusal."""
    with pytest.raises(TooLargeError, match="120 megapixels"):
        develop(bomb(*size))
    assert not recwarn.list


def test_damage_ends_in_a_named_refusal_or_a_picture() -> None:
    """Two thousand damaged files of seven formats have no other outcome."""
    seen = set()
    for kind in ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF", "BMP"):
        whole = encode_picture(draw_scene(48, 36), kind)
        state = 1
        for _ in range(290):
            damaged = bytearray(whole)
            for _ in range(4):
                state = state * 48271 % 0x7FFFFFFF
                damaged[state % len(damaged)] = state >> 8 & 255
            state = state * 48271 % 0x7FFFFFFF
            cut = bytes(damaged[: len(damaged) if state % 3 else state % len(damaged)])
            try:
                seen.add(develop(cut).mime)
            except (UnreadableError, TooLargeError) as error:
                seen.add(type(error).__name__)
    assert {"image/jpeg", "image/png", "UnreadableError"} <= seen
