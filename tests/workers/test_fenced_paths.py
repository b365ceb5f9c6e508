"""Fenced paths follow links, and give the files of Python, of the system and of a task."""

import sys
from pathlib import Path

import pytest

from printkit.workers.fenced_paths import FencedPaths


@pytest.fixture
def paths(tmp_path: Path) -> FencedPaths:
    """Return the paths of a worker that may read `in`, and write in `scratch` and `out`."""
    for name in ("scratch", "in", "out"):
        (tmp_path / name).mkdir()
    found = FencedPaths(str(tmp_path / "scratch"))
    found.allow([str(tmp_path / "in")], [str(tmp_path / "out")])
    return found


def test_files_are_read_in_the_folders_of_the_work(paths: FencedPaths, tmp_path: Path) -> None:
    """A link is as good as the file that the link leads to, and a font may be anywhere."""
    (tmp_path / "there").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "away").symlink_to("/etc/hostname")
    for path in ("in/a", "scratch/a", "out/a", "there/a", "a.TTF"):
        paths.check_reading(str(tmp_path / path))
    for path in (sys.executable, str(Path(pytest.__file__)), "/proc/self/status", "/dev/null"):
        paths.check_reading(path)
    for path in ("in/away", "in/../b", "input/a"):
        with pytest.raises(PermissionError, match="may not open"):
            paths.check_reading(str(tmp_path / path))


def test_files_are_changed_only_in_folders_for_writing(paths: FencedPaths, tmp_path: Path) -> None:
    """A link itself may be removed; the file that the link leads to is not changed."""
    (tmp_path / "out" / "away").symlink_to(tmp_path / "in" / "a")
    paths.check_entry(str(tmp_path / "out" / "away"))
    paths.check_writing("/dev/null")
    paths.check_writing(str(tmp_path / "scratch" / "a"))
    for path in ("out/away", "in/a"):
        with pytest.raises(PermissionError, match="may not write"):
            paths.check_writing(str(tmp_path / path))
    for path in ("in/a", "out", "."):
        with pytest.raises(PermissionError, match="may not change"):
            paths.check_entry(str(tmp_path / path))


def test_a_folder_may_be_made_on_the_way_to_a_folder_for_writing(tmp_path: Path) -> None:
    """The first run of a user makes the folder of caches, too."""
    paths = FencedPaths(str(tmp_path / "a" / "b" / "scratch"))
    for path in ("a", "a/b", "a/b/scratch", "a/b/scratch/c"):
        paths.check_new_folder(str(tmp_path / path))
    with pytest.raises(PermissionError):
        paths.check_new_folder(str(tmp_path / "a" / "c"))


def test_libraries_belong_to_python(paths: FencedPaths, tmp_path: Path) -> None:
    """The program itself has every function of the system."""
    paths.check_library(str(Path(pytest.__file__).parent / "a.so"))
    for library in (None, "libc.so.6", str(tmp_path / "in" / "a.so")):
        with pytest.raises(PermissionError, match="may not load"):
            paths.check_library(library)
