"""Digests of pictures."""

from pathlib import Path

from printkit.pictures.contents import PictureContents
from printkit.pictures.sources import PictureSources


def test_equal_files_have_one_digest(tmp_path: Path) -> None:
    """Names make no difference; a lost picture has no digest; every address counts as asked."""
    for name, data in {"a.jpg": b"x", "b.jpg": b"x", "c.jpg": b"y"}.items():
        (tmp_path / name).write_bytes(data)
    contents = PictureContents(PictureSources(tmp_path, None))
    names = ("a.jpg", "b.jpg", "c.jpg", "gone.jpg", "https://e.org/a.jpg", "data:text/plain,x")
    one, two, three, *lost = map(contents.digest, names)
    assert one == two != three
    assert lost == ["", "", ""]
    assert contents.asked == names


def test_each_address_is_read_once() -> None:
    """The rule holds for the network, too."""
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        return b"x"

    contents = PictureContents(PictureSources(None, fetch))
    assert contents.digest("https://e.org/a") == contents.digest("https://e.org/a") != ""
    assert asked == ["https://e.org/a"]
