"""Several articles on the same pages → the article that a fault, an id or a character belongs to.

An article is named by its id prefix; an empty prefix says that the article is unknown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from printkit.pages import PageMarkup, Pages, Position, PrintedText, opening_anchor


def starts_of(pages: Pages, page: PageMarkup) -> dict[str, Position]:
    """Return the place where each article begins, in their order; empty for a single article."""
    several = [prefix for prefix in page.articles if prefix]
    return {
        prefix: pages.anchors.get(opening_anchor(prefix), pages.anchors[prefix])
        for prefix in several
    }


def article_at(starts: Mapping[str, Position], page: int, y: float = 0) -> str:
    """Return the article that a point on a page belongs to: the last that begins before the point.

    Args:
        starts: the place where each article begins, in their order.
        page: the number of the page, counted from 0.
        y: the height of the point, in points above the lower edge of the page.
    """
    begun = [prefix for prefix, at in starts.items() if (at.page, -at.y) <= (page, -y)]
    return begun[-1] if begun else ""


def article_of_id(identity: str, prefixes: Iterable[str]) -> str:
    """Return the prefix of the article that an element's id belongs to: the longest that fits."""
    return max((one for one in prefixes if identity.startswith(one)), key=len, default="")


def characters_by_article(
    characters: str, printed: Sequence[PrintedText]
) -> Iterator[tuple[str, str]]:
    """Yield each article with its share of the characters; first the characters of no article."""
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
