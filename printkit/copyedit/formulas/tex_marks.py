r"""Marks of TeX: text goes in, the places of the formulas in the text come out.

Sites write TeX between `\(` and `\)`, `\[` and `\]`, or dollars, and a script in the browser
sets the formulas. A dollar is money, too: so between dollars only TeX with a sign of TeX counts.
"""

import re
from html import escape
from typing import NamedTuple

from printkit.text.patterns import regex

_MOST = 3_000  # characters between two marks
_LINES = r"(?:equation|align|gather|multline|eqnarray)\*?"
# No formula holds the mark that begins one: so each text is read only once.
_FORMULA = regex(
    rf"(?<!\\)\\\((?P<round>(?:(?!\\\().){{1,{_MOST}}}?)\\\)"
    rf"|(?<!\\)\\\[(?P<square>(?:(?!\\\[).){{1,{_MOST}}}?)\\\]"
    rf"|(?<![\\$])\$\$(?!\$)(?P<double>(?:[^$]|(?<=\\)\$){{1,{_MOST}}}?)(?<![\\$])\$\$(?!\$)"
    r"|(?<![\\$\w])\$(?:latex\s+)?(?P<single>[^\s$](?:[^$\n]{0,300}[^\s$\\])?)\$(?![\w$])"
    rf"|(?P<lines>\\begin\{{(?P<name>{_LINES})\}}"
    rf"(?:(?!\\begin\{{{_LINES}).){{1,{_MOST}}}?\\end\{{(?P=name)\}})",
    re.DOTALL,
)
_SIGN_OF_TEX = regex(r"[\\^_=]|^\s*[A-Za-z]\s*$")
# Two dollars are no money: letters for powers, or a sum of single letters and numbers, are signs.
_SIGN_BETWEEN_TWO = regex(
    r"[\\^_=²³¹⁰⁴-⁹₀-₉√∑∫∏≤≥≠≈±×÷∞∂∇∈]|^\s*[A-Za-z]\s*$"
    r"|^\s*(?:[A-Za-zα-ω]|\d{1,9})(?:\s{0,3}[-+−*/<>·]\s{0,3}(?:[A-Za-zα-ω]|\d{1,9})){1,20}\s*$"
)
_BLANK_LINE = regex(r"\n[ \t]*\n")


class MarkedFormula(NamedTuple):
    """A formula in a text.

    Attributes:
        start, end: its place, with the marks.
        tex: the source between the marks.
        display: whether the formula stands on a line of its own.
        doubtful: whether the marks may mean something else, if the source is no TeX.
    """

    start: int
    end: int
    tex: str
    display: bool
    doubtful: bool


def may_hold_tex(text: str) -> bool:
    """Tell whether a text has any of the marks; most texts have none."""
    return "$" in text or "\\" in text


def find_formula(text: str, start: int = 0, *, escapes: bool = False) -> MarkedFormula | None:
    """Return the first formula of a text from a position on.

    Args:
        text: as a reader of the page sees the text before a script has set the formulas.
        start: the position.
        escapes: whether a backslash before a bracket may also be an escape, as in Markdown.
    """
    for found in _FORMULA.finditer(text, start):
        if formula := _judge(found, escapes=escapes):
            return formula
    return None


def formula_at(text: str, start: int, *, escapes: bool = False) -> MarkedFormula | None:
    """Return the formula that begins at a position of a text, if there is one."""
    found = _FORMULA.match(text, start)
    return _judge(found, escapes=escapes) if found else None


def _judge(found: re.Match[str], *, escapes: bool) -> MarkedFormula | None:
    """Return the formula between two marks; None if the marks mean something else."""
    kind = str(found.lastgroup if found.lastgroup != "name" else "lines")
    tex = found[kind].strip()
    if not tex or _BLANK_LINE.search(tex):
        return None
    doubtful = kind == "single" or (escapes and kind in ("round", "square"))
    sign = _SIGN_BETWEEN_TWO if kind == "double" else _SIGN_OF_TEX
    if (doubtful or kind == "double") and not sign.search(tex):
        return None
    display = kind in ("square", "double", "lines")
    return MarkedFormula(found.start(), found.end(), tex, display, doubtful)


def write_tex(tex: str, *, display: bool) -> str:
    """Return the markup of a formula for the passes that come later.

    Args:
        tex: the source.
        display: whether the formula stands on a line of its own.
    """
    # A bracket could be taken for a shortcode.
    shown = escape(tex).replace("[", "&#91;").replace("{", "&#123;").replace("\n", " ")
    return f'<x-tex data-display="{"block" if display else ""}">{shown}</x-tex>'
