"""Cut texts: a reading goes in, and comes out with a remark for each text that lists cut.

The digest's own pages (contents, cover, sources, picture credits) name an article in short texts.
The article's own pages have every text in full.
"""

from collections.abc import Iterator

from printkit.article import Article
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.text.shortening import shortened

TITLE, SECTION, NAMES, ADDRESS, DATE, CREDIT = 240, 120, 160, 240, 80, 400
"""The greatest numbers of characters."""
_BEGINNING = 60


def section_of(article: Article) -> str:
    """Return the section of an article as a digest prints the name; empty if there is none."""
    return shortened(article.section or "", SECTION)


def tell_cut_texts(reading: Reading) -> Reading:
    """Return a reading with a remark for each text that is too long for the digest's own pages."""
    told = tuple(_remarks(reading))
    return reading._replace(remarks=(*reading.remarks, *told)) if told else reading


def _remarks(reading: Reading) -> Iterator[Remark]:
    for field, text, most in _texts(reading.article):
        if len(text) > most:
            message = f"on the digest's own pages, {field} is cut after {most} characters; "
            message += f"the whole text begins: {shortened(text, _BEGINNING)}"
            yield Remark("PK705", message, reading.where, field)


def _texts(article: Article) -> Iterator[tuple[str, str, int]]:
    """Yield each text that the digest's own pages show: its field, its words, and its limit."""
    yield "headline", article.headline, TITLE
    yield "section", article.section or "", SECTION
    yield "source", article.source.name if article.source else "", NAMES
    yield "authors", article.byline or ", ".join(one.name for one in article.authors), NAMES
    yield "url", article.url or "", ADDRESS
    yield "date_line", article.date_line or "", DATE
