"""The opening: takes an article, gives the words above its text, from masthead to byline."""

from typing import NamedTuple

from printkit.article import Article
from printkit.copyedit.clean_copy import Copy
from printkit.edition.papers import Sheet
from printkit.markup.running_words import RunningWords, running_words
from printkit.text.comparing import letters
from printkit.text.isolation import isolated_parts
from printkit.text.printed_address import site_of
from printkit.text.repeats import each_once
from printkit.wording.attribution import Attribution, AttributionLine
from printkit.wording.bylines import BylineLine

# A headline this long, in characters, is set a size or two smaller.
_LONG, _VERY_LONG = 75, 130


class Opening(NamedTuple):
    """The opening of an article.

    Attributes:
        publication: the name of the source, else the host of the article's address; may be empty.
        running: publication, section and headline, short enough for the page's margins.
        date: the day of publication in full, or the date as the record writes it, for the masthead.
        kicker: section, kicker and genre on one line.
        standfirst: the subheadline; without a subheadline, the summary, unless the body has the
            summary word for word.
        scale: the CSS class of a long headline, which is set smaller; else empty.
        bylines: the lines of the byline, each in spans of names and other words.
        dates: the lines that say when the article was published and updated.
    """

    publication: str
    running: RunningWords
    date: str
    kicker: str
    standfirst: str
    scale: str
    bylines: tuple[BylineLine, ...]
    dates: tuple[AttributionLine, ...]


def opening_of(
    article: Article, copy: Copy, attribution: Attribution, sheet: Sheet, section: str = ""
) -> Opening:
    """Return the opening of an article.

    Args:
        article: the record.
        copy: the body, with which the summary is compared.
        attribution: the words of the article's language.
        sheet: the paper.
        section: the section's heading above the article, which the kicker does not repeat.
    """
    publication = article.source.name if article.source else site_of(article.url or "")
    published = article.date_published
    lines = attribution.source_block(article)
    return Opening(
        publication=attribution.isolated(publication),
        running=running_words(
            publication,
            article.section or publication,
            article.headline,
            sheet,
            attribution.direction,
        ),
        date=attribution.full_date(published) if published else article.date_line or "",
        kicker=" · ".join(
            isolated_parts(one, attribution.direction) for one in _kicker(article, section)
        ),
        standfirst=_standfirst(article, copy),
        scale=_headline_scale(article.headline),
        bylines=attribution.byline(article),
        dates=tuple(lines[key] for key in ("published", "updated") if key in lines),
    )


def _kicker(article: Article, section: str) -> list[str]:
    words = each_once(article.section, article.kicker, article.genre)
    return [one for one in words if one.casefold() != section.casefold()]


def _headline_scale(headline: str) -> str:
    if len(headline) > _VERY_LONG:
        return "is-very-long"
    return "is-long" if len(headline) > _LONG else ""


def _standfirst(article: Article, copy: Copy) -> str:
    if article.subheadline or not article.summary:
        return article.subheadline or ""
    # A summary may be the first words of the body, cut off with an ellipsis.
    said = letters("".join(copy.blocks))
    return "" if letters(article.summary.rstrip(" .…")) in said else article.summary
