"""Preflight: compare printed pages with the article, and find faults that a reader would see.

Takes pages and the texts that must be on them, gives remarks. Owns pypdfium2.

    fields.py       the filled fields that are on no page
    check.py        a PDF and the texts that must be on it, compared
    proofreading/   the texts that are on no page, or in the wrong place
    faults.py       coarse pictures, cut text, missing descriptions, blank pages
    owners.py       which of several articles a remark is about
    readback/       a finished PDF as a reader sees it
"""

from collections.abc import Iterator

from printkit.pages import PageMarkup, Pages
from printkit.preflight import check, fields, owners
from printkit.press.missing_glyphs import missing_glyphs
from printkit.remarks import Remark


def preflight(pages: Pages, page: PageMarkup, record: str = "") -> tuple[Remark, ...]:
    """Return every remark on printed pages, with the article that the remark is about.

    The order is: fields that are on no page, remarks of the press, characters that no font
    has, lost texts, faults page by page.

    Args:
        pages: the pages, with the remarks of the press alone.
        page: the markup that the pages were printed from.
        record: names the record in every remark.

    Raises:
        InspectionError: the pages cannot be read back.
    """
    starts = owners.starts_of(pages, page)
    return (
        *fields.left_out(page, record),
        *(_owned(remark, page) for remark in pages.remarks),
        *_missing(pages.missing, page, record),
        *check.check(pages.pdf, page.printed, record=record, missing=pages.missing, starts=starts),
    )


def _owned(remark: Remark, page: PageMarkup) -> Remark:
    """Replace the id of an element, which the press knows, by the prefix of the article."""
    return remark._replace(article=owners.article_of_id(remark.article, page.articles))


def _missing(characters: str, page: PageMarkup, record: str) -> Iterator[Remark]:
    for article, own in owners.characters_by_article(characters, page.printed):
        for remark in missing_glyphs(own, record):
            yield remark._replace(article=article)
