"""Layout: takes a prepared article, gives all values that the article's template prints.

A template only prints values and loops over them; the modules of this folder compute the values.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from printkit.article import Article
from printkit.edition import Edition
from printkit.markup.body import dateline_of, hole_filler, set_body
from printkit.markup.cross_references import CrossReference, CrossReferences
from printkit.markup.figures import ShownPictures, show_pictures
from printkit.markup.notes import NoteLine, note_lines, notes_width
from printkit.markup.opening import Opening, opening_of
from printkit.markup.source_block import qr_code, source_lines
from printkit.prepare import Prepared
from printkit.wording.attribution import Attribution, AttributionLine, attribution_in


class ArticleLayout(NamedTuple):
    """The values that the template `parts/article.html` prints.

    Attributes:
        prefix: the id of the headline, and the beginning of all other ids.
        article: the record.
        attribution: the words of the article's language.
        direction: the direction of writing, `ltr` or `rtl`.
        opening: everything above the text.
        dateline: the words that stand before the text, on its first line; may be empty.
        links: how web addresses are printed: `notes`, `inline` or `plain`.
        pictures: the pictures with their words.
        body: the text as HTML, with pictures, dateline and references.
        blocks: the words of each block of the text.
        notes, notes_width: the notes, and the CSS class of their section.
        source: the lines of the source block.
        qr: the article's address as a QR code; may be empty.
    """

    prefix: str
    article: Article
    attribution: Attribution
    direction: str
    opening: Opening
    dateline: str
    links: str
    pictures: ShownPictures
    body: Markup
    blocks: Sequence[str]
    notes: Sequence[NoteLine]
    notes_width: str
    source: Sequence[AttributionLine]
    qr: Markup


def lay_out(
    prepared: Prepared,
    edition: Edition,
    section: str,
    references: Mapping[str, CrossReference],
) -> ArticleLayout:
    """Return the values that the template of an article prints.

    Args:
        prepared: the article.
        edition: every choice for the printing.
        section: the heading of the section above the article; may be empty.
        references: where other articles of the issue stand, by the web addresses of links to
            them.
    """
    article, copy = prepared.reading.article, prepared.copy
    attribution = attribution_in(article.language or edition.language)
    links = CrossReferences(attribution, references, edition.templates)
    pictures = show_pictures(copy, prepared.gathered, attribution, links, prepared.prefix)
    fill = hole_filler(pictures, dateline_of(article), links, edition.templates)
    return ArticleLayout(
        prefix=prepared.prefix,
        article=article,
        attribution=attribution,
        # `auto` leaves the direction to the language.
        direction=article.direction
        if article.direction in ("ltr", "rtl")
        else attribution.direction,
        opening=opening_of(article, copy, attribution, edition.sheet, section),
        dateline=dateline_of(article),
        links=edition.links,
        pictures=pictures,
        body=set_body(copy, pictures, dateline_of(article), links, edition.templates),
        blocks=copy.blocks,
        notes=note_lines(copy.notes, links, fill),
        notes_width=notes_width(copy.notes),
        source=source_lines(article, attribution),
        qr=qr_code(article.url or ""),
    )
