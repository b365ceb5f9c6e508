"""The choices for one issue as types: the name of each choice, and its allowed values.

The type of each choice is annotated with its reader: the function that checks the given value and
returns the value that Plan keeps.
"""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Protocol, TypedDict

from printkit.issue.plan_values import (
    OwnPart,
    Start,
    read_count,
    read_day,
    read_line,
    read_names,
    read_number,
    read_parts,
    read_path,
    read_paths,
    read_start,
    read_switch,
    read_text,
    read_week,
    read_zone,
)


class PathList(Protocol):
    """A list or a tuple of paths and of texts; a single text is refused by type checkers.

    `Sequence[str | Path]` would allow a text, because a text is a sequence of texts. A text differs
    in one method: a text can only contain texts, and not any object.
    """

    def __contains__(self, value: object, /) -> bool: ...

    def __iter__(self) -> Iterator[str | Path]: ...


TextChoice = Annotated[str, read_text]
LineChoice = Annotated[str, read_line]
NumberChoice = Annotated[str | int, read_number]
NamesChoice = Annotated[list[str] | tuple[str, ...], read_names]
PartsChoice = Annotated[list[OwnPart] | tuple[OwnPart, ...], read_parts]
FileChoice = Annotated[str | Path, read_path]
FilesChoice = Annotated[PathList, read_paths]
WeekChoice = Annotated[str, read_week]
DayChoice = Annotated[datetime.date | str | None, read_day]
ZoneChoice = Annotated[str, read_zone]
SwitchChoice = Annotated[bool, read_switch]
CountChoice = Annotated[int | None, read_count]
StartChoice = Annotated[Start, read_start]


class PlanChoices(TypedDict, total=False):
    """The choices that make a Plan, which explains each of them."""

    title: LineChoice
    masthead: LineChoice
    number: NumberChoice
    note: TextChoice
    note_by: LineChoice
    cover_picture: FileChoice
    cover_caption: LineChoice
    cover_credit: LineChoice
    sections: NamesChoice
    week: WeekChoice
    since: DayChoice
    until: DayChoice
    timezone: ZoneChoice
    undated: SwitchChoice
    only_sections: NamesChoice
    only_tags: NamesChoice
    only_sources: NamesChoice
    limit: CountChoice
    max_per_source: CountChoice
    start: StartChoice
    without: PartsChoice
    colophon: TextChoice
    date: DayChoice
    append: FilesChoice
    prepend: FilesChoice
