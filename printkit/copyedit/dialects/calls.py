"""Calls: the name and the arguments of a shortcode go in, a value that can be asked comes out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from printkit.copyedit.dialects.settings import (
    LABELS_OF_EDITORS,
    is_setting,
    is_switch,
    sets_look,
)
from printkit.text.patterns import regex

_QUOTED = r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|[“”″]([^“”″]*)[“”″]"
_KEY = r"(?:([\w.:-]+)\s*=\s*|([a-z_]+):(?:\s+|(?=[\"'“])))?"
_ARGUMENT = regex(rf"{_KEY}(?:{_QUOTED}|([^\s\"'<>=`“”″]+))", re.DOTALL)
# Arguments with words for the reader; a part of a name counts, too: `button_text`.
_SAYS = regex(
    r"(^|[-_])(title|caption|cite|author|text|credits?|attr|attribution|heading|headline|subtitle"
    r"|subheading|label|content|description|desc|summary|quote|message|alt|copyright|byline|words"
    r"|body|name|legend|tooltip)$"
)
_LABELS = ("title", "summary", "label", "name", "header", "heading", "tab", "tabname")
_NUMBER = regex(r"\d+(\||,|$)")
_LINKED = regex(r"(?:^|\|)url:([^|]*)")
_LINK = regex(r"(?:https?:|mailto:|tel:|www\.|\.{0,2}/)", re.IGNORECASE)
_NO_LINK = regex(r"(?:#|javascript:|\|)", re.IGNORECASE)
_PICTURE_NUMBER = regex(r"(^|[-_])((images?|img|photo|picture|attachment)([-_]?ids?)?|ids)$")


class Call:
    """The name and the arguments of one shortcode.

    Each argument that is taken is printed by the caller; `unused` has the others.

    Args:
        name: of the shortcode.
        said: all that stands behind the name.
        paired: whether a closing shortcode follows.
    """

    def __init__(self, name: str, said: str, *, paired: bool) -> None:
        self.name = name
        self.paired = paired
        self._named: dict[str, str] = {}
        self._listed: dict[int, str] = {}
        # Some tags of Jekyll have colons: `caption: "Words"`.
        for equal, colon, *values in _ARGUMENT.findall(said):
            key = equal or colon
            value = re.sub(r"\\([\"'\\])", r"\1", next(filter(None, values), ""))
            if key:
                self._named.setdefault(key.lower(), value)
            else:
                self._listed[len(self._listed)] = value

    @classmethod
    def titled(cls, name: str, title: str) -> "Call":
        """Return a call with a title and nothing else, which a closing mark follows."""
        call = cls(name, "", paired=True)
        call._named["title"] = title
        return call

    def label(self, title: str) -> bool:
        """Give the call a title; tell whether the call now has this title and no other label."""
        others = [self._named.get(name, "") for name in _LABELS]
        own = next(filter(None, (*others, *self.listed)), title)
        if own == title:
            self._named["title"] = title
        return own == title

    def take(self, *names: str) -> str:
        """Return the first of some named arguments that says something; else an empty text."""
        for name in names:
            if value := self._named.pop(name, "").strip():
                return value
        return ""

    def take_words(self, *names: str) -> str:
        """Return the first of some named arguments that has words, and not only a switch."""
        return self.take(*(name for name in names if not is_switch(self._named.get(name, ""))))

    def take_address(self, *names: str) -> str:
        """Return the first of some named arguments that may be an address, and no number."""
        return self.take(*(name for name in names if not _NUMBER.match(self._named.get(name, ""))))

    def take_link(self, *names: str) -> str:
        """Return the first of some named arguments that leads to another page or a file.

        WPBakery writes `url:https%3A%2F%2F…|title:Words`, and Enfold `manually,https://…`.
        """
        for name in names:
            given = self._named.get(name, "").strip()
            linked = _LINKED.search(given)
            address = unquote(linked[1]) if linked else given.removeprefix("manually,")
            if _NO_LINK.match(address or "|"):
                # A place on the same page, or a program.
                self._named.pop(name, "")
            elif _LINK.match(address) and not is_picture(address):
                del self._named[name]
                return address
        return ""

    def take_listed(self, place: int) -> str:
        """Return the argument without a name in a place, counted from 0; else an empty text."""
        return self._listed.pop(place, "").strip()

    def take_rest(self) -> str:
        """Return all arguments without a name, with spaces between."""
        said = " ".join(self._listed[place] for place in sorted(self._listed))
        self._listed.clear()
        return said.strip()

    def take_picture(self) -> str:
        """Return the address of a picture that no caller has asked for by name."""
        for name, value in self._named.items():
            if is_picture(value):
                return self._named.pop(name)
        place = next((at for at, value in self._listed.items() if is_picture(value)), -1)
        return self._listed.pop(place, "")

    @property
    def has_picture(self) -> bool:
        """Whether an argument is the address of a picture."""
        return any(map(is_picture, (*self._named.values(), *self._listed.values())))

    @property
    def named(self) -> Mapping[str, str]:
        """Return the named arguments that nobody has taken."""
        return self._named

    @property
    def listed(self) -> Sequence[str]:
        """Return the arguments without a name that nobody has taken."""
        return tuple(self._listed[place] for place in sorted(self._listed))

    def _said(self) -> Iterator[tuple[str, str]]:
        """Yield the arguments with words or addresses that nobody has taken, with their names."""
        for name, value in self._named.items():
            says = _SAYS.search(name) or value.startswith(("http://", "https://"))
            if _PICTURE_NUMBER.search(name) and _NUMBER.match(value):
                yield "unnamed picture", value
            elif value.strip() and (says or is_picture(value)):
                yield name, value
        for value in self.listed:
            if re.search(r"\w\s+\w", value) or value.startswith(("http://", "https://")):
                yield "words", value

    @property
    def switches(self) -> Sequence[str]:
        """Return the values of the named arguments that only switch something on or off."""
        return tuple(filter(is_switch, self._named.values()))

    def unused(self) -> Iterator[tuple[str, str]]:
        """Yield the arguments that nobody has taken and that a reader of the site may see.

        Words, figures and addresses count; arguments that only set the look of a block do not.
        """
        said = list(self._said())
        for name, words in said:
            if not (is_switch(words) or name in LABELS_OF_EDITORS):
                yield name, words
        told = dict(said)
        for name, value in self._named.items():
            if name in told or not value.strip() or sets_look(name) or is_setting(value):
                continue
            if not _PICTURE_NUMBER.search(name):
                yield name, _without_escapes(value)


def _without_escapes(value: str) -> str:
    """Return a value without the signs by which a page builder hides brackets and colons."""
    hidden = value.startswith("url:") or re.match(r"%5B|%7B", value, re.IGNORECASE)
    return unquote(value).removeprefix("url:") if hidden else value


def is_picture(address: str) -> bool:
    """Tell whether an address ends as that of a picture."""
    return bool(re.search(r"\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)([?#]|$)", address, re.I))
