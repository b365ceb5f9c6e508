"""Folders for output files: they are made, and no link leads out of them."""

from pathlib import Path

import pytest

from printkit.errors import NoSpaceError, OutputError
from printkit.files.output_folders import make_place
from tests.support.small_disks import run_on_small_disk


def test_the_folders_of_a_name_are_made(tmp_path: Path) -> None:
    """A second file of the folder is no problem."""
    for name in ("2027/01/a.pdf", "2027/01/b.pdf", "c.pdf"):
        assert make_place(tmp_path, name) == tmp_path / name
    assert (tmp_path / "2027" / "01").is_dir()
    assert not list(tmp_path.rglob("*.pdf"))


def test_a_link_leads_no_file_out_of_the_folder(tmp_path: Path) -> None:
    """No folder is made behind the link."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "news").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="news: this is a symbolic link, through which no file"):
        make_place(tmp_path / "out", "news/01/a.pdf")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_folder_for_all_files_may_be_a_link(tmp_path: Path) -> None:
    """The user has named this folder."""
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    make_place(tmp_path / "out", "news/a.pdf")
    assert (tmp_path / "real" / "news").is_dir()


def test_a_file_in_the_place_of_a_folder_is_one_error(tmp_path: Path) -> None:
    """The file stays."""
    (tmp_path / "news").write_text("precious")
    with pytest.raises(OutputError, match="the folder could not be made") as refused:
        make_place(tmp_path, "news/a.pdf")
    assert not isinstance(refused.value, NoSpaceError)


def test_on_a_full_disk_nothing_more_can_be_written(tmp_path: Path) -> None:
    """A run of many records ends with this error."""
    program = """
from pathlib import Path
from printkit.errors import OutputError
from printkit.files.output_folders import make_place
try:
    make_place(Path("."), "a/b.pdf")
except OutputError as error:
    print(error.code, error)
"""
    told = "PK171 a: the folder could not be made: Read-only file system\n"
    told += "  Give a folder that you can write to.\n"
    assert run_on_small_disk(tmp_path, "64k", program, read_only=True) == told
