"""Drafts: a half-written file goes in a folder under a name of its own, until it is whole.

A killed process leaves its draft behind. The next run that holds the folder removes such drafts.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from printkit.files.addresses import Address, Destination
from printkit.files.held_files import is_left_behind, mark_in_use, remove_quietly
from printkit.text.patterns import regex

_NAME = regex(r"\.[0-9a-f]{16}\.part")


@contextmanager
def open_draft(folder: Path) -> Iterator[BinaryIO]:
    """Open a new draft in a folder; the draft is removed, if nobody has moved it to its place.

    Yields:
        The open file, whose `name` is the path of the draft.

    Raises:
        OSError: the draft cannot be made.
    """
    path = folder / f".{token_hex(8)}.part"
    try:
        with path.open("xb") as file:
            mark_in_use(file.fileno())
            yield file
    finally:
        path.unlink(missing_ok=True)


def clear_dead_drafts(folder: Destination) -> int:
    """Remove drafts of dead processes of this user from a folder; return how many were removed.

    A draft stays if it is younger than an hour, or if its process still writes. Nothing is
    removed from a store, which does not tell whose a draft is.
    """
    removed = 0
    if isinstance(folder, Address):
        return removed
    with suppress(OSError):
        for path in list(folder.iterdir()):
            if _NAME.fullmatch(path.name) and is_left_behind(path):
                remove_quietly(path)
                removed += not path.exists()
    return removed
