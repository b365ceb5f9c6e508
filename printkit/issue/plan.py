"""The plan of an issue: which articles it takes, under which heads, and what stands around them."""

import datetime
import os
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from itertools import chain
from typing import Annotated, Any, Literal, cast, get_args, get_type_hints

from printkit.edition import Edition
from printkit.edition.choices import unknown_choice
from printkit.errors import EditionError
from printkit.issue.period import monday_of, zone_named

Start = Literal["page", "flow"]
OwnPart = Literal["cover", "note", "contents", "heads", "sources", "picture-credits", "colophon"]

# No parameter of Python's can be called `from`; options and keys of printkit.toml can.
_ALIASES = {"from": "since", "to": "until"}
# What options of the command line are called, and the choices they make.
_CALLED = {
    "section": "only_sections",
    "tag": "only_tags",
    "source": "only_sources",
    "head": "sections",
    "heads": "sections",
}


def _text(name: str, value: object) -> str:
    """Text of one or more lines."""
    if not isinstance(value, str):
        raise EditionError(f"{name} is {value!r}; it is written as text")
    if any(unicodedata.category(one) in ("Cc", "Cs") for one in re.sub(r"[\t\n\r]", "", value)):
        raise EditionError(f"{name} has control characters in it; take them out")
    return value.strip()


def _line(name: str, value: object) -> str:
    return re.sub(r"[\t\n\r ]+", " ", _text(name, value))


def _number(name: str, value: object) -> str:
    """Issues are numbered, and a number is printed as text."""
    counted = isinstance(value, int) and not isinstance(value, bool)
    return _line(name, str(value) if counted else value)


def _path(name: str, value: object) -> str:
    return _text(name, os.fspath(value) if isinstance(value, os.PathLike) else value)


def _list(name: str, value: object, read: Callable[[str, object], str]) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise EditionError(f'{name} is {value!r}; write a list, ["one", "two"]')
    read_ones = tuple(read(name, one) for one in value)
    if not all(read_ones):
        raise EditionError(f"{name} has an empty entry; take it out")
    return read_ones


def _names(name: str, value: object) -> tuple[str, ...]:
    """Names that are told apart whatever their case."""
    names = _list(name, value, _line)
    seen: set[str] = set()
    for one in names:
        if one.casefold() in seen:
            raise EditionError(f"{name} has {one} twice; take one out")
        seen.add(one.casefold())
    return names


def _paths(name: str, value: object) -> tuple[str, ...]:
    return _list(name, value, _path)


def _parts(name: str, value: object) -> tuple[str, ...]:
    parts = _list(name, value, _line)
    strange = [repr(one) for one in parts if one not in get_args(OwnPart)]
    if strange:
        can = ", ".join(get_args(OwnPart))
        raise EditionError(f"{name} has {', '.join(strange)}; it can have {can}")
    return tuple(dict.fromkeys(parts))


def _week(name: str, value: object) -> str:
    week = _line(name, value)
    if week and week.casefold() != "last":
        monday_of(week)
    return week


def _zone(name: str, value: object) -> str:
    return zone_named(_line(name, value)).key


def _day(name: str, value: object) -> datetime.date | None:
    if value is None or type(value) is datetime.date:
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip(), re.ASCII):
        try:
            return datetime.date.fromisoformat(value.strip())
        except ValueError:
            raise EditionError(f"{name} is {value.strip()}; the calendar has no such day") from None
    raise EditionError(f"{name} is {str(value)!r}; write a day as 2019-09-13")


def _switch(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise EditionError(f"{name} is {value!r}; it can be true or false")
    return value


def _count(name: str, value: object) -> int | None:
    if value is None or (type(value) is int and value > 0):
        return value
    raise EditionError(f"{name} is {value!r}; it is a whole number from 1")


def _start(name: str, value: object) -> str:
    if value not in get_args(Start):
        raise EditionError(f"{name} is {value!r}; it can be {', '.join(get_args(Start))}")
    return str(value)


# A type, and what reads a value as one or says what is wrong with it.
Text = Annotated[str, _text]
Line = Annotated[str, _line]
Path = Annotated[str, _path]
Paths = Annotated[tuple[str, ...], _paths]
Names = Annotated[tuple[str, ...], _names]
Day = Annotated[datetime.date | None, _day]
Count = Annotated[int | None, _count]


@dataclass(frozen=True)
class Plan:
    """Every choice for one issue; lists become tuples, and days written as text become dates.

    Attributes:
        title: the publication's name, and the file's title.
        masthead: as on the cover, where that is other than the title.
        number: of the issue; an int will do.
        note, note_by: the editor's note, Markdown, and who signs it.
        cover_picture: the path of a picture; empty for the first article's lead picture.
        cover_caption, cover_credit: of that picture.
        sections: the heads, in their order; articles of others come last, under `more`.
        week: `2019-W37`, or `last` for the last complete one.
        since, until: the first and the last day, both within; `from` and `to` to plan_from.
        timezone: whose days they are, an IANA name.
        undated: let articles without a date into a period.
        only_sections, only_tags: what an article must be filed under, one of these.
        only_sources: names of sources, or their hosts: `example.org`.
        limit, max_per_source: how many articles at most; the newest are kept.
        start: each article on a `page` of its own, or sections that `flow` on.
        without: parts that are left away.
        colophon: what it says besides how the issue was made, Markdown.
        date: of the issue itself.
        append, prepend: the paths of PDFs that are bound in.

    Raises:
        EditionError: a choice is none there is; all wrong ones are named.
    """

    title: Line = ""
    masthead: Line = ""
    number: Annotated[str, _number] = ""
    note: Text = ""
    note_by: Line = ""
    cover_picture: Path = ""
    cover_caption: Line = ""
    cover_credit: Line = ""
    sections: Names = ()
    week: Annotated[str, _week] = ""
    since: Day = None
    until: Day = None
    timezone: Annotated[str, _zone] = "UTC"
    undated: Annotated[bool, _switch] = False
    only_sections: Names = ()
    only_tags: Names = ()
    only_sources: Names = ()
    limit: Count = None
    max_per_source: Count = None
    start: Annotated[Start, _start] = "page"
    without: Annotated[tuple[OwnPart, ...], _parts] = ()
    colophon: Text = ""
    date: Day = None
    append: Paths = ()
    prepend: Paths = ()

    def __post_init__(self) -> None:
        problems: list[str] = []
        for name, kind in get_type_hints(Plan, include_extras=True).items():
            (read,) = kind.__metadata__
            try:
                object.__setattr__(self, name, read(name, getattr(self, name)))
            except EditionError as error:
                problems += error.problems
        problems += self._contradictions()
        if problems:
            raise EditionError(*problems)

    def _contradictions(self) -> list[str]:
        problems = []
        if self.week and (self.since or self.until):
            problems.append("week is given, and from or to as well; leave one of them out")
        ends = [day for day in (self.since, self.until) if type(day) is datetime.date]
        if ends != sorted(ends):
            problems.append(f"from is {self.since}, and to is {self.until}, which is earlier")
        return problems


def plan_from(choices: Mapping[str, Any], where: str = "") -> Plan:
    """Make a plan of named choices, as `[digest]` in `printkit.toml` gives them.

    Raises:
        EditionError: a name is none of a choice's, and says the nearest; or a value is wrong.
    """
    (plan,) = _made((Plan,), choices, where)
    return cast("Plan", plan)


def edition_and_plan(choices: Mapping[str, Any], where: str = "") -> tuple[Edition, Plan]:
    """Make an edition and a plan of the named choices of a digest.

    Raises:
        EditionError: as plan_from; says what is wrong with either.
    """
    edition, plan = _made((Edition, Plan), choices, where)
    return cast("Edition", edition), cast("Plan", plan)


def _made(
    kinds: tuple[type[Edition | Plan], ...], choices: Mapping[str, Any], where: str
) -> list[Edition | Plan]:
    names = [[field.name for field in fields(kind)] for kind in kinds]
    known = [*chain.from_iterable(names), *_ALIASES]
    strange = [name for name in choices if name not in known]
    problems = [_strange(name, known) for name in strange]
    problems += [
        f"{alias} and {name} are the same choice; leave one of them out"
        for alias, name in _ALIASES.items()
        if alias in choices and name in choices
    ]
    spelt = {_ALIASES.get(name, name): value for name, value in choices.items()}
    made = []
    for kind, own in zip(kinds, names, strict=True):
        try:
            made.append(kind(**{name: value for name, value in spelt.items() if name in own}))
        except EditionError as error:
            problems += error.problems
    if problems:
        remedy = f"Choices: {', '.join(known)}." if strange else ""
        raise EditionError(*problems, where=where, remedy=remedy)
    return made


def _strange(name: str, known: list[str]) -> str:
    meant = _CALLED.get(name)
    if meant in known:
        return f"{name} is no choice; did you mean {meant}?"
    return unknown_choice(name, known)
