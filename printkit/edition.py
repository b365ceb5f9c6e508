"""The edition: every choice for one printing, in one frozen value."""

from dataclasses import dataclass
from typing import Literal, get_args

from printkit.errors import EditionError

Links = Literal["notes", "inline", "plain"]
Profile = Literal["archive", "plain"]


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
    """

    theme: str = "broadsheet"
    paper: str = "A4"
    language: str | None = None
    links: Links = "notes"
    profile: Profile = "archive"
