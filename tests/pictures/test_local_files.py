"""Local files: the record's folder, then the roots; and the places searched for a lost picture."""

from pathlib import Path

import pytest

from printkit.pictures.local_files import LocalFiles

URL = "https://paper.example/news/ferries"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with a record's folder, a copy of a site, and a file outside both."""
    for name in (
        "record/pics/own.jpg",
        "record/pics/both.jpg",
        "site/pics/both.jpg",
        "site/pics/top.jpg",
        "site/news/pics/beside.jpg",
        "site/image.php?id=1",
        "assets/pics/second.jpg",
        "secret.jpg",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def find(home: Path, src: str, url: str | None = URL) -> str:
    """Return the name of the file that is found for an address."""
    files = LocalFiles(home / "record", [home / "site", home / "assets"], url)
    path = files.find(src)
    return path.read_text() if path else ""


@pytest.mark.parametrize(
    ("src", "found"),
    [
        ("pics/own.jpg", "record/pics/own.jpg"),
        ("/pics/own.jpg", "record/pics/own.jpg"),
        ("\\pics\\own.jpg", "record/pics/own.jpg"),
        ("pics/both.jpg", "record/pics/both.jpg"),
        ("/pics/both.jpg", "record/pics/both.jpg"),
        ("/pics/top.jpg?w=300", "site/pics/top.jpg"),
        ("pics/top.jpg", "site/pics/top.jpg"),
        ("../pics/top.jpg", "site/pics/top.jpg"),
        ("pics/beside.jpg", "site/news/pics/beside.jpg"),
        ("/pics/second.jpg", "assets/pics/second.jpg"),
        ("https://paper.example/pics/top.jpg", "site/pics/top.jpg"),
        ("//www.paper.example/pics/top.jpg", "site/pics/top.jpg"),
        ("https://paper.example/image.php?id=1", "site/image.php?id=1"),
        ("../site/pics/top.jpg", "site/pics/top.jpg"),
    ],
)
def test_a_picture_is_found_in_the_records_folder_and_then_in_the_roots(
    src: str, found: str, home: Path
) -> None:
    """A relative address is looked for beside the article's address, too."""
    assert find(home, src) == found


@pytest.mark.parametrize(
    "src", ["https://cdn.example/pics/top.jpg", "data:image/png,x", "ftp://paper.example/top.jpg"]
)
def test_an_address_of_another_kind_is_no_file(src: str, home: Path) -> None:
    """The address is on another site, a picture within the record, or of another scheme."""
    assert find(home, src) == ""


def test_a_full_address_is_looked_for_in_roots_alone(home: Path) -> None:
    """Beside the record may lie another picture of that name."""
    with pytest.raises(FileNotFoundError) as lost:
        find(home, "https://paper.example/pics/own.jpg")
    assert lost.value.__notes__[0] == (
        f"looked for pics/own.jpg in {home / 'site'} and in {home / 'assets'}"
    )


@pytest.mark.parametrize(
    "src",
    [
        "../secret.jpg",
        "/../secret.jpg",
        "/%2e%2e/secret.jpg",
        "..\\secret.jpg",
        "../site/../secret.jpg",
        "../../../secret.jpg",
        "C:\\secret.jpg",
        "\\\\server\\share\\secret.jpg",
    ],
)
@pytest.mark.parametrize("url", [URL, None])
def test_no_way_leads_out_of_the_folders(src: str, url: str | None, home: Path) -> None:
    """No path leads out of the record's folder or out of a root."""
    with pytest.raises((PermissionError, FileNotFoundError)) as refused:
        find(home, src, url)
    assert str(home) not in str(refused.value)


def test_the_notes_say_where_a_picture_was_looked_for_and_which_option_helps(home: Path) -> None:
    """The notes also name the picture with the most similar name, in a root, too."""
    files = LocalFiles(home / "record", [home / "site"], URL)
    with pytest.raises(FileNotFoundError) as lost:
        files.find("pics/Besides.jpg")
    assert lost.value.__notes__ == [
        f"looked for pics/Besides.jpg in the record's folder and in {home / 'site'},"
        f" news/pics/Besides.jpg in {home / 'site'}",
        f"there is news/pics/beside.jpg in {home / 'site'}",
        "--root DIR names one more folder to look in",
    ]
    with pytest.raises(PermissionError, match="without a folder") as alone:
        LocalFiles(None, (), URL).find("pics/own.jpg")
    assert alone.value.__notes__ == ["--root DIR names a folder to look in"]
