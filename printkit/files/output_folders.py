"""Folders for output files: a folder and the name of a file in it go in, a place comes out."""

from pathlib import PurePosixPath

from printkit.errors import OutputError
from printkit.files.addresses import Address, Destination
from printkit.files.publishing import make_folder


def make_place(folder: Destination, name: str) -> Destination:
    """Return the place of a file within a folder, and make the folders that the name has.

    Args:
        folder: the folder for all files, which exists.
        name: a relative path with slashes and without `..`.

    Raises:
        OutputError: a folder cannot be made, or is a symbolic link, which could lead anywhere.
        NoSpaceError: the disk is full or read-only.
    """
    if isinstance(folder, Address):
        return folder / name
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
