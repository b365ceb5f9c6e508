"""Named files: an article goes in, all words that may name a picture file beside it come out.

A word too many does no harm, because only names of files that exist count in a hash. So this
search needs no parser of HTML, and takes little time.
"""

import html
from collections.abc import Iterator
from itertools import islice

from printkit.article import Article
from printkit.text.patterns import regex

_MOST = 5_000  # names; ten times the number of pictures that a record may have
_LONGEST = 1_000  # characters of a name
# Within quotation marks, round or square brackets; after `=`; or a word as `a.png`.
_NAMES = (
    regex(r'"([^"\n]{1,1000})"'),
    regex(r"'([^'\n]{1,1000})'"),
    regex(r"\(\s*([^()\n]{1,1000})\)"),
    regex(r"\[\[([^\]\[|\n]{1,1000})"),
    regex(r"=\s*([^\s\"'<>=]{1,1000})"),
    regex(r"([^\s\"'<>()\[\],=]{1,1000})"),
)


def names_of_files(article: Article) -> tuple[str, ...]:
    """Return all words of an article that may be the address of a local picture, each once."""
    fields = article.model_dump(mode="json", exclude={"body"}, exclude_none=True)
    body = article.body or ""
    names = dict.fromkeys((*_texts_in(fields.pop("images", None)), *_texts_in(fields)))
    found = (one.strip("<> ") for one in (*names, *_names_in(body)) if _may_be_name(one))
    return tuple(islice(dict.fromkeys(found), _MOST))


def _names_in(body: str) -> Iterator[str]:
    text = html.unescape(body)
    *marked, word = _NAMES
    for pattern in marked:
        for found in pattern.finditer(text):
            yield found[1]
            if " " in found[1]:  # `srcset`, or an address with a title
                yield from found[1].replace(",", " ").split()
    for found in word.finditer(text):
        if "." in found[1][1:-1] or "/" in found[1]:
            yield found[1]


def _texts_in(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from _texts_in(one)
        case list():
            for one in value:
                yield from _texts_in(one)


def _may_be_name(text: str) -> bool:
    return len(text) <= _LONGEST and "\n" not in text and not text.startswith("data:")
