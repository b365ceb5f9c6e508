"""Trace a message of WeasyPrint back to the theme: takes a message, gives a remark with its place.

WeasyPrint puts the values of tokens into the properties that use them. So its message names the
property and a place in printkit's style sheet, but neither the token nor the theme that sets it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from printkit.remarks import Remark
from printkit.text.patterns import regex
from printkit.text.shortening import shortened
from printkit.themes.declarations import Declaration
from printkit.themes.file_addresses import file_at
from printkit.themes.file_search import read_sheet
from printkit.themes.finding import Theme
from printkit.themes.folders import STYLES
from printkit.themes.message_places import place_in_theme
from printkit.themes.message_words import plain_words
from printkit.themes.stylesheet import scan, split_value

# The message on a picture, as `weasyprint.images` logs it.
_PICTURE = regex(r"(?P<told>Failed to load image at )(['\"])(?P<url>.*?)\2: ?", re.DOTALL)
# The two messages on the value of a property, as `weasyprint.css` logs them.
_MESSAGES = (
    regex(
        r"Ignored `(?P<name>[^:`]+):(?P<value>.*)` at (?P<line>\d+):(?P<column>\d+), .*", re.DOTALL
    ),
    regex(
        r"Invalid math function at (?P<line>\d+):(?P<column>\d+): (?P<name>)(?P<value>.*)",
        re.DOTALL,
    ),
)


# Characters of a value in a message.
_LONGEST = 80


class Setting(NamedTuple):
    """A declaration, and the name of the theme's style sheet; empty for a sheet of printkit's."""

    sheet: str
    declaration: Declaration

    @property
    def place(self) -> str:
        """Return the place of the declaration in the theme, as people read it: `more.css:3`."""
        return f"{self.sheet}:{self.declaration.line}"

    @property
    def words(self) -> str:
        """Return the name and the value of the declaration: `line-clamp (0)`."""
        return f"{self.declaration.name} ({shortened(self.declaration.text, _LONGEST)})"


def trace_fault(message: str, theme: Theme) -> Remark | None:
    """Return a remark that names the line of a theme by which a message was caused.

    Args:
        message: of WeasyPrint.
        theme: the look.

    Returns:
        None if the theme is printkit's own, or is not the cause.
    """
    if picture := _PICTURE.match(message):
        return _trace_picture(picture["url"], message[picture.end() :], theme)
    told = next(filter(None, (one.match(message) for one in _MESSAGES)), None)
    if not theme.files:
        return None
    if not told:
        told_at = place_in_theme(message, theme)
        return Remark("PK501", plain_words(message), file=told_at) if told_at else None
    settings = (*_printkit_settings(), *own_settings(theme))
    place, value = (int(told["line"]), int(told["column"])), split_value(told["value"])
    found = [
        one
        for one in settings
        if place in one.declaration.places and _is_part(told["name"], one.declaration.name)
    ]
    used = [one for one in _traced(found, settings) if one.sheet]
    guilty = [one for one in used if _explains(one.declaration, value)]
    own = [one for one in found if one.sheet]
    for one in guilty or (*used, *own):
        if known := _known_remark(one, theme):
            return known
    if guilty:
        names = " or ".join(one.words for one in guilty)
        words = f"{names} does not fit the properties that use the value, so these have no effect"
        return Remark("PK501", words, file=guilty[0].place)
    return Remark("PK501", plain_words(message), file=own[0].place) if own else None


def _known_remark(setting: Setting, theme: Theme) -> Remark | None:
    """Return the remark that the theme has on a declaration already, or on a token in its value."""
    mentions = {(setting.place, setting.declaration.name)}
    mentions |= {(f"{setting.sheet}:{one.line}", one.text) for one in setting.declaration.used}
    for one in theme.remarks:
        if (one.file, one.message.partition(" ")[0].rstrip(",")) in mentions:
            return one
    return None


def _is_part(name: str, of: str) -> bool:
    """Tell whether a message on a property is about a declaration; WeasyPrint splits shorthands."""
    return name in ("", of) or name.startswith(f"{of}-")


def picture_places(theme: Theme) -> dict[Path, str]:
    """Return the pictures that a user's theme names, each with its place in the theme."""
    places: dict[Path, str] = {}
    for one in own_settings(theme):
        if one.declaration.name != "src":
            for address in one.declaration.addresses:
                if path := file_at(address.text, theme.files[0].parent / one.sheet):
                    places.setdefault(path, f"{one.sheet}:{address.line}")
    return places


def _trace_picture(url: str, reason: str, theme: Theme) -> Remark | None:
    """Return a remark on a picture of the theme, if the address means a picture of the theme."""
    path = file_at(url, theme.files[0]) if theme.files else None
    place = picture_places(theme).get(path) if path else None
    if not path or not place:
        return None
    name = path.relative_to(theme.files[0].parent).as_posix()
    told = ": ".join(filter(None, (f"{name} cannot be read as a picture", reason)))
    return Remark("PK501", told, file=place)


def _traced(found: Iterable[Setting], settings: Sequence[Setting]) -> Iterator[Setting]:
    """Yield the settings of all properties that declarations use, directly or not."""
    reached: set[str] = set()
    waiting = list(found)
    while waiting:
        names = {one.text for one in waiting.pop().declaration.used} - reached
        reached |= names
        waiting += (one for one in settings if one.declaration.name in names)
    return (one for one in settings if one.declaration.name in reached)


def _explains(declaration: Declaration, value: tuple[str, ...]) -> bool:
    """Tell whether the value of a token stands in a refused value, or left the value empty."""
    own = declaration.value
    if not value:
        return bool(declaration.used)
    return any(own == value[start : start + len(own)] for start in range(len(value) if own else 0))


@lru_cache(maxsize=1)
def _printkit_settings() -> tuple[Setting, ...]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(STYLES.rglob("*.css")))
    return tuple(Setting("", one) for text in texts for one in scan(text).declarations)


@lru_cache(maxsize=8)
def own_settings(theme: Theme) -> tuple[Setting, ...]:
    """Return the declarations in the style sheets of a user's theme; none for printkit's themes."""
    if not theme.files:
        return ()
    folder = theme.files[0].parent
    return tuple(
        Setting(path.relative_to(folder).as_posix(), one)
        for path in theme.files
        if path.suffix.lower() == ".css"
        for one in scan(read_sheet(path, theme.name)).declarations
    )
