"""Print one article with its running heads: takes a source or a reading, gives a `Result`.

The worker processes call these functions.
"""

from typing import cast

from printkit.edition.limits import Limits
from printkit.edition.ticket import JobTicket
from printkit.readers import Reading
from printkit.readers.inputs import read_one
from printkit.readers.record_sources import Record, RecordSource
from printkit.report import Result, refuse_remarks_on_article
from printkit.themes import find_theme


def print_source(source: RecordSource, ticket: JobTicket) -> Result:
    """Read and print one article to a PDF in memory; raise the same errors as `export`."""
    return print_article(read_alone(source, ticket.limits), ticket)


def read_alone(source: RecordSource, limits: Limits) -> Reading:
    """Read a source that holds one article; raise the same errors as `export`."""
    record = cast("Record", source.record)  # a file of a store was fetched before
    return read_one(record, source.name, source.folder, limits)


def print_article(reading: Reading, ticket: JobTicket) -> Result:
    """Print one article to a PDF in memory; raise the same errors as `export`."""
    # The desk and the engines take long to import, and only workers need them.
    from printkit.markup import article as markup
    from printkit.preflight import preflight
    from printkit.prepare import prepare
    from printkit.press import engine

    theme = find_theme(ticket.edition.theme)
    prepared = prepare(reading, ticket)
    page = markup.article_page(prepared, ticket.edition)
    pages = engine.print_pages(page, theme, reading.where)
    remarks = (*prepared.remarks, *preflight(pages, page, reading.where))
    if ticket.strict:
        refuse_remarks_on_article(remarks, reading.where)
    return Result(reading.article, pages.pdf, pages.page_count, remarks, page.html)
