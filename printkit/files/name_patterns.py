"""Name patterns: a path such as `out/{week}/a.pdf` and values go in, a filled path comes out."""

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from printkit.errors import EditionError
from printkit.files.addresses import Destination, find_destination
from printkit.text.patterns import regex

_PATTERN = regex(r"\{([^{}]*)\}")
_UNFIT = regex(r'[\\/:*?"<>|\s]+')  # characters that a file name cannot have everywhere


def fill_patterns(
    path: Destination, values: Mapping[str, object], needed: Mapping[str, str]
) -> Destination:
    """Return a path in which each pattern of its folders and its file name is replaced.

    A folder of that very name that exists stays as it is.

    Args:
        path: the path, with patterns such as `{week}`.
        values: the value of each pattern; empty if there is no value for the pattern.
        needed: for each pattern that may have no value, what to do about that.

    Raises:
        EditionError: there is no such pattern, or there is no value for the pattern. The error
            names all problems.
    """
    problems: list[str] = []

    def filled(found: "re.Match[str]") -> str:
        if found[1] not in values:
            known = ", ".join(f"{{{one}}}" for one in values)
            problems.append(f"{path} has {found[0]}; a name can have {known}")
            return ""
        value = _UNFIT.sub("-", str(values[found[1]] or ""))
        if not value.strip("."):
            problems.append(
                f"{path} has {found[0]}, and {needed.get(found[1], 'its value is empty')}"
            )
        return value

    made = type(path)()
    for part in path.parts:
        made = made / part if _is_folder(made / part) else made / _PATTERN.sub(filled, part)
    if problems:
        raise EditionError(*dict.fromkeys(problems))
    return made


def fill_for_day(path: Destination, day: date) -> Destination:
    """Return a path in which `{week}` and `{date}` are those of a day.

    Raises:
        EditionError: there is no such pattern.
    """
    year, week, _ = day.isocalendar()
    return fill_patterns(path, {"week": f"{year:04}-W{week:02}", "date": day.isoformat()}, {})


def has_pattern(path: Destination | None) -> bool:
    """Tell whether a path has a pattern in its folders or its file name."""
    return path is not None and _PATTERN.search(str(path)) is not None


def has_folder_of_pattern(given: Destination | str | None, filled: Destination) -> bool:
    """Tell whether patterns name the folder of a file, so that the folder is to be made."""
    return given is not None and find_destination(given).parent != filled.parent


def _is_folder(path: Destination) -> bool:
    return isinstance(path, Path) and os.path.isdir(path)  # noqa: PTH112  `Path.is_dir` raises for a name that is too long
