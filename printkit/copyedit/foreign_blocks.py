"""Foreign blocks: a clean body goes in; a block in another script gets its language and direction.

An English article may quote a whole paragraph in Hebrew: without a direction of its own, its
clauses stand out of order. A block that names its language or its direction keeps them.
"""

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names
from printkit.wording.language import UNKNOWN, Direction, canonical, direction, subtags
from printkit.wording.recognition import main_script, recognise

_FEWEST_LETTERS = 1
_NEARLY_ALL = 0.8
_CONTAINERS = names("ul ol dl table thead tbody tfoot tr blockquote aside div")
_VERBATIM = ("pre", "figure", "hr")


def mark_foreign_blocks(body: Node, language: str | None, given: str | None) -> None:
    """Set `lang` and `dir` of the blocks whose script is not that of the article.

    Args:
        body: clean blocks.
        language: of the article; None if nobody knows the language.
        given: the direction of the article, if its record gives one.
    """
    tag = canonical(language)
    script = main_script(tree.text(body))[0] if tag == UNKNOWN else subtags(tag).script
    around = given if given in ("ltr", "rtl") else _direction(script)
    _mark_blocks(body, script, "rtl" if around == "rtl" else "ltr")


def _mark_blocks(parent: Node, script: str, around: Direction) -> None:
    for block in parent:
        if not isinstance(block.tag, str) or block.tag in INLINE or block.tag in _VERBATIM:
            continue
        if block.get("dir") or block.get("lang"):
            continue
        text = tree.text(block)
        own = _script_of_block(text, script, block.tag in _CONTAINERS)
        if own in ("", script):
            _mark_blocks(block, script, around)
            continue
        found = recognise(text).tag
        if found != UNKNOWN:
            block.set("lang", found)
        if _direction(own) != around:
            block.set("dir", _direction(own))
        _mark_blocks(block, own, _direction(own))


def _script_of_block(text: str, around: str, is_container: bool) -> str:
    """Return the script that a block is written in; empty where several are mixed in doubt.

    A Hebrew paragraph may hold more Latin letters than Hebrew: the script at its beginning
    decides then.
    """
    letters = [letter for letter in text if letter.isalpha()]
    own, count = main_script(text)
    if count < _FEWEST_LETTERS or (not is_container and main_script(letters[0])[0] == around):
        return ""
    return own if count > len(letters) * (_NEARLY_ALL if is_container else 0.5) else ""


def _direction(script: str) -> Direction:
    return direction(f"{UNKNOWN}-{script}") if script else "ltr"
