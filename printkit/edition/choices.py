"""The choices for a printing as types: the name of each choice, and its allowed values.

The public functions declare these types with `Unpack`, so that an editor completes `paper=` and a
type checker refuses `papr=`.
"""

import difflib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal, TypedDict, TypeVar

Links = Literal["notes", "inline", "plain"]
Profile = Literal["archive", "plain"]
# A function that takes a picture's web address and returns its bytes, or None for no picture.
Fetch = Callable[[str], bytes | None]
T = TypeVar("T")
# The option `--root`, and the key of printkit.toml, name one folder; the choice is all folders.
ALIASES = {"root": "roots"}


class EditionChoices(TypedDict, total=False):
    """The choices that make an Edition, which explains each of them."""

    theme: str | Path
    paper: str
    language: str | None
    links: Links
    profile: Profile
    templates: str | Path | None
    allow_restricted: bool
    roots: Path | str | Sequence[Path | str]


class TicketChoices(TypedDict, total=False):
    """The choices that make a JobTicket besides its edition; JobTicket explains each of them."""

    fetch: bool | Fetch
    allow_embargoed: bool
    strict: bool


def replace_aliases(choices: Mapping[str, T], aliases: Mapping[str, str]) -> dict[str, T]:
    """Return the choices, each under the name that printkit has for the choice."""
    return {aliases.get(name, name): value for name, value in choices.items()}


def given_twice(choices: Collection[str], aliases: Mapping[str, str]) -> list[str]:
    """Return a sentence for each choice that is given under two names."""
    return [
        f"{alias} and {name} are the same choice; leave one of them out"
        for alias, name in aliases.items()
        if alias in choices and name in choices
    ]


def unknown_choice(name: str, known: Iterable[str]) -> str:
    """Return the sentence for a choice that does not exist, with the most similar known name."""
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"{name} is no choice" + (f"; did you mean {near[0]}?" if near else "")
