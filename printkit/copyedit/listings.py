"""Listings: a body goes in, and comes out with code as code, whatever a site made of the code.

Highlighters set each line of code into a row of a table, with a column of line numbers, or put the
numbers between the lines. On paper, code is a `pre` without numbers.
"""

import re
from itertools import islice

from printkit.copyedit import tree
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_TABLE = regex(
    r"(^|[-_ ])(highlight(table)?|codehilite(table)?|js-file-line-container|rouge-table|lntable"
    r"|hljs-ln|linenodiv|crayon-table|syntaxhighlighter|blob-wrapper)([-_ ]|$)",
    re.IGNORECASE,
)
_CODE_CELL = regex(
    r"(^|[-_ ])(blob-code(-inner)?|rouge-code|hljs-ln-code|js-file-line|crayon-code|code)([-_ ]|$)",
    re.IGNORECASE,
)
_NUMBERS = regex(
    r"(^| )(lineno|linenos|linenum|line-?numbers?(-rows)?|gutter|blob-num|hljs-ln-n(umbers)?|lnt?"
    r"|rouge-gutter|crayon-nums?)( |$)",
    re.IGNORECASE,
)
_LIST = regex(
    r"(^|[-_ ])(linenums?|code-?lines|geshi|dp-(highlighter|[a-z]{1,3})|hljs|prettyprint|codehilite"
    r"|crayon)([-_ ]|$)",
    re.IGNORECASE,
)
_GESHI = regex(r"(^| )(li[12]|de[12])( |$)")
_LINE_IN_CODE = regex(r"(^|[ _-])(line|cl)( |$)", re.IGNORECASE)
_LINE = regex(r"(^| )(line|code-line|cl|crayon-line)( |$)", re.IGNORECASE)


def mend_listings(root: Node, removals: Removals) -> None:
    """Make a `pre` of each table or list of code, and take the line numbers out of code.

    Args:
        root: the body; changed in place.
        removals: gets the line numbers.
    """
    for block in tree.each(root, "pre"):
        _end_lines(block)
    for listed in tree.each(root, "ol"):
        if _is_listing(listed):
            _make_code(listed, [tree.text(line).strip("\n") for line in listed])
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
    lines = [line for cell in cells if cell not in numbers for line in _lines_of(cell)]
    _make_code(table, lines)


def _make_code(element: Node, lines: list[str]) -> None:
    code, listing = tree.make("code", "\n".join(lines)), tree.make("pre")
    listing.append(code)
    tree.replace(element, listing)


def _is_listing(listed: Node) -> bool:
    """Tell whether each item of a list is a line of code; a list in a `pre` keeps its items."""
    around = [listed, *islice(tree.ancestors(listed), 1)]
    named = any(_LIST.search(one.get("class") or "") for one in around)
    items = list(listed)
    if not items or any(one.tag != "li" or not tree.is_blank(one.tail) for one in items):
        return False
    if any(one.tag in ("pre", "li") for one in tree.ancestors(listed)):
        return False
    geshi = all(_GESHI.search(one.get("class") or "") for one in items)
    return (named or geshi) and next(listed.iter("p", "img", "a", "ul", "table"), None) is None


def _end_lines(block: Node) -> None:
    """Write the end of each line of code where only a style sheet parts the lines."""
    for line in tree.each(block, "span", "code"):
        following = line.getnext()
        if following is None or following.tag != line.tag or not tree.is_blank(line.tail):
            continue
        ended = "\n" in (line.tail or "") or tree.text(line).endswith("\n")
        if not ended and _is_line(line) and _is_line(following):
            line.tail = "\n"


def _is_line(element: Node) -> bool:
    styled = "block" in (element.get("style") or "").split()
    around = element.getparent()
    alone = element.tag == "code" and around is not None and around.tag == "pre"
    named = _LINE_IN_CODE.search(element.get("class") or "") is not None
    return named or styled or alone or element.get("data-line") is not None


def _lines_of(cell: Node) -> list[str]:
    """Return the lines of a cell: its elements for lines, the lines of its `pre`, or one line."""
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
