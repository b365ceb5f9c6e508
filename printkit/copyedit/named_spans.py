"""Named spans: a body goes in, and comes out with a space between the spans of a card.

Sites write the author, the date and the publisher of a card as spans side by side, without a space
in between: the style sheet of the site parts these spans. The class of each span names its part of
the card, unless a program that saved the page took the classes away.
"""

import unicodedata
from itertools import pairwise

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names
from printkit.text.patterns import regex

_SPANS = (INLINE - {"br", "sup", "sub", "code"}) | names("span label time data font big small")
_ICONS = names("img x-svg picture")
_CARDS = names("a h1 h2 h3 h4 h5 h6 figcaption")
_CODE = ("pre", "code")
_ENDS = "%)]!?…"  # signs behind which no word goes on
_NUMBER = regex(r"[\d_-]+\Z")  # programs number the classes of their styles: s1, s2, c12
_ORDINAL = regex(r"st|nd|rd|th|er|re|ère|e|ème|de|[oa]|\.")  # as in 1st, 2ème
# Words in the classes of the parts of a card; a class such as `bold` says nothing of a part.
_PARTS = regex(
    r"(^|[-_ ])(author|by(line)?|name|user|handle|role|job|company|date|time|day|month|year"
    r"|duration|site|domain|host|source|publisher|title|head(ing|line)?|kicker|topic|label|count|counter|number"
    r"|value|unit|percent(age)?|votes?|answer|score|rank|rating|price|period|size|info|file-?name|meta"
    r"|category|section|tag|badge|status|type|text|desc(ription)?|summary|excerpt|views?|likes?"
    r"|comments?|reads?|place|location|city|country)s?([-_ ]|$)"
)
_UNPARTED = regex(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def part_named_spans(root: Node) -> None:
    """Put a space between two spans that are parts of a card, in a row without other words.

    Within a sentence, where other words stand beside the spans, nothing changes: there the spans
    may be the parts of one word.

    Args:
        root: the body; changed in place.
    """
    rows = dict.fromkeys(one.getparent() for one in tree.each(root, *sorted(_SPANS)))
    for row in rows:
        if row is None or len(row) == 1 or not _is_row(row):
            continue
        for left, right in pairwise(row):
            if not left.tail and _stand_apart(left, right, row) and _are_words(left, right):
                left.tail = " "


def _is_row(element: Node) -> bool:
    """Tell whether an element holds spans, and no words beside the spans."""
    if any(one.tag in _CODE for one in (element, *tree.ancestors(element))):
        return False
    inside = all(one.tag in _SPANS | _ICONS and tree.is_blank(one.tail) for one in element)
    return inside and tree.is_blank(element.text)


def _stand_apart(left: Node, right: Node, row: Node) -> bool:
    """Tell whether two spans have different classes, or stand in a card that has no classes."""
    named = _styles_of(left), _styles_of(right)
    if any(named):
        return named[0] != named[1] and all(map(_names_part, named))
    numbers = tree.words(left)[-1:].isdigit() and tree.words(right)[:1].isdigit()
    return left.tag == right.tag == "span" and row.tag in _CARDS and not numbers


def _names_part(classes: set[str]) -> bool:
    return any(map(_PARTS.search, classes))


def _styles_of(span: Node) -> set[str]:
    """Return the classes of a span without their numbers."""
    return {_NUMBER.sub("", name) for name in tree.classes(span)}


def _are_words(left: Node, right: Node) -> bool:
    """Tell whether the last word of a span and the first word of the next are two words.

    A single letter is an initial, and a small letter goes on with the word. Chinese, Japanese and
    Thai part no words.
    """
    end, begin = tree.words(left), tree.words(right)
    if not end or not begin or not ((end[-1].isalnum() or end[-1] in _ENDS) and begin[0].isalnum()):
        return False
    if any(map(_UNPARTED.match, (end[-1], begin[0]))):
        return False
    if end[-1].isdigit() and _ORDINAL.fullmatch(begin):
        return False
    is_initial = len(end) == 1 and end.isalpha()
    goes_on = end[-1].isalpha() and unicodedata.category(begin[0]) == "Ll"
    return not is_initial and not goes_on
