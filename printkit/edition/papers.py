"""Papers: the name or the size of a sheet → its width and height in millimetres."""

import re
from typing import NamedTuple

from printkit.errors import EditionError
from printkit.text.patterns import regex

_SIZE = regex(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(mm|cm|in)", re.IGNORECASE)
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4}
_SHORTEST_SIDE, _LONGEST_SIDE = 90.0, 1000.0


class Sheet(NamedTuple):
    """The trimmed sheet: its width and height in millimetres."""

    width: float
    height: float


PAPERS = {
    "A3": Sheet(297.0, 420.0),
    "A4": Sheet(210.0, 297.0),
    "A5": Sheet(148.0, 210.0),
    # These are the sizes of ISO 216; the Japanese sheets of the same names are larger.
    "B4": Sheet(250.0, 353.0),
    "B5": Sheet(176.0, 250.0),
    "Letter": Sheet(215.9, 279.4),
    "Legal": Sheet(215.9, 355.6),
    "Tabloid": Sheet(279.4, 431.8),
}


def read_paper(paper: object) -> Sheet:
    """Return the sheet that a paper's name or size stands for.

    Args:
        paper: a key of PAPERS in any case, or a size such as `170x240mm`.

    Raises:
        EditionError: the value is no known name and no size, or a side is too short or too long
            to print on.
    """
    if not isinstance(paper, str):
        raise EditionError(f"paper is {paper!r}; paper must be a text")
    sheet = _named(paper) or _measured(paper)
    if not sheet:
        allowed = ", ".join(PAPERS)
        raise EditionError(f"paper is {paper!r}; paper can be {allowed}, or a size like 170x240mm")
    if min(sheet) < _SHORTEST_SIDE or max(sheet) > _LONGEST_SIDE:
        allowed = f"{_SHORTEST_SIDE:g} to {_LONGEST_SIDE:g} mm"
        raise EditionError(f"paper is {paper}; a side can be {allowed}")
    return sheet


def _named(paper: str) -> Sheet | None:
    names = {name.casefold(): sheet for name, sheet in PAPERS.items()}
    return names.get(paper.casefold())


def _measured(paper: str) -> Sheet | None:
    match = _SIZE.fullmatch(paper.strip())
    if not match:
        return None
    unit = _MILLIMETRES[match[3].lower()]
    return Sheet(float(match[1]) * unit, float(match[2]) * unit)
