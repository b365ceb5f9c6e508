"""Find articles that are the same: by address, by id, or by headline and text."""

import html
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from printkit.article import Article
from printkit.issue.canonical_urls import address_of
from printkit.issue.versions import newest_of
from printkit.text.comparing import compared_words
from printkit.text.patterns import regex

# Scripts without spaces between words. In them, each character counts as a word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_SINGLE = regex(rf"[{_UNSPACED}]|[^{_UNSPACED}]+")
_ELEMENT = regex("<[^<>]*>")
_SHINGLE = 4  # words in a shingle
_WORDS_COMPARED = 4_000  # words from the beginning of a text; the words after them do not count
_PROBES = 50  # shingles of a text that are looked for in the other text
_MUCH_THE_SAME = 0.6  # share of the probes that two versions of a text have in common


class Duplicate(NamedTuple):
    """The reason for leaving out an article: a newer article is the same.

    Attributes:
        newest: the place of the newer article in the sequence of all articles.
        reason: what both articles have in common: `the same address`.
    """

    newest: int
    reason: str


class _Wording(NamedTuple):
    """A text as shingles: each run of four neighbouring words is a shingle.

    Attributes:
        length: the number of shingles in the text, repeated shingles too.
        shingles: all different shingles.
        probes: 50 to 100 of the shingles, evenly from the whole text; all of a short text.
    """

    length: int
    shingles: frozenset[str]
    probes: frozenset[str]


def superseded(articles: Sequence[Article], zone: str) -> dict[int, Duplicate]:
    """Return the articles that have a newer duplicate, by their places in the sequence.

    Args:
        articles: the articles, and the notices that withdraw articles.
        zone: the IANA name of the time zone of dates that have none.
    """
    found = {}
    for group in _groups(articles):
        newest = newest_of(group, articles, zone)
        for one in group:
            if one != newest:
                found[one] = Duplicate(newest, _reason(articles[one], articles[newest]))
    for notice, one, reason in _withdrawn(articles):
        if newest_of((one, notice), articles, zone) == notice:
            found[one] = Duplicate(notice, reason)
    return found


def _groups(articles: Sequence[Article]) -> Iterable[list[int]]:
    """Return groups of articles that are the same; if A is B and B is C, all are one group."""
    # A union-find: each article points to another article of its group; the last is the leader.
    leader = list(range(len(articles)))

    def led(one: int) -> int:
        while leader[one] != one:
            # Halving the path keeps long chains of duplicates fast.
            leader[one] = one = leader[leader[one]]
        return one

    for one, other in _pairs(articles):
        leader[led(other)] = led(one)
    groups = defaultdict(list)
    for one in range(len(articles)):
        groups[led(one)].append(one)
    return (group for group in groups.values() if len(group) > 1)


def _pairs(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    for key in (address_of, _numbered_id):
        for alike in _alike([key(article) for article in articles]):
            # Neighbours are enough: the groups join all pairs.
            yield from pairwise(alike)
    # Compare the texts, too: a headline such as "Weather" is the same every day.
    for alike in _alike([_headline(article) for article in articles]):
        texts = {one: _wording_of(articles[one]) for one in alike}
        for one, other in combinations(alike, 2):
            if _overlap(texts[one], texts[other]) >= _MUCH_THE_SAME:
                yield one, other


def _withdrawn(articles: Sequence[Article]) -> Iterator[tuple[int, int, str]]:
    """Yield notices, the articles that they withdraw, and what both have in common.

    A notice names an article by id. A notice without id, text and address names an article by
    headline. Two articles that one notice names may differ, so these pairs make no groups.
    """
    by_id, by_headline = defaultdict(list), defaultdict(list)
    for place, article in enumerate(articles):
        by_id[article.id].append(place)
        by_headline[_headline(article)].append(place)
    for place, notice in enumerate(articles):
        if notice.id and notice.status != "usable":
            same_id = by_id[notice.id]
            named = [one for one in same_id if _may_share_source(notice, articles[one])]
            reason = "the same id"
        elif notice.status == "canceled" and not (notice.body or notice.url):
            named, reason = by_headline[_headline(notice)], "the same headline"
        else:
            continue
        yield from ((place, other, reason) for other in named if other != place)


def _may_share_source(one: Article, other: Article) -> bool:
    return len({article.source.name.casefold() for article in (one, other) if article.source}) < 2


def _alike(keys: Iterable[object]) -> list[list[int]]:
    """Return the places of equal keys, for each key that comes more than once; None is no key."""
    places = defaultdict(list)
    for place, key in enumerate(keys):
        if key is not None:
            places[key].append(place)
    return [alike for alike in places.values() if len(alike) > 1]


def _numbered_id(article: Article) -> tuple[str, str] | None:
    """Return id and source of an article, if its record also has a version; else None.

    Other ids may be the row numbers of a database: every database has a record 1.
    """
    if not (article.id and article.version):
        return None
    return article.id, article.source.name if article.source else ""


def _headline(article: Article) -> str:
    return " ".join(_counted_words(article.headline)) or article.headline


def _counted_words(text: str) -> Iterator[str]:
    """Yield the words of a text; in a script without spaces, each character is a word."""
    return (match[0] for word in compared_words(text) for match in _SINGLE.finditer(word))


def _wording_of(article: Article) -> _Wording:
    """Return the shingles of an article's body; without words, the addresses of its pictures."""
    # Remove elements before character references: `&lt;` in a text must not become an element.
    plain = html.unescape(_ELEMENT.sub(" ", article.body))
    counted = list(islice(_counted_words(plain), _WORDS_COMPARED))
    runs = zip(*(counted[start:] for start in range(_SHINGLE)), strict=False)
    shingles = [" ".join(run) for run in runs] or [" ".join(counted)]
    if not counted:
        shingles = [image.src or "" for image in article.images] or [article.body]
    probes = shingles[:: max(len(shingles) // _PROBES, 1)]
    return _Wording(len(shingles), frozenset(shingles), frozenset(probes))


def _overlap(one: _Wording, other: _Wording) -> float:
    """Return the share of the shorter text that is in the longer, from 0 to 1."""
    shares = [
        len(shorter.probes & longer.shingles) / len(shorter.probes)
        for shorter, longer in ((one, other), (other, one))
        if shorter.length <= longer.length
    ]
    return min(shares)


def _reason(one: Article, other: Article) -> str:
    if address_of(one) and address_of(one) == address_of(other):
        return "the same address"
    if _numbered_id(one) and _numbered_id(one) == _numbered_id(other):
        return "the same id"
    return "the same headline and much the same text"
