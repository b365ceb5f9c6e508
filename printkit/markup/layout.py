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

# The press lays out a row of boxes again on each page that the row fills: the time grows with the
# square of the letters.
_MOST_AROUND = 5_000


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
        wordy: whether the words around the text are too many to stand side by side.
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
    wordy: bool


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
    opening = opening_of(article, copy, attribution, edition.sheet, section)
    source = source_lines(article, attribution)
    return ArticleLayout(
        prefix=prepared.prefix,
        article=article,
        attribution=attribution,
        # `auto` leaves the direction to the language.
        direction=article.direction
        if article.direction in ("ltr", "rtl")
        else attribution.direction,
        opening=opening,
        dateline=dateline_of(article),
        links=edition.links,
        pictures=pictures,
        body=set_body(copy, pictures, dateline_of(article), links, edition.templates),
        blocks=copy.blocks,
        notes=note_lines(copy.notes, links, fill),
        notes_width=notes_width(copy.notes),
        source=source,
        qr=qr_code(article.url or ""),
        wordy=_letters_around(opening, source) > _MOST_AROUND,
    )


def _letters_around(opening: Opening, source: Sequence[AttributionLine]) -> int:
    """Count the letters that stand side by side: masthead, byline, source block."""
    names = (span for line in opening.bylines for span, _ in line)
    lines = (f"{one.label}{one.value}" for one in (*opening.dates, *source))
    return sum(map(len, (opening.publication, opening.date, *names, *lines)))
