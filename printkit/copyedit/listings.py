"""Listings: a body goes in, and comes out with code as code, whatever a site made of the code.

Highlighters set each line of code into a row of a table, with a column of line numbers, or put the
numbers between the lines. On paper, code is a `pre` without numbers.
"""

import re

from printkit.copyedit import tree
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node

_TABLE = re.compile(
    r"(^|[-_ ])(highlight(table)?|codehilite(table)?|js-file-line-container|rouge-table|lntable"
    r"|hljs-ln|linenodiv|crayon-table|syntaxhighlighter|blob-wrapper)([-_ ]|$)",
    re.IGNORECASE,
)
_CODE_CELL = re.compile(
    r"(^|[-_ ])(blob-code(-inner)?|rouge-code|hljs-ln-code|js-file-line|crayon-code|code)([-_ ]|$)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(^| )(lineno|linenos|linenum|line-?numbers?(-rows)?|gutter|blob-num|hljs-ln-n(umbers)?|lnt?"
    r"|rouge-gutter|crayon-nums?)( |$)",
    re.IGNORECASE,
)
_LINE = re.compile(r"(^| )(line|code-line|cl|crayon-line)( |$)", re.IGNORECASE)


def mend_listings(root: Node, removals: Removals) -> None:
    """Make a `pre` of each table of code, and take the line numbers out of code.

    Args:
        root: the body; changed in place.
        removals: gets the line numbers.
    """
    for table in tree.each(root, "table"):
        if table.getparent() is not None and _is_code(table):
            _make_listing(table, removals)
    for block in tree.each(root, "pre"):
        for one in tree.each(block):
            if one.getparent() is not None and _NUMBERS.search(one.get("class") or ""):
                _take_number(one, removals)


def _is_code(table: Node) -> bool:
    """Tell whether a table has a column of code, and at most one of numbers beside the code."""
    around = [one.get("class") or "" for one in (table, *tree.ancestors(table))][:4]
    cells = list(table.iter("td", "th"))
    named = any(map(_TABLE.search, around))
    if not named and not any(_CODE_CELL.search(one.get("class") or "") for one in cells):
        return False
    code = [one for one in cells if not _is_number(one)]
    rows = list(table.iter("tr"))
    by_pre = bool(code) and all(any(True for _ in one.iter("pre", "code")) for one in code)
    by_class = all(_CODE_CELL.search(one.get("class") or "") for one in code)
    return len(code) <= len(rows) and (by_pre or by_class)


def _is_number(cell: Node) -> bool:
    if _NUMBERS.search(cell.get("class") or ""):
        return True
    return not re.search(r"[^\d\s]", tree.text(cell))


def _make_listing(table: Node, removals: Removals) -> None:
    cells = list(table.iter("td", "th"))
    numbers = [cell for cell in cells if _is_number(cell)]
    for cell in numbers:
        _take_number(cell, removals)
    code = tree.make("code")
    lines = [line for cell in cells if cell not in numbers for line in _lines_of(cell)]
    code.text = "\n".join(lines)
    listing = tree.make("pre")
    listing.append(code)
    tree.replace(table, listing)


def _lines_of(cell: Node) -> list[str]:
    """Return the lines of a cell: of its elements for lines, of its `pre`, or of its text."""
    lines = [one for one in cell.iter("div") if _LINE.search(one.get("class") or "")]
    if lines:
        return [tree.text(one).strip("\n") for one in lines]
    block = next(cell.iter("pre"), None)
    text = tree.text(cell if block is None else block).strip("\n")
    return text.split("\n") if block is not None else [text]


def _take_number(element: Node, removals: Removals) -> None:
    if words := tree.words(element):
        removals.rewrite("line number", words)
    tree.drop(element)
