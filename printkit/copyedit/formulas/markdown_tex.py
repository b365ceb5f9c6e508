r"""TeX in Markdown: a reader goes in, and comes out with rules that keep formulas whole.

Without these rules, `_` and `*` in a formula would be emphasis, and `\(` a bracket.
"""

from typing import TYPE_CHECKING

from printkit.copyedit.dialects.reading import Environment, reading_of
from printkit.copyedit.formulas.tex import read_tex
from printkit.copyedit.formulas.tex_marks import MarkedFormula, formula_at, write_tex
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_OPENINGS = regex(r"\$\$|\\\[|\\begin\{")
_FENCED = regex(r"\$`([^`\n]{1,300})`\$")
_LINES_MOST = 60


def keep_tex(reader: "MarkdownIt") -> None:
    """Let a reader write each formula as markup that later passes understand."""
    reader.inline.ruler.before("escape", "tex", _read_in_line)
    reader.block.ruler.before("fence", "tex", _read_block, {"alt": ["paragraph"]})


def _read_in_line(state: "StateInline", silent: bool) -> bool:
    sign = state.src[state.pos]
    if sign not in "$\\":
        return False
    fenced = _FENCED.match(state.src, state.pos)
    formula = None if fenced else _formula_at(state.src, state.pos, state.env)
    end = fenced.end() if fenced else formula.end if formula else 0
    if not end or end > state.posMax:
        return False
    if not silent:
        tex = fenced[1] if fenced else formula.tex if formula else ""
        token = state.push("html_inline", "", 0)
        display = formula is not None and formula.display
        if display and sign == "$" and _is_in_sentence(state.src, state.pos, end):
            display = False  # kramdown, too, leaves it in its sentence
        token.content = write_tex(tex, display=display)
    state.pos = end
    return True


def _is_in_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether words stand beside a formula on its line, and the formula is on one line."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    behind = text[end:].partition("\n")[0]
    beside = line.strip() or behind.strip(" \t.,;:")
    return bool(beside) and "\n" not in text[start:end]


def _formula_at(text: str, start: int, env: Environment) -> MarkedFormula | None:
    """Return the formula at a position; None if the source is no TeX, and after too many."""
    formula = formula_at(text, start, escapes=True)
    if formula is None or not formula.doubtful:
        return formula
    reading = reading_of(env)
    reading.formulas += 1
    few = reading.formulas <= reading.limits.formulas
    readable = few and read_tex(formula.tex) is not None
    return formula if readable else None


def _read_block(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    """Read a formula that begins a line and ends one, whatever its lines look like."""
    start = state.bMarks[first] + state.tShift[first]
    if state.is_code_block(first) or not _OPENINGS.match(state.src, start):
        return False
    formula = _formula_at(state.src, start, state.env)
    if formula is None:
        return False
    last = first
    while last < min(end, first + _LINES_MOST) and state.eMarks[last] < formula.end:
        last += 1
    if last >= end or state.src[formula.end : state.eMarks[last]].strip(" \t.,;"):
        return False
    if not silent:
        behind = state.src[formula.end : state.eMarks[last]].strip()
        token = state.push("html_block", "", 0)
        token.content = f"<p>{write_tex(formula.tex, display=True)}{behind}</p>\n"
        token.map = [first, last + 1]
        state.line = last + 1
    return True
