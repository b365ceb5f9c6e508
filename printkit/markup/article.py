"""Page markup: takes one prepared article, or several that share pages, gives HTML."""

from collections.abc import Iterator, Mapping, Sequence

from printkit.edition import Edition
from printkit.markup.cross_references import CrossReference
from printkit.markup.layout import ArticleLayout, lay_out
from printkit.markup.metadata import article_metadata, authors
from printkit.markup.paper import paper_of
from printkit.markup.printed_words import printed_words
from printkit.markup.templates import fill_template, own_template
from printkit.pages import ArticleOnPage, PageMarkup, PrintedText
from printkit.prepare import Prepared
from printkit.wording.attribution import attribution_in

_ALONE: Mapping[str, CrossReference] = {}


def article_page(
    prepared: Prepared,
    edition: Edition,
    *,
    section: str = "",
    references: Mapping[str, CrossReference] = _ALONE,
) -> PageMarkup:
    """Make the page of one article.

    Args:
        prepared: the article.
        edition: every choice for the printing.
        section: the heading of the section that the article opens in its issue; else empty.
        references: where other articles of the issue stand, by the web addresses of links to
            them.
    """
    page = section_page((prepared,), edition, section=section, references=(references,))
    return page._replace(metadata=article_metadata(prepared.reading.article, edition))


def section_page(
    articles: Sequence[Prepared],
    edition: Edition,
    *,
    section: str = "",
    references: Sequence[Mapping[str, CrossReference]] = (),
) -> PageMarkup:
    """Make the page of one or more articles that flow on within a section; it has no metadata.

    Args:
        articles: each has its own id prefix. If there are several, their headlines are smaller.
        edition: every choice for the printing.
        section: the heading of the section that these articles open in their issue; else empty.
        references: for each article, the references that article_page takes; empty if the articles
            are not part of an issue.
    """
    references = references or [_ALONE] * len(articles)
    laid_out = [
        lay_out(article, edition, section, own)
        for article, own in zip(articles, references, strict=True)
    ]
    first, *others = laid_out
    attribution = attribution_in(edition.language) if others else first.attribution
    page = fill_template(
        "article.html",
        edition.templates,
        section=section,
        settings=laid_out,
        article=first.article,
        authors=[name for one in laid_out for name in authors(one.article)],
        attribution=attribution,
        direction=attribution.direction if others else first.direction,
        paper=paper_of(edition.sheet),
    )
    return PageMarkup(
        page,
        tuple(_printed_texts(laid_out, section)),
        {url: one for each in articles for url, one in each.gathered.pictures.items()},
        archive=edition.profile == "archive",
        articles=dict(_on_pages(articles, references)),
        ids=tuple(id_ for one in laid_out for id_ in (one.prefix, *one.pictures.anchors)),
        template=own_template("article.html", edition.templates),
    )


def _on_pages(
    articles: Sequence[Prepared], references: Sequence[Mapping[str, CrossReference]]
) -> Iterator[tuple[str, ArticleOnPage]]:
    """Yield each article by its id prefix; the prefix of a single article is empty."""
    for prepared, own in zip(articles, references, strict=True):
        pictures = {
            f"{prepared.prefix}.{number}": image.src
            for number, image in enumerate(prepared.copy.images, 1)
            if image.src
        }
        yield (
            prepared.prefix if articles[1:] else "",
            ArticleOnPage(
                prepared.reading.article,
                tuple(pictures.values()),
                tuple(pictures),
                tuple(own),
                (
                    *(removed for remark in prepared.remarks for removed in remark.removed),
                    *prepared.copy.rewritten,
                ),
            ),
        )


def _printed_texts(layouts: Sequence[ArticleLayout], section: str) -> Iterator[PrintedText]:
    """Yield the texts that must be on paper.

    If several articles are on the pages, each text carries the id prefix of its article.
    """
    if section:
        yield PrintedText("section", section)
    for layout in layouts:
        owner = layout.prefix if layouts[1:] else ""
        for field, words in printed_words(layout):
            yield PrintedText(field, words, owner)
