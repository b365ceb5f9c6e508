"""Folders for output files: a folder and the name of a file in it go in, a path comes out."""

from pathlib import Path, PurePosixPath

from printkit.errors import OutputError
from printkit.files.publishing import make_folder


def make_place(folder: Path, name: str) -> Path:
    """Return the path of a file within a folder, and make the folders that the name has.

    Args:
        folder: the folder for all files, which exists.
        name: a relative path with slashes and without `..`.

    Raises:
        OutputError: a folder cannot be made, or is a symbolic link, which could lead anywhere.
        NoSpaceError: the disk is full or read-only.
    """
    place = folder
    *folders, last = PurePosixPath(name).parts
    for part in folders:
        place /= part
        if place.is_symlink():
            raise OutputError(
                "this is a symbolic link, through which no file is written",
                where=str(place),
                remedy="Remove the link, or write another --output-pattern.",
            )
        make_folder(place)
    return place / last
