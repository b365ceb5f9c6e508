"""Remarks on the style sheets of a user's theme: on their tokens, and on the imported base.

Takes scanned style sheets, gives remarks, each with the file and the line of its cause.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from printkit.remarks import Remark
from printkit.themes.declarations import Mention
from printkit.themes.printkit_styles import printkit_styles, scanned_style, style_address
from printkit.themes.stylesheet import ScannedSheet
from printkit.themes.tokens import nearest_token, tokens

# This file of the base sets the sheet: without the file a page has neither size nor margins.
_OF_THE_SHEET = "printkit:base/page.css"


def remarks_on_sheets(
    sheets: Mapping[Path, ScannedSheet], styles: Sequence[str], folder: Path
) -> Iterator[Remark]:
    """Yield the remarks on the style sheets of a theme.

    Args:
        sheets: the theme's own style sheets, the theme's file first.
        styles: the addresses of printkit's styles that the theme imports, directly or not.
        folder: the folder of the theme's file.
    """
    yield from _misspelt(sheets, folder)
    yield from _of_the_edition(sheets, folder)
    if _OF_THE_SHEET not in styles:
        yield _without_base(sheets, folder)


def _without_base(sheets: Mapping[Path, ScannedSheet], folder: Path) -> Remark:
    """Return the remark on a theme without printkit's base, with the place of an idle import."""
    message = (
        "the theme does not import printkit's base, which sets the sheet and all type; "
        'begin the file with @import "printkit:base.css";'
    )
    for sheet, scanned in sheets.items():
        for mention in scanned.idle_imports:
            if style_address(mention.text) in printkit_styles():
                message = (
                    f"the import of {mention.text} is not for print, so the theme has no base of"
                    f' printkit; write @import "{mention.text}"; without a condition'
                )
                return Remark("PK506", message, file=place_in(sheet, mention, folder))
    return Remark("PK506", message, file=next(iter(sheets)).name)


def place_in(sheet: Path, mention: Mention, folder: Path) -> str:
    """Return the place of a mention as people read it: `more.css:3`."""
    return f"{sheet.relative_to(folder).as_posix()}:{mention.line}"


def _misspelt(sheets: Mapping[Path, ScannedSheet], folder: Path) -> Iterator[Remark]:
    """Yield a remark for each custom property that is probably a misspelt token.

    A property is right if it is a token, or if the theme itself both sets it and uses it.
    """
    known = {token.name for token in tokens()}
    was_set = {one.text for scanned in sheets.values() for one in scanned.set_properties}
    was_used = {one.text for scanned in sheets.values() for one in scanned.used_properties}
    of_its_own = (was_set & was_used) - _private()
    for sheet, scanned in sheets.items():
        for mention in (*scanned.set_properties, *scanned.used_properties):
            if mention.text not in known | of_its_own:
                message = _not_a_token(mention.text)
                yield Remark("PK505", message, file=place_in(sheet, mention, folder))


def _not_a_token(name: str) -> str:
    """Return the sentence on a custom property that a theme may not set or use."""
    if name.startswith("--_"):
        return f"{name} is private: names that begin with --_ belong to printkit's base"
    near = nearest_token(name)
    return f"{name} is no token of printkit's" + (f"; did you mean {near}?" if near else "")


def _of_the_edition(sheets: Mapping[Path, ScannedSheet], folder: Path) -> Iterator[Remark]:
    """Yield a remark for each token that a theme sets and that only the edition may set."""
    names = {token.name for token in tokens() if token.is_set_by_the_edition}
    for sheet, scanned in sheets.items():
        for mention in scanned.set_properties:
            if mention.text in names:
                message = f"{mention.text} is not a theme's to set; choose a paper for the printing"
                yield Remark("PK505", message, file=place_in(sheet, mention, folder))


@cache
def _private() -> frozenset[str]:
    """Return the properties that only printkit's base may set; their names begin with `--_`."""
    sheets = (scanned_style(one) for one in printkit_styles())
    found = {one.text for sheet in sheets for one in sheet.set_properties}
    return frozenset(name for name in found if name.startswith("--_"))
