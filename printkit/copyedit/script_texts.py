"""Texts of powers and indices: a clean block goes in, and comes out with a text for each script.

A raised 3 is copied as a common 3, so 10³ would be copied as the number 103. The texts of scripts
that could be misread stand in attributes: the press puts them behind the page. A script that
starts no number, such as the 2 of H₂O or an ordinal, keeps its common letters, so that a search
finds the word. A raised number with a link is a note if the link leads to a note of the page, and
otherwise a power.
"""

from collections.abc import Iterator
from typing import Literal

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_SIGNS = {"sup": "^", "sub": "_"}
_RAISED = str.maketrans("0123456789+-\u2212–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-\u2212–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
_RAISED_ONLY = regex("[0-9+\\-\u2212–=()ni]+")
_LOWERED_ONLY = regex("[0-9+\\-\u2212–=()]+")
_SINGLE = regex(r"\w+|.")
_LONGEST = 24  # characters; a longer script is a text of its own
# Letters behind a number are an ordinal or a unit: 1st, 2e, Nº, 10h; these may be variables.
_VARIABLES = regex("[nxyzkpqijt]")
_NUMERIC = regex("[0-9+\u2212=/·×¼½¾⅓⅔-]")
_UNIT = regex(r"(?<!\w)[^\W\d_]{1,3}$")

_Slot = tuple[Node, Literal["text", "tail"]]


def spell_scripts(block: Node) -> None:
    """Give each power and each index of a block that could be misread its text.

    `data-said` has the text of an element; `data-before` and `data-after` stand around the text.

    Args:
        block: a clean block, or a line; changed in place.
    """
    # The inner scripts come first.
    for script in reversed([*block.iter("sup", "sub")]):
        words = tree.text(script).strip()
        if not words or len(words) > _LONGEST:
            continue
        if _is_in_formula(script) or _is_ambiguous(script, words):
            _spell(script, words)


def _is_in_formula(script: Node) -> bool:
    return any("formula" in tree.classes(one) for one in tree.ancestors(script))


def _is_ambiguous(script: Node, words: str) -> bool:
    """Tell whether a script would make another number of the number beside the script."""
    before, behind = _letters_before(script), (script.tail or "")[:1]
    if "[" in words:
        return False
    links = [*script.iter("a"), *(one for one in tree.ancestors(script) if one.tag == "a")]
    if any(tree.words(link) == words for link in links) and not before[-1:].isdecimal():
        # Behind a word, a link that is only a number may be the mark of a note on another page.
        # Links to notes of this page are gone here: `footnotes` has lifted the notes.
        return False
    if before[-1:].isdecimal():
        return bool(_NUMERIC.search(words) or _VARIABLES.fullmatch(words))
    if before[-1:] in "/\u2044" and before[-2:-1].isalnum():
        return words.isdecimal()
    signs = (_RAISED_ONLY if script.tag == "sup" else _LOWERED_ONLY).fullmatch(words)
    if not signs or not any(map(str.isdecimal, words)) or not before[-1:].strip():
        return False
    if script.tag == "sub":
        return behind.isdecimal()
    return behind.isdecimal() or before[-1:] in ")]" or bool(_UNIT.search(before))


def _letters_before(script: Node) -> str:
    """Return the last few letters before a script on its line."""
    one: Node | None = script
    while one is not None:
        sibling = one.getprevious()
        if sibling is not None and (sibling.tail or tree.text(sibling)):
            return (tree.text(sibling)[-9:] + (sibling.tail or ""))[-9:]
        above = one.getparent() if sibling is None else None
        if above is not None and above.text:
            return above.text[-9:]
        one = sibling if sibling is not None else above
        if one is not None and one.tag in ("p", "li", "td", "th", "div"):
            return ""
    return ""


def _spell(script: Node, words: str) -> None:
    """Set the text of a script, on the only element with words or around all of them."""
    slots = list(_slots(script))
    sign = _SIGNS[str(script.tag)]
    holders = [_holder(*slots[-1]), *([_holder(*slots[0])] if slots[1:] else [])]
    first, last = holders[-1], holders[0]
    if first is last and not {"data-said", "data-before"} & set(first.attrib):
        first.set("data-said", _said_aloud(script, words))
        return
    first.set("data-before", f"{sign}({first.get('data-before', '')}")
    last.set("data-after", f"{last.get('data-after', '')})")


def _said_aloud(script: Node, words: str) -> str:
    """Return the text of a script: raised or lowered characters, where Unicode has all of them."""
    if script.tag == "sup" and _RAISED_ONLY.fullmatch(words):
        return words.translate(_RAISED)
    if script.tag == "sub" and _LOWERED_ONLY.fullmatch(words):
        return words.translate(_LOWERED)
    sign = _SIGNS[str(script.tag)]
    return f"{sign}{words}" if _SINGLE.fullmatch(words) else f"{sign}({words})"


def _slots(element: Node) -> Iterator[_Slot]:
    """Yield where the words in an element stand, in the order of reading."""
    if (element.text or "").strip():
        yield element, "text"
    for child in element:
        yield from _slots(child)
        if (child.tail or "").strip():
            yield child, "tail"


def _holder(element: Node, place: Literal["text", "tail"]) -> Node:
    """Return an element that holds only the words of a slot."""
    if place == "text" and not len(element) and element.tag != "a":
        return element
    if place == "text":
        new = tree.make("span", element.text or "")
        element.text = None
        element.insert(0, new)
    else:
        new = tree.make("span", element.tail or "")
        element.tail = None
        element.addnext(new)
    return new
