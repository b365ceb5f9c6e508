"""The choices for one issue as types: the name of each choice, and its allowed values.

The type of each choice is annotated with its reader: the function that checks the given value and
returns the value that Plan keeps.
"""

import datetime
from pathlib import Path
from typing import Annotated, TypedDict

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

Text = Annotated[str, read_text]
Line = Annotated[str, read_line]
Number = Annotated[str | int, read_number]
Names = Annotated[list[str] | tuple[str, ...], read_names]
Parts = Annotated[list[OwnPart] | tuple[OwnPart, ...], read_parts]
FilePath = Annotated[str | Path, read_path]
FilePaths = Annotated[list[str] | list[Path] | tuple[str | Path, ...], read_paths]
Week = Annotated[str, read_week]
Day = Annotated[datetime.date | str | None, read_day]
Zone = Annotated[str, read_zone]
Switch = Annotated[bool, read_switch]
Count = Annotated[int | None, read_count]
ArticleStart = Annotated[Start, read_start]


class PlanChoices(TypedDict, total=False):
    """The choices that make a Plan, which explains each of them."""

    title: Line
    masthead: Line
    number: Number
    note: Text
    note_by: Line
    cover_picture: FilePath
    cover_caption: Line
    cover_credit: Line
    sections: Names
    week: Week
    since: Day
    until: Day
    timezone: Zone
    undated: Switch
    only_sections: Names
    only_tags: Names
    only_sources: Names
    limit: Count
    max_per_source: Count
    start: ArticleStart
    without: Parts
    colophon: Text
    date: Day
    append: FilePaths
    prepend: FilePaths
