"""A record's folder: which files may be read, and which tricks lead nowhere."""

import os
import threading
from pathlib import Path
from typing import Literal, TypeAlias
from unicodedata import normalize
from urllib.parse import quote

import pytest

from printkit.pictures.folder import PictureFolder, read_picture
from tests.support.time_limits import ends_soon

Form: TypeAlias = Literal["NFC", "NFD"]
LIMIT = 10_000_000
INSIDE = b"a picture, as far as the folder cares"
CANARY = b"what must not be read"


def read(folder: Path, src: str) -> bytes | None:
    """Return the bytes of the picture that a record calls `src`; None if no file is found."""
    path = PictureFolder(folder).find(src)
    return read_picture(path, LIMIT) if path else None


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
    """Records write a name as it is, percent-encoded, with a query, or as Windows does."""
    assert read(folder, src) == INSIDE


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
    """Dots, slashes, percent signs, drives, shares and links are refused."""
    (folder / "link.jpg").symlink_to("../secret.jpg")
    (folder / "link-to-folder").symlink_to("../record-2")
    (folder / "circle.jpg").symlink_to("circle.jpg")
    if "%5c" in src:
        assert read(folder, src) is None
        return
    with pytest.raises(PermissionError) as told:
        read(folder, src)
    assert str(folder.parent) not in str(told.value)


def test_an_absolute_path_is_refused_even_into_the_folder(folder: Path) -> None:
    """A record must not know where on the machine the record lies."""
    with pytest.raises(PermissionError, match="absolute"):
        read(folder, str(folder / "images" / "mole.jpg"))


def test_links_within_the_folder_are_followed(folder: Path) -> None:
    """A folder may itself be a link, and link to its own files."""
    (folder / "alias.jpg").symlink_to("images/mole.jpg")
    (folder.parent / "latest").symlink_to("record")
    assert read(folder.parent / "latest", "alias.jpg") == INSIDE


def test_only_regular_files_are_read(folder: Path) -> None:
    """A folder, a pipe and a device are refused without waiting."""
    os.mkfifo(folder / "pipe.jpg")
    for src in ("images", "pipe.jpg", "."):
        with pytest.raises(PermissionError, match="no regular file"):
            read(folder, src)
    with pytest.raises(PermissionError):
        read(Path("/dev"), "zero")


def test_a_file_swapped_for_a_pipe_after_the_check_does_not_block(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The open file is checked again, not its name."""
    os.mkfifo(folder / "pipe.jpg")
    monkeypatch.setattr(Path, "is_file", lambda _: True)
    told: list[str] = []

    def try_to_read() -> None:
        try:
            read(folder, "pipe.jpg")
        except PermissionError as error:
            told.append(str(error))

    thread = threading.Thread(target=try_to_read, daemon=True)
    thread.start()
    thread.join(2)
    assert told == ["the path leads to no regular file"]


def test_a_file_over_the_limit_is_not_read(folder: Path) -> None:
    """The size of the file is checked first: a file of a terabyte costs no time."""
    with (folder / "huge.jpg").open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(PermissionError, match="over the limit of 10 MB"):
        read(folder, "huge.jpg")


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
    """Folder, case or a letter may be wrong."""
    assert read(folder, src) is None
    assert PictureFolder(folder).nearest(src) == nearest


@pytest.mark.parametrize(
    "src", ["a" * 300 + ".jpg", "x/" * 3000, "a%00.jpg", "\udcff.jpg", "\ud800"]
)
def test_names_no_file_can_have_are_missing(src: str, folder: Path) -> None:
    """A name is too long, has a NUL or a lone surrogate: no file is found, and no crash follows."""
    assert read(folder, src) is None
    assert read(folder / "nowhere", "a.jpg") is None


def test_a_link_that_leads_nowhere_is_called_so(folder: Path) -> None:
    """The file that the link names is missing; the link itself is there."""
    (folder / "dangling.jpg").symlink_to("gone.jpg")
    with pytest.raises(FileNotFoundError, match="a link that leads nowhere"):
        read(folder, "dangling.jpg")


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_letters_with_marks_are_the_same_however_they_are_composed(
    on_disk: Form, written: Form, folder: Path
) -> None:
    """Folder and file may be percent-encoded or plain; macOS writes names in NFD."""
    for name in ("Ñandú/Köln é.jpg", "Việt/한국어.png"):
        path = folder / normalize(on_disk, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(INSIDE)
        src = normalize(written, name)
        assert read(folder, src) == read(folder, quote(src)) == read(folder, f"./{src}?v=2")


def test_a_name_with_its_folder_composed_and_its_file_decomposed_is_found(folder: Path) -> None:
    """Such names arise if a folder is made on one machine, and filled on another machine."""
    (folder / normalize("NFC", "Ñandú")).mkdir()
    (folder / normalize("NFC", "Ñandú") / normalize("NFD", "é.jpg")).write_bytes(INSIDE)
    assert read(folder, normalize("NFC", "Ñandú/é.jpg")) == INSIDE
    assert read(folder, normalize("NFC", "images/../Ñandú/é.jpg")) == INSIDE


def test_a_link_with_marks_in_its_name_leads_nowhere_else(folder: Path) -> None:
    """The other spelling of a name is checked as the name itself."""
    (folder / normalize("NFD", "é-link.jpg")).symlink_to("../secret.jpg")
    with pytest.raises(PermissionError, match="leaves the folder"):
        read(folder, normalize("NFC", "é-link.jpg"))


def test_a_path_may_lead_from_one_allowed_folder_into_another(folder: Path) -> None:
    """A path into any third folder is refused."""
    (folder.parent / "site").mkdir()
    (folder.parent / "site" / "dome.jpg").write_bytes(INSIDE)
    both = PictureFolder(folder, [folder.parent / "site"])
    assert both.find("../site/dome.jpg") == folder.parent.resolve() / "site" / "dome.jpg"
    for src in ("../secret.jpg", "../site/../secret.jpg", "../record-2/secret.jpg"):
        with pytest.raises(PermissionError, match="leaves the folder"):
            both.find(src)


@pytest.mark.parametrize(
    "src",
    [
        "é/" * 500_000,
        "../" * 300_000 + "é",
        "é" * 1_000_000,
        "é/../" * 200_000,
        "%C3%A9/" * 150_000,
    ],
)
def test_a_long_hostile_name_ends_fast(src: str, folder: Path) -> None:
    """No disk has so long a path."""
    (folder / "é").mkdir()
    with ends_soon():
        assert read(folder, src) is None
        assert PictureFolder(folder).nearest(src) is None
