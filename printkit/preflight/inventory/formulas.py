"""Formulas of a record, and the pages → the formulas that are lost or read as others."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from printkit.pages import ArticleOnPage
from printkit.preflight.inventory.html_items import Item
from printkit.remarks import Removed
from printkit.text.comparing import letters

if TYPE_CHECKING:
    from printkit.preflight.readback import PageContent


def lost_formulas(
    items: Sequence[Item], pages: "Sequence[PageContent]", on_page: ArticleOnPage
) -> Iterator[Removed]:
    """Yield the formulas of which neither signs, nor description, nor source is anywhere.

    The signs of a power alone are no power: 10³ is not 103. Signs that stand above, below or
    over other signs need a sign more on paper, such as `^`, `/` or `³`, or the page must describe
    its formulas for screen readers.
    """
    formulas = [one for one in items if one.kind in ("formula", "built formula")]
    if not formulas:
        return
    text = " ".join(line for page in pages for line in page.text)
    told = letters(" ".join(one.words for one in on_page.removed))
    known, described = letters(text) + told, sum(page.formulas for page in pages)
    for one in formulas:
        flat, *others = one.words.splitlines()
        if any(letters(line) in known for line in others if line.strip()):
            continue
        found = letters(flat) in known
        if found and one.kind == "built formula" and not _has_more_signs(flat, text):
            found, described = described > 0, described - 1
        if not found:
            yield Removed("formula", flat, one.place)


def _has_more_signs(flat: str, text: str) -> bool:
    """Tell whether a formula is printed with a sign that its plain signs do not have."""
    plain = "".join(flat.split())
    for found in re.finditer(_spread(flat), text):
        if set(found[0]) - set(plain) - set(" \n"):
            return True
    # A raised digit may be a character of its own, which no plain sign is.
    return not re.search(_spread(flat), text)


def _spread(flat: str) -> str:
    """Return a pattern for the letters of a formula with any other signs between."""
    return r"[^\w]{0,4}".join(map(re.escape, (one for one in flat if one.isalnum())))
