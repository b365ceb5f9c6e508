"""What lists and covers say of an article."""

from printkit.article import Article
from printkit.bylines import distinct
from printkit.furniture import Furniture, furniture, shortened
from printkit.imprints import authors
from printkit.stories import Placed

_STANDFIRST = 160  # characters


def standfirst(placed: Placed) -> str:
    """Its subheadline or summary, as long as there is room for."""
    article = placed.article
    words = (article.subheadline or article.summary or "") if article else ""
    return shortened(words, _STANDFIRST)


def details(placed: Placed, own: Furniture) -> str:
    """`Ana Ruiz · The Coast Herald · 3 min read`."""
    if not placed.article:
        return ""
    minutes = "" if placed.missing else own.word("reading_time", minutes=placed.story.minutes)
    source = placed.article.source.name if placed.article.source else ""
    return " · ".join(filter(None, (*distinct(makers(placed.article, own), source), minutes)))


def makers(article: Article, own: Furniture) -> str:
    """`Ana Ruiz and Li Wei`; the byline where nobody is named."""
    return own.names(authors(article)) if authors(article) else ""


def language(placed: Placed, own: Furniture) -> str:
    """The language of its words, a BCP 47 tag; the issue's where it names none."""
    named = placed.article.language if placed.article else None
    return furniture(named).language if named else own.language
