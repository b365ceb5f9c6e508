"""Carried files: another machine finds the pictures that this machine found, and no others."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from printkit.edition.limits import Limits
from printkit.pictures.sources import NetworkOffError, PictureSources

SRCS = ("mole.png", "missing.png", "../out.png", "https://a.example/x.png", "data:,a")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two pictures."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "mole.png").write_bytes(b"m" * 700_000)
    (folder / "mole2.png").write_bytes(b"n" * 700_000)
    return folder


def told(sources: PictureSources, src: str) -> object:
    """Return what reading a picture gives: the bytes, or the error with its notes."""
    try:
        return sources.read(src)
    except OSError as error:
        return type(error), str(error), error.__notes__


def carried(folder: Path, limits: Limits | None = None) -> Mapping[str, bytes | OSError]:
    """Return the files of the addresses."""
    return PictureSources(folder, None, limits=limits or Limits()).carry(SRCS)


@pytest.mark.parametrize("src", SRCS[:3])
def test_a_file_is_found_as_in_its_folder(folder: Path, src: str) -> None:
    """The errors have the same notes, on every reading."""
    there = PictureSources(None, None, carried=carried(folder))
    here = told(PictureSources(folder, None), src)
    assert told(there, src) == told(there, src) == here


def test_what_is_no_file_is_not_carried(folder: Path) -> None:
    """The other machine asks the network, or unpacks the address."""
    found = carried(folder)
    assert set(found) == {"mole.png", "missing.png", "../out.png"}
    there = PictureSources(None, lambda url: url.encode(), carried=found)
    assert there.read("https://a.example/x.png").data == b"https://a.example/x.png"
    with pytest.raises(NetworkOffError):
        PictureSources(None, None, carried=found).read("https://a.example/x.png")


def test_only_so_much_is_carried_as_may_be_printed(folder: Path) -> None:
    """The error names the limit and its setting."""
    found = PictureSources(folder, None, limits=Limits(all_pictures_size=1)).carry(
        ["mole.png", "mole2.png"]
    )
    assert found["mole.png"] == b"m" * 700_000
    assert "over 1 MB together" in str(found["mole2.png"])
    assert "all_pictures_size" in str(getattr(found["mole2.png"], "__notes__", ""))


def test_a_file_of_the_other_machine_is_not_read(folder: Path) -> None:
    """A record that brings files along has no folder."""
    there = PictureSources(folder, None, carried={})
    with pytest.raises(PermissionError):
        there.read("mole.png")
