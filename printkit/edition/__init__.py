"""Edition: the choices for one printing go in, one frozen and checked value comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, cast, get_args

from printkit.edition.choices import (
    ALIASES,
    Links,
    Profile,
    given_twice,
    replace_aliases,
    unknown_choice,
)
from printkit.edition.papers import Sheet, read_paper
from printkit.edition.roots import read_roots
from printkit.errors import EditionError
from printkit.text.patterns import regex

_LANGUAGE = regex(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")


@dataclass(frozen=True)
class Edition:
    """Every choice for one printing.

    Attributes:
        theme: the name of a theme, or the path of a theme's CSS file; a `Path` becomes text.
        paper: the name of a sheet (A4, A5, Letter, ...) or its size, `170x240mm`.
        language: the language of articles that do not name their own, a BCP 47 tag.
        links: `notes` numbers web addresses and lists them at the article's end, `inline` prints
            each address after its words, `plain` prints no address.
        profile: `archive` makes a file that is PDF/A-3A and PDF/UA-1; `plain` makes a file that
            claims no standard.
        templates: the path of a folder of the user's own templates; a file in it takes the place
            of printkit's template of the same name.
        allow_restricted: print a picture whose terms of use forbid print.
        roots: folders in which pictures are looked for, behind the record's own folder; one path
            or several.

    Raises:
        EditionError: a choice has a wrong value; the error names every wrong choice.
    """

    theme: str = "broadsheet"
    paper: str = "A4"
    language: str | None = None
    links: Links = "notes"
    profile: Profile = "archive"
    templates: str | None = None
    allow_restricted: bool = False
    # Keys of the cache are made of `repr`. They hold the bytes of the pictures, and so no folder.
    roots: tuple[Path, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        for name in ("theme", "templates"):
            if isinstance(value := getattr(self, name), Path):
                object.__setattr__(self, name, str(value))
        problems = [
            *_check_text("theme", self.theme),
            *_check_word("links", self.links, get_args(Links)),
            *_check_word("profile", self.profile, get_args(Profile)),
            *_check_paper(self.paper),
            *_check_language(self.language),
            *_check_text("templates", "" if self.templates is None else self.templates),
            *_check_flag("allow_restricted", self.allow_restricted),
        ]
        try:
            object.__setattr__(self, "roots", read_roots(self.roots))
        except EditionError as error:
            problems += error.problems
        if problems:
            raise EditionError(*problems)

    @property
    def sheet(self) -> Sheet:
        """Return the sheet that `paper` stands for."""
        return read_paper(self.paper)


def edition_from(choices: Mapping[str, object], where: str = "") -> Edition:
    """Return the edition of named choices, as `[export]` in `printkit.toml` gives them.

    Args:
        choices: the choices by name; `root` may stand for `roots`.
        where: the place of the choices, for the error.

    Raises:
        EditionError: a choice has a wrong value, or a name is unknown; the error then gives the
            most similar known name.
    """
    known = [one.name for one in fields(Edition)]
    given = replace_aliases(choices, ALIASES)
    if problems := [unknown_choice(name, known) for name in given if name not in known]:
        raise EditionError(*problems, where=where, remedy=f"Choices: {', '.join(known)}.")
    if problems := given_twice(choices, ALIASES):
        raise EditionError(*problems, where=where)
    try:
        # Edition checks every value itself.
        return Edition(**cast("dict[str, Any]", given))
    except EditionError as error:
        raise error.at(where) from error


def _check_text(name: str, value: object) -> list[str]:
    return [] if isinstance(value, str) else [f"{name} is {value!r}; {name} must be a text"]


def _check_flag(name: str, value: object) -> list[str]:
    return [] if isinstance(value, bool) else [f"{name} is {value!r}; {name} can be true or false"]


def _check_word(name: str, value: object, allowed: tuple[str, ...]) -> list[str]:
    return [] if value in allowed else [f"{name} is {value!r}; {name} can be {', '.join(allowed)}"]


def _check_paper(paper: object) -> list[str]:
    try:
        read_paper(paper)
    except EditionError as error:
        return list(error.problems)
    return []


def _check_language(language: object) -> list[str]:
    if language is None or (isinstance(language, str) and _LANGUAGE.fullmatch(language)):
        return []
    return [f"language is {language!r}; write a tag such as en, pt-BR or zh-Hant"]
