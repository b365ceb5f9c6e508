"""Marks in HTML: a text between tags of HTML goes in, and whether the text is Markdown comes out.

Only bodies in Markdown come here. A writer of Markdown may still paste plain HTML, in which a line
begins with a hyphen by chance: so only marks count that are at their place, right behind the line
of a tag that holds blocks.
"""

from collections import Counter

from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

# A picture, a link to an address, bold words, a span or code: HTML does not happen to hold these.
_CLEAR = regex(
    r"!\[[^\[\]\n]*\]\([^()\s]|(?<!\\)\[[^\[\]\n]+\]\((?:https?://|mailto:|[./#\w-]*[./#][^()\s]*\))"
    r"|(?<![\w*])\*\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*\*(?![\w*])|!\[\[[^\[\]\n]+\]\]"
    r"|\[[^\[\]\n]{1,300}\]\{[.#][^{}\n]{1,300}\}|(?<![`\w\\])`[^`\s][^`\n]{0,300}`(?![`\w])"
)
_BLOCK = regex(r"(?:^|\n)[ \t]*(?:#{1,6}[ \t]+\S|[-*+][ \t]+\S|\d{1,3}[.)][ \t]+\S|>[ \t]|```)")
_HEADING = regex(r"(?:^|\n)[ \t]*#{2,6}[ \t]+\S")
# A heading, a fence, a quotation, the rule of a table, or a note: no mark of prose.
_SURE = regex(
    r"\n[ \t]*(?:#{1,6}[ \t]+\S|`{3}|~{3}|>[ \t]+\S|(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|"
    r"|:{3,}[ \t]*[{.]{0,2}[a-z]|!!![ \t]+[a-z])"
)
_ITEM = regex(r"\n[ \t]*(?P<mark>[-*+|]|\d{1,3}[.)])[ \t]+(?=\S)")
_ONLY_ITEM = regex(r"[ \t]*\n\s*[-*+][ \t]+\S[^\n]*[^\s*+-]\s*(?:\n|$)")
_AFTER_LINE = regex(r"[ \t]*\n")
_HOLDERS = names(
    """address article aside blockquote body center dd details dialog div fieldset figure footer
    form header li main nav noscript section td th"""
)
# A hyphen there begins the name of a speaker or a photographer.
_SIGNED = names("blockquote figure footer")


def has_clear_marks(text: str) -> bool:
    """Tell whether a text holds Markdown that no plain HTML holds."""
    return bool(_CLEAR.search(text) or _HEADING.search(text))


def has_clear_words(text: str) -> bool:
    """Tell whether a line holds a picture, a link or bold words in Markdown."""
    return _CLEAR.search(text) is not None


def looks_like_blocks(text: str) -> bool:
    """Tell whether a text that is Markdown holds blocks, and not just words with marks."""
    several = "\n" in text.strip() and (_BLOCK.search(text) or "|" in text)
    return bool(several or _HEADING.search(text))


def begins_blocks(text: str, holder: str) -> bool:
    """Tell whether a text behind a tag holds blocks of Markdown.

    Args:
        text: all up to the next tag of a block.
        holder: the name of the innermost open element; empty outside of all elements.
    """
    if not _AFTER_LINE.match(text) or not _island_may_hold_blocks(holder):
        return False
    marks = Counter(found["mark"][-1] for found in _ITEM.finditer(text))
    several = any(times > 1 for times in marks.values())
    single = holder.lower() not in _SIGNED and _ONLY_ITEM.match(text)
    return bool(several or single or _SURE.search(text))


def numbers_of(text: str) -> str:
    """Return the numbers that a text gives the items of its lists."""
    marks = (found["mark"] for found in _ITEM.finditer(text))
    return " ".join(mark[:-1] for mark in marks if mark[0].isdecimal())


def _island_may_hold_blocks(holder: str) -> bool:
    is_component = "-" in holder or holder[:1].isupper()
    return not holder or is_component or holder.lower() in _HOLDERS
