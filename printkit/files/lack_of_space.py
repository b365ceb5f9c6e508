"""Lack of space: an OSError goes in, the error that names the full folder comes out.

WeasyPrint keeps fonts in temporary files, so a full folder for these stops every print.
"""

import os
import tempfile
from errno import EACCES, EDQUOT, ENOENT, ENOSPC, ENOTDIR, EROFS
from pathlib import Path

from printkit.errors import NoSpaceError

_NOTHING_MORE = (ENOSPC, EDQUOT, EROFS)
SCRATCH = "printkit-scratch-"
"""The beginning of the name of each folder that `files/scratch.py` makes."""
_FIRST_STEPS = {
    ENOENT: "Make this folder",
    ENOTDIR: "Make a folder of this name",
    EACCES: "Let your user write there",
    EROFS: "Let your user write there",
}
_NEEDED = 1_000_000  # bytes of temporary files of a print


def is_lack_of_space(error: OSError) -> bool:
    """Tell whether nothing more can be written: a full disk, a used-up quota, a read-only disk."""
    return error.errno in _NOTHING_MORE


def scratch_error(error: OSError, folder: str = "") -> NoSpaceError:
    """Return the error of a temporary file that could not be written.

    Args:
        error: the error of the system.
        folder: the folder, with words that say who named it; empty for the folder of this process.
    """
    place = folder or _scratch_folder()
    return NoSpaceError(
        f"temporary files could not be written in {place}: {error.strerror or error}",
        remedy=f"{_FIRST_STEPS.get(error.errno or 0, 'Free space there')}, or set TMPDIR to another"
        " folder.",
    )


def refuse_full_scratch_folder() -> None:
    """Refuse to begin a run if no temporary files can be written.

    Raises:
        NoSpaceError: the folder for temporary files is full, or there is none.
    """
    refuse_passed_over_folder()
    try:
        _try_to_write()
    except OSError as error:
        raise scratch_error(error) from error


def refuse_passed_over_folder() -> None:
    """Refuse a TMPDIR that cannot be written: Python would take another folder without a word.

    Raises:
        NoSpaceError: the folder of TMPDIR is full, missing or read-only.
    """
    named = os.environ.get("TMPDIR")
    try:
        if named and os.path.abspath(named) != tempfile.gettempdir():  # noqa: PTH100  as tempfile
            _try_to_write(named)
    except OSError as error:
        raise scratch_error(error, f"{named}, the folder of TMPDIR") from error


def _try_to_write(folder: str | None = None) -> None:
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(bytes(_NEEDED))


def _scratch_folder() -> str:
    try:
        folder = Path(tempfile.gettempdir())
        # A worker has a folder of its own in the folder that the user knows; so has a cluster.
        while folder.name.startswith(SCRATCH):
            folder = folder.parent
        return str(folder)
    except FileNotFoundError:  # Python finds no folder at all
        return os.environ.get("TMPDIR", "any folder")
