"""The source block: takes an article, gives the lines on its origin and a QR code to scan."""

from collections.abc import Iterator

import segno
from markupsafe import Markup

from printkit.article import Article
from printkit.text.printed_address import printed_address
from printkit.wording.attribution import Attribution, AttributionLine

# A longer address makes a QR code too fine for a phone to read in print.
_LONGEST_QR = 400


def source_lines(article: Article, attribution: Attribution) -> tuple[AttributionLine, ...]:
    """Return the lines of the source block: the attribution without the dates of the opening."""
    lines = attribution.source_block(article)
    tags = AttributionLine(attribution.label("tags"), attribution.listed(article.tags))
    told = [line for key, line in lines.items() if key not in ("published", "updated")]
    return (*told, *_addresses(article, attribution), *((tags,) if article.tags else ()))


def _addresses(article: Article, attribution: Attribution) -> Iterator[AttributionLine]:
    """Yield the addresses of the source and of people.

    The address of the source is left out if the article's own address begins with it.
    """
    source = article.source
    if source and source.url and not (article.url or "").startswith(source.url.rstrip("/")):
        yield _address_of(source.name, source.url, attribution)
    for person in (*article.authors, *article.contributors):
        if person.url:
            yield _address_of(person.name, person.url, attribution)


def _address_of(name: str, url: str, attribution: Attribution) -> AttributionLine:
    """Return a line with the name of a source or of a person, and its address."""
    address = attribution.isolated(printed_address(url))
    return AttributionLine(f"{attribution.isolated(name)} ", address, url)


def qr_code(url: str) -> Markup:
    """Return the QR code of an address as SVG; empty without an address, or for a long one."""
    if not 0 < len(url.encode()) <= _LONGEST_QR:
        return Markup()
    code = segno.make(url, micro=False, error="m", boost_error=False)
    drawing = code.svg_inline(
        border=0, omitsize=True, svgclass=None, lineclass=None, title=f"QR: {printed_address(url)}"
    )
    return Markup(drawing)
