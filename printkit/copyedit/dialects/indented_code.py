"""Indented code: the lines of a Markdown text go in, the numbers of the lines of code come out.

The marks of BBCode and Logseq are read before the Markdown, and say nothing in code.
"""

from collections.abc import Sequence

from printkit.text.patterns import regex

_INDENT = ("    ", "\t")
# Below an item, a note or an admonition, indented lines are paragraphs of this item or note.
_PLAIN = regex(r"[^\W\d_]|#|[\"“„«(<`]|!?\[(?!\^)")


def find_indented_code(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that Markdown reads as indented code.

    Args:
        lines: of a text in Markdown.
    """
    found: set[int] = set()
    is_code, is_blank, is_plain = False, True, True
    for number, line in enumerate(lines):
        if not line.strip():
            is_blank = True
            continue
        if not line.startswith(_INDENT):
            is_code = False
            is_plain = bool(_PLAIN.match(line)) and (is_plain or is_blank)
        elif is_code or (is_blank and is_plain):
            is_code = True
            found.add(number)
        is_blank = False
    return found
