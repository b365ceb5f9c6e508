"""Forms of BBCode: a bracket of a forum goes in, the HTML that stands for the bracket comes out."""

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import NamedTuple

from printkit.copyedit.dialects.linked_forms import PLAYERS
from printkit.copyedit.removals import Removals
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

_GIVEN = regex(r"([a-z_-]{1,30})\s*[=:]\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s,;\"']+))", re.IGNORECASE)
_ELEMENTS: Mapping[str, str] = {
    "b": "b", "bold": "b", "i": "i", "italic": "i", "u": "u", "s": "s", "strike": "s", "del": "s",
    "sub": "sub", "sup": "sup", "mark": "mark", "highlight": "mark", "kbd": "kbd", "q": "q",
    "icode": "code", "tt": "code",
    "table": "table", "tr": "tr", "td": "td", "th": "th", "ul": "ul", "ol": "ol", "li": "li",
    "h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "heading": "h3",
}  # fmt: skip
_PLACING = names(
    """color colour size font center left right justify align indent bgcolor float background hide
    ltr rtl small big large"""
)
_WRITERS = ("name", "author", "cite", "title", "username")
_PERSONS = names("user mention member post thread topic")
PLAYED = names("youtube video media vimeo audio mp3 movie soundcloud attach attachment")
"""Films, sounds and files of a forum."""

VERBATIM = names("code php html noparse nobbc plain pre")
"""Brackets whose words stay as they are written."""

SURE = names("b i u s url img color colour size font")
"""Names of pairs that stand in texts of forums only."""

SURE_WITH_VALUE = names("quote spoiler details email url list")
"""Names of pairs with a value, such as `[quote=Anna]`, that stand in texts of forums only."""

KNOWN = (
    frozenset(_ELEMENTS) | _PLACING | _PERSONS | PLAYED | VERBATIM
    | names("url email img quote spoiler details list * hr abbr acronym date")
)  # fmt: skip
"""The names that forums use."""


class Bracket(NamedTuple):
    """A bracket of a body.

    Attributes:
        name: in small letters.
        closes: whether the bracket ends the words of its partner.
        value: all that stands behind the name of the opening bracket.
        span: where the bracket begins and ends.
        partner: where the other bracket of the pair begins and ends; None if there is none.
    """

    name: str
    closes: bool
    value: str
    span: tuple[int, int]
    partner: tuple[int, int] | None


class ForumLists:
    """The lists that are open in a body.

    Attributes:
        line: stands around blocks: blank lines in Markdown.
    """

    def __init__(self, line: str) -> None:
        self.line = line
        self._open: list[str] = []
        self._items: list[bool] = []

    def begin(self, value: str) -> str:
        """Return the HTML for the beginning of a list."""
        numbered = value.strip("\"' ")[:1]
        name = "ol" if numbered else "ul"
        kind = f' type="{numbered}"' if numbered and numbered in "aAiI" else ""
        self._open.append(name)
        self._items.append(False)
        return f"{self.line}<{name}{kind}>{self.line}"

    def item(self) -> str | None:
        """Return the HTML for the beginning of an item; None outside of a list."""
        if not self._open:
            return None
        before = f"{self.line}</li>" if self._items[-1] else ""
        self._items[-1] = True
        return f"{before}<li>{self.line}"

    def end(self) -> str:
        """Return the HTML for the end of a list."""
        if not self._open:
            return ""
        last = f"{self.line}</li>" if self._items.pop() else ""
        return f"{last}</{self._open.pop()}>{self.line}"


def part_of(one: Bracket, lists: ForumLists, removals: Removals) -> str | None:
    """Return the HTML for the beginning or the end of words; None if the bracket is no BBCode."""
    if one.name in _ELEMENTS:
        return f"<{'/' if one.closes else ''}{_ELEMENTS[one.name]}>"
    if one.name == "*":
        return "" if one.closes else lists.item()
    if one.name in ("hr", "date"):
        return escape(_first(one.value)) if one.value else f"{lists.line}<hr>{lists.line}"
    if one.name == "list":
        return lists.end() if one.closes else lists.begin(one.value)
    if one.name in ("quote", "spoiler", "details"):
        return _box(one, lists.line)
    if one.name in ("url", "email"):
        address = _first(one.value)
        address = f"mailto:{address}" if one.name == "email" else address
        return "</a>" if one.closes else f'<a href="{escape(address)}">'
    if one.name in ("abbr", "acronym"):
        return f" ({escape(_first(one.value))})" if one.closes else ""
    if not one.closes and one.value and one.name not in _PLACING:
        kind = "link in the forum" if one.name in _PERSONS else f"{one.name} bracket"
        removals.note(kind, one.value)
    return ""


def _box(one: Bracket, line: str) -> str:
    """Return the beginning or the end of a quotation with its writer, or of folded words."""
    given = _first(one.value)
    if one.name != "quote":
        label = escape(given or one.name.capitalize())
        return f"{line}</div>{line}" if one.closes else (
            f"{line}<div><summary>{label}</summary>{line}")  # fmt: skip
    if not one.closes:
        return f"{line}<blockquote>{line}"
    cite = f"{line}<p><cite>{escape(given)}</cite></p>" if given else ""
    return f"{cite}{line}</blockquote>{line}"


def _first(value: str) -> str:
    """Return the words of a value, or the writer that its arguments name."""
    value = value.strip()
    if value[:1] in ('"', "'"):
        words, _, _ = value[1:].partition(value[0])
        return words.partition(", post:")[0].strip()
    given = {key.lower(): one or two or three for key, one, two, three in _GIVEN.findall(value)}
    named = next((given[one] for one in _WRITERS if given.get(one)), "")
    return named or re.split(r"\s+(?=[a-z]{2,12}=)|;\d|, post:", value, maxsplit=1)[0]


def _plain_link(one: Bracket, inside: str, line: str, removals: Removals) -> str:
    del line, removals
    address = inside.strip()
    scheme = "mailto:" if one.name == "email" else ""
    return f'<a href="{escape(scheme + address)}">{escape(address)}</a>'


def _forum_picture(one: Bracket, inside: str, line: str, removals: Removals) -> str:
    del line
    removals.rewrite("address", inside)
    given = {key.lower(): one or two or three for key, one, two, three in _GIVEN.findall(one.value)}
    alt = given.get("alt") or given.get("title") or ""
    return f'<img src="{escape(inside.strip())}" alt="{escape(alt)}">'


def _film(one: Bracket, inside: str, line: str, removals: Removals) -> str:
    """Return a line with the address of a film; name a file that only the forum has."""
    said = inside.strip()
    pattern = PLAYERS.get(one.value.strip().lower() or one.name, PLAYERS.get(one.name, "{}"))
    address = said if "://" in said else pattern.replace("{}", said)
    if "://" not in address:
        removals.note(one.name, said)
        return ""
    removals.rewrite("address", said)
    shown = escape(address)
    return f'{line}<p class="embed"><a href="{shown}">{shown}</a></p>{line}'


def _code(one: Bracket, inside: str, line: str, removals: Removals) -> str:
    removals.rewrite("language", one.value)
    if one.name in ("noparse", "nobbc", "plain"):
        return escape(inside, quote=False)
    # HTML has signs of its own for the line ends and for the signs of HTML.
    shown = escape(inside.strip("\n"), quote=False) if line else re.sub(r"<br\s*/?>", "\n", inside)
    return f"{line}<pre><code>{shown}</code></pre>{line}"


WHOLE: Mapping[str, Callable[[Bracket, str, str, Removals], str]] = {
    **dict.fromkeys(("url", "email"), _plain_link),
    "img": _forum_picture,
    **dict.fromkeys(PLAYED, _film),
    **dict.fromkeys(VERBATIM, _code),
}
"""What is written for a pair of brackets with all that stands between."""
