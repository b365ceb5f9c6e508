"""Inventory: the raw body of a record and its printed pages → what no page and no remark has.

The proofreading compares the pages with the body after copy-editing, and is blind to all that
copy-editing drops. The inventory reads the body as the record has it.

body_items.py       a raw body in any format → the items that a browser shows
open_blocks.py      Markdown with notes → Markdown in which the lines of notes are no code
html_items.py       the same for HTML, and the value of an item
item_addresses.py   an element → the addresses of the picture or the embed that it shows
printed_letters.py  the printed letters, each of which covers one letter of the record
covering.py         texts and the printed letters → the words that no letter covers
formulas.py         formulas that are lost, or printed as other formulas
html_trees.py       HTML in any state → its tree
addresses.py        items with addresses → the pictures, links and embeds that are lost
misplaced/          parts of the body that the page shows in another place or another form
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from printkit.pages import ArticleOnPage, PageMarkup
from printkit.preflight.inventory import addresses
from printkit.preflight.inventory.body_items import read_body
from printkit.preflight.inventory.covering import uncovered
from printkit.preflight.inventory.formulas import lost_formulas
from printkit.preflight.inventory.html_items import Item
from printkit.preflight.inventory.misplaced import find_misplaced
from printkit.preflight.inventory.misplaced.compared import compare, page_tree
from printkit.preflight.inventory.printed_letters import PrintedLetters
from printkit.remarks import Removed

if TYPE_CHECKING:
    from printkit.preflight.readback import PageContent, ReadPdf

# Texts of these fields come from the body, too.
_OF_THE_BODY = ("body", "images")
_CELLS = frozenset(("td", "th"))


class _Inventory(NamedTuple):
    """An article on the pages; the items of its body, and the body in HTML."""

    on_page: ArticleOnPage
    items: list[Item]
    source: str


class Losses(NamedTuple):
    """Parts of a body that a browser shows, but the pages do not show, or show otherwise.

    Attributes:
        lost: parts that neither a page nor a remark has.
        misplaced: parts that the page shows in another place or another form.
    """

    lost: list[Removed]
    misplaced: list[Removed]


def find_losses(page: PageMarkup, pdf: "ReadPdf", missing: str) -> dict[str, Losses]:
    """Return all that is lost or misplaced of each body.

    Args:
        page: the markup of the pages, with its articles and with all that remarks name.
        pdf: the pages, read back.
        missing: characters that no font has; no comparison counts them.

    Returns:
        The losses of each article, by the prefix of its ids.
    """
    bodies = {prefix: _inventory(on_page) for prefix, on_page in page.articles.items()}
    lost = _lost_from(pdf.pages, bodies, page, missing)
    if any(lost.values()):
        # Each way of reading has words that the other way has not.
        other = _lost_from(pdf.pages_by_letter, bodies, page, missing)
        lost = {prefix: min(own, other[prefix], key=len) for prefix, own in lost.items()}
    tree = page_tree(page.html)
    found: dict[str, Losses] = {}
    for prefix, (on_page, items, source) in bodies.items():
        lost[prefix] += addresses.lost_pictures(items, on_page)
        lost[prefix] += addresses.lost_links(items, on_page, pdf.pages)
        both = compare(source, on_page, tree, prefix)
        found[prefix] = Losses(lost[prefix], list(find_misplaced(both, items)))
    return found


def _inventory(on_page: ArticleOnPage) -> _Inventory:
    article = on_page.article
    return _Inventory(on_page, *read_body(article.body, article.body_format, article.url or ""))


def _lost_from(
    pages: "Sequence[PageContent]",
    bodies: Mapping[str, _Inventory],
    page: PageMarkup,
    missing: str,
) -> dict[str, list[Removed]]:
    """Return the lost words and formulas of each article, after one way of reading.

    The letters on paper are counted out to all articles at once, so that no article's words
    stand for those of another.
    """
    lines = [line for one in pages for line in one.text]
    told = [one.words for on_page, *_ in bodies.values() for one in on_page.removed]
    paper = PrintedLetters([*lines, *told], missing)
    fields = _take_fields(page, paper)
    said = [
        (prefix, item)
        for prefix, (_, items, _) in bodies.items()
        for item in items
        if item.kind in ("words", "control")
        and "".join(paper.tokens(item.words)) not in fields[prefix] | fields[""]
    ]
    cells = [not _CELLS.isdisjoint(item.place.split()) for _, item in said]
    unfound = uncovered([item.words for _, item in said], cells, paper)
    lost: dict[str, list[Removed]] = {prefix: [] for prefix in bodies}
    for (prefix, item), words in zip(said, unfound, strict=True):
        if paper.tokens(words):
            lost[prefix].append(Removed(item.kind, words, item.place))
    for prefix, (on_page, items, _) in bodies.items():
        lost[prefix] += lost_formulas(items, pages, on_page)
    return lost


def _take_fields(page: PageMarkup, paper: PrintedLetters) -> Mapping[str, set[str]]:
    """Take the other fields of the records off the paper, so that these cover no word of a body.

    Returns:
        The letters of the fields, by article: a body may repeat these, and a page need not.
    """
    fields: dict[str, set[str]] = defaultdict(set)
    for text in page.printed:
        if not text.field.startswith(_OF_THE_BODY):
            tokens = paper.tokens(text.words)
            if tokens and (at := paper.find(tokens, 0, whole=True)) >= 0:
                paper.take(at, sum(map(len, tokens)))
            fields[text.article].add("".join(tokens))
    return fields
