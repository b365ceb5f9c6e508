"""Words that stand in another order within their paragraph than in the record."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml import etree

from printkit.preflight.inventory.html_items import Item
from printkit.preflight.inventory.misplaced.compared import Compared
from printkit.preflight.inventory.tokens import tokens_of
from printkit.remarks import Removed
from printkit.text.patterns import regex

# As in `::youtube[Words]{#number}`: the page prints the address before the words.
_DIRECTIVE = regex(r"::[a-z][\w-]{0,40}[\[{]")
_BLOCKS = ("p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote")
_LEAST = 3  # words that can have an order
_LONG = 4  # letters of a word by which a paragraph is found
_SHARE = 0.9  # of the words, which a block must have to be the same paragraph
_SPREAD = 2  # how many times as long a text may be on the page
# Markdown: the page has the meaning of an abbreviation behind the abbreviation.
_DEFINED = regex(r"\s*\*\[[^\[\]\n]{1,80}\]:")
_MOST = 200  # paragraphs that are compared word by word


def disordered_words(one: Compared, items: Sequence[Item]) -> Iterator[Removed]:
    """Yield the texts of which the page has two words of one paragraph in another order."""
    texts = [(item, tokens_of(item.words)) for item in items if item.kind == "words"]
    everything = "".join(tokens_of(_words_without_marks(one.page)))
    doubtful = [
        (item, tokens)
        for item, tokens in texts
        if len(tokens) >= _LEAST
        and "".join(tokens) not in everything
        and not _DEFINED.match(item.words)
        and not _DIRECTIVE.search(item.words)
    ][:_MOST]
    if not doubtful:
        return
    blocks = [tokens_of(_words_without_marks(block)) for block in one.page.iter(*_BLOCKS)]
    places: dict[str, list[int]] = defaultdict(list)
    for number, tokens in enumerate(blocks):
        for token in set(tokens):
            if len(token) >= _LONG:
                places[token].append(number)
    for item, tokens in doubtful:
        common = Counter(number for token in set(tokens) for number in places.get(token, ())[:9])
        best = common.most_common(1)
        block = blocks[best[0][0]] if best else []
        inside = set(block)
        same = sum(token in inside for token in tokens) >= _SHARE * len(tokens)
        if same and _is_disordered(tokens, block):
            yield Removed("order of words", " ".join(item.words.split()), item.place)


def _words_without_marks(page: etree._Element) -> str:
    """Return the words of a page without the marks of notes."""
    parts: list[str] = []
    walker = etree.iterwalk(page, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            parts.append(element.tail or "")
        elif element.get("class") == "note-ref":
            walker.skip_subtree()
        else:
            parts.append(element.text or "")
    return " ".join(parts)


def _is_disordered(tokens: Sequence[str], block: Sequence[str]) -> bool:
    """Tell whether two words, each of which occurs once, stand in another order in a block."""
    own, other = Counter(tokens), Counter(block)
    at = {token: number for number, token in enumerate(block) if other[token] == 1}
    # The page numbers notes anew: if a number is absent, other numbers may be those of notes.
    numbered = all(token in other for token in tokens if token.isdigit())
    counted = (one for one in tokens if own[one] == 1 and (numbered or not one.isdigit()))
    order = [at[token] for token in counted if token in at]
    # Words that stand far from each other are words of another sentence.
    near = bool(order) and max(order) - min(order) <= _SPREAD * len(tokens)
    return near and any(one > following for one, following in pairwise(order))
