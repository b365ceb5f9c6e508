"""Sources of pictures: a folder, a data: address, the network, each within limits."""

from base64 import b64encode
from pathlib import Path
from urllib.parse import quote_from_bytes

import pytest

from printkit.edition.limits import Limits
from printkit.pictures.decoding import UnreadableError
from printkit.pictures.sources import FoundPicture, NetworkOffError, PictureSources
from tests.support.made_pictures import draw_scene, encode_picture

PNG = encode_picture(draw_scene(40, 30))


def test_a_file_is_read_from_the_folder(tmp_path: Path) -> None:
    """Without a folder, no file is read."""
    (tmp_path / "mole.png").write_bytes(PNG)
    assert PictureSources(tmp_path, None).read("mole.png") == FoundPicture(PNG, is_file=True)
    with pytest.raises(PermissionError, match="without a folder"):
        PictureSources(None, None).read("mole.png")


def test_the_network_is_off_unless_a_fetch_is_given() -> None:
    """A note names the option that turns the network on."""
    with pytest.raises(NetworkOffError) as refused:
        PictureSources(None, None).read("https://a.example/x.png")
    assert refused.value.__notes__ == ["--fetch turns the network on"]
    assert PictureSources(None, lambda url: url.encode()).read("//a.example/x").data == (
        b"https://a.example/x"
    )


@pytest.mark.parametrize(
    "src",
    [
        "data:image/png;base64," + b64encode(PNG).decode(),
        "data:;base64," + b64encode(PNG).decode(),
        "DATA:IMAGE/PNG;charset=x;BASE64," + b64encode(PNG).decode().rstrip("="),
        "data:image/png;base64," + quote_from_bytes(b64encode(PNG)),
        "data:image/png;base64,\n " + b64encode(PNG).decode().replace("A", "A "),
        "data:image/png," + quote_from_bytes(PNG),
    ],
)
def test_data_addresses_are_unpacked(src: str) -> None:
    """Data is base64 or percent-encoded, with and without a type."""
    assert PictureSources(None, None).read(src) == FoundPicture(PNG, is_file=False)


@pytest.mark.parametrize(
    "src",
    [
        "data:text/html;base64," + b64encode(PNG).decode(),
        "data:image/png;base64,A",
        "data:image/png",
        "data:",
    ],
)
def test_data_that_is_no_image_is_refused(src: str) -> None:
    """The data has another type or broken base64, or the address has no data."""
    with pytest.raises(UnreadableError):
        PictureSources(None, None).read(src)


def test_the_pictures_of_a_record_are_counted_together() -> None:
    """The number of pictures is limited, and their bytes."""
    several = PictureSources(None, lambda _: PNG, limits=Limits(pictures=3))
    for number in range(3):
        several.read(f"https://a.example/{number}")
    with pytest.raises(PermissionError, match="more than 3 pictures"):
        several.read("https://a.example/3")
    padded = PNG + bytes(400_000)
    large = PictureSources(None, lambda _: padded, limits=Limits(all_pictures_size=1))
    large.read("https://a.example/0")
    large.read("https://a.example/1")
    with pytest.raises(PermissionError, match="together"):
        large.read("https://a.example/2")


def test_a_picture_that_is_read_again_counts_once() -> None:
    """Pictures are read to compare them, and once more to print them."""
    padded = PNG + bytes(400_000)
    twice = PictureSources(None, lambda _: padded, limits=Limits(pictures=2, all_pictures_size=1))
    for _ in range(3):
        for number in range(2):
            assert twice.read(f"https://a.example/{number}").data == padded


def test_slow_servers_do_not_hold_a_record_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each fetch has a time limit, and so have all fetches of one record together."""
    clock = iter(range(0, 10_000, 25))
    monkeypatch.setattr("printkit.pictures.sources.time.monotonic", lambda: float(next(clock)))
    slow = PictureSources(None, lambda _: PNG)
    for number in range(3):
        assert slow.read(f"https://a.example/{number}").data == PNG
    with pytest.raises(TimeoutError, match="60 seconds"):
        slow.read("https://a.example/3")
