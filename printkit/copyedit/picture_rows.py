"""Rows of pictures in a table: rows of cells go in, pictures come out with captions and credits.

Each row of pictures has a row of captions below or above, a row of credits, or both. One row of
captions below several rows of pictures has a caption for each column of pictures.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from printkit.copyedit import credits, tree
from printkit.copyedit.layout_cells import FilledCell, Rows
from printkit.text.patterns import regex

_CAPTION_MOST = 300  # characters of the words below a picture
_BELOW = regex(r"P+(?:W+C?|CW?)")
_ABOVE = regex(r"WC?P|CW?P")
_AROUND = regex(r"WPC")


class CaptionedPicture(NamedTuple):
    """A cell with a picture, and the cells with its captions and credits.

    Attributes:
        picture: the cell with the picture.
        said: the cells with its words.
        before: cells with other pictures of the same captions.
    """

    picture: FilledCell
    said: list[FilledCell]
    before: list[FilledCell]


def find_captioned(rows: Rows) -> list[CaptionedPicture]:
    """Return the pictures of a table with their words; an empty list if the pattern is unclear."""
    filled = [row for row in rows if row]
    if len(filled) > 2 and len(filled[0]) == 1 < len(filled[1]) and _kind(filled[0]) == "W":
        filled = filled[1:]  # without the title of the pictures
    kinds = "".join(map(_kind, filled))
    for pattern, rest in ((_BELOW, "P*"), (_ABOVE, ""), (_AROUND, "")):
        if re.fullmatch(f"(?:{pattern.pattern})+{rest}", kinds):
            groups = [filled[found.start() : found.end()] for found in pattern.finditer(kinds)]
            return _all_captioned(groups)
    return []


def move_captions(rows: Rows) -> None:
    """Move the captions and credits of rows of pictures into the cells of their pictures."""
    for picture, said, before in find_captioned(rows):
        for cell in before:
            picture.element.addprevious(cell.element)
        for cell in said:
            named = _is_marked(cell)
            cell.element.tag = "div"
            cell.element.set("class", "credit" if named else "caption")
            tree.move(cell.element, picture.element)


def _kind(row: list[FilledCell]) -> str:
    """Return P for a row of pictures, C for credits, W for other short words, else X."""
    if all(cell.shows and not cell.words for cell in row):
        return "P"
    if any(cell.shows or not cell.words or len(cell.words) > _CAPTION_MOST for cell in row):
        return "X"
    return "C" if all(map(_is_credit, row)) else "W"


def _is_credit(cell: FilledCell) -> bool:
    if _is_marked(cell):
        return True
    words = tree.twin(cell.element, "div")
    return credits.split_textual(words) is not None and tree.holds_nothing(words)


def _is_marked(cell: FilledCell) -> bool:
    return credits.is_marked(cell.element)


def _all_captioned(groups: Sequence[Rows]) -> list[CaptionedPicture]:
    found: list[CaptionedPicture] = []
    for group in groups:
        captioned = list(_captioned_in(group))
        if not captioned:
            return []
        found += captioned
    return found


def _captioned_in(group: Rows) -> Iterator[CaptionedPicture]:
    """Yield the pictures of some rows of pictures and words that belong together.

    Nothing is yielded if words have no picture in their columns, or if it is unclear whose the
    words are.
    """
    shown = [row for row in group if _kind(row) == "P"]
    said = [row for row in group if _kind(row) == "W"]
    credit = [row for row in group if _kind(row) == "C"]
    if len(said) > 1 and len(said) != len(shown):
        return
    pairs = [(shown[-1], said + credit)]
    if len(said) > 1:
        pairs = [(row, [words]) for row, words in zip(shown, said, strict=True)]
        pairs[-1][1].extend(credit)
    if not all(_shares_columns(words, row) for row, lines in pairs for words in lines):
        return
    alike = all(_columns(one) == _columns(other) for one, other in pairwise(shown))
    joined = shown[:-1] if len(pairs) == 1 and alike else []
    for row, lines in pairs:
        for cell in row:
            own = [one for line in lines for one in line if _last_of(one, row) is cell]
            before = [one for other in joined for one in other if one.columns == cell.columns]
            yield CaptionedPicture(cell, own, before)


def _shares_columns(words: list[FilledCell], shown: list[FilledCell]) -> bool:
    """Tell whether each cell of words shares a column with a picture."""
    return all(_last_of(cell, shown) is not None for cell in words)


def _last_of(words: FilledCell, shown: list[FilledCell]) -> FilledCell | None:
    """Return the last picture in the columns of a cell of words."""
    near = [one for one in shown if set(one.columns).intersection(words.columns)]
    return near[-1] if near else None


def _columns(row: list[FilledCell]) -> list[range]:
    return [cell.columns for cell in row]
