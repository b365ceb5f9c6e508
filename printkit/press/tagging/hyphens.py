"""Hyphens: those that only stand at the end of a line are soft for those who read on."""

import pydyf

from printkit.press.tagging.tree import MarkedContent

HYPHEN = "\N{HYPHEN}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def soften(marks: list[MarkedContent]) -> None:
    """Say that a hyphen that hyphenation put at a line's end belongs to no word."""
    for mark in marks:
        if mark.text.endswith(HYPHEN) and mark.box.style["hyphenate_character"] == HYPHEN:
            mark.entry["ActualText"] = pydyf.String(mark.text[:-1] + SOFT_HYPHEN)
