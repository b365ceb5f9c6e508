"""Foreign blocks: a clean body goes in; a block in another script gets its language and direction.

An English article may quote a whole paragraph in Hebrew: without a direction of its own, its
clauses stand out of order. A block that names its direction keeps the direction; a block that names
only its language keeps the language, and its letters tell the direction. Cells, items and terms
keep the direction of the article, so that columns and marks stand in line; their words are
isolated.
"""

from itertools import takewhile

from printkit.copyedit import tree
from printkit.copyedit.columns import is_number
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names
from printkit.text.direction import is_right_to_left
from printkit.text.patterns import regex
from printkit.wording.language import UNKNOWN, Direction, canonical_tag, script_direction
from printkit.wording.recognition import is_written_in, main_script, recognise

_SAMPLE = 2_000  # characters of a block: lists may be nested a hundred deep
_NEARLY_ALL = 0.8
_CONTAINERS = names("ul ol dl table thead tbody tfoot tr blockquote aside div")
_ROWS = names("thead tbody tfoot tr")  # cells of one column run alike, whatever else a row holds
_LISTS = names("ul ol dl")  # a list within an item has its marks beside those of the items
_ISOLATING = names("td th li dt dd")
_ARABIC_DIGIT = regex("[\u0660-\u0669]")
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
        if block.get("dir"):
            continue
        if block.tag in _ROWS or (block.tag in _LISTS and parent.tag in _ISOLATING):
            _mark_blocks(block, tag, around)
            continue
        text = tree.text(block)[:_SAMPLE]
        own = _script_of_block(text, tag, block.tag in _CONTAINERS)
        if not own or is_written_in(tag, own):
            if around == "rtl" and block.tag in _ISOLATING and _is_signed_number(block):
                _isolate_words(block, "ltr")
            _mark_blocks(block, tag, around)
            continue
        found = block.get("lang") or recognise(text).tag
        runs = script_direction(f"{UNKNOWN}-{own}")
        if runs != around and block.tag in _ISOLATING:
            _isolate_words(block, runs, found)
            _mark_blocks(block, tag, around)
            continue
        if found != UNKNOWN:
            block.set("lang", found)
        if runs != around:
            block.set("dir", runs)
        _mark_blocks(block, f"{UNKNOWN}-{own}" if found == UNKNOWN else found, runs)


def _is_signed_number(block: Node) -> bool:
    """Tell whether a block is a number in European or Persian digits, without words.

    The sign of such a number stands at the left in Hebrew and Arabic, too. A sign beside Arabic
    digits stands at the right, where the text begins.
    """
    text = tree.text(block)[:_SAMPLE]
    return is_number(text) and not (is_right_to_left(text) or _ARABIC_DIGIT.search(text))


def _isolate_words(block: Node, runs: Direction, language: str = UNKNOWN) -> None:
    """Put the words of a cell or an item, up to the first block in it, into an isolated run."""
    run = tree.make("bdi", dir=runs)
    if language != UNKNOWN:
        run.set("lang", language)
    run.text, block.text = block.text, None
    inline = takewhile(lambda child: child.tag in INLINE, list(block))
    for child in inline:
        run.append(child)
    if len(run) or not tree.is_blank(run.text):
        block.insert(0, run)


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
