"""Composed bodies: an object of schema.org without a body goes in, its article comes out.

A recipe has its words in ingredients and steps, a page of questions in questions and answers, a
review in `reviewBody`: these words become the body of the article.
"""

import html
import re
from collections.abc import Iterator, Mapping
from itertools import islice

from printkit.article import Article
from printkit.readers.problems import quoted
from printkit.readers.schema_texts import as_paragraphs, headed_texts, list_of, unread_words
from printkit.remarks import Remark
from printkit.text.characters import is_invisible

_AS_LIST = ("recipeIngredient", "ingredients", "supply", "tool", "positiveNotes", "negativeNotes")
_AS_STEPS = ("recipeInstructions", "step", "steps", "itemListElement")
_AS_TEXTS = ("reviewBody", "transcript")
_AS_PARTS = (
    "hasPart",
    "liveBlogUpdate",
    "acceptedAnswer",
    "suggestedAnswer",
    "sharedContent",
    "review",
)
_COMPOSED = (*_AS_TEXTS, *_AS_LIST, *_AS_STEPS, *_AS_PARTS)
_QUESTIONS = "mainEntity"
# Only if a record of schema.org has no other words, its description is its text.
_LAST = ("description", "abstract")
_ABOUT = ("claimReviewed", "itemReviewed", "reviewRating")
# Kinds of objects that have a text, and often no headline.
_HEADLESS = re.compile(r"\w*(?:Review|Page|Posting|Comment|Message|Question|Answer|Quotation)")
_FORMAT = {"body_format": "html"}
_LONGEST_HEADLINE = 80


def with_composed_body(
    record: Mapping[str, object], where: str
) -> tuple[Mapping[str, object], list[Remark]]:
    """Return a record with a body of the words that schema.org keeps in other places.

    Args:
        record: the record; a record without such words is returned as it is.
        where: the name of the record, for the remarks.
    """
    given = {key: value for key, value in record.items() if not _is_nothing(value)}
    own = next((key for key in given if Article.field_for(key) == "body"), "")
    if own and (not isinstance(given[own], str) or _has_format(given)):
        return record, []
    parts = {key: _part(key, given[key]) for key in _parts_of_text(given)}
    if own:
        told = _bare_words(str(given[own]))
        parts = {key: part for key, part in parts.items() if _bare_words(part) not in told}
    parts = {key: part for key, part in parts.items() if part}
    if not own and not parts and _is_of_schema(given):
        texts = ((key, given[key]) for key in _LAST if isinstance(given.get(key), str))
        parts = {key: as_paragraphs(text) for key, text in islice(texts, 1)}
    if not parts:
        return _with_headline(record, given, str(given.get(own, "")), where)
    about = [key for key in _ABOUT if key in given]
    body = "".join([as_paragraphs(given[own]) if own else "", *_about(given), *parts.values()])
    rest = {key: one for key, one in record.items() if key not in {own, *parts, *about}}
    made, remarks = _with_headline({**rest, **_FORMAT, "body": body}, given, body, where)
    return made, [*remarks, *_remarks_on_unread([*parts, *about], given, where)]


def _parts_of_text(given: Mapping[str, object]) -> list[str]:
    return [key for key in (*_COMPOSED, _QUESTIONS) if key in given and _is_text_part(key, given)]


def _with_headline(
    record: Mapping[str, object], given: Mapping[str, object], body: str, where: str
) -> tuple[Mapping[str, object], list[Remark]]:
    """Return a record of schema.org with a headline; posts, for example, have none."""
    named = any(Article.field_for(key) == "headline" for key in given)
    if named or not _is_of_schema(given) or is_invisible(body) or not _is_headless(given):
        return record, []
    headline, told = _headline(given, body)
    remark = Remark("PK205", f"no headline is given; {told}", where, field="headline")
    return {**record, "headline": headline}, [remark]


def _part(key: str, value: object) -> str:
    if key in _AS_TEXTS:
        return as_paragraphs(value)
    if key in _AS_LIST:
        inner = value.get("itemListElement", value) if isinstance(value, Mapping) else value
        return list_of(inner, "ul")
    if key in _AS_STEPS:
        inner = value.get("itemListElement", value) if isinstance(value, Mapping) else value
        return list_of(inner, "ol")
    return headed_texts(value)


def _about(given: Mapping[str, object]) -> Iterator[str]:
    """Yield what a review is about, and its rating."""
    if isinstance(claim := given.get("claimReviewed"), str):
        yield f"<blockquote>{as_paragraphs(claim)}</blockquote>"
    subject = given.get("itemReviewed")
    name = subject.get("name") if isinstance(subject, Mapping) else subject
    rating = given.get("reviewRating")
    parts = [str(name)] if isinstance(name, str) else []
    if isinstance(rating, Mapping):
        value, best = rating.get("ratingValue"), rating.get("bestRating")
        stars = "" if value is None else f"{value} / {best}" if best is not None else f"{value}"
        parts += [stars, str(rating.get("alternateName") or "")]
    if line := ": ".join(filter(None, parts)):
        yield f"<p><strong>{html.escape(line, quote=False)}</strong></p>"


def _headline(given: Mapping[str, object], body: str) -> tuple[str, str]:
    """Return a headline for a record without one, and the end of a sentence on its origin."""
    if isinstance(claim := given.get("claimReviewed"), str):
        return claim, "claimReviewed is taken"
    for key in ("itemReviewed", _QUESTIONS, "isPartOf", "about"):
        value = given.get(key)
        first = value[0] if isinstance(value, list | tuple) and value else value
        name = first.get("name") if isinstance(first, Mapping) else None
        if isinstance(name, str) and not is_invisible(name):
            return name, f"the name of {key} is taken"
    words = _bare_words(body)
    short = (
        words
        if len(words) <= _LONGEST_HEADLINE
        else words[:_LONGEST_HEADLINE].rsplit(" ", 1)[0] + "…"
    )
    return short, "the first words of the text are taken"


def _bare_words(markup: str) -> str:
    """Return the words of a text outside its tags, parted by single spaces."""
    outside = (part.partition(">")[2] if ">" in part else part for part in markup.split("<"))
    return " ".join(html.unescape(" ".join(outside)).split())


def _is_headless(given: Mapping[str, object]) -> bool:
    kinds = given.get("@type")
    named = kinds if isinstance(kinds, list | tuple) else [kinds]
    return any(isinstance(one, str) and _HEADLESS.search(one) for one in named)


def _remarks_on_unread(
    used: list[str], given: Mapping[str, object], where: str
) -> Iterator[Remark]:
    left = dict.fromkeys(path for key in used for path in unread_words(given[key], key))
    if left:
        told = ", ".join(map(quoted, list(left)[:20]))
        yield Remark("PK201", f"these values within the text are not printed: {told}", where)


def _is_text_part(key: str, given: Mapping[str, object]) -> bool:
    """Tell whether a key holds words of the text, rather than parts of another thing."""
    value = given[key]
    if key == _QUESTIONS:
        first = value[0] if isinstance(value, list | tuple) and value else value
        return isinstance(first, Mapping) and "Question" in str(first.get("@type", ""))
    plain = key in ("tool", "supply", "step", "steps", "ingredients", "transcript", "hasPart")
    return _is_of_schema(given) or not plain


def _is_of_schema(given: Mapping[str, object]) -> bool:
    return "@type" in given or "@context" in given


def _has_format(given: Mapping[str, object]) -> bool:
    formats = [value for key, value in given.items() if Article.field_for(key) == "body_format"]
    return any(one != "html" for one in formats)


def _is_nothing(value: object) -> bool:
    return value is None or value == [] or (isinstance(value, str) and is_invisible(value))
