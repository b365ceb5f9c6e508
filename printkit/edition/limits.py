"""Limits: what work input from outside may cost, as numbers that users can set.

Out: `Limits`, and for each limit its default, its unit, and the work that the limit guards. The
table `[limits]` of printkit.toml, the options of the commands, and the list of `printkit limits`
all come from this module.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, time
from typing import Any, NamedTuple, TypeVar, cast

from printkit.errors import EditionError

MB = 1_000_000
T = TypeVar("T", int, float)
E = TypeVar("E", bound=Exception)
_MOST_TIMES = 1_000  # a limit can be set to so many times its default
# These limits end the work or let it go on; they leave no trace on a page that was printed.
_OF_WORKERS = frozenset(
    ("patience", "processor_time", "memory", "file_size", "open_files", "tasks_per_worker")
)
_LONGEST_VALUE = 40  # characters of a wrong value in an error


def _limit(default: T, unit: str, guards: str, *, least: float = 1, most: float = 0) -> T:
    told = {"unit": unit, "guards": guards, "least": least, "most": most or default * _MOST_TIMES}
    return field(default=default, metadata=told)


@dataclass(frozen=True)
class Limits:
    """The limits of one run; each has a default, which `printkit limits` lists.

    A number of MB counts millions of bytes. `printkit limits` and `list_limits` say what each
    limit guards.

    Raises:
        EditionError: a value is no number, or too small or too large; the error names every
            wrong value.
    """

    patience: float = _limit(
        60.0, "seconds", "printing one record, or the digest's own pages", least=0.01, most=86_400
    )
    processor_time: float = _limit(
        120.0, "seconds of a processor", "the work for one record", least=0.01, most=86_400
    )
    memory: int = _limit(2_000, "MB", "the address space of a worker", least=100)
    file_size: int = _limit(1_000, "MB", "each file that a worker writes")
    open_files: int = _limit(256, "files", "the files that a worker has open", least=32)
    # A new process takes 0.9 seconds of a processor, as twelve small records do. Of a run of 300
    # small records, 50 tasks would cost 18 % more processor time, and 500 tasks cost 2 %.
    tasks_per_worker: int = _limit(500, "tasks", "what a worker does before a new one replaces it")

    record_size: int = _limit(64, "MB", "reading a file of records", most=2_000)
    record_depth: int = _limit(100, "levels", "lists inside lists in a record", most=150)
    record_values: int = _limit(20_000, "values", "reading the keys and lists of a record")
    front_matter: int = _limit(
        30_000, "characters", "reading the fields above a body", most=3_000_000
    )

    characters: int = _limit(2_000_000, "characters", "copy-editing a body")
    letters: int = _limit(
        400_000,
        "letters",
        "printing the text of a body; letters of scripts without capitals count twice, and so do"
        " words of more than 1,000 letters; a turn of the direction of writing counts as 8 letters",
    )
    elements: int = _limit(
        10_000, "elements", "copy-editing and printing a body; items of lists count twice"
    )
    depth: int = _limit(
        100, "elements inside each other", "walking through the tree of a body", most=150
    )
    attributes: int = _limit(40_000, "attributes on one tag", "parsing a body")
    brackets: int = _limit(1_000, "brackets open at once", "reading a body of Markdown")
    links: int = _limit(5_000, "links", "printing the links of a body")
    told_addresses: int = _limit(
        1_000, "addresses", "printing the addresses of links as notes or in the text"
    )
    formulas: int = _limit(3_000, "formulas", "reading the formulas of a body")

    pictures: int = _limit(500, "pictures", "reading the pictures of a record")
    picture_size: int = _limit(10, "MB", "reading a picture of the web or of a data: address")
    picture_file_size: int = _limit(50, "MB", "reading a picture from a folder")
    all_pictures_size: int = _limit(200, "MB", "reading all pictures of a record")
    picture_megapixels: int = _limit(40, "megapixels", "decoding a picture that is no file")
    picture_file_megapixels: int = _limit(120, "megapixels", "decoding a picture from a folder")
    all_pictures_megapixels: int = _limit(400, "megapixels", "decoding all pictures of a record")
    picture_scans: int = _limit(100, "scans", "decoding a JPEG, which passes over all its scans")
    picture_segments: int = _limit(5_000, "segments", "reading the segments of a JPEG")
    cut_pictures: int = _limit(20, "pictures", "cutting tall pictures of a record over pages")

    fetch_seconds: float = _limit(
        10.0, "seconds", "fetching a picture, with its redirects", least=0.01, most=3_600
    )
    all_fetches_seconds: float = _limit(
        60.0, "seconds", "fetching all pictures of a record", least=0.01, most=86_400
    )
    redirects: int = _limit(5, "redirects", "fetching a picture", least=0, most=50)
    fetches_per_host: int = _limit(4, "fetches", "asking one host at the same time", most=100)
    run_fetches_seconds: float = _limit(
        36_000.0, "seconds", "fetching all pictures of a run", least=0.01, most=10_000_000
    )
    run_fetches_size: int = _limit(20_000, "MB", "fetching all pictures of a run")

    pdf_size: int = _limit(100, "MB", "reading a PDF", most=4_000)
    pdf_pages: int = _limit(
        10_000, "pages", "reading a PDF that is inspected or imposed", most=100_000
    )
    pdf_stream_size: int = _limit(75, "MB", "unpacking a stream of a PDF", most=2_000)
    pdf_unpacked_size: int = _limit(500, "MB", "unpacking all streams of a PDF")
    attachments_size: int = _limit(100, "MB", "reading the files that are attached to a PDF")
    joined_pages: int = _limit(2_000, "pages", "reading a PDF that is bound into a digest")
    joined_bookmarks: int = _limit(5_000, "bookmarks", "reading a PDF that is bound into a digest")
    joined_seconds: float = _limit(
        20.0, "seconds", "reading a PDF that is bound into a digest", least=0.01, most=86_400
    )

    def __post_init__(self) -> None:
        if problems := _wrong_values(vars(self)):
            raise EditionError(*problems, remedy=_REMEDY)

    @property
    def of_pages(self) -> str:
        """Return the limits that can change a page, as a text for the keys of kept pages."""
        return repr([one for one in vars(self).items() if one[0] not in _OF_WORKERS])

    def told(self, name: str) -> str:
        """Return a limit with its unit and its setting: `5,000 links (limits.links)`."""
        return f"{counted(name, getattr(self, name))} ({setting(name)})"


class Limit(NamedTuple):
    """A limit, for a list.

    Attributes:
        name: the key in `[limits]`, and the attribute of `Limits`.
        default: the value where the user sets none.
        unit: what the value counts, in the plural.
        guards: the work that the limit bounds, in a few words.
    """

    name: str
    default: float
    unit: str
    guards: str


def list_limits() -> tuple[Limit, ...]:
    """Return every limit, in the order of the work."""
    return tuple(
        Limit(one.name, cast("float", one.default), one.metadata["unit"], one.metadata["guards"])
        for one in fields(Limits)
    )


def limits_from(values: Mapping[str, object], where: str = "") -> Limits:
    """Return the limits of named values, as the table `[limits]` in printkit.toml gives them.

    Args:
        values: the values by the names of their limits; a limit without a value has its default.
        where: the place of the values, for the error.

    Raises:
        EditionError: a name is unknown, or a value is wrong; the error names every problem.
    """
    known = _known_limits()
    unknown = [_unknown_limit(name, known) for name in values if name not in known]
    given = {name: value for name, value in values.items() if name in known}
    if problems := unknown + _wrong_values(given):
        raise EditionError(*problems, where=where, remedy=_REMEDY)
    return Limits(**cast("dict[str, Any]", given))


def setting(name: str) -> str:
    """Return what a user sets to change a limit: `limits.links`."""
    return f"limits.{name}"


def with_setting(error: E, name: str) -> E:
    """Return an error with a note that names the setting; a note is told, but never printed."""
    error.add_note(f"{setting(name)} changes the limit")
    return error


def counted(name: str, number: float) -> str:
    """Return a number with the unit of a limit: `6,000 links`."""
    return f"{written(number)} {_known_limits()[name].metadata['unit']}"


def written(value: float) -> str:
    """Return a number for people: `2,000,000`, `60`, `0.5`."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"


def _wrong_values(values: Mapping[str, object]) -> list[str]:
    problems = []
    for name, value in values.items():
        kind, told = type(_known_limits()[name].default), _known_limits()[name].metadata
        numbers = (int,) if kind is int else (int, float)
        # Every comparison with NaN is false; `True` is an int of Python, but no limit.
        if type(value) in numbers and told["least"] <= value <= told["most"]:
            continue
        number = "a whole number" if kind is int else "a number"
        shown = "a date" if isinstance(value, date | time) else repr(value)
        shown = shown if len(shown) <= _LONGEST_VALUE else f"{shown[:_LONGEST_VALUE]}…"
        bounds = f"from {written(told['least'])} to {written(math.floor(told['most']))}"
        problems.append(f"{name} is {shown}; give {number} of {told['unit']} {bounds}")
    return problems


def _unknown_limit(name: str, known: Iterable[str]) -> str:
    import difflib  # slow to import, and needed only here

    near = difflib.get_close_matches(name, list(known), n=1)
    return f"{name} is no limit" + (f"; did you mean {near[0]}?" if near else "")


def _known_limits() -> Mapping[str, Any]:
    return Limits.__dataclass_fields__


_REMEDY = "`printkit limits` lists every limit with its default and its unit."
DEFAULTS = Limits()
