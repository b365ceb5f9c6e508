"""Inventory: the raw body of a record and its printed pages → what no page and no remark has.

The proofreading compares the pages with the body after copy-editing, and is blind to all that
copy-editing drops. The inventory reads the body as the record has it.

body_items.py       a raw body in any format → the items that a browser shows
html_items.py       the same for HTML, and the value of an item
item_addresses.py   an element → the addresses of the picture or the embed that it shows
printed_letters.py  the printed letters, each of which covers one letter of the record
covering.py         texts and the printed letters → the words that no letter covers
formulas.py         formulas that are lost, or printed as other formulas
addresses.py        items with addresses → the pictures, links and embeds that are lost
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from printkit.pages import ArticleOnPage, PageMarkup
from printkit.preflight.inventory import addresses
from printkit.preflight.inventory.body_items import read_body
from printkit.preflight.inventory.covering import uncovered
from printkit.preflight.inventory.formulas import lost_formulas
from printkit.preflight.inventory.html_items import Item
from printkit.preflight.inventory.printed_letters import PrintedLetters
from printkit.remarks import Removed
from printkit.wording.words import Words

if TYPE_CHECKING:
    from printkit.preflight.readback import PageContent, ReadPdf

# Texts of these fields come from the body, too.
_OF_THE_BODY = ("body", "images")
_CELLS = frozenset(("td", "th"))
# Words of labels such as “All photos:” and “Foto:”, which sites use in any language.
_LABELS = ("all", "photo", "photos", "photograph", "foto", "fotos", "picture", "image", "bild")


def find_losses(
    on_page: ArticleOnPage, prefix: str, page: PageMarkup, pdf: "ReadPdf", missing: str
) -> list[Removed]:
    """Return all that a browser shows of an article's body, and neither a page nor a remark has.

    Args:
        on_page: the article, with its pictures and with all that a remark names.
        prefix: the article's id prefix; empty if no other article was printed with it.
        page: the markup of the pages.
        pdf: the pages, read back.
        missing: characters that no font has; no comparison counts them.
    """
    article = on_page.article
    items = read_body(article.body, article.body_format, article.url or "")

    def lost_from(pages: "Sequence[PageContent]") -> list[Removed]:
        lines = [line for one in pages for line in one.text]
        paper = PrintedLetters([*lines, *(one.words for one in on_page.removed)], missing)
        fields = list(_fields_on_paper(page, prefix, paper))
        words = _lost_words(items, paper, fields, article.language)
        return [*words, *lost_formulas(items, pages, on_page)]

    words = lost_from(pdf.pages)
    if words:
        # Each way of reading has words that the other way has not.
        words = min(words, lost_from(pdf.pages_by_letter), key=len)
    pictures = addresses.lost_pictures(items, on_page)
    return [*words, *pictures, *addresses.lost_links(items, on_page, pdf.pages)]


def _fields_on_paper(page: PageMarkup, prefix: str, paper: PrintedLetters) -> Iterator[str]:
    """Take the record's other fields off the paper, so that these cover no word of the body."""
    for text in page.printed:
        if text.article in ("", prefix) and not text.field.startswith(_OF_THE_BODY):
            tokens = paper.tokens(text.words)
            if tokens and (at := paper.find(tokens, 0, whole=True)) >= 0:
                paper.take(at, sum(map(len, tokens)))
            yield "".join(tokens)


def _lost_words(
    items: Sequence[Item], paper: PrintedLetters, fields: Sequence[str], language: str | None
) -> Iterator[Removed]:
    """Yield the words that are lost, but for a field that the body repeats, and for labels.

    A credit is printed with the label of its language: “Photo: A. N.” becomes “Photograph: A. N.”.
    """
    said = [one for one in items if one.kind in ("words", "control")]
    said = [one for one in said if "".join(paper.tokens(one.words)) not in fields]
    openings = Words.of(language).openings("credit_openings")
    labels = {*paper.tokens(" ".join(openings)), *_LABELS}
    texts = [one.words for one in said]
    cells = [not _CELLS.isdisjoint(one.place.split()) for one in said]
    for item, lost in zip(said, uncovered(texts, cells, paper), strict=True):
        left = paper.tokens(lost)
        is_label = labels.issuperset(left) and len(left) < len(paper.tokens(item.words))
        if left and not is_label:
            yield Removed(item.kind, lost, item.place)
