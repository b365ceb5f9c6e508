"""Which articles say the same: by address, by id, or by headline and text; the newest is kept."""

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from printkit.article import Article
from printkit.issue.canonical_urls import address_of
from printkit.issue.period import instant
from printkit.text.comparing import words

# Scripts that set no space between words: there, a character counts as a word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_SINGLE = re.compile(rf"[{_UNSPACED}]|[^{_UNSPACED}]+")
_ELEMENT = re.compile("<[^<>]*>")
_SHINGLE = 4  # words
_WORDS_COMPARED = 4_000  # from the beginning
_PROBES = 50
_LAST_OF_A_DAY = timedelta(days=1) - timedelta.resolution
_MUCH_THE_SAME = 0.6  # of the probes
# Longer numbers than any system counts in are a hostile record's.
_VERSION = re.compile(r"v?([0-9]{1,18}(?:\.[0-9]{1,18}){0,9})")


class Duplicate(NamedTuple):
    """What an article gives way to.

    Attributes:
        newest: the place of the article that is kept.
        reason: what both have in common, `the same address`.
    """

    newest: int
    reason: str


class _Wording(NamedTuple):
    """A text as its shingles: how many, all of them, and some from all along it."""

    length: int
    shingles: frozenset[str]
    probes: frozenset[str]


def superseded(articles: Sequence[Article], zone: str) -> dict[int, Duplicate]:
    """Every article that says the same as a newer one, by its place in the sequence.

    The newest has the highest version, where all have one; else the latest date of change,
    then of publication; else the longest text. Of equal ones the first is kept. In doubt what
    withdraws an article is newer than it: where it has no date, or the same.

    Args:
        zone: the IANA name of the time zone of dates that have none.
    """
    found = {}
    for group in _groups(articles):
        newest = _newest(group, articles, zone)
        for one in group:
            if one != newest:
                found[one] = Duplicate(newest, _reason(articles[one], articles[newest]))
    for notice, one, reason in _withdrawn(articles):
        if _newest((one, notice), articles, zone) == notice:
            found[one] = Duplicate(notice, reason)
    return found


def _groups(articles: Sequence[Article]) -> Iterable[list[int]]:
    """The places of articles that say the same, directly or by way of another."""
    leader = list(range(len(articles)))

    def led(one: int) -> int:
        while leader[one] != one:
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
            yield from pairwise(alike)
    for alike in _alike([_headline(article) for article in articles]):
        texts = {one: _wording_of(articles[one]) for one in alike}
        for one, other in combinations(alike, 2):
            if _overlap(texts[one], texts[other]) >= _MUCH_THE_SAME:
                yield one, other


def _withdrawn(articles: Sequence[Article]) -> Iterator[tuple[int, int, str]]:
    """Notices and the articles that they name, by id, or for want of one by a headline alone.

    What two articles are named by does not make one of them: each is held against the notice.
    """
    by_id, by_headline = defaultdict(list), defaultdict(list)
    for place, article in enumerate(articles):
        by_id[article.id].append(place)
        by_headline[_headline(article)].append(place)
    for place, notice in enumerate(articles):
        if notice.id and notice.status != "usable":
            for other in by_id[notice.id]:
                if other != place and _may_be_of_one_source(notice, articles[other]):
                    yield place, other, "the same id"
        elif notice.status == "canceled" and not (notice.body or notice.url):
            for other in by_headline[_headline(notice)]:
                if other != place:
                    yield place, other, "the same headline"


def _may_be_of_one_source(one: Article, other: Article) -> bool:
    return len({article.source.name.casefold() for article in (one, other) if article.source}) < 2


def _alike(keys: Iterable[object]) -> list[list[int]]:
    """The places of equal keys, where there are several; None is like nothing."""
    places = defaultdict(list)
    for place, key in enumerate(keys):
        if key is not None:
            places[key].append(place)
    return [alike for alike in places.values() if len(alike) > 1]


def _numbered_id(article: Article) -> tuple[str, str] | None:
    """An id that has versions; ids alone are `1` in every database."""
    if not (article.id and article.version):
        return None
    return article.id, article.source.name if article.source else ""


def _headline(article: Article) -> str:
    return " ".join(_counted_words(article.headline)) or article.headline


def _counted_words(text: str) -> Iterator[str]:
    """Yield the words of a text as they are counted; see _UNSPACED."""
    return (match[0] for word in words(text) for match in _SINGLE.finditer(word))


def _wording_of(article: Article) -> _Wording:
    """The body in shingles; where it has no words, its pictures."""
    plain = html.unescape(_ELEMENT.sub(" ", article.body))
    counted = list(islice(_counted_words(plain), _WORDS_COMPARED))
    runs = zip(*(counted[start:] for start in range(_SHINGLE)), strict=False)
    shingles = [" ".join(run) for run in runs] or [" ".join(counted)]
    if not counted:
        shingles = [image.src or "" for image in article.images] or [article.body]
    probes = shingles[:: max(len(shingles) // _PROBES, 1)]
    return _Wording(len(shingles), frozenset(shingles), frozenset(probes))


def _overlap(one: _Wording, other: _Wording) -> float:
    """How much of the shorter text stands in the longer, from 0 to 1; of equals, the less."""
    shares = [
        len(shorter.probes & longer.shingles) / len(shorter.probes)
        for shorter, longer in ((one, other), (other, one))
        if shorter.length <= longer.length
    ]
    return min(shares)


def _newest(group: Sequence[int], articles: Sequence[Article], zone: str) -> int:
    versions = {one: _version(articles[one]) for one in group}
    if not all(versions.values()):
        versions = dict.fromkeys(group, ())  # some have none: then they tell nothing
    return max(group, key=lambda one: (versions[one], *_age(articles[one], zone), -one))


def _version(article: Article) -> tuple[int, ...]:
    match = _VERSION.fullmatch((article.version or "").lower())
    return tuple(map(int, match[1].split("."))) if match else ()


def _age(article: Article, zone: str) -> tuple[timedelta, timedelta, bool, int, str]:
    """What is greater the newer an article is; its own words, last, decide between equals."""
    published = article.date_published or article.date_posted
    changed = article.date_modified or published
    stops = article.status != "usable"

    def age(moment: date | None) -> timedelta:
        if moment is None:
            return timedelta.max if stops else timedelta.min
        # A day alone may mean any of its moments; what withdraws an article, the last.
        late = _LAST_OF_A_DAY if stops and not isinstance(moment, datetime) else timedelta()
        return instant(moment, zone) + late

    return (
        age(changed),
        age(published),
        stops,
        len(article.body),
        article.model_dump_json(),
    )


def _reason(one: Article, other: Article) -> str:
    if address_of(one) and address_of(one) == address_of(other):
        return "the same address"
    if _numbered_id(one) and _numbered_id(one) == _numbered_id(other):
        return "the same id"
    return "the same headline and much the same text"
