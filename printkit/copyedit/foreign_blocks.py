"""Foreign blocks: a clean body goes in; a block in another script gets its language and direction.

An English article may quote a whole paragraph in Hebrew: without a direction of its own, its
clauses stand out of order. A block that names its language or its direction keeps them.
"""

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names
from printkit.wording.language import UNKNOWN, Direction, canonical_tag, script_direction
from printkit.wording.recognition import is_written_in, main_script, recognise

_SAMPLE = 2_000  # characters of a block: lists may be nested a hundred deep
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
    tag = canonical_tag(language)
    if tag == UNKNOWN:
        tag = f"{UNKNOWN}-{main_script(tree.text(body)[:_SAMPLE])[0] or 'Latn'}"
    around = given if given in ("ltr", "rtl") else script_direction(tag)
    _mark_blocks(body, tag, "rtl" if around == "rtl" else "ltr")


def _mark_blocks(parent: Node, tag: str, around: Direction) -> None:
    for block in parent:
        if not isinstance(block.tag, str) or block.tag in INLINE or block.tag in _VERBATIM:
            continue
        if block.get("dir") or block.get("lang"):
            continue
        text = tree.text(block)[:_SAMPLE]
        own = _script_of_block(text, tag, block.tag in _CONTAINERS)
        if not own or is_written_in(tag, own):
            _mark_blocks(block, tag, around)
            continue
        found, runs = recognise(text).tag, script_direction(f"{UNKNOWN}-{own}")
        if found != UNKNOWN:
            block.set("lang", found)
        if runs != around:
            block.set("dir", runs)
        _mark_blocks(block, f"{UNKNOWN}-{own}" if found == UNKNOWN else found, runs)


def _script_of_block(text: str, tag: str, is_container: bool) -> str:
    """Return the script that a block is written in; empty where several are mixed in doubt.

    A Hebrew paragraph may hold more Latin letters than Hebrew: the script at its beginning
    decides then.
    """
    letters = [letter for letter in text if letter.isalpha()]
    own, count = main_script(text)
    begins = main_script(letters[0])[0] if letters else ""
    if not letters or (not is_container and begins and is_written_in(tag, begins)):
        return ""
    return own if count > len(letters) * (_NEARLY_ALL if is_container else 0.5) else ""
