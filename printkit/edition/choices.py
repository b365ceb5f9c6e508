"""The choices for a printing as types: the name of each choice, and its allowed values.

The public functions declare these types with `Unpack`, so that an editor completes `paper=` and a
type checker refuses `papr=`.
"""

import difflib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, TypedDict

Links = Literal["notes", "inline", "plain"]
Profile = Literal["archive", "plain"]
# A function that takes a picture's web address and returns its bytes, or None for no picture.
Fetch = Callable[[str], bytes | None]


class EditionChoices(TypedDict, total=False):
    """The choices that make an Edition, which explains each of them."""

    theme: str | Path
    paper: str
    language: str | None
    links: Links
    profile: Profile
    templates: str | Path | None
    allow_restricted: bool


class TicketChoices(TypedDict, total=False):
    """The choices that make a JobTicket besides its edition; JobTicket explains each of them."""

    fetch: bool | Fetch
    allow_embargoed: bool
    strict: bool


def unknown_choice(name: str, known: Iterable[str]) -> str:
    """Return the sentence for a choice that does not exist, with the most similar known name."""
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"{name} is no choice" + (f"; did you mean {near[0]}?" if near else "")
