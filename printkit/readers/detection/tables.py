"""Tables: a text goes in, and whether each of its lines is a row of values comes out."""

import csv
from collections import Counter
from itertools import islice

from printkit.readers.detection.formats import Family, Format
from printkit.text.patterns import regex

_NAMES = {
    ",": "a table in CSV",
    ";": "a table in CSV, with semicolons",
    "\t": "a table of values between tabs (TSV)",
    "|": "a table of values between bars",
}
_LONGEST_HEAD = 60
_MOST_ROWS = 200
_FEWEST_ROWS = 3
_IN_NUMBER = regex(r"(?<=\d),(?=\d)")
_NUMBER = regex(r"[-+]?[\d.,:/% €$£-]*\d[\d.,:/% €$£-]*")
_SENTENCE = regex(r"[.!?…。！？]$")
_SPACELESS_RUN = r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{6}"
_SPACELESS = regex(_SPACELESS_RUN)
_WORDS = regex(r"(?:\b[^\W\d_]+ ){3}|" + _SPACELESS_RUN)


def format_of_table(text: str) -> Format | None:
    """Return the format of a text of rows with equal numbers of values; None for other texts."""
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    if len(lines) < _FEWEST_ROWS:
        return None
    for separator, name in _NAMES.items():
        if separator in lines[0] and _is_table(lines, separator):
            return Format(name, Family.DATA)
    return None


def _is_table(lines: list[str], separator: str) -> bool:
    try:
        read = csv.reader(lines, delimiter=separator)
        rows = list(islice(read, _MOST_ROWS))
    except csv.Error:
        return False
    if len(rows) < _FEWEST_ROWS or not _is_head(rows[0]):
        return False
    # The end of the text that is looked at may cut a row, or a value in quotes.
    widths = Counter(map(len, rows[:-1]))
    width, equal = widths.most_common(1)[0]
    if equal < 0.95 * widths.total() or len(rows[0]) != width:
        # Some programs leave out the last values of a row.
        return min(widths) > 2 and max(widths) == len(rows[0]) and separator + " " not in lines[0]
    if width < 2 or _holds_prose(rows, separator):
        return False
    return separator == "\t" or _is_without_spaces(lines, rows, separator)


def _holds_prose(rows: list[list[str]], separator: str) -> bool:
    """Tell whether rows are paragraphs behind tabs, or pairs of values of which one is prose."""
    filled = [[one for one in row if one.strip()] for row in rows]
    pairs = [row for row in filled if len(row) == 2]
    if sum(len(row) < 2 for row in filled) * 2 > len(rows):
        return True
    pattern = _SPACELESS if separator == "," else _WORDS
    told = sum(any(pattern.search(one) for one in row) for row in pairs)
    return len(pairs) * 2 > len(rows) and told * 10 >= len(rows)


def _is_without_spaces(lines: list[str], rows: list[list[str]], separator: str) -> bool:
    """Tell whether values follow their separator at once, as words in a sentence never do."""
    looked_at = lines[: len(rows)]
    spaced = sum(line.count(separator + " ") for line in looked_at)
    close = sum(len(_IN_NUMBER.sub("", line).split(separator)) - 1 for line in looked_at) - spaced
    if len(rows[0]) > 2 or separator == "|":
        return close > spaced
    numbered = (any(_NUMBER.fullmatch(one.strip()) for one in row) for row in rows[1:])
    return spaced == 0 and (close >= len(rows) or (close > 0 and all(numbered)))


def _is_head(row: list[str]) -> bool:
    """Tell whether a row may name the columns, or holds short values."""
    short = sum(len(one) <= _LONGEST_HEAD for one in row)
    named = any(one.strip() for one in row[:2])
    return short == len(row) > 1 and named and not _SENTENCE.search(row[-1])
