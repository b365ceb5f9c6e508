"""Direction marks: takes the clusters of a line, tells where readers need an invisible mark.

A PDF has letters with places; readers guess the order of text that runs from right to left, with
rules that are simpler than the rules of browsers (UAX #9):

- Poppler reads a number, a Latin word or a sign such as `%`, and all signs on the left of these,
  from left to right.
- PDFium reads signs such as `-`, `%` and `,` and the digits beside these from left to right.
- Poppler parts a bracket from the end of a Latin phrase.
- Poppler reverses the characters of an emoji; PDFium leaves the emoji out.
- Poppler takes the last vowel of an Arabic word in a Latin line for a part of the Latin text.

A mark of direction ends such a piece. The marks change neither the page nor the order in which a
program with all rules reads the text.
"""

from collections.abc import Sequence
from unicodedata import bidirectional, category

from printkit.press.spelling.clusters import Cluster

RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"
# Both marks together: readers count letters of both directions, to guess the direction of a page.
BEHIND = "\N{LEFT-TO-RIGHT MARK}" + RIGHT_TO_LEFT_MARK

_LEFTWARDS = {"R", "AL"}
_WEAK = {"ES", "ET", "CS"}  # the signs of numbers: UAX #9, table 4
_BEYOND_TABLES = "\uffff"  # readers know no directions of characters behind this one


def marks_before(clusters: Sequence[Cluster]) -> dict[int, str]:
    """Return the marks that are to stand before clusters, by the index of the cluster.

    A line of Adlam or Rohingya gets no marks: both readers take letters of these scripts for signs,
    and PDFium would leave the letters out. A line from left to right gets none, either.
    """
    marks: dict[int, str] = {}
    if any(_is_leftwards(one.text) and one.text > _BEYOND_TABLES for one in clusters):
        return marks
    if _runs_rightwards(clusters):
        return marks
    last = None  # the last cluster that is no space
    for index, one in enumerate(clusters):
        behind = BEHIND if index and _needs_end(clusters[index - 1], one) else ""
        if _needs_begin(clusters, index, last):
            marks[index] = RIGHT_TO_LEFT_MARK + behind
        elif behind:
            marks[index] = behind
        if not one.text.isspace():
            last = one
    return marks


def _runs_rightwards(clusters: Sequence[Cluster]) -> bool:
    """Return whether a line runs from left to right, as a cell with the number ۶٬۴۲۶ does.

    UAX #9 raises the level of the sign between the thousands even in such a line.
    """
    return not any(one.leftwards for one in clusters) and any(
        not one.enclosed and not one.text.isspace() for one in clusters
    )


def ends_in_sign(clusters: Sequence[Cluster]) -> bool:
    """Return whether a line begins with a sign on its right edge, where an element may stand."""
    last = clusters[-1] if clusters else None
    is_sign = last and last.leftwards and last.glyphs and not last.text.isspace()
    is_mixed = any(one.leftwards and _is_leftwards(one.text) for one in clusters)
    return bool(is_sign and is_mixed and last and not _is_leftwards(last.text))


def needs_marks(cluster: Cluster) -> bool:
    """Return whether readers reverse or leave out a cluster in text from right to left."""
    text = cluster.text
    if not cluster.glyphs or _is_leftwards(text) or category(text[0])[0] in "MZ":
        return False
    is_sequence = cluster.leftwards and len(text) > 1
    return is_sequence or ((cluster.leftwards or cluster.enclosed) and text > _BEYOND_TABLES)


def _needs_begin(clusters: Sequence[Cluster], index: int, last: Cluster | None) -> bool:
    """Return whether readers take a cluster and the text on its left for one piece.

    On the left of a line, and of a word that is an element of its own, another element may begin.
    """
    one = clusters[index]
    if last is None:
        is_one_word = not any(each.text.isspace() for each in clusters)
        is_edge = one.leftwards or (index == 0 and is_one_word)
        return is_edge and _begins_piece(clusters, index)
    if _begins_piece(clusters, index):
        return not _is_leftwards(last.text)
    left = clusters[index - 1]
    ends_word = one.leftwards and not (left.leftwards or left.enclosed)
    return ends_word and category(one.text[-1:] or " ") == "Mn"


def _needs_end(left: Cluster, one: Cluster) -> bool:
    """Return whether readers part the last sign of a piece from the piece, or turn the piece."""
    ends_in_sign = left.enclosed and not one.enclosed and bidirectional(left.text[-1]) == "ON"
    return ends_in_sign or needs_marks(left)


def _begins_piece(clusters: Sequence[Cluster], index: int) -> bool:
    """Return whether a cluster begins a piece that a reader reads from left to right."""
    one = clusters[index]
    if needs_marks(one):
        return True
    if one.enclosed:
        return index == 0 or not clusters[index - 1].enclosed
    return one.leftwards and bidirectional(one.text[0]) in _WEAK


def _is_leftwards(text: str) -> bool:
    return not _LEFTWARDS.isdisjoint(map(bidirectional, text))
