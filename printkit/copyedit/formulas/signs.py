"""Signs of formulas: the text of a sign or a letter goes in, what is printed comes out."""

import unicodedata

from printkit.copyedit import tree
from printkit.copyedit.formulas.terms import Term, TermKind, bracketed, wrapped

PRIMES = "\u2032\u2033\u2034\u2057'"
STROKE = "\u29f8"
"""The sign that latex2mathml writes for `\\not`."""
UPRIGHT = frozenset("ΓΔΘΛΞΠΣΦΨΩ∞∅∂∇ℵℏ")
"""Letters that are set upright in formulas."""
LARGE = frozenset("∑∏∫∬∭∮⋃⋂⋁⋀∐⨁⨂")
"""Signs with limits above and below."""
BRACES = frozenset("⏞⏟︷︸")
"""Braces that lie above or below a part of a formula."""

_RELATIONS = frozenset("=≠<>≤≥≪≫≈≡∼≃≅∝→←↔⇒⇐⇔↦∈∉∋⊂⊆⊃⊇⊢⊨≔≦≧⩽⩾⇌⟶⟵⟹⟺∣∥⊥")
_OPENING = frozenset("([{⟨⌈⌊")
_CLOSING = frozenset(")]}⟩⌉⌋")
_BARS = frozenset("|‖")
_APPLY, _COMMA = "\u2061", "\u2063"
_INVISIBLE = frozenset("\u2062\u2064")  # the invisible signs for times and plus
# The sign of a font that has no other: `·` is in every text face, `⋅` in few.
_PRINTED = str.maketrans({
    "-": "\u2212", "⋅": "·", "∙": "·", "∗": "*", "'": "′", "ϵ": "ε", "∕": "/", "⧵": "\\",
    "〈": "⟨", "〉": "⟩", "❘": "|", "∣": "|", "∥": "‖", "ˆ": "^",
    _APPLY: "", _COMMA: ",", **dict.fromkeys(_INVISIBLE, ""),
})  # fmt: skip
_ACCENTS = {
    "¯": "\u0304", "‾": "\u0304", "―": "\u0304", "_": "\u0304", "\u0304": "\u0304",
    "^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "˜": "\u0303", "∼": "\u0303",
    "˙": "\u0307", ".": "\u0307", "¨": "\u0308", "ˇ": "\u030c", "˘": "\u0306",
    "`": "\u0300", "´": "\u0301",
}  # fmt: skip
_LINES = frozenset("¯‾―_\u0304")


def plain_letters(text: str) -> str:
    """Return letters of the mathematical alphabets, which few fonts have, as common letters."""
    if any(ord(one) > 0xFFFF for one in text):
        text = unicodedata.normalize("NFKC", text)
    return text.translate(_PRINTED) if len(text) == 1 else text


def sign(text: str) -> Term:
    """Return the term of an operator, a bracket, a comma or a large sign such as ∑."""
    printed = plain_letters(text)
    kind: TermKind = "operator"
    if not printed:
        kind = "invisible" if text in _INVISIBLE else "nothing"
    elif printed in _RELATIONS or text in _RELATIONS:
        kind = "relation"
    elif printed in _OPENING:
        kind = "opening"
    elif printed in _CLOSING:
        kind = "closing"
    elif printed in _BARS:
        kind = "bar"
    elif printed in LARGE or (len(printed) > 1 and printed.isalpha()):
        kind = "name"
    elif printed in ",;":
        kind = "mark"
    return Term(kind, (printed,) if printed else ())


def accented(base: Term, accent: Term, *, below: bool) -> Term | None:
    """Return a base with an accent, such as x̄; None if the second term is no accent.

    A single letter gets a combining mark. More letters get a line. A brace becomes brackets.

    Args:
        base: the term that has the accent.
        accent: the term above or below the base.
        below: whether the accent stands below the base.
    """
    mark = accent.words
    if mark in BRACES or not mark:
        return bracketed(base)
    if mark in _LINES and (below or len(base.words) > 1):
        line = wrapped("u", base.parts) if below else wrapped("span", base.parts, "overline")
        return Term("atom", (line,))
    if below:
        return None
    combining = _ACCENTS.get(mark)
    if combining is None or len(base.words) != 1 or base.kind not in ("atom", "number"):
        return None
    letter = unicodedata.normalize("NFC", base.words + combining)
    italic = not isinstance(base.parts[0], str)
    return Term("atom", (tree.make("i", letter) if italic else letter,))
