"""Words that the page shows with a gap, although the record has none."""

from collections.abc import Iterator

from lxml import etree

from printkit.preflight.inventory.html_trees import all_words
from printkit.preflight.inventory.misplaced.compared import Compared
from printkit.remarks import Removed
from printkit.text.patterns import regex

_INLINE = ("a", "b", "i", "em", "strong", "u", "s", "mark", "small", "font", "span", "cite", "q")
_UNSEEN = regex("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LAST = regex(r"[^\W\d_]{1,60}\Z")
_FIRST = regex(r"[^\W\d_]{1,60}")
_DEEP = 5  # elements within each other whose last text is looked for
_TAIL = 80  # characters in which a word is looked for


def broken_words(one: Compared) -> Iterator[Removed]:
    """Yield the words that markup parts in the record, and a space parts on the page."""
    pairs = dict.fromkeys(pair for element in one.body.iter(*_INLINE) for pair in _parted(element))
    if not pairs:
        return
    page = " ".join(_UNSEEN.sub("", all_words(one.page)).split())
    for first, second in pairs:
        if first + second not in page and f"{first} {second}" in page:
            yield Removed("gap in a word", first + second, "p")


def _parted(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the two parts of each word that begins or ends an element and goes on beside."""
    if element.get("style"):
        return  # a style may set the element apart
    before, around = element.getprevious(), element.getparent()
    led = before.tail if before is not None else around.text if around is not None else ""
    if before is not None and before.tag not in _INLINE and not led:
        led = ""
    begins = str(next(element.itertext(), ""))
    for one, other in ((led, begins), (_last_text(element), element.tail)):
        first = _LAST.search(_UNSEEN.sub("", (one or "")[-_TAIL:]))
        second = _FIRST.match(_UNSEEN.sub("", (other or "")[:_TAIL]))
        if first and second:
            yield first[0], second[0]


def _last_text(element: etree._Element) -> str:
    for _ in range(_DEEP):
        if not len(element) or element[-1].tail:
            break
        element = element[-1]
    return (element[-1].tail if len(element) else element.text) or ""
