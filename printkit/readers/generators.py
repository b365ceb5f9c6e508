"""Generators: front matter of Hugo, Jekyll, Pelican, Zola or pandoc goes in, a record comes out."""

import re
from collections.abc import Iterator, Mapping

from printkit.readers.problems import quoted
from printkit.remarks import Remark
from printkit.text.patterns import regex
from printkit.text.printed_address import is_web_address

_PICTURES = (
    *("images", "image", "cover", "cover_image", "featured_image", "feature_image"),
    *("hero_image", "header_image", "banner"),
)
ALIASES: Mapping[str, str] = {
    **dict.fromkeys(_PICTURES, "images"),
    **dict.fromkeys(("publish_date", "publishdate", "pubdate", "pub_date"), "date_published"),
    **dict.fromkeys(("lastmod", "last_modified_at", "last_modified"), "date_modified"),
    **dict.fromkeys(("slug", "uid", "guid"), "id"),
    **dict.fromkeys(("canonical", "link"), "url"),
    **dict.fromkeys(("category", "categories"), "section"),
    **dict.fromkeys(("publication", "site_name"), "source"),
    "by": "authors",
    "tag": "tags",
    "tagline": "subheadline",
}
_NESTS = ("params", "taxonomies")
_ADDRESSES = ("url", "permalink", "canonical_url", "canonical", "link")
_PICTURE_WORDS = {"image": "src", "path": "src", "file": "src", "href": "src"}
_COMPANION = regex(
    r"(?:image|cover|cover_image|featured_image|feature_image|hero_image|banner|photo)_"
    r"(alt|caption|credit)"
)
# Keys that steer the site generator, and say nothing about the article.
_STEERING = (
    *("layout", "type", "template", "weight", "nav_order", "menu", "aliases", "redirect_from"),
    *("toc", "show_toc", "comments", "share", "pin", "sticky", "math", "mathjax", "mermaid"),
    *("sitemap", "cascade", "build", "outputs"),
)


def record_of(front: Mapping[str, object], where: str) -> tuple[dict[str, object], list[Remark]]:
    """Return the record that front matter stands for, with keys as the user spelt them."""
    record = _unnested(front)
    doubts = [*_sections(record), *_site_paths(record)]
    _authors(record)
    _pictures(record)
    for key in named(record, *_STEERING):
        _put_aside(record, key)
    return record, [Remark("PK205", doubt, where) for doubt in doubts]


def named(record: Mapping[str, object], *names: str) -> list[str]:
    """Return the keys that are one of the names once they are in snake_case.

    `featured_image` finds `featuredImage` and `featured-image`.
    """
    return [key for key in record if _snake_case(key) in names]


def _snake_case(key: str) -> str:
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key)
    return re.sub(r"[ _-]+", "_", parted).lower()


def _unnested(front: Mapping[str, object]) -> dict[str, object]:
    record = {str(key): value for key, value in front.items() if value is not None}
    # Hugo nests the user's own keys in `params`, Zola its terms in `taxonomies`.
    for nest in named(record, *_NESTS):
        nested = record[nest]
        if isinstance(nested, Mapping):
            record.pop(nest)
            for key, value in nested.items():
                record[key if key not in record else f"{nest}.{key}"] = value
    return record


def _put_aside(record: dict[str, object], key: str) -> None:
    extra = record.get("extra", {})
    if isinstance(extra, Mapping) and key not in extra:
        record["extra"] = {**extra, key: record.pop(key)}


def _sections(record: dict[str, object]) -> Iterator[str]:
    """Make the first of several categories the section, the others tags; yield a remark's text."""
    keys = named(record, "categories", "category")
    if not keys:
        return
    words = _words([record[key] for key in keys])
    section = named(record, "section")
    if not section and len(words) < 2:
        record.update(dict.fromkeys(keys, words[0] if words else ""))
        return
    others = words if section else words[1:]
    if not section:
        record["section"] = words[0]
    for key in keys:
        record.pop(key)
    tags = named(record, "tags")
    record["tags"] = [*_words([record.pop(key) for key in tags]), *others]
    kept = record[section[0]] if section else words[0]
    yield f"{quoted(kept)} is the section; these categories became tags: {', '.join(others)}"


def _words(values: list[object]) -> list[str]:
    """Return the words of texts and lists, each once; in a text, commas part the words."""
    words: list[str] = []
    for value in values:
        parts = value if isinstance(value, list) else str(value).split(",")
        words += [word for part in parts if (word := str(part).strip())]
    return list(dict.fromkeys(words))


def _site_paths(record: dict[str, object]) -> Iterator[str]:
    for key in named(record, *_ADDRESSES):
        value = record[key]
        if isinstance(value, str) and value and not is_web_address(value):
            yield f"{key} {quoted(value)} is a path within a site, no web address; kept in extra"
            _put_aside(record, key)


def _authors(record: dict[str, object]) -> None:
    """Split names at semicolons, where there are any: Pelican writes `Ruiz, Ana; Wei, Li`."""
    for key in named(record, "author", "authors"):
        names = record[key]
        if isinstance(names, str) and ";" in names:
            record[key] = [name.strip() for name in names.split(";")]


def _pictures(record: dict[str, object]) -> None:
    """Gather the pictures of all keys in `images`; add alt, caption and credit to the first."""
    companions = [
        (key, found[1]) for key in record if (found := _COMPANION.fullmatch(_snake_case(key)))
    ]
    keys = named(record, *_PICTURES)
    for key in keys:
        record[key] = _picture(record[key])
    if len(keys) < 2 and not companions:
        return
    pictures = _distinct([record.pop(key) for key in keys])
    first = pictures[0] if pictures else {}
    words = {"src": first} if isinstance(first, str) else first
    if isinstance(words, Mapping):
        words = {**{word: record.pop(key) for key, word in companions}, **words}
        pictures[:1] = [words]
    record["images"] = pictures


def _distinct(values: list[object]) -> list[object]:
    """Return the pictures of several keys in their order, each picture once."""
    pictures: list[object] = []
    for value in values:
        new = value if isinstance(value, list) else [value]
        pictures += [one for one in new if one not in pictures]
    return pictures


def _picture(value: object) -> object:
    if isinstance(value, list):
        return [_picture(one) for one in value]
    if isinstance(value, Mapping):
        return {_PICTURE_WORDS.get(key, key): one for key, one in value.items()}
    return value
