"""A record's folder: which files may be read, and which tricks lead nowhere."""

import os
import threading
from pathlib import Path

import pytest

from printkit.pictures.folder import PictureFolder

LIMIT = 10_000_000
INSIDE = b"a picture, as far as the folder cares"
CANARY = b"what must not be read"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a record's folder with pictures, beside a file that the record may not read."""
    (tmp_path / "secret.jpg").write_bytes(CANARY)
    (tmp_path / "record-2").mkdir()
    (tmp_path / "record-2" / "secret.jpg").write_bytes(CANARY)
    home = tmp_path / "record"
    (home / "images").mkdir(parents=True)
    for name in ("images/mole.jpg", "a b.jpg", "what?.jpg", "50%25.jpg", "é.jpg", "q.jpg"):
        (home / name).write_bytes(INSIDE)
    return home


@pytest.mark.parametrize(
    "src",
    [
        "images/mole.jpg",
        "./images/mole.jpg",
        "images/../images/mole.jpg",
        "images//mole.jpg",
        "images\\mole.jpg",
        "a b.jpg",
        "a%20b.jpg",
        "what?.jpg",
        "50%25.jpg",
        "%C3%A9.jpg",
        "q.jpg?width=800",
        "q.jpg#top",
        "images%2Fmole.jpg?v=1#x",
    ],
)
def test_a_file_is_found_under_the_names_records_use(src: str, folder: Path) -> None:
    """As it stands, percent-encoded, with a query, from Windows."""
    assert PictureFolder(folder).read(src, LIMIT) == INSIDE


WAYS_OUT = (
    "../secret.jpg",
    "images/../../secret.jpg",
    "./../secret.jpg",
    "..\\secret.jpg",
    "images\\..\\..\\secret.jpg",
    "%2e%2e/secret.jpg",
    "%2e%2e%2fsecret.jpg",
    "..%2fsecret.jpg",
    "..%5csecret.jpg",
    "../secret.jpg?v=1",
    "../record-2/secret.jpg",
    "../record/../secret.jpg",
    "..",
    "/etc/hostname",
    "//etc/hostname",
    "%2fetc/hostname",
    "C:\\secret.jpg",
    "c:secret.jpg",
    "\\\\server\\share\\secret.jpg",
    "link.jpg",
    "link-to-folder/secret.jpg",
    "circle.jpg",
)


@pytest.mark.parametrize("src", WAYS_OUT)
def test_no_way_leads_out(src: str, folder: Path) -> None:
    """Dots, slashes of both kinds, percent signs, drives, shares, links: all are refused."""
    (folder / "link.jpg").symlink_to("../secret.jpg")
    (folder / "link-to-folder").symlink_to("../record-2")
    (folder / "circle.jpg").symlink_to("circle.jpg")
    with pytest.raises((PermissionError, FileNotFoundError)) as told:
        PictureFolder(folder).read(src, LIMIT)
    assert str(folder.parent) not in str(told.value)
    if "%5c" not in src:
        assert isinstance(told.value, PermissionError)


def test_an_absolute_path_is_refused_even_into_the_folder(folder: Path) -> None:
    """A record must not know where on the machine it lies."""
    with pytest.raises(PermissionError, match="absolute"):
        PictureFolder(folder).read(str(folder / "images" / "mole.jpg"), LIMIT)


def test_links_within_the_folder_are_followed(folder: Path) -> None:
    """A folder may itself be a link, and link to its own files."""
    (folder / "alias.jpg").symlink_to("images/mole.jpg")
    (folder.parent / "latest").symlink_to("record")
    assert PictureFolder(folder.parent / "latest").read("alias.jpg", LIMIT) == INSIDE


def test_only_regular_files_are_read(folder: Path) -> None:
    """A folder, a pipe and a device are refused without waiting."""
    os.mkfifo(folder / "pipe.jpg")
    for src in ("images", "pipe.jpg", "."):
        with pytest.raises(PermissionError, match="no regular file"):
            PictureFolder(folder).read(src, LIMIT)
    with pytest.raises(PermissionError):
        PictureFolder(Path("/dev")).read("zero", LIMIT)


def test_a_file_swapped_for_a_pipe_after_the_check_does_not_block(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The open file is checked again, not its name."""
    os.mkfifo(folder / "pipe.jpg")
    monkeypatch.setattr(Path, "is_file", lambda _: True)
    told: list[str] = []

    def read() -> None:
        try:
            PictureFolder(folder).read("pipe.jpg", LIMIT)
        except PermissionError as error:
            told.append(str(error))

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    thread.join(2)
    assert told == ["the path leads to no regular file"]


def test_a_file_over_the_limit_is_not_read(folder: Path) -> None:
    """Its size is checked before it is read: a file of a terabyte costs no time."""
    with (folder / "huge.jpg").open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(PermissionError, match="over the limit of 10 MB"):
        PictureFolder(folder).read("huge.jpg", LIMIT)


@pytest.mark.parametrize(
    ("src", "nearest"),
    [
        ("img/mole.jpg", "images/mole.jpg"),
        ("images/Mole.JPG", "images/mole.jpg"),
        ("images/mloe.jpeg", "images/mole.jpg"),
        ("nothing-like-it.tiff", None),
    ],
)
def test_the_nearest_name_is_told(src: str, nearest: str | None, folder: Path) -> None:
    """For a wrong folder, case or letter."""
    with pytest.raises(FileNotFoundError) as told:
        PictureFolder(folder).read(src, LIMIT)
    hints = [f"looked for {src}"] + ([f"there is {nearest}"] if nearest else [])
    assert told.value.__notes__ == hints


@pytest.mark.parametrize(
    "src", ["a" * 300 + ".jpg", "x/" * 3000, "a%00.jpg", "\udcff.jpg", "\ud800"]
)
def test_names_no_file_can_have_are_missing(src: str, folder: Path) -> None:
    """Too long, with a NUL, with a lone surrogate: not found, without a crash."""
    with pytest.raises(FileNotFoundError):
        PictureFolder(folder).read(src, LIMIT)
    with pytest.raises(FileNotFoundError):
        PictureFolder(folder / "nowhere").read("a.jpg", LIMIT)


def test_a_link_that_leads_nowhere_is_called_so(folder: Path) -> None:
    """Its own name is not suggested as the nearest."""
    (folder / "dangling.jpg").symlink_to("gone.jpg")
    with pytest.raises(FileNotFoundError, match="a link that leads nowhere") as told:
        PictureFolder(folder).read("dangling.jpg", LIMIT)
    assert not getattr(told.value, "__notes__", ())
