"""The edition: every choice for one printing, in one frozen value."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, NamedTuple, get_args

from printkit.errors import EditionError

Links = Literal["notes", "inline", "plain"]
Profile = Literal["archive", "plain"]

PAPERS = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "B4": (250.0, 353.0),
    "B5": (176.0, 250.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Tabloid": (279.4, 431.8),
}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(mm|cm|in)", re.IGNORECASE)
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4}
_SMALLEST, _LARGEST = 90.0, 1000.0


class Sheet(NamedTuple):
    """The trimmed sheet: its width and height in millimetres."""

    width: float
    height: float


@dataclass(frozen=True)
class Edition:
    """Every choice for one printing.

    Attributes:
        theme: the name of a theme, or the path of a theme's CSS file.
        paper: the name of a sheet (A4, A5, Letter, ...) or its size, `170x240mm`.
        language: the language of articles that do not name their own, a BCP 47 tag.
        links: `notes` numbers addresses and lists them at the end, `inline` prints them
            where they stand, `plain` leaves them to the screen.
        profile: `archive` is PDF/A-3A and PDF/UA-1 at once, `plain` claims nothing.

    Raises:
        EditionError: a choice is none there is; all wrong ones are named.
    """

    theme: str = "broadsheet"
    paper: str = "A4"
    language: str | None = None
    links: Links = "notes"
    profile: Profile = "archive"

    def __post_init__(self) -> None:
        problems = [
            *_no_text("theme", self.theme),
            *_among("links", self.links, get_args(Links)),
            *_among("profile", self.profile, get_args(Profile)),
            *_no_sheet(self.paper),
            *_no_language(self.language),
        ]
        if problems:
            raise EditionError(*problems)

    @property
    def sheet(self) -> Sheet:
        """The sheet the paper names."""
        return _sheet(self.paper) or Sheet(*PAPERS["A4"])


def edition_from(choices: Mapping[str, Any], where: str = "") -> Edition:
    """Make an edition of named choices, as `printkit.toml` gives them.

    Raises:
        EditionError: a name is none of a choice's; says the nearest.
    """
    known = [field.name for field in fields(Edition)]
    problems = [unknown_choice(name, known) for name in choices if name not in known]
    if problems:
        raise EditionError(*problems, where=where, remedy=f"Choices: {', '.join(known)}.")
    try:
        return Edition(**choices)
    except EditionError as error:
        raise EditionError(*error.problems, where=where, remedy=error.remedy) from error


def unknown_choice(name: str, known: list[str]) -> str:
    """Say that there is no such choice, and which is nearest."""
    near = difflib.get_close_matches(name, known, n=1)
    return f"{name} is no choice" + (f"; did you mean {near[0]}?" if near else "")


def _among(name: str, value: object, allowed: tuple[str, ...]) -> list[str]:
    return [] if value in allowed else [f"{name} is {value!r}; it can be {', '.join(allowed)}"]


def _no_text(name: str, value: object) -> list[str]:
    return [] if isinstance(value, str) else [f"{name} is {value!r}; it is written as text"]


def _sheet(paper: str) -> Sheet | None:
    for name, size in PAPERS.items():
        if name.casefold() == paper.casefold():
            return Sheet(*size)
    if match := _SIZE.fullmatch(paper.strip()):
        unit = _MILLIMETRES[match[3].lower()]
        return Sheet(float(match[1]) * unit, float(match[2]) * unit)
    return None


def _no_sheet(paper: object) -> list[str]:
    if not isinstance(paper, str):
        return _no_text("paper", paper)
    sheet = _sheet(paper)
    if not sheet:
        return [f"paper is {paper!r}; it can be {', '.join(PAPERS)}, or a size like 170x240mm"]
    if min(sheet) < _SMALLEST or max(sheet) > _LARGEST:
        return [f"paper is {paper}; a side can be {_SMALLEST:g} to {_LARGEST:g} mm"]
    return []


def _no_language(language: object) -> list[str]:
    if language is None:
        return []
    if isinstance(language, str) and re.fullmatch(
        r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*", language
    ):
        return []
    return [f"language is {language!r}; write it as en, pt-BR or zh-Hant"]
