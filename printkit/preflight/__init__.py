"""Preflight: printed pages and their markup → remarks. Owns pypdfium2.

fields.py       filled fields that are not on paper
check.py        a PDF and the texts that must be on it
proofreading/   texts that are not on paper, or not in their place
faults.py       coarse pictures, cut text, missing descriptions, blank pages
owners.py       the article that a remark is about, if several articles are on the pages
readback/       the words and pictures that can be seen on the pages of a PDF
"""

from collections.abc import Iterator

from printkit.pages import PageMarkup, Pages
from printkit.preflight import check, fields, owners
from printkit.press.missing_glyphs import missing_glyphs
from printkit.remarks import Remark


def preflight(pages: Pages, page: PageMarkup, record: str = "") -> tuple[Remark, ...]:
    """Return all remarks on printed pages; a remark names its article, if there are several.

    The order is: fields that are not on paper, remarks of the press, characters that no font
    has, lost texts, faults page by page.

    Args:
        pages: the pages, with the remarks of the press and no others.
        page: the markup that the pages were printed from.
        record: names the record in the remarks.

    Raises:
        InspectionError: the pages cannot be read back.
    """
    starts = owners.starts_of(pages, page)
    missing = pages.missing
    return (
        *fields.unprinted_fields(page, record),
        *(_owned(remark, page) for remark in pages.remarks),
        *_missing_glyphs(missing, page, record),
        *check.check(pages.pdf, page.printed, record=record, missing=missing, starts=starts),
    )


def _owned(remark: Remark, page: PageMarkup) -> Remark:
    """Return a remark of the press with the prefix of its article, not the id of an element."""
    return remark._replace(article=owners.article_of_id(remark.article, page.articles))


def _missing_glyphs(characters: str, page: PageMarkup, record: str) -> Iterator[Remark]:
    for article, own in owners.characters_by_article(characters, page.printed):
        for remark in missing_glyphs(own, record):
            yield remark._replace(article=article)
