"""Preflight: printed pages and their markup → remarks. Owns pypdfium2.

fields.py       filled fields that are not on paper
check.py        a PDF and the texts that must be on it
proofreading/   texts that are not on paper, or not in their place
faults.py       coarse pictures, cut text, missing descriptions, blank pages
owners.py       the article that a remark is about, if several articles are on the pages
inventory/      the parts of the raw body that neither a page nor a remark has
readback/       the words and pictures that can be seen on the pages of a PDF
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from printkit.pages import PageMarkup, Pages
from printkit.preflight import check, fields, owners
from printkit.press.missing_glyphs import missing_glyphs
from printkit.remarks import Remark, summary

if TYPE_CHECKING:
    from printkit.preflight.readback import ReadPdf


def preflight(pages: Pages, page: PageMarkup, record: str = "") -> tuple[Remark, ...]:
    """Return all remarks on printed pages; a remark names its article, if there are several.

    The order is: fields that are not on paper, remarks of the press, characters that no font
    has, lost texts, faults page by page, losses of the raw body.

    Args:
        pages: the pages, with the remarks of the press and no others.
        page: the markup that the pages were printed from.
        record: names the record in the remarks.

    Raises:
        InspectionError: the pages cannot be read back.
    """
    from printkit.preflight import readback

    starts = owners.starts_of(pages, page)
    missing = pages.missing
    pdf = readback.ReadPdf(pages.pdf)
    found = (
        *fields.unprinted_fields(page, record),
        *(_owned(remark, page) for remark in pages.remarks),
        *_missing_glyphs(missing, page, record),
        *check.check_texts(
            pdf, page.printed, record=record, missing=missing, starts=starts, moved=pages.moved
        ),
    )
    return (*found, *_losses(pdf, _with_removed(page, found), record, missing))


def _with_removed(page: PageMarkup, found: Sequence[Remark]) -> PageMarkup:
    """Return a page whose articles have also that which remarks on the pages name as removed."""
    removed = {prefix: list(article.removed) for prefix, article in page.articles.items()}
    for remark in found:
        # A text in the margins or a text of several articles may be a text of any article.
        for prefix in (remark.article,) if remark.article in removed else removed:
            removed[prefix] += remark.removed
    articles = {
        prefix: article._replace(removed=tuple(removed[prefix]))
        for prefix, article in page.articles.items()
    }
    return page._replace(articles=articles)


def _losses(pdf: "ReadPdf", page: PageMarkup, record: str, missing: str) -> Iterator[Remark]:
    """Remark with PK608 on each article of which a part is lost, or stands in a wrong place."""
    from printkit.preflight import inventory

    for prefix, (lost, misplaced) in inventory.find_losses(page, pdf, missing).items():
        for told, parts in (
            ("neither on paper nor named in another remark", lost),
            ("printed in another place or another form than the record has", misplaced),
        ):
            if parts:
                message = f"{told}: {summary(parts)}"
                yield Remark("PK608", message, record, "body", article=prefix, removed=tuple(parts))


def _owned(remark: Remark, page: PageMarkup) -> Remark:
    """Return a remark of the press with the prefix of its article, not the id of an element."""
    return remark._replace(article=owners.article_of_id(remark.article, page.articles))


def _missing_glyphs(characters: str, page: PageMarkup, record: str) -> Iterator[Remark]:
    for article, own in owners.characters_by_article(characters, page.printed):
        for remark in missing_glyphs(own, record):
            yield remark._replace(article=article)
