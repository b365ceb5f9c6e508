"""Running words: takes publication, section and title, shortens them for the page's margins."""

import unicodedata
from itertools import accumulate
from typing import NamedTuple

from printkit.edition.papers import Sheet
from printkit.markup.paper import LARGE_SHEET
from printkit.text.isolation import isolated_parts
from printkit.text.shortening import shortened
from printkit.wording.language import Direction

# How many letters each of these texts may have for a millimetre of the sheet's width.
_PUBLICATION, _SECTION, _TITLE = 0.4, 0.125, 0.28
# On a large sheet the type is larger, so there is room for this share of the letters.
_LARGE = 0.72


class RunningWords(NamedTuple):
    """The words of an article's running heads, shortened to fit the margins."""

    publication: str
    section: str
    title: str


def running_words(
    publication: str, section: str, title: str, sheet: Sheet, direction: Direction
) -> RunningWords:
    """Return the words for the margins, each as long as the sheet has room for.

    Args:
        publication, section, title: the words in full.
        sheet: the paper.
        direction: the direction of the page; words in the other direction are isolated.
    """
    room = sheet.width * (_LARGE if sheet.width > LARGE_SHEET else 1)
    return RunningWords(
        isolated_parts(_fitted(publication, room * _PUBLICATION), direction),
        isolated_parts(_fitted(section, room * _SECTION), direction),
        isolated_parts(_fitted(title, room * _TITLE), direction),
    )


def _fitted(text: str, letters: float) -> str:
    """Return a text shortened to the width of so many letters; a wide letter counts as two."""
    widths = (1 + (unicodedata.east_asian_width(letter) in "WF") for letter in text)
    fitting = sum(width <= letters for width in accumulate(widths))
    return shortened(text, fitting)
