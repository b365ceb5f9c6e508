"""Mismatches, and the words of cells that were moved → the mismatches that no move explains.

A table that no sheet holds is printed in parts. Then the cells of a row stand apart, and not in the
order of the record.
"""

from collections.abc import Sequence

from printkit.preflight.proofreading import Mismatch
from printkit.text.comparing import letters

_BETWEEN = "\n"  # is no letter, so that no text is found over the end of a cell


def unmoved(found: Sequence[Mismatch], moved: Sequence[str]) -> list[Mismatch]:
    """Return the mismatches whose text is not in a moved cell.

    Args:
        found: the mismatches.
        moved: the words of each moved cell.
    """
    cells = {letters(words) for words in moved}
    together = _BETWEEN.join(sorted(cells, key=len))

    def explained(text: str) -> bool:
        # A cell may hold several blocks of the body.
        return text in cells or text in together

    return [one for one in found if not (moved and explained(letters(one.text.words)))]
