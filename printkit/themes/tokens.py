"""Tokens: the custom properties that a theme may set, read from `styles/base/tokens.css`.

Takes the text of that style sheet, gives one value for each token with all that a designer
must know of the token. The style sheet is the only place where tokens are declared.
"""

import difflib
from functools import lru_cache
from typing import NamedTuple

from printkit.text.patterns import regex
from printkit.themes.folders import STYLES

# `  --leading: 15pt;   /* length: from line to line of running text */`
_DECLARED = regex(
    r"^  (?P<name>--[\w-]+): (?P<value>.+?);\s+/\* (?P<unit>[^:]+): (?P<effect>.+) \*/$"
)
# `  /* Running text */`, or a longer comment whose first sentence names the group.
_GROUP = regex(r"^  /\* (?P<group>[^.*]+?)(?:\.| \*/)")
# The rules for kinds of sheets, in the order of the style sheet: a later rule wins.
_KINDS_OF_SHEETS = (
    ".small-sheet",
    ".large-sheet",
    ".wide-sheet",
    ".wide-sheet:where(.large-sheet)",
)
_SET = regex(r"(--[\w-]+): ([^;]+);")


class Token(NamedTuple):
    """A custom property that a theme may set.

    Attributes:
        name: the name of the token with its two hyphens, such as `--leading`.
        value: the value on A4 and on sheets of about the same size, as CSS writes it.
        small, large: the values on sheets like A5, and on sheets like A3; the same as `value`
            where the style sheet sets no other.
        wide: the value on sheets like A5 landscape, which are wider than high; the same as `value`
            where the style sheet sets no other.
        wide_large: the value on sheets like A4 landscape, which are wider than high and also more
            than 260 mm wide; else as on other wide sheets, or as on other large sheets.
        unit: the kind of value that the token takes: length, colour, families, ...
        effect: what the token changes on paper.
        group: the heading above the token in the style sheet.
    """

    name: str
    value: str
    small: str
    large: str
    wide: str
    wide_large: str
    unit: str
    effect: str
    group: str

    @property
    def other_values(self) -> dict[str, str]:
        """Return the values on other sheets than A4, by the kind of sheet, where these differ."""
        values = {"small": self.small, "large": self.large, "wide": self.wide}
        others = {kind: value for kind, value in values.items() if value != self.value}
        # Large sheets that are wide have the values of large sheets, if nothing else is said.
        if self.wide_large != (self.wide if self.wide != self.value else self.large):
            others["wide and large"] = self.wide_large
        return others

    @property
    def is_set_by_the_edition(self) -> bool:
        """Return whether only the choices for the printing set the token, and no theme."""
        return self.group == "Set by the edition"


@lru_cache(maxsize=1)
def tokens() -> tuple[Token, ...]:
    """Return every token, in the order of the style sheet."""
    text = (STYLES / "base" / "tokens.css").read_text(encoding="utf-8")
    small, large, wide, both = (_set_in(text, selector) for selector in _KINDS_OF_SHEETS)
    found = []
    group = ""
    for line in _block(text, ":root").splitlines():
        if heading := _GROUP.match(line):
            group = heading["group"]
        elif declared := _DECLARED.match(line):
            name, value, unit, effect = declared.group("name", "value", "unit", "effect")
            kinds = (small, large, wide, large | wide | both)
            values = tuple(one.get(name, value) for one in kinds)
            found.append(Token._make((name, value, *values, unit, effect, group)))
    return tuple(found)


def nearest_token(name: str) -> str:
    """Return the token whose name is most similar to a name; empty if no token is similar."""
    names = [token.name for token in tokens()]
    # The names of custom properties have a case, so `--INK` is another property than `--ink`.
    near = difflib.get_close_matches(name.lower(), names, n=1, cutoff=0.75)
    return near[0] if near else ""


def _set_in(text: str, selector: str) -> dict[str, str]:
    """Return the values that tokens have on one kind of sheet, by the names of the tokens."""
    return dict(_SET.findall(_block(text, selector)))


def _block(text: str, selector: str) -> str:
    """Return the declarations of the first rule with this selector."""
    opening = text.index(f"\n{selector} {{\n")
    return text[opening : text.index("\n}", opening)]
