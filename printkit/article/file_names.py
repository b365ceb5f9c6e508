"""File names: articles go in, names that are safe on any system come out.

A name is made of the day and the headline: `2019-09-13-netanyahu-putin-meet.pdf`. Owns anyascii.
"""

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from anyascii import anyascii

from printkit.article.article import Article
from printkit.text.patterns import regex

_LONGEST_SLUG = 80
# Windows takes these names for devices, whatever ending follows.
_DEVICE = regex(r"con|prn|aux|nul|conin|conout|com\d|lpt\d")


class FileName(NamedTuple):
    """The name of an article's file, and the mark that tells the article from others of the name.

    Attributes:
        name: lower-case ASCII letters, digits and dashes, then `.pdf`.
        mark: eight digits of a hash of the article's identity.
    """

    name: str
    mark: str


def file_name(article: Article) -> FileName:
    """Name the file of an article.

    The mark is part of the name if the headline has no letters, or if Windows refuses the name.
    """
    day = article.date_published.isoformat()[:10] if article.date_published else ""
    slug = slug_of(article.headline)
    name = "-".join(part for part in (day, slug) if part)
    mark = mark_of(article)
    if not slug or is_device(name):
        name = "-".join(part for part in (name, mark) if part)
    return FileName(f"{name}.pdf", mark)


def names_for(articles: Sequence[Article]) -> tuple[str, ...]:
    """Name the files of many articles, in their order, no two alike."""
    return distinct_names([file_name(article) for article in articles])


def distinct_names(wanted: Sequence[FileName]) -> tuple[str, ...]:
    """Return names for many articles, in their order, no two alike.

    All articles that would share a name get their marks, so that the order of the articles does
    not matter. An article that came twice gets a number as well.
    """
    uses = Counter(one.name for one in wanted)
    taken = {name for name in uses if uses[name] == 1}
    chosen = []
    for name, mark in wanted:
        own = name if uses[name] == 1 else _unlike(taken, name, mark)
        taken.add(own)
        chosen.append(own)
    return tuple(chosen)


def slug_of(text: str, longest: int = _LONGEST_SLUG) -> str:
    """Return the words of a line in ASCII, joined by dashes, and cut between two words if long.

    Args:
        text: any text.
        longest: the most characters of the slug.
    """
    # Apostrophes are removed first, so that `Europe's` gives `europes` and not `europe-s`.
    words = re.findall("[a-z0-9]+", re.sub("['`]", "", anyascii(text).lower()))
    slug = "-".join(words)
    if len(slug) <= longest:
        return slug
    whole, dash, _ = slug[: longest + 1].rpartition("-")
    return whole if dash else slug[:longest]


def is_device(name: str) -> bool:
    """Tell whether Windows takes a name, without its ending, for a device."""
    return _DEVICE.fullmatch(name) is not None


def mark_of(article: Article) -> str:
    """Return eight hexadecimal digits of a hash of the identity of an article."""
    return sha256(article.identity.encode(errors="replace")).hexdigest()[:8]


def _unlike(taken: set[str], name: str, mark: str) -> str:
    """Return the name with a mark at its end, and with a number if the marked name is taken."""
    marked = f"{name.removesuffix('.pdf')}-{mark}"
    own, count = f"{marked}.pdf", 1
    while own in taken:
        count += 1
        own = f"{marked}-{count}.pdf"
    return own
