"""What lists and covers say of an article; as long as there is room for, its own page has all."""

from printkit.article import Article
from printkit.markup.entries import PlacedArticle
from printkit.markup.metadata import authors
from printkit.text.repeats import distinct
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution, attribution_in

# Characters.
_TITLE, _STANDFIRST, _NAMES = 240, 160, 160


def title(placed: PlacedArticle) -> str:
    """Its headline, or the record's name."""
    return shortened(placed.title, _TITLE)


def standfirst(placed: PlacedArticle) -> str:
    """Its subheadline or summary."""
    article = placed.article
    words = (article.subheadline or article.summary or "") if article else ""
    return shortened(words, _STANDFIRST)


def details(placed: PlacedArticle, attribution: Attribution) -> tuple[str, ...]:
    """`Ana Ruiz`, `The Coast Herald`, `3 min read`."""
    if not placed.article:
        return ()
    minutes = (
        "" if placed.missing else attribution.word("reading_time", minutes=placed.entry.minutes)
    )
    names = distinct(makers(placed.article, attribution), source(placed.article))
    return tuple(filter(None, (*names, minutes)))


def makers(article: Article, attribution: Attribution) -> str:
    """`Ana Ruiz and Li Wei`; the byline where nobody is named."""
    return shortened(attribution.names(authors(article)), _NAMES) if authors(article) else ""


def source(article: Article) -> str:
    """Who published it."""
    return shortened(article.source.name, _NAMES) if article.source else ""


def language(placed: PlacedArticle, attribution: Attribution) -> str:
    """The language of its words, a BCP 47 tag; the issue's where it names none."""
    named = placed.article.language if placed.article else None
    return attribution_in(named).language if named else attribution.language


def direction(placed: PlacedArticle, attribution: Attribution) -> str:
    """The direction of its words, where that is not the issue's; else empty."""
    article = placed.article
    said = article.direction if article and article.direction in ("ltr", "rtl") else None
    runs = said or attribution_in(language(placed, attribution)).direction
    return "" if runs == attribution.direction else runs
