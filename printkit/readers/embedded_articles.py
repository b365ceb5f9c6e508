"""Embedded articles: a page of schema.org goes in, the records of its articles come out.

A page holds its article as its `mainEntity`, or as one of the objects of its `@graph`. An article
takes from its page each value that the article lacks.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from printkit.article import Article
from printkit.readers.linked_data import is_article, is_text, is_web_page, resolved
from printkit.text.characters import is_invisible

OF_PAGE = "page."
"""The beginning of a key whose value the page gives, where its article gives another value."""

_POSTS = ("blogPost", "blogPosts")
_HOLDERS = ("@graph", "mainEntity", *_POSTS)
# Several articles of a page do not share these fields.
_OWN = {"headline", "body", "id", "url", "images", "summary", "subheadline"}
# An object of type WebPage in a graph describes the article beside it with these fields.
_DESCRIBED = {"language", "authors", "date_published", "date_modified", "source"}


# A page that is held back holds back each of its articles, also with a key that is no field.
_HELD = {None, "status", "embargoed_until", "language"}


def articles_in(record: Mapping[str, object]) -> list[Mapping[str, object]]:
    """Return the records of the articles of a page; the record itself if it is no page.

    A page that has a headline and a body of its own is an article, too.
    """
    inner = [one for one in _embedded(record) if is_article(one)]
    if not inner and not is_text(record):
        inner = _texts_in(record)
    around = {key: value for key, value in record.items() if key not in _HOLDERS}
    if _is_whole(record):
        return _beside(record, around, [one for one in inner if _is_whole(one)], bool(inner))
    if len(inner) == 1:
        described = _described(record)
        asked = {"mainEntity": questions} if (questions := _questions(record)) else {}
        return [_with_page(_with_page(inner[0], {**around, **asked}), described)]
    shared = {key: value for key, value in around.items() if Article.field_for(key) not in _OWN}
    own = {key: value for key, value in around.items() if key not in shared}
    about = {"@page": own} if own else {}
    return [_with_page(one, {**shared, **about}) for one in inner] or [record]


def page_of(values: Sequence[object]) -> Mapping[str, object] | None:
    """Return the page whose objects stand in a list; None for a list of records.

    A web page may hold its article, its breadcrumbs and its site as one list of JSON-LD.
    """
    nodes = [node for one in values for node in _nodes(one)]
    typed = all(isinstance(one, Mapping) and ("@type" in one or "@graph" in one) for one in values)
    texts = sum(is_article(one) or is_text(one) for one in nodes)
    page: Mapping[str, object] = {"@graph": nodes}
    if not typed or not nodes or texts == len(nodes):
        return None
    return page if articles_in(page)[0] is not page else None


def _nodes(one: object) -> list[Mapping[str, Any]]:
    graph = one.get("@graph") if isinstance(one, Mapping) else None
    return _objects(graph if graph else one)


def _beside(
    record: Mapping[str, object],
    around: Mapping[str, object],
    whole: list[Mapping[str, Any]],
    holds_more: bool,
) -> list[Mapping[str, object]]:
    """Return a page that is an article, and the other whole articles that the page holds."""
    same = next((one for one in whole if _same_article(one, around)), None)
    kept = {key: one for key, one in around.items() if Article.field_for(key) in _HELD}
    others = [_with_page(one, kept) for one in whole if one is not same]
    if same is not None:
        return [_with_page(same, around), *others]
    if others:
        return [around, *others]
    # A key that begins with `@` would go to `extra` without a remark.
    graph = record.get("@graph") if holds_more else None
    return [{**record, "graph": graph} if graph else record]


def _embedded(record: Mapping[str, object]) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a page that may be articles, with the objects they refer to."""
    nodes = _objects(record.get("@graph"))
    by_id = {one["@id"]: one for one in nodes if isinstance(one.get("@id"), str)}
    for node in nodes:
        inner = [one for one in _objects(node.get("mainEntity")) if set(one) - {"@id", "@type"}]
        if is_article(node):
            yield resolved(node, by_id)
        elif any(is_article(one) for one in inner):
            yield from articles_in(resolved(node, by_id))
    for key in ("mainEntity", *_POSTS):
        yield from _objects(record.get(key))


def _texts_in(record: Mapping[str, object]) -> list[Mapping[str, Any]]:
    """Return the objects of a page without an article whose words are an article."""
    nodes = _objects(record.get("@graph"))
    by_id = {one["@id"]: one for one in nodes if isinstance(one.get("@id"), str)}
    given = [*(resolved(node, by_id) for node in nodes), *_objects(record.get("mainEntity"))]
    return [one for one in given if is_text(one)]


def _described(record: Mapping[str, object]) -> dict[str, object]:
    """Return the fields of the article that an object of type WebPage in the graph gives."""
    nodes = _objects(record.get("@graph"))
    by_id = {one["@id"]: one for one in nodes if isinstance(one.get("@id"), str)}
    pages = (resolved(node, by_id) for node in nodes if is_web_page(node))
    return {
        key: value
        for page in pages
        for key, value in page.items()
        if Article.field_for(key) in _DESCRIBED
    }


def _questions(record: Mapping[str, object]) -> list[object]:
    """Return the questions of a page of questions that stands beside an article in a graph."""
    pages = (one for one in _objects(record.get("@graph")) if is_text(one) and not is_article(one))
    asked = (each for one in pages for each in _objects(one.get("mainEntity")))
    return [one for one in asked if one.get("@type") == "Question"]


def _objects(value: object) -> list[Mapping[str, Any]]:
    several = isinstance(value, Sequence) and not isinstance(value, str | bytes)
    given = value if several else [value]
    return [one for one in given if isinstance(one, Mapping)]  # type: ignore[attr-defined]


def _with_page(article: Mapping[str, Any], around: Mapping[str, Any]) -> dict[str, Any]:
    """Return an article with the values that only its page has.

    Where both have a value, the key of the page's value begins with `page.`.
    """
    whole = {key: value for key, value in article.items() if not _says_nothing(value)}
    own = {Article.field_for(key) or key for key in whole}
    for key, value in around.items():
        if _says_nothing(value) or whole.get(key) == value:
            continue
        if key.startswith("@"):
            whole.setdefault(key, value)
        else:
            taken = (Article.field_for(key) or key) in own
            whole[OF_PAGE + key if taken else key] = value
    return whole


def _is_whole(record: Mapping[str, Any]) -> bool:
    """Tell whether a record has a headline and a body."""
    fields = {Article.field_for(key) for key, value in record.items() if not _says_nothing(value)}
    return {"headline", "body"} <= fields


def _same_article(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return any(_values(one, name) & _values(other, name) for name in ("headline", "body", "url"))


def _values(record: Mapping[str, Any], name: str) -> set[str]:
    given = (value for key, value in record.items() if Article.field_for(key) == name)
    return {
        " ".join(one.split()) for one in given if isinstance(one, str) and not is_invisible(one)
    }


def _says_nothing(value: object) -> bool:
    return value is None or (isinstance(value, str) and is_invisible(value))
