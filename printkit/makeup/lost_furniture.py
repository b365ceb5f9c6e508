"""Lost furniture: takes the page table of a printed book, gives remarks on lost folios and heads.

Only templates of the user's own can lose them, so books without such templates are not read back.
"""

from collections.abc import Iterable, Iterator

from printkit.bindery.book import Part
from printkit.bindery.page_table import PartPages
from printkit.edition import Edition
from printkit.makeup.running_heads import heads_of
from printkit.markup.running_words import running_words
from printkit.markup.templates import own_template
from printkit.remarks import Remark
from printkit.text.comparing import compared_words, letters
from printkit.wording.attribution import attribution_in


def lost_furniture(
    table: Iterable[PartPages], publication: str, edition: Edition
) -> Iterator[Remark]:
    """Yield a remark on the pages without a folio, and on the pages without a running head.

    Args:
        table: the pages of the whole book, with their printed furniture.
        publication: the title of the issue.
        edition: names the folder of the user's own templates, and the language of the folios.
    """
    template = own_template("furniture.html", edition.templates)
    if not template:
        return
    pages = [one for row in table for one in _lost_on_pages(row, publication, edition)]
    for name, lost in (
        ("folio", [folio for folio, has_folio, _ in pages if not has_folio]),
        ("running head", [folio for folio, _, has_head in pages if not has_head]),
    ):
        if lost:
            said = (
                f"the {name} is not on {len(lost)} of {len(pages)} pages; the first: page {lost[0]}"
            )
            yield Remark("PK601", said, "running heads", file=template)


def _lost_on_pages(
    row: PartPages, publication: str, edition: Edition
) -> Iterator[tuple[str, bool, bool]]:
    """Yield the folio of each page; whether the folio is on paper, and whether a head is."""
    from printkit.preflight import readback  # PDFium takes long to import

    if not isinstance(row.part, Part) or not row.part.furniture:
        return
    attribution = attribution_in(edition.language)
    direction = attribution_in(row.part.language or edition.language).direction
    margins = heads_of(row.part, publication)
    for page, own in zip(readback.read_pages(row.part.furniture.pdf), margins, strict=True):
        printed = compared_words(" ".join(page.text))
        folio = row.folio(page.number - 1)
        # A template may print the folio with the digits of the language, or with plain digits.
        has_folio = not {
            *compared_words(folio),
            *compared_words(attribution.folio(folio)),
        }.isdisjoint(printed)
        heads = running_words(own.publication, own.section, own.title, edition.sheet, direction)
        wanted = [letters(one) for one in heads if letters(one)]
        # An opening page has no running head.
        needs_none = own.kind == "opening" or not wanted
        yield folio, has_folio, needs_none or any(one in "".join(printed) for one in wanted)
