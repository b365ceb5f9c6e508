"""Composed bodies: an object of schema.org without a body goes in, its article comes out.

A recipe has its words in ingredients and steps, a page of questions in questions and answers, a
review in `reviewBody`: these words become the body of the article.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from printkit.article import Article
from printkit.readers.schema_leftovers import MarkupWords, unread_words
from printkit.readers.schema_order import position_doubts
from printkit.readers.schema_pictures import pictures_in
from printkit.readers.schema_subjects import subjects_of
from printkit.readers.schema_texts import (
    answers_of,
    as_paragraphs,
    headed_texts,
    label_of,
    list_of,
)
from printkit.readers.schema_values import bare_words, each_of
from printkit.remarks import Remark
from printkit.text.characters import is_invisible
from printkit.text.patterns import regex
from printkit.wording.language_names import language_tag
from printkit.wording.recognition import recognise
from printkit.wording.words import Words

# Each key of a list with the key of its label.
_LABELS = {
    "recipeIngredient": "ingredients",
    "ingredients": "ingredients",
    "supply": "materials",
    "tool": "tools",
    "positiveNotes": "pros",
    "negativeNotes": "cons",
}
_ALWAYS_LABELLED = ("positiveNotes", "negativeNotes")
_AS_STEPS = ("recipeInstructions", "step", "steps", "itemListElement")
_AS_TEXTS = ("reviewBody", "transcript")
_AS_PARTS = (
    "hasPart",
    "liveBlogUpdate",
    "sharedContent",
    "review",
)
_ANSWERS = ("acceptedAnswer", "suggestedAnswer")
_COMPOSED = (*_AS_TEXTS, *_LABELS, *_AS_STEPS, *_AS_PARTS)
_QUESTIONS = "mainEntity"
# Only if a record of schema.org has no other words, its description is its text.
_LAST = ("description", "abstract")
_ABOUT = ("claimReviewed", "itemReviewed", "reviewRating")
# Kinds of objects that have a text, and often no headline.
_HEADLESS = regex(r"\w*(?:Review|Page|Posting|Comment|Message|Question|Answer|Quotation)")
_FORMAT = {"body_format": "html"}
_LONGEST_HEADLINE = 80
_LONGEST_TOLD = 300
_MOST_TOLD = 40
_SAMPLE = 20_000  # characters that tell the language
_DEEPEST = 8


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
    words = _words_for(given)
    parts = {key: _part(key, given, words) for key in _parts_of_text(given)}
    if own:
        told = bare_words(str(given[own]))
        parts = {key: part for key, part in parts.items() if bare_words(part) not in told}
    parts = {key: part for key, part in parts.items() if part}
    if not own and not parts and _is_of_schema(given):
        texts = ((key, given[key]) for key in _LAST if isinstance(given.get(key), str))
        parts = {key: as_paragraphs(text) for key, text in islice(texts, 1)}
    about = [key for key in _ABOUT if key in given]
    if not parts and not (own and about):
        return _with_headline(record, given, str(given.get(own, "")), where)
    body = "".join([as_paragraphs(given[own]) if own else "", subjects_of(given), *parts.values()])
    used = [
        key for key in given if key in {*parts, *about, *(_ANSWERS if _ANSWERS[0] in parts else ())}
    ]
    rest = {key: one for key, one in record.items() if key not in {own, *used}}
    pictured = _with_pictures(rest, [given[key] for key in used], body)
    made, remarks = _with_headline({**pictured, **_FORMAT, "body": body}, given, body, where)
    doubts = islice((one for key in used for one in position_doubts(given[key], key)), _MOST_TOLD)
    unclear = [Remark("PK205", one, where) for one in doubts]
    return made, [*remarks, *unclear, *_remarks_on_unread(used, given, body, where)]


def _parts_of_text(given: Mapping[str, object]) -> list[str]:
    keys = [key for key in (*_COMPOSED, _QUESTIONS) if key in given and _is_text_part(key, given)]
    return [*keys, *([_ANSWERS[0]] if any(key in given for key in _ANSWERS) else [])]


def _words_for(given: Mapping[str, object]) -> Words:
    """Return the labels in the language of a record, which its texts tell if no key does."""
    named = (value for key, value in given.items() if Article.field_for(key) == "language")
    tags = (language_tag(str(one)) for value in named for one in each_of(value))
    tag = next(filter(None, tags), None)
    return Words.of(tag or recognise(" ".join(_some_texts(given))[:_SAMPLE]).tag)


def _some_texts(value: object, depth: int = 0) -> Iterator[str]:
    """Yield texts of a record that are words of a language, rather than names or addresses."""
    if isinstance(value, str):
        yield from [bare_words(value)] if " " in value.strip() and "://" not in value else []
    elif isinstance(value, Mapping | list | tuple) and depth < _DEEPEST:
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _some_texts(one, depth + 1)


def _with_pictures(
    record: Mapping[str, object], used: list[object], body: str
) -> Mapping[str, object]:
    """Return a record whose pictures are its own, and those of the objects in its text."""
    inner = [one for value in used for one in pictures_in(value, body)]
    key = next((key for key in record if Article.field_for(key) == "images"), "images")
    return {**record, key: [*each_of(record.get(key)), *inner]} if inner else record


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


def _part(key: str, given: Mapping[str, object], words: Words) -> str:
    value = given.get(key)
    if key in _AS_TEXTS:
        return as_paragraphs(value)
    if key in _LABELS:
        listed = list_of(value, "ul")
        several = len({_LABELS[one] for one in _LABELS if one in given}) > 1
        labelled = listed and (several or key in _ALWAYS_LABELLED)
        return label_of(_LABELS[key], words) + listed if labelled else listed
    if key in _AS_STEPS:
        order = {"itemListOrder": given["itemListOrder"]} if "itemListOrder" in given else {}
        is_list = key == "itemListElement"
        return list_of({**order, key: value} if is_list else value, "ol")
    return answers_of(given, words) if key in _ANSWERS else headed_texts(value, words)


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
    words = bare_words(body)
    short = (
        words
        if len(words) <= _LONGEST_HEADLINE
        else words[:_LONGEST_HEADLINE].rsplit(" ", 1)[0] + "…"
    )
    return short, "the first words of the text are taken"


def _is_headless(given: Mapping[str, object]) -> bool:
    kinds = given.get("@type")
    named = kinds if isinstance(kinds, list | tuple) else [kinds]
    return any(isinstance(one, str) and _HEADLESS.search(one) for one in named)


def _remarks_on_unread(
    used: list[str], given: Mapping[str, object], body: str, where: str
) -> Iterator[Remark]:
    printed = MarkupWords(body)
    left = dict.fromkeys(path for key in used for path in unread_words(given[key], key, printed))
    if left:
        told = ", ".join(repr(one[:_LONGEST_TOLD]) for one in list(left)[:_MOST_TOLD])
        more = f" and {len(left) - _MOST_TOLD} more" if len(left) > _MOST_TOLD else ""
        yield Remark("PK201", f"these values within the text are not printed: {told}{more}", where)


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
