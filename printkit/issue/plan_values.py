"""Values of a plan's choices: a value as the caller gave it → the value that the plan keeps.

Each function takes the name of the choice, for the error, and the value. A wrong value raises an
EditionError, which repeats the value and names the values that are allowed.
"""

import datetime
import os
import re
from collections.abc import Callable
from typing import Literal, get_args

from printkit.errors import EditionError
from printkit.issue.period import monday_of, zone_named
from printkit.text.characters import is_printable, one_line
from printkit.text.patterns import regex

Start = Literal["page", "flow"]
OwnPart = Literal["cover", "note", "contents", "heads", "sources", "picture-credits", "colophon"]

_STARTS: dict[str, Start] = {start: start for start in get_args(Start)}
_PARTS: dict[str, OwnPart] = {part: part for part in get_args(OwnPart)}
_DAY = regex(r"\d{4}-\d\d-\d\d", re.ASCII)


def read_text(name: str, value: object) -> str:
    """Return the value of a choice that is a text of one or more lines, such as the note."""
    if not isinstance(value, str):
        raise EditionError(f"{name} is {value!r}; {name} must be a text")
    if not is_printable(value):
        raise EditionError(f"{name} has control characters; take these characters out")
    return value.strip()


def read_line(name: str, value: object) -> str:
    """Return the value of a choice that is a text of one line, such as the title."""
    return one_line(read_text(name, value))


def read_number(name: str, value: object) -> str:
    """Return the number of an issue as text, because a number may also be `37a`."""
    counted = isinstance(value, int) and not isinstance(value, bool)
    return read_line(name, str(value) if counted else value)


def read_path(name: str, value: object) -> str:
    """Return the value of a choice that is the path of a file; the path becomes a text."""
    return read_text(name, os.fspath(value) if isinstance(value, os.PathLike) else value)


def read_names(name: str, value: object) -> tuple[str, ...]:
    """Return names, such as those of sections; refuse `World` beside `world`."""
    names = _read_list(name, value, read_line)
    seen: set[str] = set()
    for one in names:
        if one.casefold() in seen:
            raise EditionError(f"{name} has {one} twice; take one out")
        seen.add(one.casefold())
    return names


def read_paths(name: str, value: object) -> tuple[str, ...]:
    """Return the value of a choice that is a list of paths; the paths become texts."""
    return _read_list(name, value, read_path)


def read_parts(name: str, value: object) -> tuple[OwnPart, ...]:
    """Return the names of a digest's parts, such as `cover`; a repeated name counts once."""
    parts = _read_list(name, value, read_line)
    if unknown := [repr(part) for part in parts if part not in _PARTS]:
        raise EditionError(f"{name} has {', '.join(unknown)}; {name} can have {', '.join(_PARTS)}")
    return tuple(_PARTS[part] for part in dict.fromkeys(parts))


def read_week(name: str, value: object) -> str:
    """Return the name of an ISO week, `2019-W37`; or `last`, the last complete week."""
    week = read_line(name, value)
    if week and week.casefold() != "last":
        monday_of(week)
    return week


def read_zone(name: str, value: object) -> str:
    """Return the IANA name of a time zone."""
    return zone_named(read_line(name, value)).key


def read_day(name: str, value: object) -> datetime.date | None:
    """Return a day that was given as a date or as the text `2019-09-13`; None for no day."""
    # A datetime is a date too, but its day depends on the time zone.
    if value is None or type(value) is datetime.date:
        return value
    if isinstance(value, str) and _DAY.fullmatch(value.strip()):
        try:
            return datetime.date.fromisoformat(value.strip())
        except ValueError:
            raise EditionError(f"{name} is {value.strip()}; the calendar has no such day") from None
    raise EditionError(f"{name} is {str(value)!r}; write a day as 2019-09-13")


def read_switch(name: str, value: object) -> bool:
    """Return the value of a choice that is true or false; refuse any other value."""
    if not isinstance(value, bool):
        raise EditionError(f"{name} is {value!r}; {name} can be true or false")
    return value


def read_count(name: str, value: object) -> int | None:
    """Return a whole number from 1; None sets no limit."""
    if value is None or (type(value) is int and value > 0):
        return value
    raise EditionError(f"{name} is {value!r}; write a whole number from 1")


def read_start(name: str, value: object) -> Start:
    """Return where each article starts: on a new page, or below the article before it."""
    if not isinstance(value, str) or value not in _STARTS:
        raise EditionError(f"{name} is {value!r}; {name} can be {', '.join(get_args(Start))}")
    return _STARTS[value]


def _read_list(name: str, value: object, read: Callable[[str, object], str]) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise EditionError(f'{name} is {value!r}; write a list, ["one", "two"]')
    entries = tuple(read(name, entry) for entry in value)
    if not all(entries):
        raise EditionError(f"{name} has an empty entry; take the entry out")
    return entries
