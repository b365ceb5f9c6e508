"""A user's own templates: the HTML files of a folder that take the place of printkit's.

Takes the path of the folder, gives the text of each template and a hash that changes with
them. No file outside the folder is read, even where a symbolic link leads there.
"""

import difflib
import os
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from printkit.errors import ThemeError
from printkit.files.opening import (
    LargeFileError,
    read_text_file,
    reason,
    why_no_file,
    why_no_folder,
)
from printkit.themes.folders import TEMPLATES

PREFIX = "base"  # `base/article.html` is printkit's own, whatever the folder has
_MOST_FILES = 1000
# Bytes of all templates together. Printkit's own have 16,000; Jinja takes some seconds to read so
# many, in a process that nothing stops.
_MOST_BYTES = 500_000


class OwnTemplate(NamedTuple):
    """A template of the user's own.

    Attributes:
        name: the path in the folder, such as `parts/notes.html`; templates include and extend each
            other by these names.
        place: the file as the user would name it, for errors.
        text: what the file holds.
    """

    name: str
    place: str
    text: str


class OwnTemplates(NamedTuple):
    """The templates of a user's folder.

    Attributes:
        templates: sorted by name.
        state: a hash that changes when a template changes; empty if there are no templates.
    """

    templates: tuple[OwnTemplate, ...] = ()
    state: str = ""


def find_templates(folder: str | None) -> OwnTemplates:
    """Read the templates of a user's folder; without a folder there are none.

    Raises:
        ThemeError: there is no such folder, or a file in the folder cannot be a template.
    """
    if not folder:
        return OwnTemplates()
    if problem := why_no_folder(Path(folder)):
        raise ThemeError(problem, where=folder, remedy="Give the folder of your templates.")
    found: dict[str, OwnTemplate] = {}
    problems = []
    left = _MOST_BYTES
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        if problem := _name_problem(path, name, Path(folder)):
            problems.append(problem)
        else:
            found[name] = OwnTemplate(name, str(path), _text(path, left))
            left -= len(found[name].text.encode())
    if not found.keys() & set(printkit_templates()) and not problems:
        problems = ["no file in the folder has the name of one of printkit's templates"]
    if problems:
        names = ", ".join(printkit_templates())
        raise ThemeError(*problems, where=folder, remedy=f"printkit prints with: {names}.")
    templates = tuple(found[name] for name in sorted(found))
    return OwnTemplates(templates, sha256(repr(templates).encode()).hexdigest())


@lru_cache(maxsize=1)
def printkit_templates() -> tuple[str, ...]:
    """Return the names of printkit's own templates for pages."""
    return tuple(sorted(one.relative_to(TEMPLATES).as_posix() for one in TEMPLATES.rglob("*.html")))


def _files(folder: str) -> Iterator[Path]:
    """Yield the HTML files of a folder and its subfolders.

    Raises:
        ThemeError: there are too many files for a folder of templates.
    """
    count = 0
    for inner, folders, names in os.walk(folder):
        # os.walk goes on in the order of this list, which is the same on every machine once sorted.
        folders.sort()
        count += len(names)
        if count > _MOST_FILES:
            raise ThemeError(
                f"the folder holds more than {_MOST_FILES} files",
                where=folder,
                remedy="Give the templates a folder of their own.",
            )
        yield from (Path(inner, name) for name in sorted(names) if name.endswith(".html"))


def _name_problem(path: Path, name: str, folder: Path) -> str:
    """Say why a file cannot be a template; empty for a template."""
    if told := why_no_file(path):
        return f"{name}: {told}; take it out of the folder"
    if not path.resolve().is_relative_to(folder.resolve()):
        return f"{name} is no file of this folder: a link must not lead out of the folder"
    if name.startswith(f"{PREFIX}/"):
        return f"{name} would not be used: {PREFIX}/ means printkit's own templates; rename it"
    known = printkit_templates()
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.9)
    if name not in known and near:
        return f"{name} would not be used: did you mean {near[0]}?"
    return ""


def _text(path: Path, most: int) -> str:
    try:
        return read_text_file(path, most)
    except LargeFileError as error:
        raise ThemeError(
            f"the templates of the folder are over {_MOST_BYTES // 1000} kB together",
            where=str(path),
            remedy="Write less.",
        ) from error
    except (OSError, ValueError) as error:
        remedy = "Save it as text, in UTF-8."
        raise ThemeError(reason(error), where=str(path), remedy=remedy) from error
