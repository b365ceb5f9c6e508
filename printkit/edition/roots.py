"""Roots: the folders in which a user lets printkit look for pictures, checked."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from printkit.errors import EditionError
from printkit.files.opening import why_no_folder


def read_roots(value: object) -> tuple[Path, ...]:
    """Return the folders of the choice `roots`: one path, or a list of paths.

    Raises:
        EditionError: the value is something else.
    """
    given = [value] if isinstance(value, str | Path) else value
    if not isinstance(given, Sequence) or not all(isinstance(one, str | Path) for one in given):
        raise EditionError(f'roots is {value!r}; write a list, ["static", "assets"]')
    if not all(map(str, given)):
        raise EditionError("roots has an empty entry; take the entry out")
    return tuple(Path(one) for one in dict.fromkeys(map(str, given)))


def refuse_missing_roots(name: str, folders: Iterable[Path]) -> None:
    """Refuse the paths of a choice that are no folders; the error names each of them.

    Raises:
        EditionError: a path leads to no folder.
    """
    problems = [f"{name} {one}: {why}" for one in folders if (why := why_no_folder(one))]
    if problems:
        raise EditionError(*problems, remedy="Name a folder of pictures.")
