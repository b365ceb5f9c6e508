"""Linked data: values as schema.org and publishing systems write them go in, plain texts come out.

There, a text may be an object with a name, a value with its language, or a list of such; and the
objects of a page may stand side by side in an `@graph` and refer to each other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from printkit.text.patterns import regex

# The keys of an object that say what the object is, in the order in which they are asked for.
_SAYING = ("@value", "rendered", "name", "headline", "title", "text", "value", "display_name")
_ADDRESS = ("url", "@id", "contentUrl", "href", "src")
_LANGUAGE = ("alternateName", "identifier", "@value", "code", "name", "@id")
_LABELS = ("section", "tags")
_KIND = regex(r"(?:.*[/:#])?(?:\w*Article|\w*Posting|\w*Report|\w*Review|Recipe)")
# Objects whose words are an article, if their page has no other article.
_TEXT = regex(r"(?:.*[/:#])?(?:FAQPage|QAPage|HowTo|Question|Event|VideoObject|PodcastEpisode)")
_PAGE = regex(r"(?:.*[/:#])?\w*Page")
_ELEMENT = regex(r"</?[a-zA-Z][^<>]{0,2000}>")
_DEEPEST = 8


def said(value: object, field: str, language: str = "") -> object:
    """Return the text of a field that came as an object or as a list; any other value as it is.

    Of texts in several languages the one in the record's language is taken. The texts of a body are
    paragraphs; other texts of a list are joined by commas.
    """
    if isinstance(value, Mapping):
        return _said_by_object(value, field)
    if not isinstance(value, list | tuple) or not value:
        return value
    tagged = [one for one in value if isinstance(one, Mapping) and "@language" in one]
    if tagged:
        own = (one for one in tagged if _speaks(one, language))
        return _said_by_object(next(own, tagged[0]), field)
    parts = [said(one, field, language) for one in value if one not in (None, "")]
    if not all(isinstance(one, str | int | float) for one in parts):
        return value
    if field in ("url", "language", "license", "license_url", "src", "id"):
        return parts[0] if parts else None
    if field == "body":
        return _paragraphs([str(one) for one in parts])
    return ", ".join(str(one) for one in parts)


def _paragraphs(texts: Sequence[str]) -> str:
    """Return the texts of a list as paragraphs; a text without elements, beside HTML, gets one."""
    if not any(_ELEMENT.search(one) for one in texts):
        return "\n\n".join(texts)
    return "\n".join(one if _ELEMENT.search(one) else f"<p>{one}</p>" for one in texts)


def is_mere_reference(value: Mapping[str, object]) -> bool:
    """Tell whether an object of JSON-LD may stand for an object that is told elsewhere."""
    return "@id" in value or "@type" in value


def is_site_path(value: object) -> bool:
    """Tell whether the address of an object is a path within its site: `/authors/ana`."""
    return isinstance(value, str) and not re.match(r"(?i)[a-z][a-z0-9+.-]*:", value.strip())


def is_article(node: Mapping[str, object]) -> bool:
    """Tell whether the type of an object is a kind of article."""
    return _is_of_kind(node, _KIND)


def is_text(node: Mapping[str, object]) -> bool:
    """Tell whether an object has words that are an article, if no article stands beside it."""
    return _is_of_kind(node, _TEXT)


def is_web_page(node: Mapping[str, object]) -> bool:
    """Tell whether the type of an object is a kind of web page."""
    return _is_of_kind(node, _PAGE)


def _is_of_kind(node: Mapping[str, Any], kind: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list | tuple) else [kinds]
    return any(isinstance(one, str) and kind.fullmatch(one) for one in named)


def resolved(node: Mapping[str, object], by_id: Mapping[str, object]) -> Mapping[str, object]:
    """Return an object with other objects in the place of mere references to them."""
    return dict(_resolved(node, by_id))


def _resolved(value: Any, by_id: Mapping[str, Any], seen: frozenset[str] = frozenset()) -> Any:
    if isinstance(value, list | tuple):
        return [_resolved(one, by_id, seen) for one in value]
    if not isinstance(value, Mapping):
        return value
    name = value.get("@id")
    if set(value) <= {"@id", "@type"} and isinstance(name, str) and name in by_id:
        if name in seen or len(seen) >= _DEEPEST:
            return value
        return _resolved(by_id[name], by_id, seen | {name})
    inside = seen | {name} if isinstance(name, str) else seen
    return {key: _resolved(one, by_id, inside) for key, one in value.items()}


def _said_by_object(value: Mapping[str, Any], field: str) -> Any:
    keys = _keys(field)
    texts = [value[key] for key in keys if isinstance(value.get(key), str | int) and value[key]]
    # `#licence` is the name of an object within the page, and no address.
    outside = (one for one in texts if not str(one).startswith(("#", "_:")))
    return next(outside, texts[0] if texts else value)


def _keys(field: str) -> Sequence[str]:
    if field in ("url", "license", "license_url", "src"):
        return (*_ADDRESS, *_SAYING)
    return _LANGUAGE if field == "language" else (*_SAYING, *_ADDRESS)


def _speaks(value: Mapping[str, Any], language: str) -> bool:
    own = value.get("@language")
    return (
        isinstance(own, str) and own.partition("-")[0].lower() == language.partition("-")[0].lower()
    )


def terms(value: object) -> Iterator[object]:
    """Yield the terms of a list of tags, each as an object or a text; a set of terms is opened."""
    for one in value if isinstance(value, list | tuple) else [value]:
        inner = one.get("hasDefinedTerm") if isinstance(one, Mapping) else None
        yield from terms(inner) if inner else [one]
