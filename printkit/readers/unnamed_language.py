"""Unnamed language: a reading goes in; an article that names no language gets the language found.

A named language gets the script of the text, where the language is written in two directions.
"""

import html
from collections.abc import Iterator

from printkit.article import Article
from printkit.readers import Reading
from printkit.readers.declared_language import declared_language
from printkit.remarks import Remark
from printkit.text.patterns import regex
from printkit.wording.language import (
    UNKNOWN,
    canonical_tag,
    english_name,
    script_direction,
    subtags,
)
from printkit.wording.recognised import Recognised
from printkit.wording.recognition import is_written_in, main_script, recognise
from printkit.wording.written_scripts import in_script

_LONGEST = 40_000  # characters of a body that are looked at
_TOKEN = regex(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)[^<>]*>|[^<]+|<")
_ADDRESS = regex(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@\S+|\{\{.{0,200}?\}\}|\[/?\w+[^\]]{0,200}\]"
)
_UNREAD = {"script", "style", "code", "svg", "math", "template", "noscript"}


def name_language(reading: Reading, chosen: str | None = None) -> Reading:
    """Return a reading whose article has a language: its own, the chosen one, or the recognised.

    The language names the script of the text if the language alone tells the other direction.

    A remark tells which language was recognised, and how sure that is.

    Args:
        reading: the article as it was read.
        chosen: the language of articles that name none; it holds for a text in its script.
    """
    article = reading.article
    if article.language:
        return _with_script(reading)
    if article.body_format == "html" and (declared := declared_language(article.body)):
        return _with_script(reading._replace(article=article.in_language(declared)))
    text = " ".join(_texts(article))
    script, _ = main_script(text)
    if chosen and (not script or is_written_in(canonical_tag(chosen), script)):
        exact = in_script(canonical_tag(chosen), script)
        is_exact = exact == canonical_tag(chosen)
        return reading if is_exact else reading._replace(article=article.in_language(exact))
    found = recognise(text)
    if chosen and not found.is_known and found.tag.count("-") == 0:
        return reading
    remark = Remark("PK207", _told(found), reading.where, "language")
    return reading._replace(
        article=article.in_language(found.tag), remarks=(*reading.remarks, remark)
    )


def _with_script(reading: Reading) -> Reading:
    """Return a reading whose language names the script of the text, if that runs the other way.

    Kurdish, Punjabi and Malay are written in several scripts, and the tag alone tells one of them.
    """
    article = reading.article
    tag = canonical_tag(article.language)
    if tag == UNKNOWN:
        return reading
    script, _ = main_script(" ".join(_texts(article)))
    exact = in_script(tag, script)
    if script_direction(exact) == script_direction(tag):
        return reading
    return reading._replace(article=article.model_copy(update={"language": exact}))


def _told(found: Recognised) -> str:
    if found.is_known:
        name = f"{english_name(found.tag)} ({found.tag})"
        return f"no language is given; taken as {name}, {found.sureness:.0%} sure"
    script = "" if found.tag == UNKNOWN else subtags(found.tag).script
    known = f"; its script is {english_name(found.tag)}" if script else ""
    return f"no language is given, and the text does not show its language{known}"


def _texts(article: Article) -> Iterator[str]:
    yield from filter(None, (article.headline, article.subheadline, article.summary))
    body = article.body[:_LONGEST]
    yield _ADDRESS.sub(" ", html.unescape(_words_of_body(body) if "<" in body else body))
    yield from (image.caption for image in article.images[:20] if image.caption)


def _words_of_body(body: str) -> str:
    """Return the text of a body, without its elements, and without code."""
    words: list[str] = []
    unread = ""
    for token in _TOKEN.finditer(body):
        name = (token["name"] or "").lower()
        if unread:
            unread = "" if token["end"] and name == unread else unread
        elif name in _UNREAD and not token["end"]:
            unread = name
        elif not name:
            words.append(token[0])
        else:
            words.append(" ")
    return "".join(words)
