"""Extracting: attached files are written under safe names, and nothing is overwritten."""

import json
from pathlib import Path

import pytest

from printkit.errors import OutputError
from printkit.inspect.extracting import extract
from tests.support.attached_files import RECORD, make_pdf_with_files
from tests.support.plain_weasyprint import print_plain


@pytest.fixture(scope="module")
def whole() -> bytes:
    """Return a page with its record."""
    return make_pdf_with_files(("article.json", json.dumps(RECORD).encode()))


def test_records_are_extracted(whole: bytes, tmp_path: Path) -> None:
    """The folder is made first; a second extraction does not write the record again."""
    folder = tmp_path / "deep" / "folder"
    assert extract(whole, folder) == (folder / "article.json",)
    assert json.loads((folder / "article.json").read_text()) == RECORD
    assert extract(whole, folder) == (folder / "article.json",)
    assert [path.name for path in folder.iterdir()] == ["article.json"]


def test_other_files_are_never_overwritten(whole: bytes, tmp_path: Path) -> None:
    """A record whose name is taken gets a number; a link is not followed."""
    (tmp_path / "article.json").write_text("mine")
    (tmp_path / "elsewhere").write_text(json.dumps(RECORD))
    (tmp_path / "article-2.json").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "article-3.json").symlink_to(tmp_path / "nowhere")
    assert extract(whole, tmp_path) == (tmp_path / "article-4.json",)
    assert (tmp_path / "article.json").read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\a.json", "a.json"),
        ("..", "attachment"),
        ("/", "attachment"),
        (".hidden", "hidden"),
        ("a\u202enosj.exe", "anosj.exe"),
        ("NUL.txt", "_NUL.txt"),
        ("é" * 150 + ".json", "é" * 100 + ".json"),
    ],
)
def test_names_do_not_lead_out_of_the_folder(name: str, safe: str, tmp_path: Path) -> None:
    """Paths, devices, hidden and endless names all become files in the folder."""
    folder = tmp_path / "in"
    (path,) = extract(make_pdf_with_files((name, b"x"), body="<p>Text"), folder)
    assert (path.parent, path.name) == (folder, safe)
    assert [one.name for one in tmp_path.iterdir()] == ["in"]


def test_two_files_of_one_name_are_both_written(tmp_path: Path) -> None:
    """The second file gets a number in its name."""
    pdf = make_pdf_with_files(("a/x.txt", b"one"), ("b/x.txt", b"two"), body="<p>Text")
    paths = extract(pdf, tmp_path)
    assert sorted(path.name for path in paths) == ["x-2.txt", "x.txt"]
    assert sorted(path.read_bytes() for path in paths) == [b"one", b"two"]


def test_a_folder_that_is_a_file_is_an_error(whole: bytes, tmp_path: Path) -> None:
    """The file stays as it was."""
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OutputError):
        extract(whole, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


def test_nothing_attached_makes_no_folder(tmp_path: Path) -> None:
    """The folder would be empty."""
    assert extract(print_plain("<p>Text"), tmp_path / "none") == ()
    assert not (tmp_path / "none").exists()
