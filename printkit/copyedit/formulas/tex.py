"""TeX: the source of a formula goes in, MathML comes out. Owns latex2mathml.

A formula that this room does not understand is printed as its source, which never says a wrong
number.
"""

import re

from lxml import etree

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_LONGEST = 3_000  # characters; the time of latex2mathml grows faster than the length
_DEEPEST = 30  # braces inside each other
# Commands that define others could make a formula of any length.
_DEFINES = regex(r"\\(?:def|let|newcommand|renewcommand|providecommand|require)(?![a-z])")
# latex2mathml knows no environment of several lines, but all of these are set as a matrix is.
_LINES = regex(
    r"\\(begin|end)\{(?:align|aligned|alignat|gather|gathered|split|multline|eqnarray)\*?\}"
)
_FRAME = regex(r"\\(?:begin|end)\{(?:equation|displaymath|math)\*?\}")
_NOT_SHOWN = regex(r"\\(?:label|ref|eqref)\{[^{}]*\}|\\(?:nonumber|notag)(?![a-zA-Z])")
_FORMULA_OF_A_COMPOUND = regex(r"\\ce\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
# latex2mathml forgets that these letters are upright.
_UPRIGHT = regex(r"\\(?:mathrm|rm)\s*\{([A-Za-z]+)\}")
# A comma in the middle of a number, as many write it; braces keep TeX from setting a space there.
_DECIMAL_COMMA = regex(r"(?<=[0-9]),(?=[0-9])")
_COLOUR = regex(r"\\(?:text|page|f)?color")  # its numbers are no part of the formula
_UNREAD = regex(r"[\\&#]")


def read_tex(source: str) -> Node | None:
    """Return the MathML of a formula; None if the formula cannot be read whole.

    Args:
        source: TeX without delimiters such as `$$`.
    """
    if len(source) > _LONGEST or _depth(source) > _DEEPEST or _DEFINES.search(source):
        return None
    from latex2mathml import exceptions
    from latex2mathml.converter import convert

    faults = (
        exceptions.NumeratorNotFoundError,
        exceptions.DenominatorNotFoundError,
        exceptions.ExtraLeftOrMissingRightError,
        exceptions.MissingSuperScriptOrSubscriptError,
        exceptions.DoubleSubscriptsError,
        exceptions.DoubleSuperscriptsError,
        exceptions.NoAvailableTokensError,
        exceptions.InvalidStyleForGenfracError,
        exceptions.MissingEndError,
        exceptions.InvalidAlignmentError,
        exceptions.InvalidWidthError,
        exceptions.LimitsMustFollowMathOperatorError,
    )
    try:
        formula = tree.parse(convert(_plain_tex(source)))[0]
    # latex2mathml reads broken TeX with Python's own errors, too.
    except (*faults, etree.XMLSyntaxError, LookupError, StopIteration, TypeError, ValueError):
        return None
    unread = any(_UNREAD.search(one.text or "") for one in formula.iter("{*}mi", "{*}mo"))
    return None if unread else formula


def _plain_tex(source: str) -> str:
    """Return TeX in the words that latex2mathml knows."""
    source = _FORMULA_OF_A_COMPOUND.sub(lambda found: _spell_compound(found[1]), source)
    if not _COLOUR.search(source):
        source = _DECIMAL_COMMA.sub("{,}", source)
    source = _LINES.sub(r"\\\1{matrix}", _NOT_SHOWN.sub("", source))
    return _UPRIGHT.sub(r"\\text{\1}", _FRAME.sub("", source)).strip()


def _spell_compound(compound: str) -> str:
    r"""Return a chemical formula such as `2H2O` as TeX: `2\text{H}_{2}\text{O}`."""
    compound = compound.replace("<=>", r"\rightleftharpoons ").replace("->", r"\rightarrow ")
    compound = re.sub(r"(?<=[A-Za-z)\]])(\d+)", r"_{\1}", compound)
    compound = re.sub(r"\^(\d*[+-])", r"^{\1}", compound)
    compound = re.sub(r"(?<=[A-Za-z}])([+-])(?=\s|$)", r"^{\1}", compound)
    return re.sub(r"(?<!\\)[A-Z][a-z]?", r"\\text{\g<0>}", compound)


def _depth(source: str) -> int:
    open_ = most = 0
    for brace in re.findall("[{}]", source):
        open_ += 1 if brace == "{" else -1
        most = max(most, open_)
    return most
