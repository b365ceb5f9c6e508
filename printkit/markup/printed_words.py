"""The words that must be on paper: takes an article's layout, gives the words of each field.

Preflight looks for these words on the printed pages.
"""

from collections.abc import Iterator

from printkit.markup.layout import ArticleLayout
from printkit.text.printed_address import printed_address


def printed_words(layout: ArticleLayout) -> Iterator[tuple[str, str]]:
    """Yield the name of each printed field, and its words on paper, in reading order."""
    yield from _words_above(layout)
    yield from _words_of_pictures(layout)
    yield from (("body", block) for block in layout.blocks)
    yield from (("corrections", correction.text) for correction in layout.article.corrections)
    for note in layout.notes:
        yield "notes", printed_address(note.url) + (f" {note.page}" if note.page else "")
    yield from (("source", line.value) for line in layout.source)


def _words_above(layout: ArticleLayout) -> Iterator[tuple[str, str]]:
    article, opening = layout.article, layout.opening
    fields = {
        "source.name": opening.publication,
        "date_published": opening.date,
        "kicker": opening.kicker,
        "headline": article.headline,
        "subheadline" if article.subheadline else "summary": opening.standfirst,
    }
    yield from ((name, words) for name, words in fields.items() if words)
    for line in opening.bylines:
        yield "byline", "".join(run.text for run in line)
    for date in opening.dates:
        yield "dates", f"{date.label}{date.value}"
    if layout.dateline:
        yield "dateline", layout.dateline


def _words_of_pictures(layout: ArticleLayout) -> Iterator[tuple[str, str]]:
    for picture in layout.pictures.all:
        if picture.title:
            yield "images.headline", picture.title
        if words := picture.caption.striptags():
            yield "images.caption", words
        if picture.credit:
            yield "images.credit", picture.credit
