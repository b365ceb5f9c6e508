"""Site values: an article goes in, the values that tags in its body may name come out."""

from collections.abc import Mapping
from functools import partial
from html import escape

from printkit.article import Article
from printkit.copyedit.dialects.site_tags import Site
from printkit.copyedit.dialects.tags import HiddenTags
from printkit.copyedit.formats import line_to_html
from printkit.edition.limits import DEFAULTS, Limits


def begin_site(article: Article, limits: Limits = DEFAULTS) -> Site:
    """Return the values of an article's site, with no tag of its body yet."""
    if article.body_format == "markdown":
        inline = partial(line_to_html, limits=limits)
        return Site(HiddenTags(), _fields(article), _as_text, inline)
    as_written = _as_text if article.body_format == "text" else str
    return Site(HiddenTags(), _fields(article), as_written, _inline_html)


def _fields(article: Article) -> Mapping[str, str]:
    """Return the values that an article has, by the names that sites give these values."""
    extra = {
        name.lower(): str(value)
        for name, value in article.extra.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool)
    }
    own = {
        "title": article.headline,
        "subtitle": article.subheadline,
        "description": article.summary,
        "author": article.byline or ", ".join(one.name for one in article.authors),
    }
    return extra | {name: value for name, value in own.items() if value}


def _as_text(written: str) -> str:
    return escape(written, quote=False)


def _inline_html(words: str) -> str:
    """Return the words of an argument as HTML; words with markup are HTML already."""
    return words if "<" in words else escape(words, quote=False)
