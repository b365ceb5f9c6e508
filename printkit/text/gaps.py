r"""Gaps: parts of regular expressions for the white space before a sign, read in linear time.

A search for `\s*,` starts anew at each space of a run, and reads the rest of the run each time: the
time grows with the square of the run. The parts below begin only where a run begins.
"""

from printkit.text.patterns import regex

GAP = r"(?:(?<!\s)\s++)?+"
"""White space, or none."""
WIDE = r"(?<!\s)\s++"
"""White space, at least one sign."""
_RUN = regex(r"\s++|\S++")


def fold_gaps(text: str) -> tuple[str, list[int]]:
    """Return a text with one character for each stretch of white space, and the old places.

    A stretch with a line end becomes a line end; any other keeps its first character. The places
    are those that the characters of the new text had in the old text.
    """
    pieces, places = [], []
    for run in _RUN.finditer(text):
        if run[0].isspace():
            pieces.append("\n" if "\n" in run[0] else run[0][0])
            places.append(run.start())
        else:
            pieces.append(run[0])
            places += range(run.start(), run.end())
    return "".join(pieces), places
