"""The font families that a theme relies on: takes a theme, gives each family with its place.

A list of families begins with the family that the designer wants. If this family has no font,
WeasyPrint takes the next family and logs nothing.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from printkit.themes.finding import Theme
from printkit.themes.printkit_styles import printkit_styles, scanned_style
from printkit.themes.token_faults import Setting, own_settings
from printkit.themes.tokens import tokens

# Words of CSS that stand in the place of a family, and mean whatever the machine has.
_KEYWORDS = {
    *("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "math", "emoji"),
    *("ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded", "fangsong"),
    *("inherit", "initial", "unset", "revert", "none"),
    *("caption", "icon", "menu", "message-box", "small-caption", "status-bar"),
}
_UNITS = ("family", "families", "font")
_FAMILIES = frozenset(one.name for one in tokens() if one.unit == "family")
_TOKENS = "printkit:base/tokens.css"


def named_families(theme: Theme) -> Iterator[tuple[str, str]]:
    """Yield each first family that a user's theme relies on, and its place in the theme.

    The place of a family that only printkit's tokens name is the theme's file. Families of which
    printkit loads the fonts with the script of an article are left out.
    """
    settings = own_settings(theme)
    properties = _family_properties(settings)
    left_out = _KEYWORDS | _script_families()
    for one in settings:
        family = one.declaration.family
        named = family and not family.startswith("--") and family.casefold() not in left_out
        if named and one.declaration.name in properties:
            yield family, one.place
    if theme.files:
        yield from ((family, theme.files[0].name) for family in _default_families(theme))


def _family_properties(settings: Sequence[Setting]) -> set[str]:
    """Return the properties whose value is a family or a font, and those that their values use."""
    found = {"font", "font-family"} | {one.name for one in tokens() if one.unit in _UNITS}
    waiting = list(found)
    while waiting:
        name = waiting.pop()
        more = {one.declaration.family for one in settings if one.declaration.name == name}
        waiting += (new := {one for one in more if one.startswith("--")} - found)
        found |= new
    return found


def _default_families(theme: Theme) -> Iterator[str]:
    """Yield the families that printkit's tokens name and that nothing in the theme replaces."""
    sheets = [one for one in theme.styles if one != _TOKENS]
    was_set = {one.text for sheet in sheets for one in scanned_style(sheet).set_properties}
    was_set |= {one.declaration.name for one in own_settings(theme)}
    for declaration in scanned_style(_TOKENS).declarations if _TOKENS in theme.styles else ():
        if declaration.name in _FAMILIES - was_set:
            yield declaration.family


@cache
def _script_families() -> frozenset[str]:
    """Return the families that the press loads where an article has letters of their script."""
    sheets = [one for one in printkit_styles() if one.startswith("printkit:scripts/")]
    found = (one for sheet in sheets for one in scanned_style(sheet).declarations)
    return frozenset(one.family.casefold() for one in found if one.name == "font-family")
