"""Articles printed in one run → the article that a fault, an id or a character belongs to.

Articles go by their id prefix; the empty text stands for no certain article.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from printkit.pages import PageMarkup, Pages, Position, PrintedText, opening_anchor


def starts_of(pages: Pages, page: PageMarkup) -> dict[str, Position]:
    """Return where each article begins, in their order; nothing if the run has one article."""
    several = [prefix for prefix in page.articles if prefix]
    return {
        prefix: pages.anchors.get(opening_anchor(prefix), pages.anchors[prefix])
        for prefix in several
    }


def article_at(starts: Mapping[str, Position], page: int, y: float = 0) -> str:
    """Return the last article that begins above a height of a page, or on a page before it.

    Args:
        starts: where each article begins, in their order.
        page: counted from 0.
        y: the height, in points above the lower edge of the page.
    """
    begun = [prefix for prefix, at in starts.items() if (at.page, -at.y) <= (page, -y)]
    return begun[-1] if begun else ""


def article_of_id(identity: str, prefixes: Iterable[str]) -> str:
    """Return the longest prefix that opens the id of an element."""
    return max((one for one in prefixes if identity.startswith(one)), key=len, default="")


def characters_by_article(
    characters: str, printed: Sequence[PrintedText]
) -> Iterator[tuple[str, str]]:
    """Share out characters among the articles whose words have them; the rest comes first."""
    words: dict[str, list[str]] = defaultdict(list)
    for text in printed:
        words[text.article].append(text.words)
    words.pop("", None)
    owned = {
        prefix: "".join(one for one in characters if one in "".join(some))
        for prefix, some in words.items()
    }
    yield "", "".join(one for one in characters if one not in "".join(owned.values()))
    yield from owned.items()
