"""Named tags: a line of a field goes in, and which of its tags are words of the line comes out.

Writers of plain text name tags, as in `The <br> and <hr> tags`; in HTML they write `&lt;br&gt;`. So
a line with entities of brackets, or with an element around words, is HTML, and has no named tags.
In any other line, a tag is named if the tag touches no word, and the line speaks of tags: with a
word such as `tag`, with a tag without its other half, or with a tag that has no effect in its
place, such as `<img>` without an address. Such a tag is a word in HTML, too, and so is, in plain
text, a tag right before `タグ` or `标签`.
"""

import re
from collections.abc import Mapping

from printkit.text.patterns import regex

TAG = regex(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,10})(\s[^<>]{0,2000}|/?)>")
VOID = frozenset(("br", "hr", "img", "wbr"))
"""The names of elements without a second half that a line may have."""

# German `Tag` is a day, so the word in capitals counts beside English words only.
_SPEAKS = regex(
    r"\b(?:tags|(?-i:tag)|elements?|elemente[ns]?|elementos?|elementi|éléments?|elementy|element\w{2}"
    r"|x?html5?|markup|balises?|etiquetas?|tagg(?:en|ar|arna)|znacznik\w*|тег(?:и|а|ов|ах)?"
    r"|элемент\w*|התגית|תגית|תגיות|وسم|وسوم|الوسم|عنصر)\b"
    r"|-tags?\b|\b(?:the|a|and|of|how|why|with|your)\s.{0,400}\btag\b",
    re.IGNORECASE,
)
_NAMED_BEHIND = regex(r"[」』”’\s]?(?:タグ|要素|标签|標籤|元素|태그|요소)")
_LONGEST_LOOK = 100  # characters behind a tag
_BRACKET_ENTITY = regex(r"&(?:lt|gt|#60|#62|#x3c|#x3e);", re.IGNORECASE)
_BEFORE = " \t\r\n([{\"'“‘«„`「『（-/>"
_BEHIND = " \t\r\n)]}\"'”’»`.,;:!?-/、。，」』）<"


def names_tags(line: str) -> bool:
    """Tell whether a line is plain text that speaks of tags, and no HTML."""
    tags = list(TAG.finditer(line))
    if not tags or _BRACKET_ENTITY.search(line):
        return False
    names = {(bool(tag[1]), tag[2].lower()) for tag in tags}
    paired = {name for closes, name in names if (not closes, name) in names} - VOID
    ends = {tag[2].lower(): tag.start() for tag in tags if tag[1]}
    if any(tag[2].lower() in paired and _holds_words(tag, ends) for tag in tags):
        return False
    lone = any(tag[2].lower() not in paired | VOID for tag in tags)
    idle = any(has_no_effect(tag) or _is_rule_in_line(tag) for tag in tags)
    return lone or idle or _SPEAKS.search(TAG.sub(" ", line)) is not None or _is_before_word(tags)


def is_named(tag: re.Match[str]) -> bool:
    """Tell whether a tag, in a line that names tags, is a word of the line."""
    if tag[3].strip(" /") and not has_no_effect(tag):
        return False
    line = tag.string
    before, behind = line[max(0, tag.start() - 1) : tag.start()], line[tag.end() : tag.end() + 1]
    apart = (not before or before in _BEFORE) and (not behind or behind in _BEHIND)
    return apart or _NAMED_BEHIND.match(line, tag.end()) is not None


def has_no_effect(tag: re.Match[str]) -> bool:
    """Tell whether an element without a second half shows nothing in its place, in HTML either."""
    name, line = tag[2].lower(), tag.string
    if name == "img":
        return "src" not in tag[3].lower() or "=" not in tag[3]
    around = line[max(0, tag.start() - 1) : tag.start()], line[tag.end() : tag.end() + 1]
    return name == "wbr" and any(one.isspace() for one in around)


def _is_rule_in_line(tag: re.Match[str]) -> bool:
    """Tell whether a `<hr>` stands between words; a line has no place for a rule."""
    around = (
        tag.string[max(0, tag.start() - 2) : tag.start()],
        tag.string[tag.end() : tag.end() + 2],
    )
    before, behind = (one.replace("<", ">").strip(">") for one in around)
    return tag[2].lower() == "hr" and before.endswith(" ") and behind.startswith(" ")


def _is_before_word(tags: list[re.Match[str]]) -> bool:
    return any(_NAMED_BEHIND.match(tag.string, tag.end()) for tag in tags)


def _holds_words(tag: re.Match[str], ends: Mapping[str, int]) -> bool:
    """Tell whether an opening tag has attributes, or words of its element.

    The words touch the tag, or are more than the `and` of `<b> and </b>`.

    Args:
        tag: the tag.
        ends: where the last closing tag of each name begins.
    """
    name, start = tag[2].lower(), tag.end()
    if tag[1] or ends[name] < start:
        return False
    behind = tag.string[start : start + _LONGEST_LOOK].lower()
    words = TAG.sub(" ", behind.partition(f"</{name}")[0])
    touches = behind[:1].strip("<,;:.)]` \t\r\n")
    return bool(tag[3].strip(" /") or (words.strip() and touches)) or len(words.split()) > 1
