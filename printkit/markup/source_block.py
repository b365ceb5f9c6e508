"""The source block at an article's end: where the article is from, and its address to scan."""

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
    tags = AttributionLine(attribution.label("tags"), attribution.word("comma").join(article.tags))
    told = [line for key, line in lines.items() if key not in ("published", "updated")]
    return (*told, *_addresses(article), *((tags,) if article.tags else ()))


def _addresses(article: Article) -> Iterator[AttributionLine]:
    """Yield the addresses of the source, unless the article's own address has it, and of people."""
    source = article.source
    if source and source.url and not (article.url or "").startswith(source.url.rstrip("/")):
        yield AttributionLine(f"{source.name} ", printed_address(source.url), source.url)
    for person in (*article.authors, *article.contributors):
        if person.url:
            yield AttributionLine(f"{person.name} ", printed_address(person.url), person.url)


def qr_code(url: str) -> Markup:
    """Return an address as a QR code in inline SVG; nothing for an address that no phone reads."""
    if not 0 < len(url.encode()) <= _LONGEST_QR:
        return Markup()
    code = segno.make(url, micro=False, error="m", boost_error=False)
    drawing = code.svg_inline(
        border=0, omitsize=True, svgclass=None, lineclass=None, title=f"QR: {printed_address(url)}"
    )
    return Markup(drawing)
