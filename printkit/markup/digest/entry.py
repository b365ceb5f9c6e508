"""Words about an article for lists and the cover: takes the entry of an article, gives short texts.

Long texts are shortened; the article's own pages have them in full.
"""

from printkit.article import Article
from printkit.issue.cut_texts import NAMES, TITLE
from printkit.markup.entries import ArticleEntry
from printkit.markup.metadata import authors
from printkit.text.repeats import distinct
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution, attribution_in

_STANDFIRST = 160  # characters


def title(entry: ArticleEntry) -> str:
    """Return the headline, or the record's name."""
    return shortened(entry.title, TITLE)


def standfirst(entry: ArticleEntry) -> str:
    """Return the subheadline, or the summary."""
    article = entry.article
    words = (article.subheadline or article.summary or "") if article else ""
    return shortened(words, _STANDFIRST)


def details(entry: ArticleEntry, attribution: Attribution) -> tuple[str, ...]:
    """Return authors, source and reading time: `Ana Ruiz`, `The Coast Herald`, `3 min read`."""
    if not entry.article:
        return ()
    minutes = "" if entry.missing else attribution.word("reading_time", minutes=entry.minutes)
    names = distinct(makers(entry.article, attribution), source(entry.article))
    return tuple(filter(None, (*map(attribution.isolated, names), minutes)))


def makers(article: Article, attribution: Attribution) -> str:
    """Return the authors, `Ana Ruiz and Li Wei`; empty if the record names no author."""
    return shortened(attribution.names(authors(article)), NAMES) if authors(article) else ""


def source(article: Article) -> str:
    """Return the name of the publication."""
    return shortened(article.source.name, NAMES) if article.source else ""


def language(entry: ArticleEntry, attribution: Attribution) -> str:
    """Return the BCP 47 tag of an article's language, or of the issue's if the article has none."""
    named = entry.article.language if entry.article else None
    return attribution_in(named).language if named else attribution.language


def entry_direction(entry: ArticleEntry, attribution: Attribution) -> str:
    """Return the direction of an article's words; empty if the issue has the same direction."""
    article = entry.article
    own = article.direction if article and article.direction in ("ltr", "rtl") else None
    runs = own or attribution_in(language(entry, attribution)).direction
    return "" if runs == attribution.direction else runs
