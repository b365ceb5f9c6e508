"""Paragraphs: a plain text goes in, paragraphs come out, each as a list of lines.

A paragraph can be parted further into units: lines that belong together.
"""

from itertools import dropwhile

from printkit.readers.chrome import is_button, is_rule
from printkit.readers.labels import facts_in, may_run_on

Paragraph = list[str]  # the lines of a paragraph

LONG = 160  # characters; a paragraph of this length is prose, and no caption


def paragraphs_of(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text: the lines between blank lines.

    If the text has no blank lines, and a line is long, each line is a paragraph. Rules drawn
    above the headline are left out.
    """
    stripped = (line.rstrip() for line in text.strip().split("\n"))
    lines = list(dropwhile(lambda line: not line or is_rule(line), stripped))
    if all(lines) and any(len(line) > LONG for line in lines):
        return [[line] for line in lines]
    paragraphs: list[Paragraph] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return paragraphs


def units_of(paragraph: Paragraph) -> list[Paragraph]:
    """Return the units of a paragraph: a line alone, or a labelled line with its further lines."""
    units: list[Paragraph] = []
    for line in paragraph:
        runs_on = units and may_run_on(units[-1][0]) and facts_in(line.strip()) is None
        if runs_on:
            units[-1].append(line)
        else:
            units.append([line])
    return units


def part_foot(paragraph: Paragraph) -> tuple[Paragraph, Paragraph]:
    """Return a paragraph down to its last line of prose, and the labelled lines below that line."""
    units = units_of(paragraph)
    foot: list[Paragraph] = []
    while units and not _is_prose(" ".join(units[-1]).strip()):
        foot.append(units.pop())
    return [line for unit in units for line in unit], [
        line for unit in reversed(foot) for line in unit
    ]


def _is_prose(line: str) -> bool:
    return not is_button(line) and not is_rule(line) and facts_in(line) is None
