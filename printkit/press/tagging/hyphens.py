"""Hyphens: tell a hyphen that hyphenation set from a hyphen of the word itself."""

import pydyf

from printkit.press.tagging.tree import MarkedContent

HYPHEN = "\N{HYPHEN}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def soften(marks: list[MarkedContent]) -> None:
    """Give a hyphen that hyphenation set at the end of a line the text of a soft hyphen.

    A reader then joins both halves of the word (ISO 32000-1, 14.8.2.2.3).
    """
    # Hyphenation sets U+2010 in WeasyPrint, unless CSS asks for another character; writers use
    # the hyphen of the keyboard, U+002D.
    for mark in marks:
        if mark.text.endswith(HYPHEN) and mark.box.style["hyphenate_character"] == HYPHEN:
            mark.entry["ActualText"] = pydyf.String(mark.text[:-1] + SOFT_HYPHEN)
