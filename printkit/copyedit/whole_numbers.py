"""Numbers in cells: a body goes in, the spaces within its numbers come out as no-break spaces.

A cell is narrow, so that a line could end within `1 000 000` or between `€` and `12`.
"""

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_GROUPED = regex(r"(?<![\d.,])\d{1,3}(?:[ \u2009]\d{3}){1,5}(?![\d])")
_SIGN_AHEAD = regex(r"(?<=[€$£¥₹₽₩₺₴₦฿₫₪−+±≈~]) (?=\d)")
_SIGN_BEHIND = regex(r"(?<=\d) (?=[€$£¥₹₽₩₺₴₦฿₫₪%‰°])")
# Account numbers, telephone numbers and numbers of cards, in groups.
_CODE = regex(
    r"(?<![^\W_])(?:[A-Z]{2}\d{2}(?: [A-Z\d]{4}){1,7} [A-Z\d]{0,3}\d|\d{4}(?: \d{4}){2,4}"
    r"|\+\d{1,3}(?: \d{1,12}){1,6})(?![^\W_])"
)
_UNBROKEN = str.maketrans({" ": "\u00a0", "\u2009": "\u202f"})
_LITERAL = ("code", "pre", "kbd", "samp")


def keep_numbers_whole(body: Node) -> None:
    """Forbid line ends within the numbers of all cells; code stays as it is."""
    for cell in tree.each(body, "td", "th"):
        for element in cell.iter():
            literal = element.tag in _LITERAL
            if element.text and not literal:
                element.text = _unbroken(element.text)
            if element.tail and element is not cell:
                element.tail = _unbroken(element.tail)


def _unbroken(text: str) -> str:
    if not any(map(str.isdigit, text)):
        return text
    for pattern in (_CODE, _GROUPED):
        text = pattern.sub(lambda found: found[0].translate(_UNBROKEN), text)
    return _SIGN_BEHIND.sub("\u00a0", _SIGN_AHEAD.sub("\u00a0", text))
